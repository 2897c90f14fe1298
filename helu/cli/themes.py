"""Propose themes for the answers in a file, without a gathering and without a database."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

import typer

from helu.cli.data import NoFile
from helu.cli.say import AsJson, plainly, rows
from helu.domain.text import clean, is_blank, one_line
from helu.domain.themes import Theme, propose
from helu.errors import Misfit, sentence
from helu.services import importing

ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")
USUAL = ("text", "tekst", "svar")  # what a column of answers is called when nobody says which


def themes(
    file: Annotated[Path, typer.Argument(help="Answers: .xlsx, .csv or .txt, with the question on the first row.")],
    column: Annotated[str | None, typer.Option(help="Its heading; else `text`, or the first with answers.")] = None,
    groups: Annotated[int | None, typer.Option(min=1, help="How many themes, if the answers share enough.")] = None,
    headings: Annotated[Path | None, typer.Option(help="A text file with one theme a line, to sort under.")] = None,
    as_json: AsJson = False,
) -> None:
    """Propose themes: which answers belong together, what to call them, and the words they share."""
    with plainly():
        data = _read(file)
        question = _question(importing.preview(data, file.name), column)
        given = _lines(headings) if headings else None
        found = propose(question.answers, groups, given)
        if as_json:
            return rows(_plain(found, rows_of(data, question)), as_json)
        for theme in found:
            typer.echo("\n".join([f"{theme.name or '–'} ({len(theme.cards)})", *_cards(theme, question.answers), ""]))
    return None


def rows_of(data: bytes, question: importing.Question) -> list[int]:
    """The data row of each answer, from 0, blank rows counted.

    The preview leaves blank rows out and does not say where they were, so a text file is read again in the ways
    it may be written until the same answers come out. A workbook is counted as if it had no blank cells.
    """
    for cells in _columns(data):
        filled = [(at, cell) for at, cell in enumerate(cells) if not is_blank(cell)]
        long = {row - 2 for row, _why in question.skipped}  # the spreadsheet's row 1 is the heading
        kept = [(at, cell) for at, cell in filled if at not in long]
        if [cell for _at, cell in kept] == question.answers:
            return [at for at, _cell in kept]
    long = {row - 2 for row, _why in question.skipped}
    return [at for at in range(len(question.answers) + len(long)) if at not in long][: len(question.answers)]


def _columns(data: bytes) -> Iterator[list[str]]:
    """Every column that the file has, in any way of reading it."""
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        for separator in "\t;,\x1f":
            table = _table(text, separator)
            for column in range(max(map(len, table), default=0)):
                yield [clean(row[column]) if column < len(row) else "" for row in table[1:]]


def _table(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return []


def _question(found: importing.Preview, column: str | None) -> importing.Question:
    if column is not None:
        wanted = one_line(column).casefold()
        for each in found.questions:
            if each.heading.casefold() == wanted:
                return each
        raise Misfit(sentence("Fant ingen kolonne med overskriften «{heading}»."), heading=column[:80])
    usual = [each for each in found.questions if each.heading.casefold() in USUAL]
    return next(each for each in (*usual, *found.questions) if each.answers or each.skipped)


def _plain(found: list[Theme], numbers: list[int]) -> list[dict[str, Any]]:
    return [
        {
            "name": theme.name,
            "cards": [numbers[at] for at in theme.cards],
            "why": {numbers[at]: words for at, words in theme.why.items()},
        }
        for theme in found
    ]


def _cards(theme: Theme, answers: list[str]) -> list[str]:
    lines = []
    for at in theme.cards:
        why = ", ".join(theme.why[at])
        lines.append(f"  {one_line(answers[at])}" + (f"  [{why}]" if why else ""))
    return lines


def _lines(file: Path) -> list[str]:
    text = _read(file).decode("utf-8-sig", "replace")
    return [line for line in map(one_line, text.splitlines()) if not is_blank(line)]


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise NoFile(file=file, why=problem.strerror or problem) from problem
