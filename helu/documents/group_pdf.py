"""Typst sets a group's report. It is drawn with what a leader's own is drawn with."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from helu.documents.paper_say import shortened
from helu.documents.profile_pdf import balance_rows, drawings, files_of, pages_in, printed
from helu.documents.profile_say import all_three, alternative, number
from helu.i18n import _, day_of

if TYPE_CHECKING:
    from helu.documents.group_report import GroupReport

MOST_PAGES = 2
SIDES = (60, 50, 40, 32)  # of the radar, in mm
MOST_ROUNDS = 8  # the newest; more do not fit beside each other


def made_of(report: "GroupReport") -> bytes:
    """PDF/UA-1 and PDF/A-2a with embedded fonts, two pages: the more there is to say, the smaller the radar."""
    given = _given(report)
    for side in SIDES:
        files = files_of("group", given | {"side": side})
        if pages_in(files) <= MOST_PAGES:
            break
    return printed(files)


def _given(report: "GroupReport") -> dict[str, Any]:
    shown = drawings(report.groups)
    return {
        "title": _("Gruppas balanse"),
        "subject": _("Lederbalanse"),
        "name": report.group,
        "subtitle": " · ".join(
            filter(
                None,
                (shortened(each, 80) for each in (report.group, report.title, report.organisation, day_of(report.on))),
            )
        ),
        "language": report.language,
        "date": [report.made.year, report.made.month, report.made.day],
        "foot": f"{shortened(report.group, 60)} · {report.disclaimer}",
        "disclaimer": report.disclaimer,
        "about": f"{report.behind} {report.attribution}",
        "low": report.low,
        "high": report.high,
        "words": _headings(report),
        "layers": [["now", _("Nå")], ["wanted", _("Ønsket om seks måneder")]],
        "headings": ["", _("Nå"), _("Ønsket"), _("Avstand")],
        "wide": ["", _("Nå"), _("Ønsket"), _("Avstand"), _("Dere svarer")],
        "alt": alternative([each.whole for each in report.groups]),
        "spokes": shown["spokes"],
        "groups": shown["groups"],
        "said": [[heading, list(lines)] for heading, lines in report.said],
        "balance": balance_rows(report.balance, report.composites),
        "table": list(_table(report)),
        "moved": list(_moved(report)),
        "moved-alt": _moved_alt(report),
        "questions": list(report.dialogue[1:]),
    }


def _headings(report: "GroupReport") -> dict[str, str]:
    return {
        "orientations": _("Radaren"),
        "balance": _("Balanse"),
        "behaviours": _("Atferdene bak"),
        "reading": _(
            "Tallene for atferdene er i halve trinn. «Samlet» betyr at de fleste svarer omtrent det samme, «ulikt» at svarene "
            "spriker. – betyr at for få har svart."
        ),
        "moved": _("Over tid"),
        "moved-reading": _("Linja viser det dere svarte om nå. De åpne rutene er det dere ønsket dere den gangen."),
        "dialogue": report.dialogue[0],
        "rule": report.rule,
    }


def _table(report: "GroupReport") -> Iterator[dict[str, Any]]:
    for group, inside in report.alike():
        figures = [*all_three(group.whole), ""]
        yield {"group": group.id, "whole": True, "label": group.whole.label, "figures": figures}
        for each in inside:
            figures = [*all_three(each.figure), each.spread]
            yield {"group": group.id, "whole": False, "label": each.figure.label, "figures": figures}


def _moved(report: "GroupReport") -> Iterator[dict[str, Any]]:
    for group, points in zip(report.groups, report.moved, strict=False):
        drawn_points = [
            {"day": each.day, "now": each.now, "wanted": each.wanted, "said": number(each.now)}
            for each in points[-MOST_ROUNDS:]
        ]
        yield {"group": group.id, "label": group.whole.label, "tone": group.colour, "points": drawn_points}


def _moved_alt(report: "GroupReport") -> str:
    told = []
    for group, points in zip(report.groups, report.moved, strict=False):
        parts = [
            _("{day}: nå {now}, ønsket {wanted}", day=each.day, now=number(each.now), wanted=number(each.wanted))
            for each in points[-MOST_ROUNDS:]
        ]
        told.append(f"{group.whole.label}. {'; '.join(parts)}.")
    return " ".join(told)
