"""A leader's own profile on two to four pages and as a workbook: a starting point for reflection, never a test.

Everything comes in the report's language but for what people wrote. Figures are on the model's scale, unrounded;
None where too little was answered, and then nothing stands there but a dash.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helu.documents import profile_pdf, spreadsheet
from helu.documents.profile_say import DIGITS, EXACT, figures, formula
from helu.documents.spreadsheet import Cell, Sheet
from helu.domain.rounding import rounded
from helu.i18n import _, speaking

FORMATS = ("pdf", "xlsx")


@dataclass(frozen=True)
class Figure:
    """One thing that is measured; `group` is the id of the orientation it belongs to, or of the ground."""

    label: str
    group: str
    now: float | None
    wanted: float | None
    about: str = ""
    others: float | None = None  # what all who gave feedback answered, as one

    @property
    def gap(self) -> float | None:
        """In steps, from now to wanted."""
        return None if self.now is None or self.wanted is None else self.wanted - self.now


@dataclass(frozen=True)
class Group:
    """An orientation or the ground, with its behaviours; `side` is where it lies, in degrees from the top."""

    whole: Figure
    colour: str
    side: int
    orientation: bool
    behaviours: tuple[Figure, ...]

    @property
    def id(self) -> str:
        return self.whole.group


@dataclass(frozen=True)
class Composite:
    figure: Figure
    weights: tuple[tuple[str, float], ...]  # (what an orientation is called, its weight)


@dataclass(frozen=True)
class Entry:
    on: date
    situation: str
    texts: tuple[tuple[str, str], ...]  # (prompt, text)


@dataclass(frozen=True)
class Plan:
    status: str
    behaviours: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]  # (question, answer)
    days: tuple[date, ...]
    log: tuple[Entry, ...]  # newest first


@dataclass(frozen=True)
class OthersRow:
    """What is measured, and what each of the columns says of it."""

    label: str
    group: str
    whole: bool
    figures: tuple[float | None, ...]


@dataclass(frozen=True)
class Others:
    """What others answered in the newest round that shows anything."""

    about: str  # when, and how many are behind it
    said: tuple[tuple[str, str], ...]  # (heading, sentences)
    columns: tuple[str, ...]  # the leader's own, then others
    rows: tuple[OthersRow, ...]
    written: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (question, own words in no order of arrival)


@dataclass(frozen=True)
class ProfileReport:
    name: str
    organisation: str
    language: str
    made: date
    taken: date | None  # when the leader last finished looking at oneself; None: never
    form: str  # short or full
    low: int
    high: int
    disclaimer: str
    attribution: str
    groups: tuple[Group, ...]  # clockwise from the top
    balance: Figure  # 0.0-1.0, 1.0 in full balance
    composites: tuple[Composite, ...]
    said: tuple[str, ...]  # the profile in words
    gaps: tuple[Figure, ...]  # one or two
    questions: tuple[str, ...]
    plans: tuple[Plan, ...]
    others: Others | None = None


def print_report(report: ProfileReport, format: str) -> bytes:  # noqa: A002
    """One of FORMATS."""
    with speaking(report.language):
        return profile_pdf.made_of(report) if format == "pdf" else spreadsheet.write_xlsx(sheets(report))


def sheets(report: ProfileReport) -> list[Sheet]:
    """One for each thing, in the language that is spoken. Figures are numbers, rounded as on paper."""
    about = [(report.name, report.organisation), (report.disclaimer,), (report.attribution,)]
    headings = (_("Hva"), _("Del av"), _("Nå"), _("Ønsket"), _("Avstand"))
    behaviours = [
        (each.label, group.whole.label, *_cells(each)) for group in report.groups for each in group.behaviours
    ]
    return [
        Sheet(
            _("Orienteringer"), headings, [(each.whole.label, "", *_cells(each.whole)) for each in report.groups], about
        ),
        Sheet(_("Atferd"), headings, behaviours),
        Sheet(_("Balanse"), (_("Hva"), _("Slik er det regnet"), _("Nå"), _("Ønsket"), _("Avstand")), _balance(report)),
        *(_others(report.others) if report.others else []),
        Sheet(_("I ord"), (_("Om"), _("Tekst")), _words(report)),
        Sheet(_("Plan"), (_("Plan"), _("Spørsmål"), _("Svar")), _plans(report.plans)),
        Sheet(_("Logg"), (_("Plan"), _("Dato"), _("Situasjon"), _("Spørsmål"), _("Tekst")), _log(report.plans)),
    ]


def _cells(of: Figure, digits: int = EXACT, between: int = DIGITS) -> list[Cell]:
    """With as many digits as the same figures have on paper."""
    steps = ((of.now, digits), (of.wanted, digits), (of.gap, between))
    return [None if value is None else rounded(value, most) for value, most in steps]


def _balance(report: ProfileReport) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[report.balance.label, report.balance.about, *_cells(report.balance, EXACT, EXACT)]]
    return rows + [[each.figure.label, formula(each), *_cells(each.figure, DIGITS)] for each in report.composites]


def _others(others: Others) -> list[Sheet]:
    def cells(row: OthersRow) -> list[Cell]:
        return [row.label, *(None if value is None else rounded(value, EXACT) for value in row.figures)]

    seen = Sheet(_("Andre"), (_("Hva"), *others.columns), [cells(each) for each in others.rows], [(others.about,)])
    words = [(question, text) for question, texts in others.written for text in texts]
    return [seen, Sheet(_("Det folk har skrevet"), (_("Spørsmål"), _("Tekst")), words)] if words else [seen]


def _words(report: ProfileReport) -> list[tuple[Cell, ...]]:
    gaps = [f"{each.label}: {figures(each)}" for each in report.gaps]
    seen = [f"{heading}: {text}" for heading, text in report.others.said] if report.others else []
    about = (
        (_("Profilen"), report.said),
        (_("Andre"), seen),
        (_("Avstander"), gaps),
        (_("Til refleksjon"), report.questions),
    )
    return [(heading, text) for heading, texts in about for text in texts]


def _plans(plans: Sequence[Plan]) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for at, plan in enumerate(plans, 1):
        rows.append((at, _("Status"), plan.status))
        rows += [(at, _("Atferd"), each) for each in plan.behaviours]
        rows += [(at, question, answer) for question, answer in plan.answers]
        rows += [(at, _("Dag"), each.isoformat()) for each in plan.days]
    return rows


def _log(plans: Sequence[Plan]) -> list[tuple[Cell, ...]]:
    return [
        (at, entry.on.isoformat(), entry.situation, prompt, text)
        for at, plan in enumerate(plans, 1)
        for entry in plan.log
        for prompt, text in entry.texts or (("", ""),)
    ]
