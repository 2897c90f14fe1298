"""Try a gathering with simulated leaders, who join and answer exactly as phones do."""

import asyncio
import json
from collections.abc import Coroutine, Mapping, Sequence
from csv import DictReader
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

from helu.cli.say import AsJson, plainly, say
from helu.domain.codes import read_code
from helu.errors import Misfit, sentence
from helu.i18n import _
from helu.services import access, demo, running
from helu.settings import DATA
from helu.simulator import Report, Round, play
from helu.store.database import reading

Texts = dict[str, list[str]]


def simulate(
    code: Annotated[str, typer.Argument(help="The gathering's code.", metavar="CODE")],
    phones: Annotated[int, typer.Option(min=1, max=2000, help="How many leaders.")] = 31,
    answers: Annotated[Path | None, typer.Option(help="CSV with question_key and text, or JSON: key -> texts.")] = None,
    seconds: Annotated[float, typer.Option(min=0, help="All have answered within this time.")] = 20,
    url: Annotated[str, typer.Option(help="Where Helu runs.")] = "http://127.0.0.1:8501",
    activities: Annotated[int | None, typer.Option(min=1, help="Stop after so many activities.")] = None,
    lasting: Annotated[float | None, typer.Option("--for", min=1, help="Stop after so many seconds.")] = None,
    seed: Annotated[int, typer.Option(help="The same number gives the same answers.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Let simulated leaders join and answer while the facilitator moves, until the gathering ends or Ctrl-C."""

    rounds: list[Round] = []

    def told(each: Round) -> None:
        rounds.append(each)
        if not as_json:
            typer.echo(_line(each))

    with plainly():
        texts = texts_for(code, read_answers(answers) if answers else demo.real_answers())
        playing = play(
            url, read_code(code), phones, texts, seconds, seed, activities=activities, lasting=lasting, told=told
        )
        try:
            report = _run(playing)
        except KeyboardInterrupt:
            report = Report(joined=phones, rounds=rounds)
        say(_summary(report), as_json, **report.as_json())


def texts_for(code: str, by_key: Mapping[str, Sequence[str]]) -> Texts:
    """The same texts by the id of the activity, as phones know it. Raises UnknownCode."""
    with reading() as db:
        workshop = access.workshop_by_code(db, code)
        planned = running.activities_in(db, workshop.id)
        return {str(each.id): list(by_key[each.key]) for each in planned if each.key in by_key}


def read_answers(file: Path) -> Texts:
    """Activity key -> texts, from CSV or JSON. Raises Misfit."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        return _from_json(text) if file.suffix.lower() == ".json" else _from_csv(text)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise Misfit(
            sentence("Kunne ikke lese svar fra {file}. Bruk CSV med kolonnene question_key og text, eller JSON."),
            file=file,
        ) from None


def _from_json(text: str) -> Texts:
    return {str(key): [str(each) for each in texts] for key, texts in json.loads(text).items()}


def _from_csv(text: str) -> Texts:
    """Question keys of the demo's own file are looked up; any other is an activity key already."""
    known = yaml.safe_load((DATA / "demo" / "questions.yaml").read_text(encoding="utf-8"))
    answers: Texts = {}
    for row in DictReader(text.splitlines(keepends=True)):
        answers.setdefault(known.get(row["question_key"], row["question_key"]), []).append(row["text"])
    return answers


def _run(playing: Coroutine[Any, Any, Report]) -> Report:
    try:
        from uvloop import run
    except ImportError:  # there is none for Windows
        return asyncio.run(playing)
    return run(playing)


def _line(each: Round) -> str:
    return _(
        "{text}: {sent} sendt, {stored} lagret, {refused} avvist",
        text=each.text[:70], sent=each.sent, stored=each.stored, refused=each.refused,
    )  # fmt: skip


def _summary(report: Report) -> str:
    return _("{joined} telefoner var med, {stored} svar er lagret.", joined=report.joined, stored=report.stored)
