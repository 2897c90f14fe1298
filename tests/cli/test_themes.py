"""Themes from a file, on a machine that has no database."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from openpyxl import Workbook
from typer.testing import CliRunner

from helu.cli import app

ANSWERS = ["Trygge ledere", "", "Felles plattform", "trygge leiarar", "Ei felles plattform", "Ananas"]


@pytest.fixture(autouse=True)
def no_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELU_DATA_DIR", str(tmp_path / "none"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "svar.csv"
    lines = ["navn;text", *(f"{at};{answer}" for at, answer in enumerate(ANSWERS))]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def run(*words: Any) -> Result:
    return CliRunner().invoke(app, ["themes", *map(str, words)], catch_exceptions=False)


def told(*words: Any) -> Any:
    done = run(*words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_themes_with_the_rows_they_stand_on(answers: Path) -> None:
    found = told(answers)
    assert [(each["name"], each["cards"]) for each in found] == [
        ("felles plattform", [2, 4]),
        ("trygge ledere", [0, 3]),
        ("", [5]),
    ]
    assert found[1]["why"] == {"0": ["Trygge", "ledere"], "3": ["trygge", "leiarar"]}


def test_people_see_the_cards(answers: Path) -> None:
    done = run(answers)
    assert "trygge ledere (2)\n  Trygge ledere  [Trygge, ledere]" in done.stdout
    assert "– (1)\n  Ananas\n" in done.stdout


def test_a_chosen_column_a_number_of_themes_and_given_headings(answers: Path, tmp_path: Path) -> None:
    assert told(answers, "--column", "NAVN")[-1]["cards"] == [0, 1, 2, 3, 4, 5]
    assert sum(each["name"] != "" for each in told(answers, "--groups", 1)) == 1
    headings = tmp_path / "overskrifter.txt"
    headings.write_text("Plattform\n\nLeiing\n", encoding="utf-8")
    found = told(answers, "--headings", headings)
    assert [(each["name"], each["cards"]) for each in found] == [("Plattform", [2, 4]), ("Leiing", [0, 3]), ("", [5])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_in_the_encodings_of_office_programs(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "svar.txt"
    file.write_text("Hva må vi gjøre?\nFærre møter\n\nFærre møte\n", encoding=encoding)
    assert told(file)[0]["cards"] == [0, 2]


def test_a_workbook(tmp_path: Path) -> None:
    book, file = Workbook(), BytesIO()
    for row in ("Hva er viktig?", "Mer tid", "Trygge ledere", "Trygge leiarar"):
        book.active.append([row])
    book.save(file)
    (tmp_path / "svar.xlsx").write_bytes(file.getvalue())
    assert told(tmp_path / "svar.xlsx", "--column", "Hva er viktig?")[0]["cards"] == [1, 2]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["svar.csv", "--column", "finnes ikke"], "Fant ingen kolonne"),
        (["borte.csv"], "Fikk ikke brukt filen"),
        (["svar.csv", "--headings", "borte.txt"], "Fikk ikke brukt filen"),
        (["bilde.png"], "er ikke et regneark"),
        (["tom.csv"], "er tom"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(answers: Path, words: list[str], sentence: str) -> None:
    Path("bilde.png").write_bytes(b"\x89PNG")
    Path("tom.csv").write_bytes(b"")
    done = run(*words)
    assert (done.exit_code, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_rows_are_the_spreadsheets_own_also_after_blank_ones_and_long_answers(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    long = "Vi må snakke sammen om trygge ledere. " * 20
    for row, text in (
        (1, "Svar"),
        (2, "Trygge ledere"),
        (5, "Felles plattform"),
        (6, long),
        (9, "ei felles plattform"),
    ):
        page.cell(row, 1, text)
    book.save(tmp_path / "svar.xlsx")
    found = {each["name"]: each["cards"] for each in told(tmp_path / "svar.xlsx")}
    assert found["felles plattform"] == [3, 7]
    assert sorted(row for rows in found.values() for row in rows) == [0, 3, 4, 7]
