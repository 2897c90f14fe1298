"""A group in front of its own radar: what the wall draws of it, and what it never says."""

from datetime import UTC, datetime

from helu.activities import ACTIVITIES
from helu.activities.group_radar import State
from helu.activities.plan_follow_up import Shared
from helu.activities.plan_follow_up import State as Plans
from helu.activities.radar_picture import Seen
from helu.domain.balance import from_behaviours
from helu.services.group_sight import balance_model, talk
from tests.activities.test_every_kind import answers

RADAR, PLANS = ACTIVITIES["group_radar"], ACTIVITIES["plan_follow_up"]
KNOWN = {each.id: 4.0 for each in balance_model().behaviours()} | {"vision": None}


def seen(people=7):
    scores = from_behaviours(balance_model(), KNOWN)
    return Seen(datetime(2026, 11, 2, tzinfo=UTC), people, scores, scores, {"recognises": "wide", "inspire": "some"})


def picture(settings, round_=0, **state):
    given = RADAR.settings_of(settings, state=State(balance_model(), talk(), **state))
    return RADAR.picture(given, [], round_).as_json(), RADAR.summarise(given, [])


def test_what_is_missing_stays_missing_and_what_differs_is_marked():
    drawn, said = picture({"show": "behaviours"}, now=seen())
    values = dict(zip((each["key"] for each in drawn["spokes"]), drawn["layers"][0]["values"], strict=True))
    assert (len(values), values["vision"], values["inspire"]) == (18, None, 4.0)
    assert [each["key"] for each in drawn["spokes"] if each["differs"]] == ["recognises"]
    assert drawn["different"] == "Anerkjenne"
    assert [each["name"] for each in drawn["signs"]] == ["Relasjon", "Oppgave", "Kultur", "Endring"]
    assert picture({}, now=seen())[0]["signs"] == [], "the names stand on the radar itself"
    assert "7 ledere" in said


def test_questions_come_one_at_a_time_and_begin_again_after_the_last():
    asked = [picture({}, at, now=seen())[0]["questions"] for at in range(6)]
    assert len({str(each) for each in asked}) == 5
    assert asked[0] == asked[5]
    assert len(picture({"questions": "all"}, now=seen())[0]["questions"]) == 5
    assert picture({"questions": "none"}, now=seen())[0]["questions"] == []


def test_the_round_before_is_a_third_layer_when_it_is_asked_for_and_there():
    for compare, before, layers in ((True, seen(5), 3), (True, None, 2), (False, seen(5), 2)):
        assert len(picture({"compare": compare}, now=seen(), before=before)[0]["layers"]) == layers


def test_plans_give_way_to_what_was_answered_only_when_it_is_shown():
    plan = Shared("k", "Kari", "Lytte", "3. mars", "continued", {"nb": "Videreført"})
    for shown, shape in ((False, "commitments"), (True, "columns")):
        settings = PLANS.settings_of({"show": "one"}, state=Plans([plan, plan], shown))
        drawn = PLANS.picture(settings, answers(PLANS), 3).as_json()
        assert drawn["shape"] == shape
        assert ("Kari" in str(drawn), "utsatte" in str(drawn)) == (not shown, shown)
