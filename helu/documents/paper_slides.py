"""The paper as some ten slides for the group's next meeting. All of it is text, tables and charts to go on editing."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx import Presentation

from helu.documents import paper_agenda, paper_say
from helu.documents.paper import Decision, Paper
from helu.documents.paper_deck import Deck
from helu.i18n import _, day_of, speaking

LONGEST = 220  # characters of one text on a slide; the whole of it stands in the document


def made_of(paper: Paper) -> bytes:
    """PPTX in 16:9. What the paper says nothing of gets no slide."""
    presentation = Presentation()
    with speaking(paper.language):
        deck = Deck(presentation, paper_say.LOCALES[paper.language].replace("_", "-"), paper_say.title(paper))
        _opening(deck, paper)
        _purpose(deck, paper)
        _elements(deck, paper)
        _decisions(deck, paper)
        _commitments(deck, paper)
        _matters(deck, paper)
        _months(deck, paper)
        _remaining(deck, paper)
        _questions(deck, paper)
        _describe(presentation, paper)
    file = BytesIO()
    presentation.save(file)
    return file.getvalue()


def _describe(presentation: Any, paper: Paper) -> None:
    about = presentation.core_properties
    about.title, about.subject = paper_say.title(paper), _("Lederplattform")
    about.author = about.last_modified_by = paper.organisation
    about.language = paper_say.LOCALES[paper.language].replace("_", "-")
    about.created = about.modified = datetime(paper.date.year, paper.date.month, paper.date.day)


def _opening(deck: Deck, paper: Paper) -> None:
    status = _(paper_say.STATUSES[paper.status])
    facts = (paper.organisation, f"{day_of(paper.date)} · {status}", _("Til neste møte"))
    deck.opening(paper_say.title(paper), facts)


def _purpose(deck: Deck, paper: Paper) -> None:
    if paper.poster and paper.poster.lines:
        lines = [paper_say.shortened(line.text, LONGEST) for line in paper.poster.lines]
        deck.lines(_("Formålet vårt"), lines, lead=paper.poster.lead, numbered=True)


def _elements(deck: Deck, paper: Paper) -> None:
    measured = [(each.title, each.mean) for each in paper.elements if each.mean is not None]
    if measured:
        deck.chart(_("Hvor vi er, fra 1 til 5"), measured, most=5, form="0.0")
    if paper.elements:
        rows = [
            (each.title, paper_say.measured(each), paper_say.state(each.state) or _("ikke skrevet ennå"))
            for each in paper.elements
        ]
        deck.table(_("De sju elementene"), (_("Element"), _("Hvor vi er"), _("Teksten")), rows, (4, 3, 5))


def _decisions(deck: Deck, paper: Paper) -> None:
    if not paper.decisions:
        return
    newest = paper.decisions[0]
    if paper_say.support(newest):
        deck.chart(_("Siste beslutning"), list(newest.support), note=_line(newest), form="0")
    rows = [
        (day_of(each.date), paper_say.shortened(each.text.text, LONGEST), _outcome(each)) for each in paper.decisions
    ]
    deck.table(_("Beslutninger"), (_("Dato"), _("Beslutning"), _("Utfall")), rows[:10], (2, 7, 3), each=5)


def _line(decision: Decision) -> str:
    return f"{_outcome(decision)}: {paper_say.shortened(decision.text.text, LONGEST)}"


def _outcome(decision: Decision) -> str:
    return _(paper_say.OUTCOMES[decision.outcome])


def _commitments(deck: Deck, paper: Paper) -> None:
    rows = [
        (paper_say.shortened(each.what, 120), _short(each.who), _short(each.when), _(paper_say.PLEDGES[each.status]))
        for each in paper.commitments
        if each.status != "dropped"
    ]
    deck.table(_("Forpliktelser"), (_("Hva"), _("Hvem"), _("Når"), _("Status")), rows[:18], (6, 3, 3, 2), each=6)


def _short(text: str) -> str:
    return paper_say.shortened(text, 70)


def _matters(deck: Deck, paper: Paper) -> None:
    rows = [
        (
            paper_say.shortened(each.text.text, 120),
            _(paper_say.MATTERS[each.kind]),
            _(paper_say.BALANCES[each.balance]),
            str(each.line) if each.line else "–",
        )
        for each in paper.matters
    ]
    headings = (_("Sak"), _("Slags sak"), _("Balanse"), _("Linje på plakaten"))
    deck.table(_("Sakene våre"), headings, rows[:14], (6, 2, 2, 2))


def _months(deck: Deck, paper: Paper) -> None:
    """The three months that begin with the paper's own."""
    rows = [(when, _short(what), _short(who)) for when, what, who in paper_agenda.ahead(paper)][:8]
    deck.table(_("De neste månedene"), (_("Når"), _("Hva"), _("Hvem")), rows, (3, 6, 3), each=8)


def _remaining(deck: Deck, paper: Paper) -> None:
    left = [*paper.next_steps, *paper_say.remaining(paper)]
    _listed(deck, _("Det som gjenstår"), left)


def _questions(deck: Deck, paper: Paper) -> None:
    _listed(deck, _("Spørsmål til møtet"), list(paper_agenda.questions(paper)))


def _listed(deck: Deck, title: str, texts: Sequence[str]) -> None:
    if texts:
        deck.lines(title, [paper_say.shortened(each) for each in texts[:7]])
