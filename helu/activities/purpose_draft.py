"""Utkast til formålsplakat: each group's secretary writes the lines while all watch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import Field as Limit

from helu.activities.base import Kind, Settings, What, nothing_yet
from helu.activities.fields import Field, Texts
from helu.activities.pictures import Picture
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.errors import sentence
from helu.i18n import _

MOST, LONGEST = 6, 200  # lines, and characters in each, that always fit on one page
# As in data/method/formalsplakat.yaml, of which the catalogues hold the other two languages.
LEAD = sentence("Vår ledergruppe skal skape MERVERDI for organisasjonen og det enkelte medlem av gruppen ved å:")


class PurposeDraftSettings(Settings):
    lead: str = Limit(default="", max_length=300)  # the beginning; empty for the method's own
    lines: int = Limit(default=MOST, ge=1, le=MOST)


@dataclass(frozen=True)
class DraftLine:
    key: str
    text: str


@dataclass(frozen=True)
class Draft:
    key: str
    label: str  # the group, or empty
    lines: list[DraftLine]


@dataclass(frozen=True)
class Drafts(Picture):
    shape: ClassVar[str] = "drafts"
    lead: str
    drafts: list[Draft]


class PurposeDraft(Kind):
    name = "purpose_draft"
    title = sentence("Utkast til formålsplakat")
    use = sentence("Sekretæren i hver gruppe skriver linjene, og alle ser utkastene vokse fram på storskjermen.")
    examples = (
        {"lines": ["lede kommunen i samme retning", "gjøre hverandre gode"]},
        {"lines": ["skape tjenester innbyggerne har tillit til"]},
    )
    Settings = PurposeDraftSettings
    gives = ("lines",)
    autosave = True

    def fields(self, settings: PurposeDraftSettings) -> list[Field]:
        return [Texts(name="lines", label=settings.lead or LEAD, max_items=settings.lines, max_length=LONGEST)]

    def picture(self, settings: PurposeDraftSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        return Drafts(settings.lead or _(LEAD), [_draft(each) for each in _in_order(answers)])

    def summarise(self, settings: PurposeDraftSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        lines = sum(len(each.values["lines"]) for each in answers)
        return _("{drafts} utkast med {lines} linjer i alt.", drafts=len(answers), lines=lines)

    def export_rows(self, settings: PurposeDraftSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{_("Linje"): line} for line in values["lines"]]

    def things(self, settings: PurposeDraftSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        return [Thing(line.key, line.text) for each in _in_order(answers) for line in _draft(each).lines]


def _in_order(answers: Sequence[Given]) -> list[Given]:
    """Group 2 before group 10; without groups in an order that tells nothing."""
    return sorted(answers, key=lambda each: (len(each.label), each.label, each.tag))


def _draft(given: Given) -> Draft:
    lines = [DraftLine(given.key(f"lines:{text}"), text) for text in given.values["lines"]]
    return Draft(given.key("draft"), given.label, lines)
