"""A leader's look at oneself: kept as one goes, by nobody else, and never at the cost of another tab."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from sqlmodel import select

from helu.content.balance_words import balance_words
from helu.errors import NotFound, Unreadable
from helu.services import accounts, assessing
from helu.services.assessing import Saving
from helu.store.database import reading, writing
from helu.store.profile_tables import Assessment
from helu.store.tables import Membership
from tests.conftest import visitor

SHORT = sorted(balance_words().statements("short"))
FULL = sorted(balance_words().statements("full"))


def begin(who, form="short"):
    with writing() as db:
        return assessing.begin(db, who, form)


def answer(who, held, current=None, wanted=None):
    with writing() as db:
        assessing.answer(db, who, held.id, {"current": current or {}, "wanted": wanted or {}})


def finish(who, held, given=None):
    with writing() as db:
        return assessing.finish(db, who, held.id, given)


def look(who, held):
    with reading() as db:
        return assessing.known(db, who, held.id)


@pytest.fixture
def facilitator(world):
    """Frida facilitates in Fjell; Leif is in her groups."""
    with writing() as db:
        accounts.invite(db, world.fjell.id, "frida@fjell.no", "Frida", "facilitator")
    return visitor("frida@fjell.no")


def test_the_short_form_has_one_statement_for_each_behaviour_and_the_full_one_all():
    assert (len(SHORT), len(FULL)) == (18, 36)
    for form, ids in (("short", SHORT), ("full", FULL)):
        screens = assessing.questionnaire(form, "nn").screens
        assert sorted(id_ for screen in screens for id_, _text in screen.statements) == ids
        assert len(screens) == 18


def test_beginning_again_goes_on_with_the_unfinished_one_of_the_same_form(world):
    first, full = begin(world.leif), begin(world.leif, "full")
    assert begin(world.leif).id == first.id != full.id
    answer(world.leif, first, {"rel_1a": 5})
    finish(world.leif, first)
    assert begin(world.leif).id != first.id
    with pytest.raises(NotFound):
        begin(world.leif, "medium")


def test_what_is_answered_stands_beside_what_was_and_a_skip_is_not_the_same_as_nothing(world):
    held = begin(world.leif)
    answer(world.leif, held, {"rel_1a": 5, "tsk_1a": None})
    answer(world.leif, held, {"rel_1a": 6}, {"rel_1a": 7})
    kept = look(world.leif, held)
    assert kept.current == {"rel_1a": 6, "tsk_1a": None}
    assert kept.wanted == {"rel_1a": 7}


@pytest.mark.parametrize(
    "given",
    [
        {"current": {"rel_1a": 0}},
        {"current": {"rel_1a": 8}},
        {"wanted": {"rel_1a": "5"}},
        {"wanted": {"rel_1a": True}},
        {"current": {"rel_1a": 5.0}},
        {"current": {"rel_1b": 5}},  # of the full form only
        {"current": {"rel_1a": 5, "unknown": 5}},
        {"others": {"rel_1a": 5}},
        {"current": [5]},
        {"current": None},
    ],
)
def test_what_does_not_fit_is_refused_as_a_whole(world, given):
    held = begin(world.leif)
    with pytest.raises(Unreadable), writing() as db:
        assessing.answer(db, world.leif, held.id, given)
    assert isinstance(assessing.store([Saving(world.leif, held.id, given)])[0], Unreadable)
    assert look(world.leif, held).current == {}


def test_a_finished_one_stands_as_it_is(world):
    held = begin(world.leif)
    with pytest.raises(assessing.Empty):
        finish(world.leif, held, {"current": {"rel_1a": None}})
    done = finish(world.leif, held, {"current": {"rel_1a": 5}})
    assert finish(world.leif, held, {"current": {"rel_1a": 1}}).finished_at == done.finished_at
    with pytest.raises(assessing.Finished):
        answer(world.leif, held, {"rel_1a": 1})
    late = Saving(world.leif, held.id, {"current": {"rel_1a": 1}})
    assert isinstance(assessing.store([late])[0], assessing.Finished)
    assert look(world.leif, held).current == {"rel_1a": 5}


def test_looking_back_goes_from_the_oldest_to_the_newest(world):
    rounds = []
    for step in (2, 4):
        rounds.append(begin(world.leif))
        finish(world.leif, rounds[-1], {"current": {"rel_1a": step}})
    under_way = begin(world.leif, "full")
    with reading() as db:
        assert [each.id for each in assessing.history(db, world.leif)] == [each.id for each in rounds]
        newest, unfinished = assessing.newest_finished(db, world.leif), assessing.unfinished(db, world.leif)
        assert newest and unfinished
        assert (newest.id, unfinished.id) == (rounds[1].id, under_way.id)
        assert assessing.unfinished(db, world.leif, "short") is None


def test_the_figures_are_the_models_for_now_and_for_six_months_on(world):
    held = begin(world.leif)
    answer(world.leif, held, dict.fromkeys(SHORT, 4), {"rel_1a": 7})
    figures = assessing.figures(look(world.leif, held))
    assert figures.current.dimensions == dict.fromkeys(("relation", "change", "task", "culture"), 4)
    assert figures.current.balance_index == 1
    assert figures.wanted.behaviours["attention_to_employees"] == 7
    assert figures.wanted.dimensions["relation"] is None  # fewer than half


DEEDS = {
    "look": lambda db, who, id_: assessing.known(db, who, id_),
    "answer": lambda db, who, id_: assessing.answer(db, who, id_, {"current": {"rel_1a": 1}}),
    "finish": lambda db, who, id_: assessing.finish(db, who, id_, {}),
    "remove": lambda db, who, id_: assessing.remove(db, who, id_),
}


@pytest.mark.parametrize("what", DEEDS)
def test_nobody_else_reaches_it_whatever_they_are(world, facilitator, what):
    held = begin(world.leif)
    answer(world.leif, held, {"rel_1a": 5})
    for other in (world.astrid, facilitator, world.ingrid):
        begin(other)  # having a profile of one's own makes no difference
        for id_ in (held.id, uuid4()):
            with pytest.raises(NotFound), writing() as db:
                DEEDS[what](db, other, id_)
    assert look(world.leif, held).current == {"rel_1a": 5}


def test_others_find_nothing_in_their_own_lists_and_save_nothing_in_his(world, facilitator):
    held = begin(world.leif)
    finish(world.leif, held, {"current": {"rel_1a": 5}})
    unfinished = begin(world.leif)
    for other in (world.astrid, facilitator, world.ingrid):
        with reading() as db:
            assert assessing.history(db, other) == []
            assert assessing.unfinished(db, other) is assessing.newest_finished(db, other) is None
        save = Saving(other, unfinished.id, {"current": {"rel_1a": 1}})
        assert isinstance(assessing.store([save])[0], NotFound)
    assert look(world.leif, unfinished).current == {}


def test_the_same_person_in_another_organisation_has_another_profile(world):
    held = begin(world.leif)
    with writing() as db:
        db.add(Membership(user_id=world.leif.user_id, organisation_id=world.fjord.id, role="leader"))
    there = type(world.leif)(**world.leif.__dict__ | {"organisation_id": world.fjord.id})
    with pytest.raises(NotFound):
        look(there, held)
    assert isinstance(assessing.store([Saving(there, held.id, {})])[0], NotFound)


def test_one_that_does_not_fit_does_not_take_the_others_with_it(world):
    mine, hers = begin(world.leif), begin(world.ingrid)
    results = assessing.store(
        [
            Saving(world.leif, mine.id, {"current": {"rel_1a": 3}}),
            Saving(world.leif, mine.id, {"current": {"rel_1a": 9}}),
            Saving(world.leif, hers.id, {"current": {"rel_1a": 1}}),
            Saving(world.ingrid, hers.id, {"wanted": {"rel_1a": None}}),
            Saving(world.leif, mine.id, {"wanted": {"rel_1a": 4}}),
        ]
    )
    assert [type(each) for each in results] == [type(None), Unreadable, NotFound, type(None), type(None)]
    assert (look(world.leif, mine).current, look(world.leif, mine).wanted) == ({"rel_1a": 3}, {"rel_1a": 4})
    assert (look(world.ingrid, hers).current, look(world.ingrid, hers).wanted) == ({}, {"rel_1a": None})


def test_two_tabs_that_write_at_once_lose_nothing(world):
    held, together = begin(world.leif, "full"), Barrier(2)

    def one_tab(layer, deed):
        together.wait()
        for statement in FULL:
            deed({layer: {statement: 4}})

    def alone(given):
        with writing() as db:
            assessing.answer(db, world.leif, held.id, given)

    def in_the_batch(given):
        assert assessing.store([Saving(world.leif, held.id, given)]) == [None]

    with ThreadPoolExecutor(2) as tabs:
        done = [tabs.submit(one_tab, "current", alone), tabs.submit(one_tab, "wanted", in_the_batch)]
        for each in done:
            each.result()
    kept = look(world.leif, held)
    assert kept.current == kept.wanted == dict.fromkeys(FULL, 4)


def test_a_round_can_be_removed_alone(world):
    kept, gone = begin(world.leif, "full"), begin(world.leif)
    with writing() as db:
        assert assessing.remove(db, world.leif, gone.id)
    with reading() as db:
        assert [each.id for each in db.exec(select(Assessment)).all()] == [kept.id]
