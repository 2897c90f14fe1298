"""What some activities work on that is more than their answers: a board, a poster, a platform.

A kind names it in `keeps`, and the module of that name among the services has a `KEEPER`: how it is
read, how material comes into it, and what an answer from a phone does to it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import Session

from helu.activities import ACTIVITIES
from helu.domain.material import Thing
from helu.store.tables import Activity

Read = Callable[[Session, Activity], Any]
Fill = Callable[[Session, Activity, Sequence[tuple[str, Thing]]], None]  # (place, thing) of all that was collected
Act = Callable[[Connection, UUID, Mapping[str, Any]], None]  # (activity, values of the new answer)
Leave = Callable[[Session, Activity], None]
Step = Callable[[Session, Activity], None]  # never raises: the gathering goes on whatever becomes of it


@dataclass(frozen=True)
class Keeper:
    read: Read
    fill: Fill | None = None  # None: material is kept with the activity itself
    act: Act | None = None  # what a phone's answer changes, in the commit that stores it
    leave: Leave | None = None  # before the commit that closes it: forget in which order phones' answers came
    enter: Step | None = None  # before the commit that opens it
    shown: Step | None = None  # before the commit that puts it on the wall


def keeper(activity: Activity) -> Keeper | None:
    name = ACTIVITIES[activity.kind].keeps
    return _keeper(name) if name else None


def read(db: Session, activity: Activity) -> Any:
    """None for an activity that is nothing more than its answers."""
    found = keeper(activity)
    return found.read(db, activity) if found else None


@cache
def _keeper(name: str) -> Keeper:
    # Imported when it is first needed: the keepers themselves build on what is above this module.
    found: Keeper = import_module(f"helu.services.{name}").KEEPER
    return found
