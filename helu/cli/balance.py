"""Score answers to the balance model from a file, without a gathering and without a database."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from helu.cli.data import NoFile
from helu.cli.say import AsJson, plainly, say
from helu.content.balance import balance_model
from helu.documents.separated import read_separated
from helu.domain.balance import Model, Scores, group, score
from helu.domain.text import one_line
from helu.errors import Misfit, sentence
from helu.i18n import _

COLUMNS = ("respondent", "statement", "value")
MOST_BYTES = 5 * 1024 * 1024

app = typer.Typer(no_args_is_help=True, help="The leadership balance model.")
People = dict[str, dict[str, int | None]]


@app.callback()
def balance() -> None:
    """The leadership balance model: a starting point for reflection, never a test."""


@app.command("score")
def score_file(
    file: Annotated[Path, typer.Argument(help="CSV with the columns respondent, statement, value (1-7 or empty).")],
    as_json: AsJson = False,
) -> None:
    """Behaviours, dimensions, balance index and composites; for several respondents, the group's."""
    with plainly():
        model = balance_model()
        people = _people(model, _read(file))
        if len(people) == 1:
            found = score(model, next(iter(people.values())))
            return say("\n".join(_lines(found)), as_json, **asdict(found))
        answered = [each for each in people.values() if any(step is not None for step in each.values())]
        shared = group(model, answered)
        told: dict[str, Any] = {"respondents": len(people), "group": asdict(shared) if shared else None}
        words = "\n".join(_lines(shared)) if shared else _too_few(model, len(answered))
        if shared is None:
            told["reason"] = words
        say(words, as_json, **told)
    return None


def _too_few(model: Model, answered: int) -> str:
    return _(
        "Gruppens profil vises når minst {floor} har svart. Her har {count} svart.",
        floor=model.floor,
        count=answered,
    )


def _lines(scores: Scores) -> list[str]:
    figures = scores.dimensions | {"balance_index": scores.balance_index} | scores.composites | scores.behaviours
    return [f"{name:24} {'–' if value is None else format(value, '.2f')}" for name, value in figures.items()]


def _people(model: Model, table: list[list[str]]) -> People:
    """Respondent -> statement -> step. Raises Misfit with the line that is wrong."""
    first = next((at for at, row in enumerate(table) if any(map(one_line, row)) and row[0] != "sep="), None)
    if first is None:
        raise Misfit(sentence("Filen er tom. Første rad skal ha respondent, statement og value."))
    headings = [one_line(cell).casefold() for cell in table[first]]
    missing = [name for name in COLUMNS if name not in headings]
    if missing:
        raise Misfit(
            sentence("Filen mangler kolonnen «{column}». Første rad skal ha respondent, statement og value."),
            column=missing[0],
        )
    at = [headings.index(name) for name in COLUMNS]
    people: People = {}
    for line, row in enumerate(table[first + 1 :], first + 2):
        cells = [one_line(row[place]) if place < len(row) else "" for place in at]
        if any(cells):
            _take(model, people, line, cells[0], cells[1].casefold(), cells[2])
    if not people:
        raise Misfit(sentence("Filen har ingen svar under overskriftene."))
    return people


def _take(model: Model, people: People, line: int, respondent: str, statement: str, value: str) -> None:
    if not respondent:
        raise Misfit(sentence("Linje {line} sier ikke hvem som har svart. Skriv noe under respondent."), line=line)
    if statement not in model.statements():
        raise Misfit(sentence("Linje {line}: påstanden «{id}» finnes ikke i modellen."), line=line, id=statement[:40])
    answers = people.setdefault(respondent, {})
    if statement in answers:
        raise Misfit(
            sentence("Linje {line}: «{who}» har alt svart på «{id}». Behold ett svar."),
            line=line,
            who=respondent[:40],
            id=statement,
        )
    answers[statement] = _step(model, line, value)


def _step(model: Model, line: int, value: str) -> int | None:
    if not value:
        return None
    whole = value.replace(",", ".").removesuffix(".0")  # a spreadsheet may write 4 as 4.0, or 4,0
    if not whole.isdecimal() or len(whole) > 3 or not model.low <= int(whole) <= model.high:
        raise Misfit(
            sentence("Linje {line}: verdien «{value}» må være et helt tall fra {low} til {high}, eller tom."),
            line=line,
            value=value[:20],
            low=model.low,
            high=model.high,
        )
    return int(whole)


def _read(file: Path) -> list[list[str]]:
    try:
        data = file.read_bytes()
    except OSError as problem:
        raise NoFile(file=file, why=problem.strerror or problem) from problem
    if len(data) > MOST_BYTES:
        raise Misfit(sentence("Filen er for stor: høyst {most} MB. Del den i flere."), most=MOST_BYTES // 1024**2)
    return read_separated(data, most=None)  # a group is never scored on a part of its answers
