"""Counting, checked against a plain second way of doing it."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from helu.domain.tally import rank, share_out, spread, tally

OPTIONS = ["a", "b", "c"]


@given(st.lists(st.lists(st.sampled_from([*OPTIONS, "gone"]))))
def test_each_option_is_counted_once_per_ballot(ballots):
    counts = {count.option: count.votes for count in tally(OPTIONS, ballots)}
    assert counts == {option: sum(option in ballot for ballot in ballots) for option in OPTIONS}


@given(st.lists(st.none() | st.integers(-3, 12)))
def test_a_spread_accounts_for_every_score_on_the_scale(scores):
    lies = spread(scores, 1, 7)
    kept = sorted(score for score in scores if score is not None and 1 <= score <= 7)
    assert lies.counts == [Counter(kept)[step] for step in range(1, 8)]
    assert lies.answered == len(kept)
    if kept:
        assert lies.median == (kept[(len(kept) - 1) // 2] + kept[len(kept) // 2]) / 2


@given(st.lists(st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 100))))
def test_all_points_given_are_shared_out(ballots):
    shares = share_out(OPTIONS, ballots)
    assert sum(share.points for share in shares) == sum(sum(ballot.values()) for ballot in ballots)
    assert all(share.low <= share.mean <= share.high for share in shares)


@given(st.lists(st.permutations(OPTIONS), min_size=1))
def test_what_everybody_places_first_wins(ballots):
    places = rank(OPTIONS, ballots)
    assert all(0 <= place.score <= 1 for place in places)
    assert [place.score for place in places] == sorted((place.score for place in places), reverse=True)
    for place in places:
        assert (place.score == 1) == all(ballot[0] == place.option for ballot in ballots)
