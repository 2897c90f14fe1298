"""The poster on paper: one page, large letters, every word there, whatever a group wrote."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helu.documents.poster import ORIENTATIONS, PAPERS, count_pages, designs, draw
from helu.errors import Misfit
from tests.documents.conftest import WORDS, a_poster, opened, read, sizes_in, text_of

SMALLEST = {"A4": 14, "A3": 20}
SHORT_SIDE = {"A4": 595.28, "A3": 841.89}
COMPOUND = "arbeidsmiljøutviklingsprosjektkoordineringsgruppeledermøtene"
HOSTILE = "#$*@<>\\_`~=-+/[]{}()\"'«»%&|^;:,.!?…–"
EMOJI = ["😀", "👍🏽", "👩‍👩‍👧", "🇳🇴", "❤️", "✓", "→"]

known_words = st.sampled_from(
    ["gi", "retning", "å", "skape", "trygghet", "i", "en", "ledergruppe", "på", "tvers", "øve", "ærlighet"] + [COMPOUND]
)
compounds = st.text("abdefgiklmnoprstuvyæøå", min_size=20, max_size=60)
odd_words = st.text(HOSTILE + "aæøåčđŋŧ1", min_size=1, max_size=12)
code = st.sampled_from(
    ["#panic()", "#import", "$x^2$", "@kari", "<merke>", "= Tittel", "\\u{41}", "//", "/*", "```", '#"']
)
anything = st.one_of(known_words, compounds, odd_words, code, st.sampled_from(EMOJI))


def lines_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    line = st.lists(words, min_size=1, max_size=28).map(lambda each: " ".join(each)[:200].strip())
    return st.lists(line.filter(bool), min_size=1, max_size=6)


sheets = st.tuples(st.sampled_from(PAPERS), st.sampled_from(ORIENTATIONS), st.sampled_from(designs()))


def bare(text: str) -> str:
    """Without what breaking lines adds and takes away."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def require_whole(pdf: bytes, lines: tuple[str, ...], paper: str) -> None:
    pages = opened(pdf).pages
    assert len(pages) == 1
    assert round(float(min(pages[0].mediabox[2:])), 2) == SHORT_SIDE[paper]
    text, sizes = read(pages[0])
    assert [line for line in lines if bare(line) not in bare(text)] == []
    assert min(sizes) >= SMALLEST[paper]


@settings(max_examples=120, deadline=None, derandomize=True)
@given(lines_of(st.one_of(known_words, compounds)), sheets)
def test_any_text_of_words_stands_whole_and_large_on_one_page(lines, sheet):
    poster = a_poster(lines=lines)
    require_whole(draw(poster, *sheet), poster.lines, sheet[0])


@settings(max_examples=80, deadline=None, derandomize=True)
@given(lines_of(anything), sheets)
def test_marks_and_code_are_only_ever_text(lines, sheet):
    poster = a_poster(lines=lines)
    require_whole(draw(poster, *sheet), poster.lines, sheet[0])


@pytest.mark.parametrize(("paper", "orientation", "design"), product(PAPERS, ORIENTATIONS, designs()))
def test_the_widest_letters_fit_too(paper, orientation, design):
    poster = a_poster(lines=["W" * 200] * 6)
    require_whole(draw(poster, paper, orientation, design), poster.lines, paper)


@pytest.mark.parametrize("design", designs())
@pytest.mark.parametrize("line", [f"{COMPOUND} " * 3, "ÅØÆ " * 50])
def test_six_full_lines_fit(line, design):
    poster = a_poster(lines=[line] * 6)
    require_whole(draw(poster, "A4", "landscape", design), poster.lines, "A4")


def test_the_text_is_larger_when_there_is_less_of_it():
    sizes = [max(sizes_in(draw(a_poster(lines=["ta ansvar sammen og hver for oss"] * n)))) for n in (1, 3, 6)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 40


def test_no_word_is_broken_that_has_room():
    assert "\u00ad" not in text_of(draw(a_poster(lines=["vise tillitsskapende kommunikasjon og beslutningskraft"] * 4)))


def test_the_longest_of_everything_else_fits():
    long = a_poster(organisation="Å" * 100, lead="Vi skal " * 37, lines=["ro " * 66] * 6, version="1" * 12)
    require_whole(draw(long), long.lines, "A4")


@pytest.mark.parametrize(
    ("language", "tag", "title", "lead", "day"),
    [
        ("nb", "nb-NO", "Formålsplakaten", "MERVERDI", "21. november 2026"),
        ("nn", "nn-NO", "Formålsplakaten", "MEIRVERDI", "21. november 2026"),
        ("en", "en-GB", "The purpose poster", "ADDED VALUE", "21 November 2026"),
    ],
)
def test_the_file_says_what_it_is_and_in_which_language(language, tag, title, lead, day):
    pdf = draw(a_poster(language=language))
    root = opened(pdf).trailer["/Root"]
    assert root["/Lang"] == tag
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert opened(pdf).metadata.title == f"{title} – Fjell kommune"
    assert lead in text_of(pdf).replace("\n", " ").replace("  ", " ")
    assert day in text_of(pdf)
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_a_group_may_have_its_own_lead():
    assert "Sammen for Fjell" in text_of(draw(a_poster(lead="Sammen for Fjell")))


@pytest.mark.parametrize("design", designs())
def test_all_fonts_are_in_the_file(design):
    fonts = opened(draw(a_poster(lines=["Ro 😀 Ω"]), design=design)).pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        font = font.get_object()
        described = font.get("/DescendantFonts", [font])[0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(described)


def test_the_same_poster_gives_the_same_file(poster):
    assert draw(poster) == draw(poster)


def test_the_words_are_explained_on_the_next_page_when_asked_for():
    poster = a_poster(words=WORDS)
    assert len(opened(draw(poster)).pages) == count_pages(poster) == 1
    pdf = draw(poster, explain=True)
    assert len(opened(pdf).pages) == count_pages(poster, explain=True) == 2
    assert all(bare(each) in bare(text_of(pdf, 1)) for pair in WORDS.items() for each in pair)
    assert min(sizes_in(pdf, 1)) >= 14


@pytest.mark.parametrize(("paper", "orientation"), product(PAPERS, ORIENTATIONS))
def test_more_words_than_a_page_holds_go_on_in_readable_letters(paper, orientation):
    poster = a_poster(words={f"Ord {n}": "Dette betyr mye for oss. " * 15 for n in range(40)})
    pdf = draw(poster, paper, orientation, explain=True)
    pages = [read(page) for page in opened(pdf).pages[1:]]
    text = bare("".join(text for text, _sizes in pages))
    assert all(bare(f"Ord {n}Dette") in text for n in range(40))
    assert min(min(sizes) for _text, sizes in pages) >= SMALLEST[paper]


def test_a_character_that_no_font_has_is_named():
    with pytest.raises(Misfit, match="漢"):
        draw(a_poster(lines=["ro og 漢"]), format="png")


def test_what_cannot_be_set_large_enough_is_refused_rather_than_shrunk():
    with pytest.raises(Misfit, match="lesbar skrift"):
        draw(a_poster(lines=["😀" * 200] * 6))


@pytest.mark.parametrize("wrong", [{"paper": "A5"}, {"orientation": "skrå"}, {"design": "../fjord"}, {"format": "svg"}])
def test_an_unknown_choice_is_told_with_what_there_is(poster, wrong):
    with pytest.raises(Misfit, match="Velg en av disse"):
        draw(poster, **wrong)
