"""A leader in Fjell whose own part is full, so that there is something to get at.

Leif is in the leader group with Liv and eight more; Nils is in none. Frida facilitates in Fjell, Ingrid in Fjord,
and Tor is a leader there. Ten colleagues have answered about Leif, and one more is asked in a round that is open.
Every text says «Hemmelig», and the figures of the orientations are thirds, which no mean of half steps is.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import BadZipFile, ZipFile

from pypdf import PdfReader
from sqlmodel import Session, select

from helu.content.action_learning import action_learning
from helu.content.balance_words import balance_words
from helu.content.feedback_words import feedback_words
from helu.services import (
    accounts,
    assessing,
    feedback,
    feedback_results,
    group_rounds,
    groups,
    plan_log,
    plans,
    profiles,
    responding,
    running,
    situations,
)
from helu.services.access import Visitor
from helu.store.database import writing
from helu.store.profile_tables import Profile
from helu.store.rating_tables import Feedback, GroupRound
from helu.store.tables import Activity, Group, User, Workshop
from tests.conftest import World, visitor
from tests.kept import rows_now

SECRET = "Hemmelig"
THIRDS = ("2,33", "2.33", "5,67", "5.67", "5.66")  # what Leif has answered, now and wanted
KINDS = ("self_assessment", "group_radar", "plan_follow_up")
SHORT = sorted(balance_words().statements("short"))
PEOPLE = (
    ("fjell", "Frida", "facilitator"),
    ("fjell", "Liv", "leader"),
    ("fjell", "Nils", "leader"),
    ("fjord", "Tor", "leader"),
)
STRANGERS = ("astrid@fjell.no", "frida@fjell.no", "liv@fjell.no", "nils@fjell.no", "ingrid@fjord.no", "tor@fjord.no")
IN_THE_GROUP, FACILITATE = {"liv@fjell.no"}, {"astrid@fjell.no", "frida@fjell.no"}  # who may see its picture


@dataclass
class Theirs:
    """What Leif has, by its keys."""

    world: World
    group: Group
    profile: UUID
    finished: UUID
    begun: UUID
    situation: UUID
    plan: UUID
    entry: UUID
    asked: UUID  # a round of feedback that is open
    shown: UUID  # one that is closed
    respondent: UUID
    token: str  # of the one who is asked
    round: UUID  # of the group; Leif has handed in, and it is open
    pictured: UUID  # the one before, which is shown
    activities: dict[str, Activity]

    @property
    def leif(self) -> Visitor:
        return self.world.leif


def fill(world: World, password_hash: str) -> Theirs:
    group = _people(world, password_hash)
    activities = _gathering(world, group)
    own = _assessments(world.leif)
    others = [visitor(f"leder{at}@fjell.no") for at in range(8)]
    pictured = _round(world, group, [(each, assess(each, 3 + at % 3)) for at, each in enumerate(others)])
    open_ = _round(world, group, [(world.leif, own["finished"])], days=0)
    with writing() as db:
        situation = situations.add(db, world.leif, f"{SECRET} situasjon", {"task": 6}, {"task": 2}).id
    kept = _plan(world.leif) | own | _asked(world.leif)
    with writing() as db:
        profile = profiles.mine(db, world.leif).id
    return Theirs(
        world, group, profile, situation=situation, round=open_, pictured=pictured, activities=activities, **kept
    )


def assess(leader: Visitor, step: int = 4) -> UUID:
    with writing() as db:
        own = assessing.begin(db, leader, "short")
        given = {"current": dict.fromkeys(SHORT, step), "wanted": dict.fromkeys(SHORT, step)}
        return assessing.finish(db, leader, own.id, given).id


def respond(token: str, step: int = 4, secret: str | None = None, **texts: str) -> None:
    with writing() as db:
        responding.answer(db, token, secret or f"device of {token}", dict.fromkeys(SHORT, step), texts)


def _people(world: World, password_hash: str) -> Group:
    with writing() as db:
        for where, name, role in PEOPLE:
            accounts.invite(db, getattr(world, where).id, f"{name.lower()}@{where}.no", name, role)
        for at in range(8):
            accounts.invite(db, world.fjell.id, f"leder{at}@fjell.no", f"Leder {at}", "leader")
        for user in db.exec(select(User)).all():
            user.password_hash = password_hash
        group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        members = [
            accounts.user_by_email(db, f"{name}@fjell.no").id
            for name in ("leif", "liv", *(f"leder{at}" for at in range(8)))
        ]
        groups.set_members(db, world.astrid, group.id, members)
    return group


def _gathering(world: World, group: Group) -> dict[str, Activity]:
    """The group's own, with everything that shows something of leaders; Leif's plan is not shown to anybody."""
    with writing() as db:
        held = db.get_one(Workshop, world.workshop.id)
        held.group_id = world.workshop.group_id = group.id
        db.add(held)
        first = running.activities_in(db, held.id)[0]
        made = {}
        for at, kind in enumerate(KINDS):
            made[kind] = Activity(
                workshop_id=held.id, item_id=first.item_id, position=20 + at, key=f"its_{kind}", kind=kind, title=kind
            )
            db.add(made[kind])
        db.flush()
    return made


def _assessments(leader: Visitor) -> dict[str, UUID]:
    """One finished in the full form, with thirds in every orientation, and one begun."""
    now_, wanted = ({}, {})
    for dimension in balance_words().dimensions:
        for at, behaviour in enumerate(dimension.behaviours):
            for each in behaviour.asked("full"):
                now_[each.id] = (2, 2, 3)[at] if at < 3 else None
                wanted[each.id] = (6, 6, 5)[at] if at < 3 else None
    with writing() as db:
        own = assessing.begin(db, leader, "full")
        assessing.finish(db, leader, own.id, {"current": now_, "wanted": wanted})
    with writing() as db:
        begun = assessing.begin(db, leader, "short")
        assessing.answer(db, leader, begun.id, {"current": {SHORT[0]: 7}})
    return {"finished": own.id, "begun": begun.id}


def _plan(leader: Visitor) -> dict[str, UUID]:
    answers = dict.fromkeys(action_learning().question_ids(), f"{SECRET} svar")
    with writing() as db:
        plan = plans.begin(db, leader, content=plans.Content(answers, ["recognises"], [date.today()])).id
    prompts = {each.id: f"{SECRET} logg" for each in action_learning().prompts()}
    with writing() as db:
        entry = plan_log.add(db, leader, plan, plan_log.Written(date(2026, 3, 1), f"{SECRET} situasjon", prompts)).id
    return {"plan": plan, "entry": entry}


def _asked(leader: Visitor) -> dict[str, Any]:
    """A round that ten have answered and that is shown, and a new one that is open."""
    questions = [each.id for each in feedback_words().open_questions.items]
    shown, links, _people = _feedback(leader, 10)
    for each in links:
        respond(each.token, 2, **dict.fromkeys(questions, f"{SECRET} ord"))
    with writing() as db:
        feedback_results.close(db, leader, shown)
        held = db.exec(select(Profile).where(Profile.user_id == leader.user_id)).one()
        held.next_feedback_from = None
        _earlier(db, db.get_one(Feedback, shown), 90)
    open_, links, people = _feedback(leader, 6)
    return {"shown": shown, "asked": open_, "token": links[0].token, "respondent": people[0].id}


def _feedback(leader: Visitor, many: int) -> tuple[UUID, list[feedback.Invited], list[Any]]:
    with writing() as db:
        held = feedback.draft(db, leader).id
        feedback.add(db, leader, held, "colleagues", [(f"{SECRET} Kollega {at}", "") for at in range(many)])
    with writing() as db:
        links = feedback.open_round(db, leader, held, False)
        return held, links, feedback.respondents(db, leader, held)


def _round(world: World, group: Group, handed_in: list[tuple[Visitor, UUID]], days: int = 90) -> UUID:
    with writing() as db:
        held = group_rounds.start(db, world.astrid, group.id, "Runde").id
    for who, own in handed_in:
        with writing() as db:
            group_rounds.hand_in(db, who, held, own)
    if days:
        with writing() as db:
            group_rounds.close(db, world.astrid, held)
            _earlier(db, db.get_one(GroupRound, held), days)
    return held


def _earlier(db: Session, held: Any, days: int) -> None:
    for name in ("made_at", "opened_at", "closed_at"):
        if getattr(held, name, None):
            setattr(held, name, getattr(held, name) - timedelta(days=days))
    db.add(held)


def rows_of(theirs: Theirs) -> dict[str, list[dict[str, Any]]]:
    """Every row that is Leif's, by table."""
    own: dict[str, list[dict[str, Any]]] = {}
    for table, rows in rows_now():
        keys = {"profile": "id", "logentry": "plan_id", "respondent": "feedback_id"}
        mine = {theirs.profile, theirs.plan, theirs.asked, theirs.shown}
        key = keys.get(table.name) or next((k for k in ("profile_id", "feedback_id") if k in table.columns), "")
        if key:
            own[table.name] = sorted((row for row in rows if row[key] in mine), key=str)
    return own


def told(what: Any) -> str:
    """Everything that is in a result, as text: rows, files and all that hangs together with them."""
    if isinstance(what, bytes):
        return _read(what)
    if is_dataclass(what) and not isinstance(what, type):
        return told(asdict(what))
    if hasattr(what, "model_dump"):
        return told(what.model_dump())
    if isinstance(what, Mapping):
        return " ".join(told(each) for pair in what.items() for each in pair)
    if isinstance(what, list | tuple | set | frozenset):
        return " ".join(map(told, what))
    return str(what)


def _read(file: bytes) -> str:
    if file.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)
    try:
        with ZipFile(BytesIO(file)) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    except BadZipFile:
        return file.decode("utf-8", "replace")


def leaks(text: str) -> list[str]:
    """What of Leif's can be read in it. Numbers that stand alone, not inside longer ones."""
    return [each for each in (SECRET, *THIRDS) if each in text]
