"""Propose themes for the answers in a file, without a gathering and without a database."""

from pathlib import Path
from typing import Annotated, Any

import typer

from helu.cli.data import NoFile
from helu.cli.say import AsJson, plainly, rows
from helu.documents.reading import Preview, Question, preview
from helu.domain.text import is_blank, one_line
from helu.domain.themes import Theme, propose
from helu.errors import Misfit, sentence

FIRST = 2  # the spreadsheet's number of the first row below the heading
LONGEST = 4000  # characters; far more than a card on the wall has room for
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
        question = _question(preview(data, file.name, longest=LONGEST), column)
        given = _lines(headings) if headings else None
        found = propose(question.answers, groups, given)
        if as_json:
            return rows(_plain(found, [row - FIRST for row in question.rows]), as_json)
        for theme in found:
            typer.echo("\n".join([f"{theme.name or '–'} ({len(theme.cards)})", *_cards(theme, question.answers), ""]))
    return None


def _question(found: Preview, column: str | None) -> Question:
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
