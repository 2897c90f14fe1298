"""How a paper puts things in words. Everything is said in the language that is spoken where it is called."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date as Day

from babel.dates import get_month_names

from helu.documents.paper import Decision, Element, Paper, State, Text
from helu.documents.paper_blocks import Said
from helu.errors import sentence
from helu.i18n import LOCALES, _, day_of, language, number_of

STATUSES = {
    "adopted": sentence("Vedtatt"),
    "partly": sentence("Delvis vedtatt"),
    "in_review": sentence("Til revidering"),
    "draft": sentence("Utkast"),
}
OUTCOMES = {
    "adopted": sentence("Vedtatt"),
    "reserved": sentence("Vedtatt med forbehold"),
    "returned": sentence("Tilbake til arbeid"),
}
MATTERS = {
    "information": sentence("Orientering"),
    "discussion": sentence("Diskusjon"),
    "decision": sentence("Beslutning"),
}
BALANCES = {"operations": sentence("Drift"), "development": sentence("Utvikling")}
PLEDGES = {
    "planned": sentence("Planlagt"),
    "started": sentence("I gang"),
    "done": sentence("Gjort"),
    "dropped": sentence("Lagt bort"),
}


def locale() -> str:
    return LOCALES[language()]


def month(at: int, short: bool = False) -> str:
    """From 1. With a capital, as it stands by itself."""
    names = get_month_names("abbreviated" if short else "wide", context="stand-alone", locale=locale())
    return str(names[at]).rstrip(".").capitalize()


def day_of_year(at: int, day: int) -> str:
    """«3. mars». A day that the month doesn't have is its last."""
    last = monthrange(2024, at)[1]  # a leap year
    return day_of(Day(2024, at, min(day, last)), "MMMMd")


def title(paper: Paper) -> str:
    return _("Lederplattform for {group}", group=paper.group)


def said(text: Text) -> Said:
    return Said(text.text, text.origin, spans(text.cards))


def plain(*texts: str) -> tuple[Said, ...]:
    return tuple(Said(each) for each in texts)


def spans(cards: Iterable[int]) -> tuple[tuple[str, int], ...]:
    """Three or more in a row become «12–14»; each with its first number, to point at."""
    found: list[list[int]] = []
    for card in sorted(set(cards)):
        if found and card == found[-1][-1] + 1:
            found[-1].append(card)
        else:
            found.append([card])
    rows: list[tuple[str, int]] = []
    for run in found:
        rows += [(f"{run[0]}–{run[-1]}", run[0])] if len(run) > 2 else [(str(each), each) for each in run]
    return tuple(rows)


def state(of: State) -> str:
    """«Vedtatt 3. mars 2026, versjon 2»; empty when nothing is written."""
    if not of.status:
        return ""
    word = _(STATUSES[of.status])
    if of.date is None:
        return _("{status}, versjon {version}", status=word, version=of.version)
    return _("{status} {date}, versjon {version}", status=word, date=day_of(of.date), version=of.version)


def newer(of: State) -> str:
    if not of.newer:
        return ""
    return _("Et nyere utkast, versjon {version}, er under arbeid.", version=of.newer)


def measured(element: Element) -> str:
    """«3,4 av 5, 12 svar»; or that nobody has been asked."""
    if element.mean is None:
        return _("ikke målt")
    value = _("{mean} av 5", mean=number_of(element.mean))
    if not element.answers:
        return value
    return _("{value}, {count} svar", value=value, count=element.answers)


def support(decision: Decision) -> str:
    """The histogram in words; empty when it was not weighed."""
    votes = [(grade, count) for grade, count in decision.support if count]
    if not votes:
        return ""
    parts = "; ".join(_("{grade}: {count}", grade=grade, count=count) for grade, count in votes)
    return _("{count} svarte. {parts}.", count=sum(count for _grade, count in votes), parts=parts)


def listed(names: Sequence[str]) -> str:
    """«a, b og c»."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} og {last}", first=", ".join(names[:-1]), last=names[-1])


def remaining(paper: Paper) -> list[str]:
    """What a group still has to do, found from the rest of the paper."""
    return [each for each in _remaining(paper) if each]


def _remaining(paper: Paper) -> Iterable[str]:
    undecided = [each.title for each in paper.elements if each.state.status != "adopted"]
    if undecided and len(undecided) < len(paper.elements):
        yield _("Ikke vedtatt ennå: {names}.", names=listed(undecided))
    elif undecided:
        yield _("Ingen av de sju elementene er vedtatt ennå.")
    waiting = [each.title for each in paper.elements if each.state.newer]
    if waiting:
        yield _("Et nyere utkast er under arbeid for {names}.", names=listed(waiting))
    for each in paper.decisions:
        if each.outcome == "returned":
            yield _("Tilbake til arbeid: {text}", text=shortened(each.text.text))
    yield from _unlinked(paper)
    open_ = [each for each in paper.commitments if each.status in {"planned", "started"}]
    if open_:
        yield _("Forpliktelser som ikke er innfridd ennå: {count}.", count=len(open_))


def _unlinked(paper: Paper) -> Iterable[str]:
    bare = lines_without_matters(paper)
    if bare and paper.matters:
        yield _("Linjer på plakaten uten saker: {numbers}.", numbers=listed([str(each) for each in bare]))
    loose = [each for each in paper.matters if each.line is None]
    if loose and paper.poster:
        yield _("Saker som ikke er knyttet til en linje på plakaten: {count}.", count=len(loose))


def lines_without_matters(paper: Paper) -> list[int]:
    if paper.poster is None:
        return []
    served = {each.line for each in paper.matters}
    return [at for at in range(1, len(paper.poster.lines) + 1) if at not in served]


def shortened(text: str, most: int = 160) -> str:
    """Whole words only."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0] + " …"
