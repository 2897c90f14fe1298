"""Kari, Ola and Ingrid fill in the same word cloud, each in their own written language."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helu.domain.words import Heap, heap, normalise, tokens


def _shown(*ballots: list[str]) -> list[tuple[str, int]]:
    return [(each.text, each.count) for each in heap(ballots)]


def test_bokmaal_and_nynorsk_are_counted_as_one() -> None:
    kari, ola, ingrid = ["trygghet"], ["tryggleik"], ["Trygghet!"]
    assert _shown(kari, ola, ingrid) == [("trygghet", 3)]


def test_a_phrase_is_one_whatever_its_article_capital_and_form() -> None:
    assert _shown(["felles plattform"], ["Felles plattforma"], ["ei felles plattform"]) == [("felles plattform", 3)]


def test_phrases_of_the_same_words_in_another_order_stay_apart() -> None:
    assert len(_shown(["mot og tillit"], ["tillit og mot"])) == 2


@pytest.mark.parametrize(("one", "other"), [("tillit", "ikke tillit"), ("tid", "mer tid"), ("mer tid", "mindre tid")])
def test_negations_and_amounts_keep_answers_apart(one: str, other: str) -> None:
    assert len(_shown([one], [other])) == 2


def test_one_person_counts_once_in_a_heap() -> None:
    assert _shown(["mot", "Mot", "motet"], ["mot"]) == [("mot", 2)]


def test_the_key_lasts_when_more_people_answer() -> None:
    before = heap([["leiarar"]])
    after = heap([["leiarar"], ["ledere"], ["Lederne"], ["ledere"]])
    assert before[0].key == after[0].key
    assert (before[0].text, after[0].text) == ("leiarar", "ledere")


def test_of_equally_common_forms_the_shortest_is_shown_then_the_first_in_the_alphabet() -> None:
    assert _shown(["verdier"], ["verdi"]) == [("verdi", 2)]
    assert _shown(["grupper"], ["gruppen"], ["gruppa"], ["gruppe"]) == [("gruppa", 4)]


def test_most_people_first_then_the_norwegian_alphabet() -> None:
    assert [text for text, _ in _shown(["åpen"], ["ærlig"], ["øve"], ["zen"], ["mot"], ["mot"])] == [
        "mot", "zen", "ærlig", "øve", "åpen",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (["HR", "HR", "hr"], "HR"),
        (["hr", "hr", "HR"], "hr"),
        (["Tillit", "Tillit"], "tillit"),
        (["ENDRINGSVILJE"], "endringsvilje"),
        (["FELLES MÅL"], "felles mål"),
        (["Felles Mål"], "felles mål"),
        (["Mer samarbeid med Nav Vest"], "mer samarbeid med Nav Vest"),
        (["Bergen"], "Bergen"),
        (["oslo", "Oslo"], "Oslo"),
        (["IT-sikkerhet"], "IT-sikkerhet"),
        (["«Mot»", "mot."], "mot"),
        (["  felles \n  mål "], "felles mål"),
    ],
)
def test_capitals_are_kept_only_where_they_mean_something(written: list[str], shown: str) -> None:
    assert [each.text for each in heap([[word] for word in written])] == [shown]


def test_entries_of_stop_words_or_punctuation_only_are_left_out() -> None:
    assert heap([["og", "i", "å være", "...", "", "  ", "-"], []]) == []


def test_an_emoji_is_an_answer() -> None:
    assert _shown(["👍"], ["👍👍"], ["tillit 👍"]) == [("👍", 2), ("tillit 👍", 1)]


def test_tokens_are_the_content_words_in_order() -> None:
    assert tokens("Leiarane må ha tillit til lederne") == [
        normalise("leder"),
        normalise("tillit"),
        normalise("leder"),
    ]
    assert tokens("og i", keep_stop_words=True) == ["og", "i"]
    assert tokens("leder- og HR-avdeling/tillit") == ["leder", "hravdeling", "tillit"]


def test_letters_typed_without_a_norwegian_keyboard_meet_the_norwegian_ones() -> None:
    assert normalise("möte") == normalise("møte") == normalise("MØTE")
    assert normalise("a\u030apenhet") == normalise("åpenhet")


some_words = st.sampled_from(
    [
        "tillit",
        "Tillit!",
        "trygghet",
        "tryggleik",
        "leder",
        "leiarar",
        "HR",
        "hr",
        "og",
        "mot",
        "felles",
        "mål",
        "👍",
    ]
)
entries = st.one_of(some_words, st.text(max_size=12), st.lists(some_words, max_size=4).map(" ".join))
rooms = st.lists(st.lists(entries, max_size=5), max_size=8)


@given(rooms, st.randoms(use_true_random=False))
def test_the_order_of_people_and_words_reveals_nothing(room: list[list[str]], chance: random.Random) -> None:
    shuffled = [chance.sample(ballot, len(ballot)) for ballot in room]
    chance.shuffle(shuffled)
    assert heap(shuffled) == heap(room)


@given(rooms)
def test_no_heap_counts_more_people_than_answered_and_everyone_is_in_at_most_as_many_as_they_wrote(
    room: list[list[str]],
) -> None:
    heaps = heap(room)
    assert all(1 <= each.count <= len(room) for each in heaps)
    assert sum(each.count for each in heaps) == sum(len(heap([ballot])) for ballot in room)
    assert all(len(heap([ballot])) <= len(ballot) for ballot in room)


@given(rooms)
def test_writing_everything_twice_changes_nothing(room: list[list[str]]) -> None:
    assert heap([ballot * 2 for ballot in room]) == heap(room)


@given(st.lists(st.lists(st.text(), max_size=3), max_size=4))
def test_any_text_at_all_can_be_counted(room: list[list[str]]) -> None:
    heaps = heap(room)
    assert len({each.key for each in heaps}) == len(heaps)
    assert all(isinstance(each, Heap) and each.key and each.text for each in heaps)


@given(st.text())
def test_what_is_shown_counts_as_what_was_written(entry: str) -> None:
    for each in heap([[entry]]):
        assert [again.key for again in heap([[each.text]])] == [each.key]
