"""Kari, Ola and Ingrid put cards on a wall; somebody must say which belong together."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helu.domain.theme_heaps import merges, vectors
from helu.domain.theme_roots import Compounds, root
from helu.domain.theme_words import KNOWN, read
from helu.domain.themes import Theme, propose, split
from helu.domain.words import normalise

WALL = [
    "Trygge ledere",
    "Leiarar som er trygge i rolla",
    "Utvikle trygge ledere",
    "Mindre arbeidspress",
    "Høyere grunnbemanning",
    "Fleire vikarar i turnus",
    "Felles plattform",
    "Ei felles plattform for alle",
    "Ananas",
]


def heaps(themes: list[Theme], cards: list[str]) -> set[frozenset[str]]:
    return {frozenset(cards[at] for at in theme.cards) for theme in themes if theme.name}


def together(one: str, other: str, *others: str) -> bool:
    cards = [one, other, *others]
    return any({0, 1} <= set(theme.cards) for theme in propose(cards) if theme.name)


def test_cards_about_the_same_come_together_and_the_rest_is_last() -> None:
    themes = propose(WALL)
    assert heaps(themes, WALL) == {frozenset(WALL[:3]), frozenset(WALL[3:6]), frozenset(WALL[6:8])}
    assert (themes[-1].name, themes[-1].cards) == ("", [8])


def test_a_name_is_a_phrase_that_somebody_wrote() -> None:
    names = {theme.name for theme in propose(WALL)}
    assert {"trygge ledere", "felles plattform"} <= names
    wall = " ".join(WALL).lower()
    assert all(name.lower() in wall for name in names)


def test_themes_have_different_names() -> None:
    names = [theme.name for theme in propose([*WALL, "Trygghet", "Tryggleik", "trygg", "Leder", "ledelse"])]
    assert len(names) == len(set(names))


def test_the_reason_is_the_words_as_they_stand_on_the_card() -> None:
    why = next(theme.why for theme in propose(WALL) if 0 in theme.cards)
    assert why[0] == ["Trygge", "ledere"]
    assert why[1][:2] == ["Leiarar", "trygge"]


@pytest.mark.parametrize(
    ("bokmaal", "nynorsk"),
    [
        ("Trygge ledere", "trygge leiarar"),
        ("Høyere grunnbemanning", "Høgare grunnbemanning"),
        ("Følge opp sykmeldte", "Følgje opp sjukmelde"),
        ("Åpenhet", "openheit"),
        ("Bedre beslutninger", "Betre avgjerder"),
        ("Færre møter", "Færre møte"),
        ("Frivillighet", "Frivilligheit"),
    ],
)
def test_bokmaal_and_nynorsk_twins_come_together(bokmaal: str, nynorsk: str) -> None:
    assert together(bokmaal, nynorsk, *WALL)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Åpen", "Åpenhet"),
        ("Dele erfaringer", "Erfaringsdeling"),
        ("Følge opp vedtak", "Oppfølging av vedtak"),
        ("Legge til rette", "Tilrettelegging"),
        ("Leder rolle", "Lederrollen"),
        ("Felles plattform", "felles lederplatform"),
        ("Slippe til", "Alle må få ordet"),
    ],
)
def test_derivations_compounds_and_idioms_come_together(one: str, other: str) -> None:
    assert together(one, other, "Mindre arbeidspress", "Ananas", "Bedre kaffe")


def test_fewer_is_not_get() -> None:
    assert not together("Få til noe", "Færre møter", "Ananas")


@given(st.sampled_from(["Ananas", "👍", "slik er det", "Trygge ledere", "???!x", "123"]), st.integers(2, 5))
def test_exact_repeats_make_a_theme(card: str, times: int) -> None:
    cards = [card] * times + ["Noe helt annet"]
    assert propose(cards)[0].cards == list(range(times))


def test_cards_that_share_nothing_are_all_left_over() -> None:
    assert propose(["Ananas", "Sykkel", "Torsk"]) == [Theme("", [0, 1, 2], {0: [], 1: [], 2: []})]


@pytest.mark.parametrize("cards", [[], [""], ["  ", "\n"], ["..."], ["\u200b", "—"]])
def test_nothing_gives_no_theme_with_a_name(cards: list[str]) -> None:
    assert [theme.cards for theme in propose(cards)] == ([list(range(len(cards)))] if cards else [])


def test_as_many_themes_as_are_wanted() -> None:
    named = [theme for theme in propose(WALL, groups=2) if theme.name]
    assert len(named) == 2
    assert sum(theme.name != "" for theme in propose(WALL, groups=99)) >= 3
    assert [theme.name for theme in propose(WALL, groups=1)][-1] == ""


def test_given_headings_keep_their_order_and_get_the_cards_that_fit() -> None:
    headings = ["Bemanning", "Trygge leiarar", "Klima", "Felles plattform"]
    themes = propose(WALL, headings=headings)
    assert [theme.name for theme in themes] == [*headings, ""]
    assert [theme.cards for theme in themes] == [[3, 4, 5], [0, 1, 2], [], [6, 7], [8]]
    assert themes[1].why[1][:1] == ["Leiarar"]


def test_a_heading_may_be_a_list() -> None:
    themes = propose(["Sammen på tvers", "Nye redskaper"], headings=["Samhandling, helhet og fellesskap", "Verktøy"])
    assert [theme.cards for theme in themes] == [[0], [1]]


def test_blank_and_repeated_headings_are_left_out() -> None:
    assert [theme.name for theme in propose(["Klima"], headings=["", "Klima", "Klima", " "])] == ["Klima"]
    assert propose(["Klima"], headings=[]) == [Theme("", [0], {0: []})]


pieces = st.sampled_from(
    [*WALL, "trygge leiarar", "Færre møter!", "og i", "", "👍", "a" * 300, "Møter, tid og ro", "!!"]
)
walls = st.lists(st.one_of(pieces, st.text(max_size=30), st.lists(pieces, max_size=3).map(" – ".join)), max_size=14)
ways = st.one_of(st.none(), st.integers(1, 6))


@given(walls, ways, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_cards_does_not_matter(wall: list[str], groups: int | None, chance: random.Random) -> None:
    shuffled = chance.sample(wall, len(wall))

    def seen(cards: list[str]) -> Counter[tuple[str, tuple[str, ...]]]:
        found = propose(cards, groups)
        return Counter((theme.name, tuple(sorted(cards[at] for at in theme.cards))) for theme in found)

    assert seen(shuffled) == seen(wall)


@given(walls, ways, st.one_of(st.none(), st.lists(pieces, max_size=4)))
@settings(deadline=None)
def test_every_card_is_in_exactly_one_theme_and_every_reason_is_on_the_card(
    wall: list[str], groups: int | None, headings: list[str] | None
) -> None:
    themes = propose(wall, groups, headings)
    assert sorted(at for theme in themes for at in theme.cards) == list(range(len(wall)))
    assert all(theme.name for theme in themes[:-1])
    assert all(theme.cards == sorted(theme.why) for theme in themes)
    assert all(word in wall[at] for theme in themes for at, words in theme.why.items() for word in words)
    if headings is None:
        assert all(len(theme.cards) > 1 for theme in themes if theme.name)
        assert groups is None or sum(theme.name != "" for theme in themes) <= groups


@given(walls)
@settings(deadline=None)
def test_the_same_card_twice_is_in_one_theme(wall: list[str]) -> None:
    where = {at: number for number, theme in enumerate(propose(wall * 2)) for at in theme.cards}
    assert all(where[at] == where[at + len(wall)] for at in range(len(wall)))


def test_every_card_is_read_once_and_every_merge_makes_one_heap_less() -> None:
    cards = [f"{one}, {other}" for one in WALL for other in WALL if one != other]
    marks = [reading.marks for reading in read(cards)[0]]
    path = merges(vectors(marks, [1] * len(marks)), [1] * len(marks), 0.0)
    assert len(path) == len(cards) - 1
    assert len({merge.gone for merge in path}) == len(path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("trygg", "trygghet"),
        ("relevant", "relevans"),
        ("motivere", "motivasjon"),
        ("positiv", "positivitet"),
        ("forstå", "forståelse"),
        ("leder", "ledelse"),
        ("frivillig", "frivillighet"),
        ("kommunisere", "kommunikasjon"),
        ("plattform", "platform"),
        ("lytte", "lyttende"),
        ("forberede", "førebudd"),
    ],
)
def test_derived_words_share_a_root(one: str, other: str) -> None:
    assert root(normalise(one)) == root(normalise(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("holdning", "holde"), ("stilling", "stille"), ("trygg", "trykk"), ("ny", "nytte"), ("mot", "møte")],
)
def test_words_that_went_their_own_way_do_not(one: str, other: str) -> None:
    assert root(normalise(one)) != root(normalise(other))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("lederplattform", ["plattform", "leder"]),
        ("kompetanseutvikling", ["utvikling", "kompetans"]),
        ("arbeidsmiljø", ["miljø", "arbeid"]),
        ("medarbeider", []),
        ("tillit", []),
    ],
)
def test_compounds_are_taken_apart(word: str, parts: list[str]) -> None:
    assert Compounds(KNOWN).parts(normalise(word)) == parts


@pytest.mark.parametrize(
    ("card", "thoughts"),
    [
        ("Mer tid til fag", ["Mer tid til fag"]),
        ("Bedre lønn. Flere folk!", ["Bedre lønn", "Flere folk!"]),
        ("Kutt i møter; mer tid til fag", ["Kutt i møter", "mer tid til fag"]),
        ("Respekt, åpenhet, tillit", ["Respekt", "åpenhet", "tillit"]),
        ("Trygge ledere, samarbeid på tvers av sektorer", ["Trygge ledere", "samarbeid på tvers av sektorer"]),
        ("Mer tid, som gir ro i hverdagen", ["Mer tid, som gir ro i hverdagen"]),
        ("Ring tidlig, ikke vent til det er for sent", ["Ring tidlig, ikke vent til det er for sent"]),
        ("Åpenhet - hvordan forstår vi dette?", ["Åpenhet - hvordan forstår vi dette?"]),
        ("- tid\n- ro", ["tid", "ro"]),
        ("1,5 millioner kl. 10.30 hos f.eks. NAV", ["1,5 millioner kl. 10.30 hos f.eks. NAV"]),
        ("Tillit (åpenhet, ærlighet) og ro", ["Tillit (åpenhet, ærlighet) og ro"]),
        ("👍", ["👍"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_card_is_split_where_both_sides_are_thoughts(card: str, thoughts: list[str]) -> None:
    assert split(card) == thoughts


@given(st.one_of(st.text(), walls.map(". ".join)))
def test_splitting_loses_no_word_and_makes_none(card: str) -> None:
    def letters(text: str) -> list[str]:
        return [letter for letter in text if letter.isalnum()]

    assert letters("".join(split(card))) == letters(card) or not card.isprintable()
