"""A round of feedback: asked, answered, closed, and shown together or not at all."""

import pytest

from helu.content.balance_words import balance_words
from helu.errors import Misfit, NotFound, NotOpen, UsedLink
from helu.services import feedback, feedback_results, profiles, responding
from helu.services.feedback import OWN_LEADER
from helu.store.database import reading, writing
from helu.store.rating_tables import FeedbackAnswer, Respondent
from helu.store.rows import now

STATEMENTS = sorted(balance_words().statements("short"))


def open_round(leader, alone=False, **roles):
    """Role -> how many are asked. Returns the round's id and role -> tokens."""
    with writing() as db:
        held = feedback.draft(db, leader)
        for role, n in roles.items():
            feedback.add(db, leader, held.id, role, [(f"{role} {at}", "") for at in range(n)])
        links = feedback.open_round(db, leader, held.id, alone)
    tokens: dict[str, list[str]] = {}
    for each in links:
        tokens.setdefault(each.role, []).append(each.token)
    return held.id, tokens


def respond(token, step=4, secret=None, texts=None, steps=None):
    with writing() as db:
        given = steps if steps is not None else dict.fromkeys(STATEMENTS, step)
        responding.answer(db, token, secret or f"device of {token}", given, texts or {})


def close(leader, id_):
    with writing() as db:
        return feedback_results.close(db, leader, id_)


def seen(leader, id_):
    with reading() as db:
        return feedback_results.results(db, leader, id_)


def test_a_role_with_five_answers_is_shown_and_a_smaller_one_is_counted_with_others(world):
    id_, tokens = open_round(world.leif, own_leader=1, colleagues=5, employees=6, network=4)
    for role, each in ((role, each) for role, all_ in tokens.items() for each in all_):
        respond(each, {"own_leader": 7, "colleagues": 3, "employees": 5, "network": 1}[role])
    assert close(world.leif, id_) == 16
    found = seen(world.leif, id_)
    assert {cell: shown.people for cell, shown in found.cells.items()} == {"colleagues": 5, "employees": 6, "others": 5}
    assert found.cells["colleagues"].scores.behaviours["recognises"] == 3
    assert found.cells["others"].scores.behaviours["recognises"] == 2  # (7 + 4 * 1) / 5 in half steps
    assert set(found.merged) == {OWN_LEADER, "network"}


def test_the_own_leader_is_shown_alone_only_when_told_so(world):
    id_, tokens = open_round(world.leif, alone=True, own_leader=1, colleagues=5)
    with reading() as db:
        assert responding.asked(db, tokens["own_leader"][0]).alone
        assert not responding.asked(db, tokens["colleagues"][0]).alone
    respond(tokens["own_leader"][0], 7)
    close(world.leif, id_)
    assert {cell: shown.people for cell, shown in seen(world.leif, id_).cells.items()} == {OWN_LEADER: 1}


def test_too_few_are_joined_by_the_smallest_role_that_could_stand_alone(world):
    id_, tokens = open_round(world.leif, colleagues=5, employees=6, network=2)
    for role in tokens:
        for each in tokens[role]:
            respond(each)
    close(world.leif, id_)
    assert {cell: shown.people for cell, shown in seen(world.leif, id_).cells.items()} == {"employees": 6, "others": 7}


def test_nothing_is_shown_of_four_and_nothing_before_closing(world):
    id_, tokens = open_round(world.leif, colleagues=6)
    for each in tokens["colleagues"][:5]:
        respond(each)
    assert seen(world.leif, id_).cells == {}
    id_two, tokens = id_, tokens
    with writing() as db:
        feedback.remove(db, world.leif, id_two)
    id_, tokens = open_round(world.leif, colleagues=6)
    for each in tokens["colleagues"][:4]:
        respond(each)
    assert close(world.leif, id_) == 0
    assert seen(world.leif, id_).together is None
    respond(tokens["colleagues"][4])  # the fifth, late: now they are enough
    with writing() as db:
        assert feedback_results.release_more(db, world.leif, id_) == 5


def test_after_closing_the_picture_only_changes_for_three_or_more(world):
    id_, tokens = open_round(world.leif, colleagues=9)
    for each in tokens["colleagues"][:5]:
        respond(each, 2)
    close(world.leif, id_)
    for late in tokens["colleagues"][5:7]:
        respond(late, 7)
    with writing() as db:
        assert not feedback.progress(db, world.leif, id_).can_release
        assert feedback_results.release_more(db, world.leif, id_) == 0
    assert seen(world.leif, id_).cells["colleagues"].scores.behaviours["recognises"] == 2
    respond(tokens["colleagues"][7], 7)
    with writing() as db:
        assert feedback.progress(db, world.leif, id_).can_release
        assert feedback_results.release_more(db, world.leif, id_) == 3
    assert seen(world.leif, id_).cells["colleagues"].scores.behaviours["recognises"] == 4


def test_one_link_gives_one_answer_which_the_same_device_may_change_until_closing(world):
    id_, tokens = open_round(world.leif, colleagues=5)
    first = tokens["colleagues"][0]
    respond(first, 1, texts={"keep_on": "Mer kaffe"})
    respond(first, 6)
    with pytest.raises(responding.Answered):
        respond(first, 7, secret="another device")
    with reading() as db:
        assert set(responding.given(db, first, f"device of {first}").steps.values()) == {6}
    for each in tokens["colleagues"][1:]:
        respond(each, 6)
    close(world.leif, id_)
    with pytest.raises(responding.Counted):
        respond(first, 1)
    assert seen(world.leif, id_).cells["colleagues"].people == 5
    assert seen(world.leif, id_).cells["colleagues"].scores.behaviours["recognises"] == 6


