"""What is one leader's alone, against every way into the services: whoever asks but the leader gets nothing.

The functions are read out of the program itself: one that is new must be placed here.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlmodel import SQLModel

from helu import services
from helu.errors import HeluError, NotFound
from helu.services import (
    assessing,
    assessing_together,
    feedback,
    feedback_letters,
    feedback_results,
    feedback_sight,
    group_report,
    group_rounds,
    own_standing,
    plan_log,
    plans,
    profile_export,
    profile_lock,
    profile_report,
    profiles,
    shared_radars,
    situations,
    taking_part,
)
from helu.store import profile_tables, rating_tables
from helu.store.database import writing
from tests.conftest import visitor
from tests.hostile.leaders import FACILITATE, IN_THE_GROUP, SECRET, STRANGERS, Theirs, leaks, rows_of, told

Deed = Callable[[Any, Any, Theirs], Any]
CONTENT = plans.Content({"al3_first_action": "Inntrengt"})
WRITTEN = plan_log.Written(date(2026, 3, 2), "Inntrengt")

# With the key of something that is Leif's. Whoever asks but Leif is told that there is no such thing.
BY_KEY: dict[str, Deed] = {
    "assessing.known": lambda db, who, at: assessing.known(db, who, at.finished),
    "profiles.own": lambda db, who, at: profiles.own(db, who, profile_tables.Assessment, at.finished),
    "situations.known": lambda db, who, at: situations.known(db, who, at.situation),
    "plans.find": lambda db, who, at: plans.find(db, who, at.plan),
    "plans.calendar": lambda db, who, at: plans.calendar(db, who, at.plan),
    "plan_log.entries": lambda db, who, at: plan_log.entries(db, who, at.plan),
    "plan_log.whole": lambda db, who, at: plan_log.whole(db, who, at.plan),
    "plan_log.single": lambda db, who, at: plan_log.single(db, who, at.entry),
    "feedback.known": lambda db, who, at: feedback.known(db, who, at.shown),
    "feedback.respondents": lambda db, who, at: feedback.respondents(db, who, at.shown),
    "feedback.planned": lambda db, who, at: feedback.planned(db, who, at.asked, False),
    "feedback.progress": lambda db, who, at: feedback.progress(db, who, at.asked),
    "feedback_results.results": lambda db, who, at: feedback_results.results(db, who, at.shown),
    "feedback_results.texts": lambda db, who, at: feedback_results.texts(db, who, at.shown),
    "assessing.answer": lambda db, who, at: assessing.answer(db, who, at.begun, {"current": {"rel_1a": 1}}),
    "assessing.finish": lambda db, who, at: assessing.finish(db, who, at.begun),
    "situations.change": lambda db, who, at: situations.change(db, who, at.situation, "Inntrengt", {"task": 1}, {}),
    "plans.change": lambda db, who, at: plans.change(db, who, at.plan, _seen(db, at), CONTENT),
    "plans.set_status": lambda db, who, at: plans.set_status(db, who, at.plan, "reviewed"),
    "plan_log.add": lambda db, who, at: plan_log.add(db, who, at.plan, WRITTEN),
    "plan_log.change": lambda db, who, at: plan_log.change(db, who, at.entry, WRITTEN),
    "feedback.add": lambda db, who, at: feedback.add(db, who, at.asked, "network", [("Inntrengt", "")]),
    "feedback.renew": lambda db, who, at: feedback.renew(db, who, at.asked, at.respondent),
    "feedback.remove_respondent": lambda db, who, at: feedback.remove_respondent(db, who, at.asked, at.respondent),
    "feedback.open_round": lambda db, who, at: feedback.open_round(db, who, at.asked, True),
    "feedback_results.close": lambda db, who, at: feedback_results.close(db, who, at.asked),
    "feedback_results.release_more": lambda db, who, at: feedback_results.release_more(db, who, at.shown),
    "group_rounds.hand_in": lambda db, who, at: group_rounds.hand_in(db, who, at.round, at.finished),
    "plan_log.remove": lambda db, who, at: plan_log.remove(db, who, at.entry),
    "plans.remove": lambda db, who, at: plans.remove(db, who, at.plan),
    "situations.remove": lambda db, who, at: situations.remove(db, who, at.situation),
    "assessing.remove": lambda db, who, at: assessing.remove(db, who, at.begun),
    "feedback.remove": lambda db, who, at: feedback.remove(db, who, at.asked),
}
# Without a key of Leif's: whoever asks gets, or changes, what is their own.
OF_ONES_OWN: dict[str, Deed] = {
    "assessing.begin": lambda db, who, at: assessing.begin(db, who, "short"),
    "assessing_together.gathering_of": lambda db, who, at: assessing_together.gathering_of(db, who),
    "assessing.unfinished": lambda db, who, at: assessing.unfinished(db, who),
    "assessing.history": lambda db, who, at: assessing.history(db, who),
    "assessing.newest_finished": lambda db, who, at: assessing.newest_finished(db, who),
    "feedback.mine": lambda db, who, at: feedback.mine(db, who),
    "feedback.draft": lambda db, who, at: feedback.draft(db, who),
    "feedback_letters.letter": lambda db, who, at: feedback_letters.letter(
        who, rating_tables.Feedback(profile_id=at.profile), feedback.Invited("Kari", "", "colleagues", "x"), "/"
    ),
    "feedback_letters.reminder": lambda db, who, at: feedback_letters.reminder(who),
    "feedback_sight.shown_rounds": lambda db, who, at: feedback_sight.shown_rounds(db, who),
    "group_rounds.open_to": lambda db, who, at: [group.id for group, _round in group_rounds.open_to(db, who)],
    "group_rounds.taken_part": lambda db, who, at: group_rounds.taken_part(db, who),
    "group_rounds.take_back": lambda db, who, at: group_rounds.take_back(db, who, at.round),
    "plan_log.bring_back": lambda db, who, at: plan_log.bring_back(db, who, plan_log.Removed()),
    "plans.begin": lambda db, who, at: plans.begin(db, who, ["recognises"]),
    "own_standing.standing": lambda db, who, at: own_standing.standing(db, who),
    "plans.listed": lambda db, who, at: plans.listed(db, who),
    "plans.shown": lambda db, who, at: plans.shown(db, who),
    "profile_export.export": lambda db, who, at: profile_export.export(db, who),
    "profile_lock.is_locked": lambda db, who, at: profile_lock.is_locked(db, who),
    "profile_lock.profile_of": lambda db, who, at: profile_lock.profile_of(db, who),
    "profile_report.file": lambda db, who, at: profile_report.file(db, who, "xlsx", "nb"),
    "profile_report.has_words": lambda db, who, at: profile_report.has_words(db, who),
    "profile_report.is_something": lambda db, who, at: profile_report.is_something(db, who),
    "profile_report.assemble": lambda db, who, at: profile_report.assemble(db, who, "nb"),
    "profiles.mine": lambda db, who, at: profiles.mine(db, who),
    "profiles.known": lambda db, who, at: profiles.known(db, who),
    "profiles.exist_for": lambda db, who, at: profiles.exist_for(db, who),
    "profiles.my_groups": lambda db, who, at: profiles.my_groups(db, who),
    "profiles.shared": lambda db, who, at: profiles.shared(db, who),
    "profiles.share": lambda db, who, at: profiles.share(db, who, at.group.id, profiles.RADAR),
    "profiles.unshare": lambda db, who, at: profiles.unshare(db, who, at.group.id, profiles.RADAR),
    "profiles.shown_to": lambda db, who, at: profiles.shown_to(db, who, profiles.RADAR),
    "profiles.make_code": lambda db, who, at: profiles.make_code(db, who),
    "profiles.has_code": lambda db, who, at: profiles.has_code(db, who),
    "shared_radars.shown": lambda db, who, at: shared_radars.shown(db, who),
    "situations.mine": lambda db, who, at: situations.mine(db, who),
    "situations.add": lambda db, who, at: situations.add(db, who, "Egen", {"task": 1}, {}),
    "taking_part.parts": lambda db, who, at: [part.state for part in taking_part.parts(db, who, _finished(db, at))],
}
# What a group may see of itself, for its members and for those who facilitate in its organisation.
OF_THE_GROUP: dict[str, Deed] = {
    "group_rounds.for_group": lambda db, who, at: [each.id for each in group_rounds.for_group(db, who, at.group.id)],
    "group_rounds.pictures": lambda db, who, at: group_rounds.pictures(db, who, at.group.id),
    "group_report.assemble": lambda db, who, at: group_report.assemble(db, who, at.group.id, at.pictured, "nb"),
    "group_report.file": lambda db, who, at: group_report.file(db, who, at.group.id, at.pictured, "xlsx", "nb"),
}
OF_FACILITATORS: dict[str, Deed] = {
    "group_rounds.start": lambda db, who, at: group_rounds.start(db, who, at.group.id, "Ny"),
    "group_rounds.close": lambda db, who, at: group_rounds.close(db, who, at.round),
    "group_rounds.remove": lambda db, who, at: group_rounds.remove(db, who, at.round),
}
ELSEWHERE = {  # these open the database themselves, or do away with one's own: below, and in tests/services
    "profiles.erase": "tests/services/test_shared_radars.py",
    "profile_lock.unlock": "tests/services/test_profile_lock.py",
}
NOT_OF_PROFILES = {"accounts", "signing_on", "inviting", "invitations", "erasing", "demo", "watching"}


def _seen(db: Any, at: Theirs) -> Any:
    return db.get(profile_tables.ActionPlan, at.plan).changed_at


def _finished(db: Any, at: Theirs) -> Any:
    return db.get(profile_tables.Assessment, at.finished)


def ways_in() -> set[str]:
    """Public functions that take a visitor, of every service that knows a table of leaders or a service that does."""
    modules = {each.name: importlib.import_module(f"helu.services.{each.name}") for each in _modules()}
    tables = {
        each
        for module in (profile_tables, rating_tables)
        for each in vars(module).values()
        if inspect.isclass(each) and issubclass(each, SQLModel) and each.__module__ == module.__name__
    }
    close: set[Any] = set()
    while True:
        more = {
            module
            for name, module in modules.items()
            if module not in close and name not in NOT_OF_PROFILES and _knows(module, tables, close)
        }
        if not more:
            break
        close |= more
    return {f"{name}.{each}" for name, module in modules.items() if module in close for each in _functions(module)}


def _modules() -> Iterator[Any]:
    return pkgutil.iter_modules(services.__path__)


def _knows(module: Any, tables: set[Any], close: set[Any]) -> bool:
    held = list(vars(module).values())
    return any(inspect.isclass(each) and each in tables for each in held) or any(
        inspect.ismodule(each) and each in close for each in held
    )


def _functions(module: Any) -> Iterator[str]:
    for name, each in vars(module).items():
        public = inspect.isfunction(each) and each.__module__ == module.__name__ and not name.startswith("_")
        if public and "visitor" in inspect.signature(each).parameters:
            yield name


def test_every_way_into_the_services_is_placed():
    placed = [*BY_KEY, *OF_ONES_OWN, *OF_THE_GROUP, *OF_FACILITATORS, *ELSEWHERE]
    assert len(placed) == len(set(placed))
    assert set(placed) == ways_in()


@pytest.mark.parametrize("kind_of_database", ["sqlite", "postgresql"])
def test_no_service_hands_out_or_changes_anything_of_a_leaders(theirs):
    before = rows_of(theirs)
    assert SECRET in told(before) and len(before["assessment"]) == 2
    for who in map(visitor, STRANGERS):
        for name, deed in BY_KEY.items():
            with writing() as db, pytest.raises(NotFound):
                pytest.fail(f"{name} as {who.email}: {deed(db, who, theirs)}")
        for name, deed in (OF_ONES_OWN | OF_THE_GROUP | OF_FACILITATORS).items():
            if name in OF_FACILITATORS and who.email in FACILITATE:
                continue
            found = _try(deed, who, theirs)
            assert leaks(told(found)) == [], (name, who.email)
            if name in OF_THE_GROUP or name in OF_FACILITATORS:
                may = name in OF_THE_GROUP and who.email in FACILITATE | IN_THE_GROUP
                assert isinstance(found, HeluError) != may, (name, who.email)
        assert rows_of(theirs) == before, who.email


def test_the_leader_gets_through_with_every_key(theirs):
    """Else the keys above would open nothing for anybody."""
    seen = ""
    for name, deed in BY_KEY.items():
        found = _try(deed, theirs.leif, theirs)
        assert not isinstance(found, NotFound), name
        seen += told(found)
    assert seen.count(SECRET) > 20
    assert len(leaks(told([_try(deed, theirs.leif, theirs) for deed in OF_ONES_OWN.values()]))) >= 2


def _try(deed: Deed, who: Any, theirs: Theirs) -> Any:
    try:
        with writing() as db:
            return deed(db, who, theirs)
    except HeluError as problem:
        return problem
