"""Forpliktelser: what each will do, when, and the first sign that it works. Always with names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from helu.activities.base import Kind, Settings, What, nothing_yet
from helu.activities.fields import Field, Text
from helu.activities.pictures import Picture
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.errors import sentence
from helu.i18n import _


@dataclass(frozen=True)
class Row:
    """One commitment on the wall."""

    key: str
    who: str
    what: str
    when: str = ""
    sign: str = ""
    status: str = ""  # planned, started, done or dropped; empty where it is not asked how it went
    said: str = ""  # the status in words
    note: str = ""


@dataclass(frozen=True)
class Count:
    status: str
    said: str  # «2 gjort»


@dataclass(frozen=True)
class Commitments(Picture):
    shape: ClassVar[str] = "commitments"
    rows: list[Row]
    counts: list[Count] = field(default_factory=list)
    none: str = ""  # what to say when there are no rows


class CommitmentsSettings(Settings):
    pass


class CommitmentsKind(Kind):
    name = "commitments"
    title = sentence("Forpliktelser")
    use = sentence("Hver enkelt skriver hva de vil gjøre, når, og hva som er første tegn på at det virker. Med navn.")
    examples = (
        {"what": "Ta opp rekkefølgen på sakene", "when": "1. mars", "sign": "Vi blir ferdige i tide"},
        {"what": "Spørre to andre før jeg bestemmer", "when": "fra i morgen", "sign": ""},
    )
    Settings = CommitmentsSettings
    named = True
    gives = ("commitments",)
    desk = "commitments"

    def fields(self, settings: CommitmentsSettings) -> list[Field]:
        return [
            Text(name="what", label=sentence("Hva vil du gjøre?"), max_length=400, lines=3),
            Text(name="when", label=sentence("Når? En dato, om du har en"), max_length=60, lines=1, required=False),
            Text(
                name="sign",
                label=sentence("Første tegn på at det virker"),
                max_length=200,
                lines=2,
                required=False,
            ),
        ]

    def picture(self, settings: CommitmentsSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        rows = [_row(answer) for answer in answers if answer.values.get("what")]
        return Commitments(rows, none=nothing_yet())

    def summarise(self, settings: CommitmentsSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        people = len({answer.label or answer.tag for answer in answers})
        return _("{count} forpliktelser fra {people}.", count=len(answers), people=people)

    def export_rows(self, settings: CommitmentsSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        headings = (("what", _("Hva")), ("when", _("Når")), ("sign", _("Første tegn på at det virker")))
        return [{heading: values.get(name, "") for name, heading in headings}]

    def things(self, settings: CommitmentsSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        return [
            Thing(answer.key(""), f"{answer.label}: {text}" if answer.label else text)
            for answer in answers
            if (text := answer.values.get("what"))
        ]


def _row(answer: Given) -> Row:
    values = answer.values
    return Row(answer.key(""), answer.label, values["what"], values.get("when") or "", values.get("sign") or "")
