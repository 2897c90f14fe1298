"""The later half of a paper: what was decided and promised, the year, what comes next, and the room's own cards."""

from collections.abc import Iterator

from helu.documents import paper_say
from helu.documents.paper import Board, Decision, Gathering, Paper, Theme, YearEntry
from helu.documents.paper_blocks import Block, Box, Cards, Heading, Note, Points, Question, Said, Table, Words, Year
from helu.documents.paper_say import plain, said
from helu.errors import sentence
from helu.i18n import _, day_of

ENTRIES = {
    "meeting": sentence("Møte"),
    "matter": sentence("Sak"),
    "deadline": sentence("Frist"),
    "follow_up": sentence("Oppfølging"),
}
REPEATS = {
    "year": sentence("Hvert år"),
    "quarter": sentence("Hvert kvartal"),
    "month": sentence("Hver måned"),
}


def blocks(paper: Paper) -> Iterator[Block]:
    if paper.decisions:
        yield Heading(_("Beslutninger"))
        for each in paper.decisions:
            yield decision(each)
    yield from _commitments(paper)
    yield from _launch(paper)
    yield from _year(paper)
    yield from _ahead(paper)
    yield from _themes(paper)
    yield from _cards(paper)


def decision(of: Decision) -> Box:
    present = _("{count} til stede", count=of.present) if of.present else ""
    facts = " · ".join(filter(None, (day_of(of.date), of.about, present)))
    return Box(
        title=_(paper_say.OUTCOMES[of.outcome]),
        said=said(of.text),
        facts=facts,
        reservations=(_("Forbehold"), of.reservations) if of.reservations else None,
        bars=of.support if any(count for _grade, count in of.support) else (),
        bars_said=paper_say.support(of),
        tone=of.outcome,
    )


def _commitments(paper: Paper) -> Iterator[Block]:
    if not paper.commitments:
        return
    yield Heading(_("Forpliktelser"))
    headings = (_("Hva"), _("Hvem"), _("Når"), _("Første tegn på at det virker"), _("Status"))
    rows = tuple(
        plain(each.what, each.who, each.when, each.sign, _with(_(paper_say.PLEDGES[each.status]), each.note))
        for each in paper.commitments
    )
    yield Table(headings, rows, (6, 4, 3, 5, 4), _("Forpliktelser"))


def _with(status: str, note: str) -> str:
    return f"{status}: {note}" if note else status


def _launch(paper: Paper) -> Iterator[Block]:
    if not paper.launch:
        return
    yield Heading(_("Lanseringsplan"))
    rows = tuple((Said(each.audience), said(each.message), Said(each.who), Said(each.when)) for each in paper.launch)
    yield Table((_("Målgruppe"), _("Budskap"), _("Hvem"), _("Når")), rows, (3, 6, 4, 3), _("Lanseringsplan"))


def _year(paper: Paper) -> Iterator[Block]:
    if not paper.year:
        return
    yield Heading(_("Årshjulet"))
    entries = sorted(paper.year, key=lambda each: (each.month, each.day or 0, each.title))
    told = "; ".join(f"{paper_say.month(each.month)}: {each.title}" for each in entries)
    used = {each.kind for each in entries}
    yield Year(
        months=tuple((paper_say.month(at, short=True), _kinds_in(entries, at)) for at in range(1, 13)),
        kinds=tuple((kind, _(word)) for kind, word in ENTRIES.items() if kind in used),
        said=_("Året som et hjul med tolv måneder. {told}.", told=told),
    )
    rows = tuple(
        plain(_when(each), each.title, _(ENTRIES[each.kind]), each.who, _(REPEATS[each.repeats])) for each in entries
    )
    headings = (_("Når"), _("Hva"), _("Slags"), _("Hvem"), _("Hvor ofte"))
    yield Table(headings, rows, (3, 5, 3, 5, 3), _("Årshjulet"))


def _kinds_in(entries: list[YearEntry], month: int) -> tuple[str, ...]:
    return tuple(each.kind for each in entries if month in each.months)


def _when(each: YearEntry) -> str:
    return paper_say.day_of_year(each.month, each.day) if each.day else paper_say.month(each.month)


def _ahead(paper: Paper) -> Iterator[Block]:
    left = paper_say.remaining(paper)
    if not left and not paper.next_steps:
        return
    yield Heading(_("Veien videre"))
    if paper.next_steps:
        yield Points(plain(*paper.next_steps))
    if left:
        yield Heading(_("Dette gjenstår"), 2)
        yield Points(plain(*left))


def _themes(paper: Paper) -> Iterator[Block]:
    boards = [each for each in paper.boards if each.themes]
    if not boards:
        return
    yield Heading(_("Vedlegg: Temaene"), fresh=True)
    yield Note(_("Slik ble kortene samlet i temaer. Tallene i klammer er numrene på kortene i neste vedlegg."))
    for board in boards:
        yield from _board(board)


def _board(of: Board) -> Iterator[Block]:
    yield Heading(of.title, 2)
    for theme in of.themes:
        yield Heading(theme.name or _("Tema uten navn"), 3)
        yield Words(Said(theme.summary, _count(theme), paper_say.spans(theme.cards)))


def _count(theme: Theme) -> str:
    many = len(theme.cards)
    return _("ett kort") if many == 1 else _("{count} kort", count=many)


def _cards(paper: Paper) -> Iterator[Block]:
    if not paper.cards:
        return
    yield Heading(_("Vedlegg: Rommets egne kort"), fresh=not any(each.themes for each in paper.boards))
    yield Note(_("Kortene står slik de ble skrevet. Tallene i klammer i dokumentet viser hit."))
    for each in paper.gatherings:
        if questions := tuple(_questions(each)):
            yield Heading(f"{each.title}, {day_of(each.date)}" if each.date else each.title, 2)
            yield Cards(questions)


def _questions(of: Gathering) -> Iterator[Question]:
    for step in of.steps:
        asked = [each for each in step.asked if each.cards]
        for at, each in enumerate(asked):
            cards = tuple((card.number, card.text) for card in each.cards)
            yield Question(step.title if at == 0 and step.title != each.title else "", each.title, cards)
