"""Decisions: written down with origins and support, changed, taken away and back, and put into the platform."""

from datetime import date

import pytest

from helu.errors import Misfit, MovedMeanwhile, NotFound
from helu.services import decisions, earlier, editing, material, platforms, results, running, showing
from helu.store.database import reading, writing
from helu.store.tables import Activity, AgendaItem
from tests.services.conftest import Gathering

DAY = date(2026, 11, 21)
TEXT = "Vi tar den felles saken først."


def add(gathering: Gathering, kind: str, key: str, **more) -> Activity:
    with writing() as db:
        item = db.exec(AgendaItem.__table__.select()).first()
        position = len(running.activities_in(db, gathering.workshop.id))
        about = {"workshop_id": gathering.workshop.id, "item_id": item.id, "position": position}
        activity = Activity(**about, key=key, kind=kind, title=key, **more)
        db.add(activity)
    return activity


def open_(gathering: Gathering, activity: Activity) -> None:
    with writing() as db:
        running.open_activity(db, gathering.workshop, activity.id)


def state_of(activity: Activity):
    with reading() as db:
        return showing.settings_of(db.get_one(Activity, activity.id), db).state


def do(deed, gathering: Gathering, *about, **more):
    with writing() as db:
        return deed(db, gathering.workshop, *about, **more)


def record(gathering, activity, text=TEXT, outcome="adopted", **more):
    return do(decisions.record, gathering, activity, text, outcome, DAY, **more)


@pytest.fixture
def weighed(gathering) -> tuple[Activity, Activity]:
    """Six people wrote and weighed; the text came from a card, and the decision is about the weighed text."""
    cards = add(gathering, "open_cards", "kort", settings={"cards": 3})
    gathering.answer("kort", cards=[TEXT])
    source = {"activity": "kort", "what": "cards"}
    agreed = add(gathering, "agreement", "enige", settings={"material": [source]})
    open_(gathering, agreed)
    with reading() as db:
        [taken] = db.get_one(Activity, agreed.id).material
    for grade in (1, 1, 2, 3, 3, 8):
        gathering.answer(
            "enige", **{f"{taken['key']}_grade": grade, "reason": "Møtene er for korte" if grade == 8 else ""}
        )
    settings = {"material": [{"activity": "enige", "what": "options"}]}
    decided = add(gathering, "decision", "vedtak", settings=settings)
    open_(gathering, decided)
    return cards, decided


def test_what_was_decided_is_kept_with_its_support_and_its_origins(gathering, weighed):
    _cards, activity = weighed
    with reading() as db:
        key = db.get_one(Activity, activity.id).material[0]["key"]
    made = record(gathering, activity, outcome="reserved", reservations="Prøves i et halvt år", present=7, about=key)
    assert made.support == {"1": 2, "2": 1, "3": 2, "8": 1}
    with reading() as db:
        platform = platforms.of_workshop(db, gathering.workshop)
        assert decisions.of_platform(db, platform) == [made] == list(state_of(activity).made)
        assert [leaf.text for leaf in material.trail(db, made.sources)] == [TEXT]
        again = material.things_of(db, db.get_one(Activity, activity.id), "decisions")
        assert [(each.text, each.origins) for each in again] == [(TEXT, made.sources)]


def test_a_proposal_that_was_decided_is_no_longer_left_also_when_it_was_reworded(gathering, weighed):
    _cards, activity = weighed
    with reading() as db:
        key = db.get_one(Activity, activity.id).material[0]["key"]
    assert state_of(activity).settled == frozenset()
    made = record(gathering, activity, "Vi tar alltid den felles saken først.", about=key)
    assert state_of(activity).settled == {key}
    assert made.support  # it is still the text that was weighed


def test_support_is_not_taken_from_a_room_too_small_to_be_shown(gathering):
    add(gathering, "agreement", "enige", settings={"proposals": [{"id": "a", "text": TEXT}]})
    for _person in range(4):
        gathering.answer("enige", a_grade=1, reason="")
    activity = add(gathering, "decision", "vedtak")
    assert record(gathering, activity).support == {}


def test_another_text_has_no_support(gathering, weighed):
    assert record(gathering, weighed[1], "Noe helt annet").support == {}


def test_a_decision_is_changed_in_place_and_keeps_what_it_stands_on(gathering, weighed):
    made = record(gathering, weighed[1])
    after = do(decisions.change, gathering, made.id, "Ny ordlyd", "returned", DAY, "Mangler tall", 5)
    assert (after.id, after.support, after.sources) == (made.id, made.support, made.sources)
    assert (after.text, after.outcome, after.present) == ("Ny ordlyd", "returned", 5)
    with reading() as db:
        assert len(decisions.of_platform(db, platforms.of_workshop(db, gathering.workshop))) == 1
        assert material.things_of(db, weighed[1], "decisions") == []  # what went back holds nothing


def test_a_removed_decision_can_be_brought_back_as_it_was(gathering, weighed):
    made = record(gathering, weighed[1], present=7)
    do(decisions.remove, gathering, made.id)
    assert state_of(weighed[1]).made == ()
    do(decisions.bring_back, gathering, made)
    do(decisions.bring_back, gathering, made)  # pressing twice is harmless
    assert state_of(weighed[1]).made == (made,)


@pytest.mark.parametrize(
    "wrong",
    [{"text": " \u200b "}, {"text": "x" * 4001}, {"outcome": "perhaps"}, {"present": -1}, {"reservations": "x" * 4001}],
)
def test_what_does_not_fit_is_refused_with_a_sentence(gathering, weighed, wrong):
    with pytest.raises(Misfit):
        record(gathering, weighed[1], **wrong)
    assert state_of(weighed[1]).made == ()


