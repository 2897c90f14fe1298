"""What a group may see of itself, on two pages and as a workbook: a starting point for talk, never a test.

Everything here is shown on the group's page already; nothing of it is anybody's own. Figures are on the model's scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helu.documents import group_pdf, spreadsheet
from helu.documents.profile_report import Composite, Figure, Group
from helu.documents.profile_say import EXACT
from helu.documents.spreadsheet import Cell, Sheet
from helu.domain.rounding import rounded
from helu.i18n import _, speaking

FORMATS = ("pdf", "xlsx")
MIDDLE = 1  # digits of a figure in half steps


@dataclass(frozen=True)
class Alike:
    """A behaviour with how far apart the members are, in a word."""

    figure: Figure
    spread: str


@dataclass(frozen=True)
class Point:
    """One orientation in one round; `day` is what the round is called."""

    day: str
    now: float | None
    wanted: float | None


@dataclass(frozen=True)
class GroupReport:
    group: str
    organisation: str
    title: str  # of the round; may be empty
    language: str
    made: date
    on: date  # when the picture was shown
    people: int
    low: int
    high: int
    disclaimer: str
    behind: str  # how many are behind it, and how finely it may be read
    attribution: str
    groups: tuple[Group, ...]  # clockwise from the top
    spread: tuple[str, ...]  # a word for each behaviour, in the order of the groups
    balance: Figure  # 0.0-1.0, 1.0 in full balance
    composites: tuple[Composite, ...]
    said: tuple[tuple[str, tuple[str, ...]], ...]  # (heading, sentences)
    moved: tuple[tuple[Point, ...], ...]  # a series for each group, oldest first; empty with one round only
    dialogue: tuple[str, ...]  # a heading, then the questions
    rule: str

    def alike(self) -> list[tuple[Group, list[Alike]]]:
        """The behaviours of each group with their spread."""
        words = iter(self.spread)
        return [(group, [Alike(each, next(words)) for each in group.behaviours]) for group in self.groups]


def print_group(report: GroupReport, format: str) -> bytes:  # noqa: A002
    """One of FORMATS."""
    with speaking(report.language):
        return group_pdf.made_of(report) if format == "pdf" else spreadsheet.write_xlsx(sheets(report))


def sheets(report: GroupReport) -> list[Sheet]:
    """The table, the words and the rounds. Figures are numbers, rounded as on paper."""
    about = [(report.group, report.organisation, report.title), (report.disclaimer,), (report.behind,)]
    rows: list[Sequence[Cell]] = []
    for group, inside in report.alike():
        rows.append((group.whole.label, "", *_cells(group.whole, EXACT), ""))
        rows += [(each.figure.label, group.whole.label, *_cells(each.figure, MIDDLE), each.spread) for each in inside]
    rows.append((report.balance.label, "", *_cells(report.balance, EXACT), ""))
    rows += [(each.figure.label, "", *_cells(each.figure, EXACT), "") for each in report.composites]
    headings = (_("Hva"), _("Del av"), _("Nå"), _("Ønsket"), _("Avstand"), _("Dere svarer"))
    words = [(heading, line) for heading, lines in report.said for line in lines]
    rounds = [
        (
            group.whole.label,
            point.day,
            *(None if each is None else rounded(each, EXACT) for each in (point.now, point.wanted)),
        )
        for group, points in zip(report.groups, report.moved, strict=False)
        for point in points
    ]
    found = [Sheet(_("Gruppas balanse"), headings, rows, about), Sheet(_("I ord"), (_("Om"), _("Tekst")), words)]
    return found + ([Sheet(_("Over tid"), (_("Hva"), _("Runde"), _("Nå"), _("Ønsket")), rounds)] if rounds else [])


def _cells(of: Figure, digits: int) -> list[Cell]:
    return [None if value is None else rounded(value, digits) for value in (of.now, of.wanted, of.gap)]
