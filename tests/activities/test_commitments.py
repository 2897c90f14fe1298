"""What is promised and looked back on, from the phone's fields to the wall's picture."""

from helu.activities import ACTIVITIES
from helu.activities.follow_up import State
from helu.domain.follow_up import STATUSES, Commitment
from helu.domain.given import Given

PROMISE, LOOK_BACK, OVER_TIME = ACTIVITIES["commitments"], ACTIVITIES["follow_up"], ACTIVITIES["pulse_development"]
HERE = "6f1c2b34-0000-4000-8000-000000000001"


def commitment(key, who="Kari", what="Ta opp saken", **more):
    return Commitment(HERE, key * 16, who, what, **more)


def looking_back(*commitments, language="nb"):
    return LOOK_BACK.settings_of({}, state=State(commitments, language))


def test_a_promise_names_who_and_keeps_its_key_when_its_words_change():
    settings = PROMISE.settings_of({})
    before = PROMISE.things(settings, [Given({"what": "Ta opp saken"}, "tag", "Kari")], "commitments")
    after = PROMISE.things(settings, [Given({"what": "Ta opp saken mandag"}, "tag", "Kari")], "commitments")
    assert [each.text for each in before + after] == ["Kari: Ta opp saken", "Kari: Ta opp saken mandag"]
    assert before[0].key == after[0].key


def test_a_promise_is_only_ever_made_by_name():
    assert PROMISE.named
    assert not LOOK_BACK.named


def test_a_promise_whose_words_are_hidden_is_not_on_the_wall():
    settings = PROMISE.settings_of({})
    hidden = [Given({"what": "", "when": "1. mars", "sign": ""}, "tag", "Kari")]
    assert PROMISE.picture(settings, hidden).as_json()["rows"] == []
    assert PROMISE.things(settings, hidden, "commitments") == []


def test_the_phone_chooses_among_the_groups_own_promises_in_the_activitys_language():
    which, how, _note = LOOK_BACK.fields(looking_back(commitment("1", when="1. mars"), commitment("2", "Ola")))
    assert [option.label for option in which.options] == ["Kari: Ta opp saken (1. mars)", "Ola: Ta opp saken"]
    assert [option.value for option in how.options] == list(STATUSES)
    _which, how, _note = LOOK_BACK.fields(looking_back(commitment("1"), language="nb"))
    assert [option.label for option in how.options] == ["Planlagt", "I gang", "Gjort", "Lagt bort"]


def test_a_long_promise_is_cut_where_it_is_chosen_and_whole_on_the_wall():
    long = "Vi tar dette opp igjen " * 15
    settings = looking_back(commitment("1", what=long.strip()))
    assert len(LOOK_BACK.fields(settings)[0].options[0].label) < 130
    assert LOOK_BACK.picture(settings, []).as_json()["rows"][0]["what"] == long.strip()


def test_the_wall_says_the_status_in_words_and_how_many_there_are_of_each():
    picture = LOOK_BACK.picture(
        looking_back(commitment("1", status="done"), commitment("2", status="done"), commitment("3")), []
    ).as_json()
    assert [row["said"] for row in picture["rows"]] == ["Gjort", "Gjort", "Planlagt"]
    assert [count["said"] for count in picture["counts"]] == ["1 planlagt", "2 gjort"]


def test_notes_stand_with_their_promise_and_come_from_what_is_not_hidden():
    one = commitment("1", note="skjult på skrivebordet")
    said = [Given({"commitment": one.id, "status": "done", "note": "Det gikk fint"}, "a")]
    assert LOOK_BACK.picture(looking_back(one), said).as_json()["rows"][0]["note"] == "Det gikk fint"
    assert LOOK_BACK.picture(looking_back(one), []).as_json()["rows"][0]["note"] == ""


def test_a_group_with_nothing_behind_it_is_asked_nothing_and_told_so_kindly():
    nothing = looking_back()
    assert LOOK_BACK.fields(nothing) == []
    assert LOOK_BACK.picture(nothing, []).as_json()["none"].startswith("Vi har ingen forpliktelser fra før.")


def test_the_development_says_too_few_where_there_are_too_few():
    from datetime import date

    from helu.domain.follow_up import Point, Series

    points = (Point(date(2026, 3, 1), 4), Point(date(2026, 6, 1), 6, 5.25, 5.0, 6.0))
    settings = OVER_TIME.settings_of({}, state=[Series("a", "Vi har et mål", 1, 7, points)])
    (line,) = OVER_TIME.picture(settings, []).as_json()["lines"]
    assert [(dot["said"], dot["days"]) for dot in line["dots"]] == [("for få svar", 0), ("5,3", 92)]
    assert "for få svar" in OVER_TIME.summarise(settings, [])
