import time
from pathlib import Path

import pytest

from helu.content import library
from helu.content.library import read_template
from helu.errors import Misfit

GOOD = """schema: 1
id: min-mal
title: {nb: Min mal}
summary: {nb: Kort om malen}
items:
  - id: one
    title: {nb: Først}
    activities:
      - id: ask
        kind: open_cards
        title: {nb: Hva mener dere?}
        settings: {cards: 3}
"""
BOMB = "a: &a [ha, ha]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

BROKEN = {
    "not UTF-8": ("title: blåbær".encode("latin-1"), "UTF-8"),
    "UTF-16, as an editor may save it": (GOOD.encode("utf-16"), "UTF-8"),
    "half a letter": ("title: \ud800", "UTF-8"),
    "a NUL": (GOOD.replace("Min", "Min\0"), "Linje 3"),
    "a NUL in disguise": (GOOD.replace("Min mal", r'"Min\0mal"'), "Linje 3"),
    "text that reads backwards": (GOOD.replace("Min", "\u202eMin"), "Linje 3"),
    "not YAML": (GOOD.replace("{nb: Min mal}", "{nb: Min mal"), "gyldig YAML"),
    "indented by tabs": (GOOD.replace("  - id: one", "\t- id: one"), "gyldig YAML"),
    "a list": ("- schema: 1\n", "navn og verdier"),
    "nothing": ("", "navn og verdier"),
    "two documents": (GOOD + "---\n" + GOOD, "gyldig YAML"),
    "too big": (GOOD + "#" * 500_000, "500 kB"),
    "billion laughs": (BOMB, "Linje 1"),
    "an object of Python": (GOOD.replace("Min mal", "!!python/object/apply:os.system [ls]"), "merkelapp"),
    "a date that is none": (GOOD.replace("Min mal", "2023-13-40"), "hermetegn"),
    "nested without end": ("a: " + "[" * 200_000, "for dypt"),
    "too many parts": ("a: [" + "1," * 100_000 + "]", "for mange deler"),
    "a name used twice": (GOOD + "title: {nb: Igjen}\n", "«title»"),
    "a newer schema": (GOOD.replace("schema: 1", "schema: 2"), "linje 1, schema: velg en av disse: 1."),
    "no title": (GOOD.replace("title: {nb: Min mal}\n", ""), "legg til «title»"),
    "an empty title": (GOOD.replace("{nb: Min mal}", "{}"), "minst ett språk"),
    "a blank title": (GOOD.replace("Min mal", "' '"), "skriv en tekst her"),
    "a misspelt key": (GOOD.replace("summary", "sumary"), "linje 4, sumary: ta bort «sumary»"),
    "no agenda": (GOOD.split("items")[0] + "items: []", "minst 1"),
    "unknown kind": (GOOD.replace("open_cards", "quiz"), "linje 10, items › one › activities › ask › kind"),
    "a wrong setting": (
        GOOD.replace("cards: 3", "cards: 99"),
        "linje 12, items › one › activities › ask › settings",
    ),
    "an unknown setting": (GOOD.replace("cards: 3", "colour: 3"), "ta bort «colour»"),
    "a wrong clock time": (GOOD.replace("  - id: one", "  - id: one\n    start: '8.30'"), '"08:30"'),
    "an id with capitals": (GOOD.replace("min-mal", "Min Mal"), "små bokstaver"),
    "an activity twice": (GOOD + GOOD[GOOD.index("      - id: ask") :], "«ask» er brukt to ganger"),
    "a number for a title": (GOOD.replace("Hva mener dere?", "7"), "hermetegn"),
}


def test_a_good_template_can_be_read_as_text_and_as_bytes_with_a_mark() -> None:
    assert read_template(GOOD) == read_template(GOOD.encode("utf-8-sig"))


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_template_is_refused_with_a_sentence_that_says_what_to_mend(what: str) -> None:
    given, told = BROKEN[what]
    with pytest.raises(Misfit) as refused:
        read_template(given)
    said = str(refused.value)
    assert told in said
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("what", ["billion laughs", "nested without end", "too big", "too many parts"])
def test_a_template_made_to_do_harm_is_refused_at_once(what: str) -> None:
    started = time.process_time()  # what others do to the machine meanwhile is not counted
    with pytest.raises(Misfit):
        read_template(BROKEN[what][0])
    assert time.process_time() - started < 1


def test_a_broken_file_is_left_out_and_told_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "min-mal.yaml").write_text(GOOD)
    (tmp_path / "annet-navn.yaml").write_text(GOOD)
    (tmp_path / "uten-slag.yaml").write_text(GOOD.replace("open_cards", "quiz"))
    (tmp_path / "liste.yaml").write_text("- 1")
    monkeypatch.setattr(library, "TEMPLATES", tmp_path)
    assert list(library.templates()) == ["min-mal"]
    assert [(problem.file, str(problem)[-1]) for problem in library.problems()] == [
        ("annet-navn.yaml", "."),
        ("liste.yaml", "."),
        ("uten-slag.yaml", "."),
    ]