def test_nobody_reaches_a_decision_of_another_gathering(gathering, weighed):
    made = record(gathering, weighed[1])
    other = add_gathering(gathering)
    for deed in (decisions.remove, decisions.change):
        more = () if deed is decisions.remove else (TEXT, "adopted", DAY)
        with pytest.raises(NotFound), writing() as db:
            deed(db, other, made.id, *more)
    with pytest.raises(NotFound), writing() as db:
        decisions.record(db, other, weighed[1], TEXT, "adopted", DAY)
    with pytest.raises(NotFound), writing() as db:
        decisions.put_into(db, platforms.of_workshop(db, other), made, "purpose")
    with pytest.raises(NotFound):
        do(decisions.remove, gathering, "not an id")


def add_gathering(gathering: Gathering):
    from helu.services import gatherings

    with writing() as db:
        return gatherings.make(db, gathering.organisation, "short")[0]


@pytest.mark.parametrize(("part", "rows"), [("principles", "lines"), ("values", "values"), ("matter_list", "matters")])
def test_a_decision_becomes_a_line_in_the_platform_that_leads_back_to_the_cards(gathering, weighed, part, rows):
    with reading() as db:
        key = db.get_one(Activity, weighed[1].id).material[0]["key"]
    made = record(gathering, weighed[1], about=key)
    do(decisions.put_into_of, gathering, made, part)
    with reading() as db:
        platform = platforms.of_workshop(db, gathering.workshop)
        [line] = getattr(platforms.newest(db, platform, part).content, rows)
        assert line.text == TEXT
        [(place, thing)] = platforms.things_of(db, gathering.workshop, part, "lines")
        assert [leaf.text for leaf in material.trail(db, thing.origins)] == [TEXT]
        assert [each.id for each in decisions.for_part(db, platform, part)] == [made.id]
    with pytest.raises(Misfit, match="allerede"):
        do(decisions.put_into_of, gathering, made, part)


def test_an_element_keeps_what_it_said_and_gets_the_decision_below(gathering, weighed):
    first, second = record(gathering, weighed[1]), record(gathering, weighed[1], "Og så den nest viktigste.")
    for each in (first, second):
        do(decisions.put_into_of, gathering, each, "group_norms")
    with reading() as db:
        version = platforms.newest(db, platforms.of_workshop(db, gathering.workshop), "group_norms")
    assert version.content.text == f"{first.text}\n\n{second.text}"
    assert version.number == 2
    assert version.content.sources


def test_a_text_too_long_for_a_line_and_one_sent_back_stay_out(gathering, weighed):
    long = record(gathering, weighed[1], "x" * 401)
    back = record(gathering, weighed[1], outcome="returned")
    for made, part in ((long, "principles"), (back, "purpose")):
        with pytest.raises(Misfit):
            do(decisions.put_into_of, gathering, made, part)
    with pytest.raises(NotFound):
        do(decisions.put_into_of, gathering, back, "year")
    with reading() as db:
        assert platforms.newest(db, platforms.of_workshop(db, gathering.workshop), "principles").number == 0


def test_a_new_round_asks_the_same_right_after_and_knows_the_first(gathering, weighed):
    first = gathering.activity("enige")
    second = do(earlier.another_round, gathering, first.id)
    assert second.title == "enige (runde 2)"
    with reading() as db:
        plan = [each.id for each in running.activities_in(db, gathering.workshop.id)]
        assert plan.index(second.id) == plan.index(first.id) + 1
        assert results.count(db, second.id) == 0
        key = db.get_one(Activity, second.id).material[0]["key"]
    state = state_of(second)
    assert state.sealed  # it is open now
    assert state.counts(key, TEXT) == (2, 1, 2, 0, 0, 0, 0, 1)
    third = do(earlier.another_round, gathering, second.id)
    assert third.title == "enige (runde 3)"
    assert not state_of(second).sealed
    assert state_of(third).by_id == {}  # nobody answered the second, so there is nothing to show


def test_a_new_round_is_refused_when_somebody_else_moved_the_gathering(gathering, weighed):
    first = gathering.activity("enige")
    with pytest.raises(MovedMeanwhile):
        do(earlier.another_round, gathering, first.id, 0)
    with reading() as db:
        assert len([a for a in running.activities_in(db, gathering.workshop.id) if a.kind == "agreement"]) == 1


def test_two_rounds_that_point_at_each_other_do_not_go_round_for_ever(gathering):
    proposals = [{"id": "a", "text": TEXT}]
    first = add(gathering, "agreement", "en", settings={"proposals": proposals, "before": "to"})
    add(gathering, "agreement", "to", settings={"proposals": proposals, "before": "en"})
    assert do(earlier.another_round, gathering, first.id).title.endswith("(runde 3)")


def test_an_earlier_round_too_small_to_be_shown_is_not_shown_later_either(gathering):
    proposals = [{"id": "a", "text": TEXT}]
    add(gathering, "agreement", "en", settings={"proposals": proposals})
    for _person in range(3):
        gathering.answer("en", a_grade=8, reason="")
    second = add(gathering, "agreement", "to", settings={"proposals": proposals, "before": "en"})
    assert state_of(second).by_id == {}
    gathering.change("en", anonymous=False)
    assert state_of(second).by_id == {"a": (0, 0, 0, 0, 0, 0, 0, 3)}


def test_erasing_the_activity_leaves_the_decision(gathering, weighed):
    made = record(gathering, weighed[1])
    open_(gathering, gathering.activity("enige"))
    with writing() as db:
        editing.remove(db, gathering.workshop, gathering.activity("vedtak"))
        db.delete(db.get_one(Activity, weighed[1].id))
    with reading() as db:
        [kept] = decisions.of_platform(db, platforms.of_workshop(db, gathering.workshop))
    assert (kept.id, kept.text, kept.activity) == (made.id, made.text, "")