def test_nothing_is_left_of_single_answers_when_they_are_counted(world):
    id_, tokens = open_round(world.leif, colleagues=5)
    for each in tokens["colleagues"]:
        respond(each)
    close(world.leif, id_)
    with reading() as db:
        assert db.query(FeedbackAnswer).count() == 0


def test_a_statement_that_few_could_answer_waits(world):
    id_, tokens = open_round(world.leif, colleagues=8)
    for at, each in enumerate(tokens["colleagues"][:5]):
        respond(each, steps=dict.fromkeys(STATEMENTS, 3) | ({STATEMENTS[0]: None} if at == 0 else {}))
    close(world.leif, id_)
    figures = seen(world.leif, id_).cells["colleagues"].scores.behaviours
    assert [name for name, value in figures.items() if value is None] != []
    assert sum(value is None for value in figures.values()) == 1


def test_own_words_are_shown_from_ten_and_in_no_order_of_arrival(world):
    id_, tokens = open_round(world.leif, colleagues=14)
    for at, each in enumerate(tokens["colleagues"][:9]):
        respond(each, texts={"keep_on": f"Tekst {at}"})
    close(world.leif, id_)
    with reading() as db:
        assert feedback_results.texts(db, world.leif, id_) == {}
    for at, each in enumerate(tokens["colleagues"][9:12], 9):
        respond(each, texts={"keep_on": f"Tekst {at}"})
    with writing() as db:
        feedback_results.release_more(db, world.leif, id_)
        shown = feedback_results.texts(db, world.leif, id_)["keep_on"]
    assert sorted(shown) == sorted(f"Tekst {at}" for at in range(12))
    late = tokens["colleagues"][12]
    respond(late, texts={"keep_on": "Sen", "more_or_different": "Alene"})
    respond(late, texts={"keep_on": "Sen, endret"})
    with writing() as db:
        feedback_results.release_more(db, world.leif, id_)
        assert len(feedback_results.texts(db, world.leif, id_)["keep_on"]) == 12


def test_the_next_round_waits_so_that_two_cannot_be_subtracted(world):
    id_, tokens = open_round(world.leif, colleagues=5)
    for each in tokens["colleagues"]:
        respond(each)
    with pytest.raises(Misfit):
        open_round(world.leif, colleagues=6)
    close(world.leif, id_)
    with pytest.raises(feedback.NotYet):
        open_round(world.leif, colleagues=6)


def test_too_few_asked_is_refused_and_nobody_else_reaches_the_round(world):
    with pytest.raises(Misfit):
        open_round(world.leif, colleagues=4)
    id_ = open_round(world.leif, colleagues=1)[0]
    for stranger in (world.astrid, world.ingrid):
        with writing() as db:
            for deed in (feedback.known, feedback.progress, feedback_results.results, feedback_results.close):
                with pytest.raises(NotFound):
                    deed(db, stranger, id_)


def test_a_removed_respondent_has_a_dead_link_and_a_new_link_kills_the_old(world):
    id_, tokens = open_round(world.leif, colleagues=6)
    with writing() as db:
        first, second, *_rest = feedback.respondents(db, world.leif, id_)
        feedback.remove_respondent(db, world.leif, id_, first.id)
        fresh = feedback.renew(db, world.leif, id_, second.id)
    dead = [each for each in tokens["colleagues"] if not _works(each)]
    assert len(dead) == 2
    assert _works(fresh.token)


def test_no_table_joins_a_person_with_an_answer(world):
    """Beyond the key of the round itself, no value stands both with a respondent and with an answer."""
    _id, tokens = open_round(world.leif, colleagues=5)
    respond(tokens["colleagues"][0])
    with reading() as db:
        people = {str(value) for each in db.query(Respondent) for value in each.model_dump().values()}
        answers = [each.model_dump() for each in db.query(FeedbackAnswer)]
    shared = {str(value) for each in answers for value in each.values()} & people
    assert shared == {str(_id)} | {"colleagues"}  # the role, which five or more have


def test_nonsense_is_refused(world):
    _id, tokens = open_round(world.leif, colleagues=5)
    for steps in ({"nothing": 4}, {STATEMENTS[0]: 8}, {STATEMENTS[0]: True}, {STATEMENTS[0]: None}, {}):
        with pytest.raises(Misfit):
            respond(tokens["colleagues"][0], steps=steps)
    with pytest.raises(UsedLink):
        respond("not a link")
    with writing() as db, pytest.raises(NotOpen):
        held = feedback.draft(db, world.leif)
        feedback_results.close(db, world.leif, held.id)


def _works(token):
    with reading() as db:
        try:
            responding.asked(db, token)
        except UsedLink:
            return False
    return True


def test_closing_says_when_the_next_may_open(world):
    id_, tokens = open_round(world.leif, colleagues=5)
    for each in tokens["colleagues"]:
        respond(each)
    close(world.leif, id_)
    with reading() as db:
        assert profiles.known(db, world.leif).next_feedback_from > now()
