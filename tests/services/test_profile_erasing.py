"""A leader erases the profile: nothing of it is left, in the tables or in the files they lie in."""

import tempfile
from pathlib import Path

from sqlmodel import select

from helu.content.balance_words import balance_words
from helu.services import assessing, feedback, profiles, responding, situations
from helu.settings import settings
from helu.store.database import is_sqlite, reading, writing
from helu.store.profile_tables import ActionPlan, LogEntry, Profile
from helu.store.rating_tables import Feedback, FeedbackAnswer, FeedbackText, HandedIn, Respondent, SpentLink

SECRET = "Hemmelig-{at}-rabarbra"  # ASCII, so that it lies in the file as it is written here
BEHAVIOURS = [each.id for each in balance_words().behaviours()]
STATEMENTS = sorted(balance_words().statements("short"))


def secret(at):
    return SECRET.format(at=at) * (1 + at % 9)


def fill(leader):
    """So much that pages are split, and so many edits that old copies lie about."""
    for at in range(40):
        with writing() as db:
            held = situations.add(db, leader, f"{secret(at)[:150]} {at}", {BEHAVIOURS[0]: 5}, {})
            situations.change(db, leader, held.id, f"mer {secret(at)[:120]}", {BEHAVIOURS[0]: 6}, {})
    with writing() as db:
        own = assessing.begin(db, leader, "short")
        assessing.finish(db, leader, own.id, {"current": dict.fromkeys(STATEMENTS, 3), "wanted": {}})
        profile = profiles.mine(db, leader)
        for at in range(60):
            plan = ActionPlan(profile_id=profile.id, answers={"first_action": secret(at)})
            db.add(plan)
            db.flush()
            db.add(LogEntry(plan_id=plan.id, on=plan.changed_at.date(), texts={"happened": secret(at)}))
        held = feedback.draft(db, leader)
        feedback.add(db, leader, held.id, "employees", [(f"{secret(1)[:90]} {at}", "") for at in range(30)])
        links = feedback.open_round(db, leader, held.id, False)
    for at, each in enumerate(links):
        for said in (secret(at), f"{secret(at)} mer"):
            with writing() as db:
                responding.answer(db, each.token, f"device {at}", dict.fromkeys(STATEMENTS, 4), {"keep_on": said})


def remains(text: str) -> list[str]:
    """Files of the database, and temporary ones, that hold the text."""
    ours = [path for path in Path(settings().data_dir).rglob("*") if path.is_file()]
    passing = [path for path in Path(tempfile.gettempdir()).glob("*") if path.is_file() and "helu" in path.name.lower()]
    return [path.name for path in {*ours, *passing} if text.encode() in path.read_bytes()]


def test_no_byte_of_an_erased_profile_is_left(world):
    fill(world.leif)
    with writing() as db:
        situations.add(db, world.astrid, "Noen andres", {BEHAVIOURS[0]: 4}, {})
    if is_sqlite():
        assert remains("rabarbra")
    with writing() as db:
        said = profiles.erase(db, world.leif)
    with reading() as db:
        tables = (ActionPlan, LogEntry, Feedback, FeedbackAnswer, FeedbackText, HandedIn, Respondent, SpentLink)
        assert [len(db.exec(select(table)).all()) for table in tables] == [0] * len(tables)
        assert [each.user_id for each in db.exec(select(Profile))] == [world.astrid.user_id]
        assert len(situations.mine(db, world.astrid)) == 1
    assert "ryddet, så teksten ikke ligger igjen" in said[0]
    if is_sqlite():
        assert remains("rabarbra") == []
