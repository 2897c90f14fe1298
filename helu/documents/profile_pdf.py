"""Typst sets the leader's report. What people wrote goes in as JSON strings.

What the leader wrote is cut when it is too long for four pages. What others wrote stands last and is never cut: it
would not be fair to choose among them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

import typst

from helu.documents.paper_pdf import HOME as PAPER
from helu.documents.paper_pdf import POSTER, STANDARDS, Files, drawn, fonts
from helu.documents.paper_say import shortened
from helu.documents.profile_say import EXACT, all_three, alternative, beside, days, figures, formula, number
from helu.i18n import _, day_of
from helu.settings import DATA

if TYPE_CHECKING:
    from helu.documents.profile_report import Composite, Figure, Group, Others, Plan, ProfileReport

HOME = DATA / "profile"
MOST_PAGES = 4
ROOM = 100  # lines of what the leader wrote, tried first
LINE = 90  # characters in one of them
SLICE = 7  # one text gets this part of the room at most
MOST_BREAKS = 40  # in one text; with more of them it is set in one go, or 2,000 characters would be twenty pages
LEAST = 40  # characters: a shorter beginning of a text says nothing


def made_of(report: "ProfileReport") -> bytes:
    """PDF/UA-1 and PDF/A-2a with embedded fonts, two to four pages and what it takes for others' own words."""
    room = ROOM
    while True:
        given = _given(report, _Room(room))
        files = files_of("profile", given)
        if pages_in(files) <= MOST_PAGES or room <= 0:
            written = _written(report.others)
            return printed(files_of("profile", given | {"written": written}) if written else files)
        room = int(room * 0.75)


def pages_in(files: Files) -> int:
    asked = drawn(files, lambda given: typst.query(given, "<pages>", field="value", one=True, font_paths=fonts()))
    return int(json.loads(asked))


def printed(files: Files) -> bytes:
    return bytes(
        drawn(files, lambda given: typst.compile(given, format="pdf", pdf_standards=STANDARDS, font_paths=fonts()))
    )


