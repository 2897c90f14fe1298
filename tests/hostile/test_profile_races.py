"""Much at once on what belongs to leaders: nothing acknowledged is lost, nothing is counted twice, nothing breaks.

Each thread stands for a server of its own: writers in one process take turns, and here nobody does.
"""

from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlmodel import select

from helu.errors import HeluError, UsedLink
from helu.services import (
    accounts,
    feedback,
    feedback_results,
    group_rounds,
    groups,
    invitations,
    profiles,
    signing_on,
)
from helu.services.providers import Provider
from helu.services.responding import Answered
from helu.services.signing_on import Proof
from helu.store import database
from helu.store.database import reading, writing
from helu.store.profile_tables import Assessment
from helu.store.rating_tables import Feedback, FeedbackAnswer, GroupRound, HandedIn, SpentLink
from helu.store.sso_tables import Identity
from tests.both import kind_of_database
from tests.conftest import visitor
from tests.hostile.leaders import assess, respond
from tests.services.test_feedback import open_round

__all__ = ["kind_of_database"]


@pytest.fixture(autouse=True)
def servers(monkeypatch):
    monkeypatch.setattr(database, "_turn", nullcontext())
    monkeypatch.setattr(database, "PATIENCE", 90)  # thirty servers, on a machine that is busy with other tests


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What each returned, or the sentence it was refused with. Whatever else is raised breaks the test."""
    gate, found = Barrier(len(deeds)), [RuntimeError("not done")] * len(deeds)

    def run(at: int) -> None:
        gate.wait()
        try:
            found[at] = deeds[at]()
        except Exception as problem:
            found[at] = problem

    threads = [Thread(target=run, args=(at,)) for at in range(len(deeds))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    broken = [each for each in found if isinstance(each, Exception) and not isinstance(each, HeluError)]
    assert broken == []
    return found


def deed(do: Callable[..., Any], *about: Any) -> Callable[[], Any]:
    def run() -> Any:
        with writing() as db:
            return do(db, *about)

    return run


def done(found: list[Any]) -> int:
    return sum(not isinstance(each, HeluError) for each in found)


@pytest.fixture
def rounds(world):
    """Nine leaders in two groups, each with an open round."""
    with writing() as db:
        for at in range(9):
            accounts.invite(db, world.fjell.id, f"leder{at}@fjell.no", f"Leder {at}", "leader")
        found = [groups.add(db, world.astrid, f"Gruppe {at}", "network_group") for at in range(2)]
        members = [accounts.user_by_email(db, f"leder{at}@fjell.no").id for at in range(9)]
        for each in found:
            groups.set_members(db, world.astrid, each.id, members)
    with writing() as db:
        open_ = [group_rounds.start(db, world.astrid, each.id, "Runde").id for each in found]
    return open_, [visitor(f"leder{at}@fjell.no") for at in range(9)]


def test_an_assessment_is_in_one_round_however_many_tabs_hand_it_in(rounds):
    (one, other), leaders = rounds
    for leader in leaders[:4]:
        own = assess(leader)
        found = at_once(*(deed(group_rounds.hand_in, leader, each, own) for each in (one, other)))
        assert done(found) == 1
        assert any(isinstance(each, group_rounds.AlreadyUsed) for each in found)


def test_closing_while_some_hand_in_and_some_take_back_counts_everybody_once(world, rounds):
    (round_, _other), leaders = rounds
    own = [assess(each) for each in leaders]
    for each, assessment in zip(leaders[:7], own[:7], strict=True):
        deed(group_rounds.hand_in, each, round_, assessment)()
    at_once(
        *(deed(group_rounds.close, world.astrid, round_) for _each in range(2)),
        *(deed(group_rounds.take_back, each, round_) for each in leaders[:2]),
        *(deed(group_rounds.hand_in, each, round_, assessment) for each, assessment in zip(leaders[7:], own[7:], strict=True)),
    )  # fmt: skip
    with reading() as db:
        held = db.get_one(GroupRound, round_)
        counted = [each for each in db.exec(select(HandedIn).where(HandedIn.round_id == round_)) if each.counted]
    assert held.people == {"all": len(counted)}
    assert {each["n"] for each in held.sums["all"].values()} == {len(counted)}
    assert not any(each.values for each in counted)


def test_two_devices_with_the_same_link_give_one_answer(world):
    _id, tokens = open_round(world.leif, colleagues=6)
    for token in tokens["colleagues"]:
        found = at_once(*(partial(respond, token, 4, f"{token} {at}") for at in range(3)))
        assert done(found) == 1
        assert sum(isinstance(each, Answered) for each in found) == 2
    with reading() as db:
        assert db.query(FeedbackAnswer).count() == db.query(SpentLink).count() == 6


def test_thirty_answer_while_the_leader_closes(world):
    id_, tokens = open_round(world.leif, colleagues=30)
    answers = [partial(respond, each, 1 + at % 7) for at, each in enumerate(tokens["colleagues"])]
    found = at_once(*answers, *(deed(feedback_results.close, world.leif, id_) for _tab in range(2)))
    assert done(found) == 32
    deed(feedback_results.release_more, world.leif, id_)()
    with reading() as db:
        held = db.get_one(Feedback, id_)
        waiting = [each for each in db.query(FeedbackAnswer) if not each.counted]
        assert db.query(SpentLink).count() == 30
    assert sum(held.people.values()) + len(waiting) == 30
    assert {each["n"] for cell in held.sums.values() for each in cell.values()} <= {sum(held.people.values())}


def test_what_is_deleted_meanwhile_is_a_sentence(world, rounds):
    id_, tokens = open_round(world.leif, colleagues=5)
    answers = [partial(respond, each) for each in tokens["colleagues"]]
    found = at_once(*answers, deed(feedback.remove, world.leif, id_))
    assert all(isinstance(each, UsedLink) for each in found if isinstance(each, HeluError))
    (round_, _other), leaders = rounds
    own = assess(leaders[0])
    at_once(deed(profiles.erase, leaders[0]), deed(group_rounds.hand_in, leaders[0], round_, own),
            deed(group_rounds.close, world.astrid, round_))  # fmt: skip
    with writing() as db:
        assert db.get(Assessment, own) is None
        token = accounts.invite(db, world.fjord.id, world.leif.email, "Leif", "leader")
    assert done(at_once(*(deed(invitations.accept, world.leif, token) for _tab in range(3)))) == 1


def test_the_first_sign_on_in_several_tabs_lets_in_one_person(world):
    provider = Provider(
        key="x",
        name="Fjell",
        organisation="Fjell kommune",
        issuer="https://fjell.test",
        client_id="helu",
        client_secret="hysj",
    )
    proof = Proof("leif at the provider", {"email": world.leif.email, "email_verified": True})
    assert done(at_once(*(deed(signing_on.enter, provider, proof) for _tab in range(3)))) == 3
    with reading() as db:
        assert db.query(Identity).count() == 1
