"""What may stand on a poster, and what a group is told when it may not."""

import json

import pytest
from pydantic import ValidationError

from helu.documents.poster import Poster, poster_from, read_poster
from helu.errors import Misfit
from tests.documents.conftest import LINES, a_poster


def refused(**changed) -> str:
    with pytest.raises(Misfit) as problem:
        a_poster(**changed)
    return str(problem.value)


def unreadable(file: bytes) -> str:
    with pytest.raises(Misfit) as problem:
        read_poster(file)
    return str(problem.value)


def test_a_poster_is_read_from_a_file():
    given = {"organisation": "Fjell kommune", "language": "nn", "lines": LINES, "words": {"Mot": "Vi tør."}}
    read = read_poster(json.dumps(given | {"date": "2026-11-21", "version": 3}).encode())
    assert (read.organisation, read.language, read.lines, read.version) == ("Fjell kommune", "nn", LINES, "3")
    assert read.words == {"Mot": "Vi tør."}


def test_a_file_from_windows_with_a_mark_in_front_is_read():
    assert read_poster(b"\xef\xbb\xbf" + json.dumps({"organisation": "Fjell", "lines": ["Ro"]}).encode()).lines == (
        "Ro",
    )


def test_texts_become_one_line_each_without_what_cannot_be_seen():
    read = a_poster(lines=["  gi\n retning\t\u202e og\x00 ro "])
    assert read.lines == ("gi retning og ro",)


def test_a_poster_cannot_be_changed_afterwards(poster):
    with pytest.raises(ValidationError):
        poster.organisation = "Fjord kommune"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"lines": []}, "ingen linjer"),
        ({"lines": ["Ro"] * 7}, "7 linjer"),
        ({"lines": ["Ro", "\u200b \u00a0"]}, "Linje 2"),
        ({"lines": ["Ro", "Mot", "x" * 201]}, "Linje 3 på plakaten er for lang"),
        ({"lines": ["Ro", 4]}, "Linje 2 på plakaten er ikke en tekst"),
        ({"lines": "Ro"}, "«lines»"),
        ({"organisation": " "}, "«organisation» er tom"),
        ({"organisation": "x" * 101}, "«organisation» er for lang"),
        ({"language": "sv"}, "nb, nn, en"),
        ({"date": "i morgen"}, "2026-01-31"),
        ({"version": True}, "«version»"),
        ({"words": {"Mot": "x" * 401}}, "«words › Mot» er for lang. Kort den ned til høyst 400"),
        ({"words": {str(n): "x" for n in range(41)}}, "høyst 40"),
        ({"words": {"Mot": ""}}, "«words › Mot» er tom"),
        ({"farge": "blå"}, "«farge»"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence_that_names_the_place(changed, words):
    assert words in refused(**changed)


def test_a_misspelt_name_explains_the_missing_one():
    with pytest.raises(Misfit, match="«linjer»"):
        poster_from({"organisation": "Fjell", "linjer": ["Ro"]})


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b'{"organisation": "Fjell",\n "lines": [}', "linje 2, tegn 12"),
        (b"", "linje 1"),
        (b"[" * 150_000, "JSON"),
        (b'{"version": ' + b"9" * 5_000 + b"}", "JSON"),
        (b"\xff\xfe{}", "UTF-8"),
        (b'["Ro"]', "ikke en plakat"),
        (b'"' + b"x" * 300_000 + b'"', "200 kB"),
        (b"{}", "mangler"),
    ],
)
def test_a_file_that_is_no_poster_is_told_so(file, words):
    assert words in unreadable(file)


def test_everything_but_organisation_and_lines_may_be_left_out():
    assert Poster(organisation="Fjell", lines=("Ro",)).model_dump(exclude_defaults=True).keys() == {
        "organisation",
        "lines",
    }
