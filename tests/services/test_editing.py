"""Change a plan without losing answers, promises or each other's work."""

import pytest

from helu.errors import EditedMeanwhile, HasAnswers, HeluError, Misfit
from helu.services import answering, editing, gatherings, results, running, showing
from helu.store.database import reading, writing
from helu.store.tables import Activity


def plan(world):
    with reading() as db:
        return list(running.activities_in(db, world.workshop.id))


def do(deed, world, *about, **more):
    with writing() as db:
        return deed(db, world.workshop, *about, **more)


def change(world, activity, edition=None, settings=None, **frame):
    fresh = next(each for each in plan(world) if each.id == activity.id)
    whole = {"title": fresh.title, "anonymous": fresh.anonymous, "groups": fresh.groups} | frame
    do(editing.change, world, fresh, fresh.edition if edition is None else edition, whole, settings or fresh.settings)


def answered(world, kind):
    activity = world.activity(kind)
    with writing() as db:
        running.open_activity(db, world.workshop, activity.id)
    given = {"choice": {"chosen": "mot"}, "open_cards": {"cards": ["Svar"]}}[kind]
    answering.store([answering.prepare(showing.current(world.workshop.id), "kari", activity.id, 0, 1, given)])
    return activity


def test_a_new_activity_comes_last_in_its_item_and_can_be_run(world):
    with reading() as db:
        item = gatherings.items_in(db, world.workshop.id)[0]
    made = do(editing.add_activity, world, "word_cloud", item.id, "Tre ord")
    assert (plan(world)[-1].id, plan(world)[-1].title) == (made.id, "Tre ord")


def test_moving_up_and_down_changes_the_order_and_nothing_else(world):
    second = plan(world)[1]
    do(editing.move, world, second, -1)
    assert plan(world)[0].id == second.id
    do(editing.move, world, second, -1)
    do(editing.move, world, second, 1)
    assert [each.id for each in plan(world)] == [each.id for each in world.activities]


def test_a_copy_comes_right_after_and_without_answers(world):
    activity = answered(world, "choice")
    copy = do(editing.duplicate, world, activity)
    ids = [each.id for each in plan(world)]
    assert ids.index(copy.id) == ids.index(activity.id) + 1
    with reading() as db:
        assert (results.count(db, activity.id), results.count(db, copy.id)) == (1, 0)


def test_what_is_removed_can_be_brought_back_with_its_answers(world):
    activity = answered(world, "choice")
    do(running.go_next, world)
    assert do(editing.remove, world, activity) == 1
    assert activity.id not in [each.id for each in plan(world)]
    do(editing.bring_back, world, activity.id)
    with reading() as db:
        assert results.count(db, activity.id) == 1


def test_what_was_removed_long_ago_is_erased(world, monkeypatch):
    do(editing.remove, world, world.activities[0])
    monkeypatch.setattr(editing, "KEPT", -editing.KEPT)
    with writing() as db:
        editing.sweep(db)
    with reading() as db:
        assert db.get(Activity, world.activities[0].id) is None


def test_the_open_activity_cannot_be_removed(world):
    activity = answered(world, "choice")
    with pytest.raises(Misfit):
        do(editing.remove, world, activity)


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(world):
    activity = world.activity("choice")
    change(world, activity, edition=0, title="Min")
    with pytest.raises(EditedMeanwhile):
        change(world, activity, edition=0, title="Din")
    assert next(each for each in plan(world) if each.id == activity.id).title == "Min"


def test_anonymity_is_never_loosened_after_somebody_has_answered(world):
    activity = answered(world, "open_cards")
    with pytest.raises(HasAnswers, match="anonymiteten"):
        change(world, activity, anonymous=False)
    change(world, activity, title="Et bedre spørsmål")


def test_an_option_that_somebody_may_have_chosen_stays(world):
    activity = answered(world, "choice")
    fewer = {"options": [{"id": "mot", "text": "Mot"}, {"id": "ny", "text": "Ny"}]}
    with pytest.raises(HasAnswers, match="alternativene"):
        change(world, activity, settings=fewer)
    more = {"options": [*activity.settings["options"], {"id": "ny", "text": "Ny"}]}
    change(world, activity, settings=more)


@pytest.mark.parametrize("settings", [{"cards": 0}, {"cards": "mange"}, {"finnes_ikke": 1}, {"max_length": 10_000}])
def test_a_setting_that_does_not_fit_is_a_sentence(world, settings):
    with pytest.raises(Misfit) as problem:
        change(world, world.activity("open_cards"), settings=settings)
    assert str(problem.value).endswith(".")


def test_an_empty_question_is_refused(world):
    with pytest.raises(Misfit):
        change(world, world.activity("open_cards"), title="  ")


def test_options_keep_their_ids_through_rewording_and_reordering():
    old = [{"id": "a", "text": "Retning"}, {"id": "b", "text": "Ro"}]
    assert editing.options_from_lines(old, "Ro\nRetning") == [{"id": "b", "text": "Ro"}, {"id": "a", "text": "Retning"}]
    assert editing.options_from_lines(old, "Retning\nRo og orden")[1]["id"] == "b"
    grown = editing.options_from_lines(old, "Retning\nMot\n\nRo")
    assert (grown[0]["id"], grown[2]["id"]) == ("a", "b")
    assert len({each["id"] for each in grown}) == 3


@pytest.mark.parametrize("start", ["8:30", "25:00", "12:60", "morgen", "08.30"])
def test_a_clock_time_that_is_none_is_a_sentence(world, start):
    with reading() as db:
        item = gatherings.items_in(db, world.workshop.id)[0]
    with pytest.raises(Misfit):
        do(editing.change_item, world, item, {"title": "Start", "start": start})


def test_a_removed_gathering_is_gone_for_phones_at_once_and_can_be_undone(world):
    do(editing.remove_workshop, world)
    with pytest.raises(HeluError):
        showing.by_code(world.workshop.code)
    with writing() as db:
        editing.bring_workshop_back(db, world.astrid, world.workshop.id)
    assert showing.by_code(world.workshop.code).title == "Samling i Fjell"
