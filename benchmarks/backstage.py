"""What the load client may not do itself: make the gathering, move it, count what was stored.

A process of its own, so that its work is neither the server's nor the client's. It reads one command
a line and answers each with a line of JSON.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from typing import Any

from sqlmodel import col, func, select

from benchmarks.served import ROOT, end

KINDS = ("open_cards", "scale", "points", "word_cloud", "matrix_text", "dot_vote")


class Backstage:
    """The other end: commands to such a process."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def do(self, *words: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write((" ".join(words) + "\n").encode())
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"«{' '.join(words)}» failed backstage.")
        said: dict[str, Any] = json.loads(line)
        return said


@contextmanager
def backstage(module: str, environment: dict[str, str]) -> Iterator[Backstage]:
    command = [sys.executable, "-m", module]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)  # type: ignore[call-overload]
    try:
        yield Backstage(process)
    finally:
        end(process)


def make(rounds: str) -> dict[str, Any]:
    """A gathering whose plan is so many live activities of different kinds, and a facilitator's login."""
    from helu.services import accounts, gatherings, logins
    from helu.store.database import writing

    with writing() as db:
        organisation = accounts.add_organisation(db, "Prøve kommune")
        accounts.invite(db, organisation.id, "kari@prove.kommune.no", "Kari", "owner")
        user = accounts.user_by_email(db, "kari@prove.kommune.no")
        login = logins.start(db, user.id, organisation.id)
        workshop, _missing = gatherings.make(db, organisation, "six-steps")
        kinds = _plan(db, workshop.id, int(rounds))
        db.commit()
        return {"code": workshop.code, "login": login, "kinds": kinds}


def leaders(count: str) -> dict[str, Any]:
    """So many leaders, each logged in and with a self-assessment begun."""
    from helu.content.balance_words import balance_words
    from helu.services import accounts, assessing, logins
    from helu.services.access import Visitor
    from helu.store.database import writing

    statements = sorted(balance_words().statements("short"))
    made = []
    for number in range(int(count)):
        with writing() as db:
            organisation = accounts.organisation_named(db, "Prøve kommune")
            email = f"leder{number}@prove.kommune.no"
            accounts.invite(db, organisation.id, email, f"Leder {number}", "leader")
            user = accounts.user_by_email(db, email)
            who = Visitor(user.id, organisation.id, "leader", user.name, email, organisation.name, "nb")
            login, own = logins.start(db, user.id, organisation.id), assessing.begin(db, who, "short")
            made.append({"login": login, "assessment": str(own.id), "statements": statements})
    return {"leaders": made}


def assessed() -> dict[str, Any]:
    """How many steps the self-assessments hold."""
    from helu.store.database import reading
    from helu.store.profile_tables import Assessment

    with reading() as db:
        return {"steps": sum(len(each.current) + len(each.wanted) for each in db.exec(select(Assessment)))}


def move(code: str) -> dict[str, Any]:
    """On to the next activity. `at` is when the move was committed."""
    from helu.services import access, running
    from helu.store.database import writing

    with writing() as db:
        running.go_next(db, access.workshop_by_code(db, code))
        return {"at": time.monotonic()}


def count(code: str) -> dict[str, Any]:
    """Answers stored, and how many of them are a second one from the same phone."""
    from helu.services import access, seats
    from helu.store.database import reading
    from helu.store.tables import Activity, Answer

    with reading() as db:
        workshop = access.workshop_by_code(db, code)
        mine = select(Activity.id).where(Activity.workshop_id == workshop.id)
        here = select(Answer).where(col(Answer.activity_id).in_(mine)).subquery()
        stored = db.exec(select(func.count()).select_from(here)).one()
        pairs = select(here.c.activity_id, here.c.author).distinct().subquery()
        different = db.exec(select(func.count()).select_from(pairs)).one()
        return {"stored": stored, "duplicates": stored - different, "joined": seats.joined(db, workshop.id)}


def _plan(db: Any, workshop_id: Any, rounds: int) -> list[str]:
    """Kinds in turn; everything else in the template is skipped."""
    from helu.services import running

    waiting = list(running.activities_in(db, workshop_id))
    for activity in waiting:
        activity.skipped = True
    chosen: list[Any] = []
    for kind in cycle(KINDS):
        found = next((each for each in waiting if each.kind == kind and not each.groups and each.anonymous), None)
        if found is not None:
            waiting.remove(found)
            found.skipped, found.live, found.position = False, True, len(chosen)
            chosen.append(found)
        if len(chosen) == rounds or not any(each.kind in KINDS for each in waiting):
            break
    for at, activity in enumerate(waiting):
        activity.position = rounds + at
    return [each.kind for each in chosen]


if __name__ == "__main__":
    for line in sys.stdin:
        deed, *words = line.split()
        deeds = {each.__name__: each for each in (make, move, count, leaders, assessed)}
        print(json.dumps(deeds[deed](*words)), flush=True)  # noqa: T201