@dataclass
class _Room:
    """How many lines are left for what the leader wrote, and whether something had to stay out."""

    left: int
    cut: bool = False

    def __post_init__(self) -> None:
        self.slice = max(3, self.left // SLICE)

    def fit(self, text: str) -> str:
        """As much of the text as there is room for; empty when there is none."""
        lines = min(self.left, self.slice)
        kept = _first_lines(text, lines)
        if kept != text:
            self.cut = True
            kept = shortened(kept, max(len(kept) - 2, 1)) if len(kept) >= LEAST else ""
        self.left -= _lines(kept) + 1
        return kept


def _lines(text: str) -> int:
    return sum(max(1, ceil(len(line) / LINE)) for line in text.split("\n")) if text else 0


def _first_lines(text: str, most: int) -> str:
    kept: list[str] = []
    for line in text.split("\n"):
        room = most - _lines("\n".join(kept))
        if room <= 0:
            break
        kept.append(line[: room * LINE])
    return "\n".join(kept)


def files_of(main: str, given: dict[str, Any]) -> Files:
    """What a paper about a profile is set from."""
    return {
        "main": (HOME / f"{main}.typ").read_bytes(),
        **{name: (HOME / name).read_bytes() for name in ("radar.typ", "page.typ", "lines.typ")},
        **{name: (PAPER / name).read_bytes() for name in ("blocks.typ", "wheels.typ")},
        "fit.typ": (POSTER / "fit.typ").read_bytes(),
        "design.typ": (POSTER / "designs" / "fjord.typ").read_bytes(),
        "paper.json": json.dumps(given, ensure_ascii=False).encode(),
    }


def _given(report: "ProfileReport", room: _Room) -> dict[str, Any]:
    wholes = [each.whole for each in report.groups]
    parts = [each for group in report.groups for each in group.behaviours]
    plans = _plans(report.plans, room)
    return {
        "title": _("Lederprofilen min"),
        "subject": _("Lederbalanse"),
        "name": report.name,
        "subtitle": " · ".join(
            filter(None, (shortened(report.name, 80), shortened(report.organisation, 80), day_of(report.made)))
        ),
        "language": report.language,
        "date": [report.made.year, report.made.month, report.made.day],
        "foot": f"{shortened(report.name, 60)} · {report.disclaimer}",
        "disclaimer": report.disclaimer,
        "about": _about(report),
        "low": report.low,
        "high": report.high,
        "words": _headings(),
        "layers": [["now", _("Nå")], ["wanted", _("Ønsket om seks måneder")]]
        + ([["others", _("Andre")]] if report.others else []),
        "others": _others(report.others) if report.others else None,
        "written": [],
        "headings": ["", _("Nå"), _("Ønsket"), _("Avstand")],
        "alt": {"orientations": alternative(wholes), "behaviours": alternative(parts)},
        **drawings(report.groups),
        "said": list(report.said),
        "balance": balance_rows(report.balance, report.composites),
        "table": list(_table(report.groups)),
        "gaps": [
            {"group": each.group, "label": each.label, "about": each.about, "figures": figures(each)}
            for each in report.gaps
        ],
        "questions": list(report.questions),
        "plans": plans,
        "rest": _("Her er det kortet ned. Alt du har skrevet, står i regnearket.") if room.cut else "",
    }


def _about(report: "ProfileReport") -> str:
    if report.taken is None:
        return _("Du har ikke gjort deg ferdig med en egenvurdering ennå.")
    form = _("kort skjema") if report.form == "short" else _("fullt skjema")
    return " ".join((_("Egenvurdering {day}, {form}.", day=day_of(report.taken), form=form), report.attribution))


def _headings() -> dict[str, str]:
    return {
        "orientations": _("Radaren"),
        "said": _("Det samme i ord"),
        "balance": _("Balanse"),
        "behaviours": _("Atferdene bak"),
        "rounding": _("Avstanden er regnet ut før tallene rundes av. – betyr at for lite er besvart."),
        "others": _("Slik andre ser det"),
        "written": _("Det folk har skrevet"),
        "unordered": _("I tilfeldig rekkefølge. Les det som et tilbud, og la være å gjette hvem som har skrevet hva."),
        "gaps": _("Det du vil endre mest"),
        "questions": _("Spørsmål til refleksjon"),
        "plan": _("Planen din"),
        "log": _("Treningslogg"),
    }


def drawings(groups: Iterable["Group"]) -> dict[str, Any]:
    """The spokes of both radars, and the sectors that the behaviours of one group share."""
    groups = list(groups)
    step = 360 / max(1, sum(len(each.behaviours) for each in groups))
    angle = -step * (len(groups[0].behaviours) - 1) / 2  # the first group is centred at the top
    spokes, sectors = [], []
    for group in groups:
        first = angle
        for each in group.behaviours:
            spokes.append(_spoke(each, group, angle))
            angle += step
        edges = {"from": first - step / 2 + 0.8, "to": angle - step / 2 - 0.8}
        sectors.append({"id": group.id, "tone": group.colour, **edges})
    wholes = [_spoke(each.whole, each, each.side) for each in groups]
    return {"spokes": wholes, "behaviours": spokes, "groups": sectors}


def _spoke(of: "Figure", group: "Group", angle: float) -> dict[str, Any]:
    return {
        "label": of.label,
        "said": beside(of),
        "now": of.now,
        "wanted": of.wanted,
        "others": of.others,
        "tone": group.colour,
        "angle": angle,
    }


def balance_rows(balance: "Figure", composites: Iterable["Composite"]) -> list[list[str]]:
    rows = [[balance.label, balance.about, *all_three(balance, EXACT, EXACT)]]
    return rows + [[each.figure.label, formula(each), *all_three(each.figure)] for each in composites]


def _table(groups: Iterable["Group"]) -> Iterator[dict[str, Any]]:
    for group in groups:
        for each in (group.whole, *group.behaviours):
            whole = each is group.whole
            yield {"group": group.id, "whole": whole, "label": each.label, "figures": all_three(each, EXACT)}


def _others(others: "Others") -> dict[str, Any]:
    return {
        "about": others.about,
        "said": [list(each) for each in others.said],
        "headings": ["", *others.columns],
        "rows": [
            {
                "group": each.group,
                "whole": each.whole,
                "label": each.label,
                "figures": [number(value) for value in each.figures],
            }
            for each in others.rows
        ],
    }


def _written(others: "Others | None") -> list[dict[str, Any]]:
    asked = others.written if others else ()
    return [{"question": question, "texts": [_settled(each) for each in texts]} for question, texts in asked]


def _settled(text: str) -> str:
    """Every word of it, with at most one empty line between two that are not."""
    tidy = re.sub(r"\n\s*\n", "\n\n", text.strip())
    return tidy if tidy.count("\n") <= MOST_BREAKS else " ".join(tidy.split())


def _plans(plans: Iterable["Plan"], room: _Room) -> list[dict[str, Any]]:
    """The answers of every plan before the log of any: those who cut something cut the log first."""
    plans = list(plans)
    made = [_plan(each, at if len(plans) > 1 else 0, room) for at, each in enumerate(plans, 1) if room.left > 6]
    room.cut = room.cut or len(made) < len(plans)
    for plan, shown in zip(plans, made, strict=False):
        shown["log"] = _log(plan, room)
    return made


def _plan(plan: "Plan", at: int, room: _Room) -> dict[str, Any]:
    title = (
        _("Plan {number}: {status}", number=at, status=plan.status) if at else _("Status: {status}", status=plan.status)
    )
    facts = [_("Atferd: {names}", names=", ".join(plan.behaviours))] if plan.behaviours else []
    facts += [_("Dager: {days}", days=days(plan.days))] if plan.days else []
    room.left -= 3 + sum(map(_lines, facts))
    answers = [(question, text) for question, answer in plan.answers if (text := room.fit(answer))]
    return {"title": title, "facts": facts, "answers": answers, "log": []}


def _log(plan: "Plan", room: _Room) -> list[dict[str, Any]]:
    shown = []
    for entry in plan.log:
        if room.left <= 3:
            room.cut = True
            break
        title = " – ".join(filter(None, (day_of(entry.on), shortened(entry.situation, 200))))
        room.cut = room.cut or len(entry.situation) > 200
        room.left -= 1 + _lines(title)
        texts = [(prompt, text) for prompt, said in entry.texts if (text := room.fit(said))]
        shown.append({"title": title, "texts": texts})
    return shown
