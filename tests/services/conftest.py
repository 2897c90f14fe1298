"""A gathering to take out, bring in and erase. The cast: Kari and Ola answer; Ingrid is from elsewhere."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest

from helu.services import accounts, gatherings, running
from helu.store.database import reading, writing
from helu.store.rows import now
from helu.store.tables import Activity, Answer, Organisation, Workshop
from tests.both import kind_of_database

__all__ = ["kind_of_database"]


@dataclass
class Gathering:
    organisation: Organisation
    workshop: Workshop

    def activity(self, key: str) -> Activity:
        with reading() as db:
            return next(each for each in running.activities_in(db, self.workshop.id) if each.key == key)

    def change(self, key: str, **columns: Any) -> Activity:
        activity = self.activity(key)
        with writing() as db:
            for name, value in columns.items():
                setattr(activity, name, value)
            db.add(activity)
        return activity

    def answer(self, key: str, label: str = "", slot: str = "0", **values: Any) -> None:
        """As a phone would leave it in the store."""
        activity = self.activity(key)
        with writing() as db:
            db.add(
                Answer(
                    activity_id=activity.id,
                    author=uuid4(),
                    slot=slot,
                    attempt=1,
                    content=values,
                    label=label,
                    given_at=None if activity.anonymous else now(),
                )
            )


@pytest.fixture
def gathering(store: str) -> Gathering:
    with writing() as db:
        organisation = accounts.add_organisation(db, "Seljord kommune")
        return Gathering(organisation, gatherings.make(db, organisation, "short")[0])


@pytest.fixture
def workshop(gathering: Gathering) -> Workshop:
    return gathering.workshop
