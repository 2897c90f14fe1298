"""A paper as blocks in the order they are read. A part without content is left out.

PDF and Word are both printed from this, so they say the same.
"""

from collections.abc import Iterator

from helu.documents import paper_follow, paper_say
from helu.documents.paper import Element, Paper, Poster
from helu.documents.paper_blocks import Block, Front, Heading, Note, Points, Said, Sheet, Table, Wheel, Words
from helu.documents.paper_say import plain, said
from helu.i18n import _, day_of, number_of, speaking


def outline(paper: Paper) -> list[Block]:
    """All of it, in the paper's language."""
    with speaking(paper.language):
        return list(_all(paper))


def _all(paper: Paper) -> Iterator[Block]:
    yield front(paper)
    if paper.purpose:
        yield Heading(_("Om dokumentet"))
        yield Words(Said(paper.purpose))
    if paper.poster and paper.poster.lines:
        yield from poster(paper, paper.poster)
    if paper.elements:
        yield from elements(paper)
    yield from matters(paper)
    yield from values(paper)
    yield from _culture(paper)
    if paper.principles:
        yield Heading(_("Ledelsesprinsipper"))
        yield Points(tuple(said(each) for each in paper.principles), numbered=True)
    yield from paper_follow.blocks(paper)


def front(paper: Paper) -> Front:
    facts = [
        (_("Organisasjon"), paper.organisation),
        (_("Ledergruppe"), paper.group),
        (_("Dato"), day_of(paper.date)),
        (_("Versjon"), paper.version),
        (_("Status"), _(paper_say.STATUSES[paper.status])),
    ]
    kept = tuple((name, value) for name, value in facts if value)
    return Front(paper_say.title(paper), paper.organisation, paper.group, kept, _("Innhold"))


def poster(paper: Paper, of: Poster) -> Iterator[Block]:
    yield Heading(_("Formålsplakaten"), fresh=True)
    yield from _state(of)
    yield Points(tuple(said(line) for line in of.lines), numbered=True, lead=of.lead)
    if of.meanings:
        yield Heading(_("Hva betyr dette for oss?"), 2)
        rows = tuple((Said(each.what), said(each.text)) for each in of.meanings)
        yield Table((_("Ord eller linje"), _("Hva det betyr for oss")), rows, (3, 7), _("Hva betyr dette for oss?"))
    yield Sheet(
        organisation=paper.organisation,
        lead=of.lead,
        lines=tuple(line.text for line in of.lines),
        foot="  ·  ".join(filter(None, (_("Formålsplakaten"), paper_say.state(of.state)))),
        language=paper.language,
    )


def elements(paper: Paper) -> Iterator[Block]:
    yield Heading(_("De sju elementene"), fresh=True)
    if any(each.mean is not None for each in paper.elements):
        yield from _wheel(paper)
    else:
        rows = tuple(plain(each.title, _written(each)) for each in paper.elements)
        yield Table((_("Element"), _("Teksten")), rows, (5, 7), _("De sju elementene"))
    for each in paper.elements:
        yield from _element(each)


def _wheel(paper: Paper) -> Iterator[Block]:
    """The group's own view of each element, drawn and as a table."""
    yield Note(_("Lederplattformen består av sju elementer. Tallet er ledergruppens egen vurdering, fra 1 til 5."))
    spokes = tuple((each.title, each.mean or 0.0, _value(each)) for each in paper.elements)
    told = "; ".join(f"{each.title}: {paper_say.measured(each)}" for each in paper.elements)
    yield Wheel(_("Ledergruppe"), spokes, _("Hjul med de sju elementene. {told}.", told=told))
    rows = tuple(plain(each.title, paper_say.measured(each), _written(each)) for each in paper.elements)
    yield Table((_("Element"), _("Hvor vi er"), _("Teksten")), rows, (4, 3, 5), _("De sju elementene"))


def _value(each: Element) -> str:
    return "" if each.mean is None else number_of(each.mean)


def _written(each: Element) -> str:
    return paper_say.state(each.state) or _("ikke skrevet ennå")


def _element(of: Element) -> Iterator[Block]:
    yield Heading(of.title, 2)
    yield from _state(of)
    if of.questions:
        yield Note("\n".join(of.questions), leads=True)
    if of.text.text:
        yield Words(said(of.text))
    elif not any(text for _title, text in of.asides):
        yield Note(_("Her er ingenting vedtatt ennå."))
    asides = tuple(plain(title, text) for title, text in of.asides if text)
    if asides:
        yield Table((_("Tema"), _("Hva vi er enige om")), asides, (2, 8), of.title)
    if of.open_work:
        yield Heading(_("Dette gjenstår"), 3)
        yield Points(tuple(said(each) for each in of.open_work))


def _state(of: Element | Poster) -> Iterator[Block]:
    """How far the text has come, in a quiet line."""
    parts = [paper_say.state(of.state)]
    if isinstance(of, Element) and of.mean is not None:
        parts.append(_("Hvor vi er: {measured}", measured=paper_say.measured(of)))
    parts.append(paper_say.newer(of.state))
    if words := " · ".join(filter(None, parts)):
        yield Note(words, leads=True)


def matters(paper: Paper) -> Iterator[Block]:
    if not paper.matters:
        return
    yield Heading(_("Sakene våre"))
    rows = tuple(
        (
            said(each.text),
            Said(_(paper_say.MATTERS[each.kind])),
            Said(_(paper_say.BALANCES[each.balance])),
            Said(str(each.line) if each.line else "–"),
        )
        for each in paper.matters
    )
    headings = (_("Sak"), _("Slags sak"), _("Balanse"), _("Linje på plakaten"))
    yield Table(headings, rows, (6, 2, 2, 3), _("Sakene våre"))
    if bare := paper_say.lines_without_matters(paper):
        assert paper.poster
        yield Heading(_("Linjer på plakaten uten saker"), 2)
        yield Points(tuple(Said(f"{at}. {paper.poster.lines[at - 1].text}") for at in bare))


def values(paper: Paper) -> Iterator[Block]:
    if paper.vision:
        yield Heading(_("Visjon"))
        yield Words(Said(paper.vision))
    if not paper.values:
        return
    yield Heading(_("Verdiene våre"))
    for each in paper.values:
        yield Heading(each.word.text, 2)
        if each.word.origin:
            yield Words(Said("", each.word.origin, paper_say.spans(each.word.cards)))
        if each.actions:
            yield Heading(_("Slik ser vi det i handling"), 3)
            yield Points(tuple(said(sign) for sign in each.actions))
        if each.attitudes:
            yield Heading(_("Slik ser vi det i holdning"), 3)
            yield Points(tuple(said(sign) for sign in each.attitudes))


def _culture(paper: Paper) -> Iterator[Block]:
    """The longer column decides how many rows there are."""
    if not paper.structure and not paper.culture:
        return
    yield Heading(_("Struktur og kultur"))
    high = max(len(paper.structure), len(paper.culture))
    columns = [
        [said(each) for each in side] + [Said("")] * (high - len(side)) for side in (paper.structure, paper.culture)
    ]
    yield Table((_("Struktur"), _("Kultur")), tuple(zip(*columns, strict=True)), (1, 1), _("Struktur og kultur"))
