"""What a paper gives the next meeting to talk about."""

from collections.abc import Iterator

from helu.documents import paper_say
from helu.documents.paper import Element, Paper
from helu.i18n import _


def questions(paper: Paper) -> Iterator[str]:
    """The method's own questions of the two elements that have come the shortest, and of what was promised."""
    for each in _shortest(paper)[:2]:
        if each.questions:
            yield f"{each.title}: {each.questions[0]}"
    if any(each.outcome == "returned" for each in paper.decisions):
        yield _("Hva må til for at vi kan vedta det som gikk tilbake til arbeid?")
    if any(each.reservations for each in paper.decisions):
        yield _("Er forbeholdene tatt hånd om?")
    if any(each.status in {"planned", "started"} for each in paper.commitments):
        yield _("Hvilke tegn har vi sett på at det vi lovet, virker?")
    if paper.poster:
        yield _("Hvilke saker den siste tiden har vært i tråd med plakaten, og hvilke har ikke?")
    yield _("Hva bør vi gjøre mer av, mindre av og annerledes?")


def ahead(paper: Paper) -> Iterator[tuple[str, str, str]]:
    """(when, what, who) of what the year holds in the paper's own month and the two after it."""
    for step in range(3):
        month = (paper.date.month - 1 + step) % 12 + 1
        due = [each for each in paper.year if month in each.months]
        for each in sorted(due, key=lambda entry: (entry.day or 0, entry.title)):
            when = paper_say.day_of_year(month, each.day) if each.day else paper_say.month(month)
            yield when, each.title, each.who


def _shortest(paper: Paper) -> list[Element]:
    """Those without an adopted text first, then the lowest number."""
    return sorted(paper.elements, key=lambda each: (each.state.status == "adopted", each.mean or 0.0))
