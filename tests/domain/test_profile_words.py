"""What is said beside a radar, for any profile there can be."""

from hypothesis import given
from hypothesis import strategies as st

from helu.content.balance import balance_model
from helu.domain.balance import Scores, score
from helu.domain.profile_words import GAPS, MISSING, MOST_GAPS, MOVES, NOTABLE, STRENGTHS, WISHES, Said, gap, words

MODEL = balance_model()
STATEMENTS = sorted(MODEL.statements())
ORIENTATIONS = [each.id for each in MODEL.dimensions if each.orientation]
answers = st.dictionaries(st.sampled_from(STATEMENTS), st.none() | st.integers(1, 7), max_size=len(STATEMENTS))
full = st.fixed_dictionaries({each: st.integers(1, 7) for each in STATEMENTS})


def scores(answered):
    return score(MODEL, answered)


def all_at(step, **of_dimension):
    """Everybody at one step, and some dimensions at another."""
    return scores(
        {
            statement: of_dimension.get(dimension.id, step)
            for dimension in MODEL.dimensions
            for behaviour in dimension.behaviours
            for statement in behaviour.statements
        }
    )


def said(found, sentence):
    return [each for each in found if each.sentence == sentence]


def test_nothing_answered_is_said_and_nothing_else():
    assert words(MODEL, Scores()) == [Said("nothing")]
    assert words(MODEL, scores({"rel_1a": None}), all_at(5), all_at(3)) == [Said("nothing")]


def test_the_strongest_and_the_least_used_are_named():
    found = words(MODEL, all_at(4, relation=6, change=2))
    assert said(found, "strongest") == [Said("strongest", ("relation",), (6,))]
    assert said(found, "least") == [Said("least", ("change",), (2,))]
    assert found[-1].sentence == "least"


def test_two_that_share_a_place_are_both_named():
    assert said(words(MODEL, all_at(4, task=2)), "strongest")[0].about == ("relation", "change")


def test_an_even_profile_has_no_strongest_and_no_least():
    found = words(MODEL, all_at(5, culture=1))
    assert said(found, "even") and not said(found, "strongest") and not said(found, "least")


def test_the_wish_is_said_with_its_figures_and_the_behaviour_it_is_about_most():
    wish = dict.fromkeys(STATEMENTS, 4) | {"tsk_3a": 7, "tsk_3b": 7, "tsk_1a": 5, "tsk_1b": 5, "tsk_2a": 5}
    found = words(MODEL, all_at(4), scores(wish))
    more = said(found, "more")[0]
    assert more.about == ("task",) and more.figures[0] == 4
    assert found[found.index(more) + 1] == Said("most_in", ("confronts",))


def test_less_can_be_wished_for_too():
    assert said(words(MODEL, all_at(6), all_at(6, task=3)), "less") == [Said("less", ("task",), (6, 3))]


def test_no_wish_and_a_wish_that_is_met_are_told_apart():
    assert said(words(MODEL, all_at(4), scores({})), "no_wish")
    assert said(words(MODEL, all_at(4), None), "no_wish")
    assert said(words(MODEL, all_at(4), all_at(4)), "content")


def test_what_has_moved_since_last_time():
    found = words(MODEL, all_at(4, relation=6), all_at(4, relation=6), all_at(4, task=6))
    assert [(each.sentence, each.about) for each in found if each.sentence in {"risen", "fallen"}] == [
        ("risen", ("relation",)),
        ("fallen", ("task",)),
    ]
    assert said(words(MODEL, all_at(4), None, all_at(4)), "unmoved")


def test_what_is_missing_is_said_as_missing():
    found = words(MODEL, scores({each: 5 for each in STATEMENTS if not each.startswith("tsk")}))
    assert said(found, "thin") == [Said("thin", ("task",))]
    assert said(found, "unanswered")[0].about == tuple(each.id for each in MODEL.dimensions[2].behaviours)
    assert not said(found, "strongest") and not said(found, "even")


@given(answers, answers, st.none() | answers)
def test_only_what_is_known_is_spoken_of_with_figures(now, wanted, earlier):
    here = scores(now)
    values = here.dimensions | here.behaviours
    for each in words(MODEL, here, scores(wanted), None if earlier is None else scores(earlier)):
        missing = each.sentence in MISSING
        assert any(each.sentence in part for part in (STRENGTHS, WISHES, MOVES, MISSING))
        assert all((values[name] is None) == missing for name in each.about), each
        assert all(MODEL.low <= figure <= MODEL.high for figure in each.figures), each


@given(answers, answers)
def test_strengths_come_first_and_gaps_are_few(now, wanted):
    found = [each.sentence for each in words(MODEL, scores(now), scores(wanted))]
    strengths = [at for at, each in enumerate(found) if each in STRENGTHS]
    assert strengths == list(range(len(strengths)))
    assert len([each for each in found if each in GAPS]) <= MOST_GAPS


@given(full, full)
def test_the_named_gaps_are_the_widest_there_are(now, wanted):
    here, there = scores(now), scores(wanted)
    distance = {each.id: abs(gap(here.dimensions, there.dimensions, each.id)) for each in MODEL.dimensions}
    named = [each.about[0] for each in words(MODEL, here, there) if each.sentence in GAPS]
    notable = [name for name in distance if round(distance[name], 9) >= NOTABLE]
    assert len(named) == min(MOST_GAPS, len(notable))
    others = [distance[name] for name in distance if name not in named]
    assert all(distance[name] >= other - 1e-9 for name in named for other in others)


@given(full)
def test_the_strongest_is_the_strongest(now):
    here = scores(now)
    values = {name: here.dimensions[name] for name in ORIENTATIONS}
    for each in words(MODEL, here):
        if each.sentence == "strongest":
            assert all(abs(values[name] - max(values.values())) < 1e-6 for name in each.about)
        if each.sentence == "least":
            assert all(abs(values[name] - min(values.values())) < 1e-6 for name in each.about)
        if each.sentence == "even":
            assert max(values.values()) - min(values.values()) < NOTABLE
