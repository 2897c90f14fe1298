"""What the grades of agreement are called, and how a room's grades are said in a sentence."""

from helu.domain.agreement import LOW, STOPS, Lead, Standing, Turn, lead, moved, turn
from helu.errors import sentence
from helu.i18n import _

GRADES = (
    (sentence("Helt med"), sentence("Helt med: Jeg står helt bak dette.")),
    (sentence("God støtte"), sentence("God støtte: Det er bra nok slik det står.")),
    (sentence("Støtte med forbehold"), sentence("Støtte med forbehold: Ja, men det er noe jeg vil ha sagt.")),
    (sentence("Nøytral"), sentence("Nøytral: Jeg har ingen sterk mening og følger gruppa.")),
    (sentence("Ikke klar"), sentence("Ikke klar: Vi må snakke mer om det før jeg kan si ja eller nei.")),
    (
        sentence("Uenig, men lojal"),
        sentence("Uenig, men lojal: Jeg er imot, men følger det opp hvis det blir vedtatt."),
    ),
    (sentence("Sterkt imot"), sentence("Sterkt imot: Jeg kan ikke være med på å stå for dette.")),
    (sentence("Stopp"), sentence("Stopp: Jeg kan ikke leve med dette. Det må endres før vi går videre.")),
)  # from full support to stop

_LEADS: dict[Lead, str] = {
    "nothing": sentence("Ingen har svart ennå"),
    "all": sentence("Alle {answered} støtter dette"),
    "all_reserved": sentence("Alle {answered} støtter dette, {reserved} med forbehold"),
    "wide": sentence("Stort flertall støtter: {support} av {answered}"),
    "wide_reserved": sentence("Bred støtte med forbehold: {support} av {answered} støtter"),
    "majority": sentence("Flertallet støtter: {support} av {answered}"),
    "divided": sentence("Delt rom: {support} støtter, {against} er imot"),
    "undecided": sentence("Rommet er ikke klart: {undecided} av {answered} har ikke tatt stilling"),
    "against": sentence("Flertallet er imot: {against} av {answered}"),
    "wide_against": sentence("Stort flertall er imot: {against} av {answered}"),
    "spread": sentence("Svarene spriker: {support} støtter, {undecided} har ikke tatt stilling, {against} er imot"),
}
_TURNS: dict[Turn, str] = {
    "towards": sentence("Rommet har flyttet seg mot støtte"),
    "away": sentence("Rommet har flyttet seg bort fra støtte"),
    "wider": sentence("Rommet har flyttet seg begge veier"),
    "same": sentence("Rommet står der det sto"),
}
_TELLS_AGAINST = {"divided", "against", "wide_against", "spread"}  # leads that already say how many are against


def said_of(lies: Standing) -> str:
    """«Stort flertall støtter: 14 av 18, 2 kan ikke leve med det»: what the room amounts to, and who is left."""
    what = lead(lies)
    numbers = {
        "answered": lies.answered,
        "support": lies.support,
        "reserved": lies.reserved,
        "undecided": lies.undecided,
        "against": lies.against,
    }
    said = [_(_LEADS[what], **numbers)]
    if lies.stops:
        said.append(_("{count} kan ikke leve med det", count=lies.stops))
    elif lies.against and what not in _TELLS_AGAINST:
        said.append(_("{count} er imot", count=lies.against))
    return ", ".join(said)


def shift_of(before: Standing, now: Standing) -> str:
    """How this round lies against the one before it. Persons cannot be followed, and are not."""
    which = turn(before.counts, now.counts)
    said = [_(_TURNS[which])]
    at_least = moved(before.counts, now.counts)
    if at_least and which != "same":
        said = [_("{turn}, minst {count} har ny grad", turn=said[0], count=at_least)]
    counted = {"before": before.support, "first": before.answered, "now": now.support, "second": now.answered}
    said.append(_("Støtte før: {before} av {first}. Nå: {now} av {second}", **counted))
    if before.stops and not now.stops:
        said.append(_("Ingen sier stopp lenger"))
    return ". ".join(said) + "."


def grade_name(grade: int) -> str:
    """1 is full support, 8 is stop."""
    return _(GRADES[grade - LOW][0])


def support_said(counts: dict[str, int]) -> str:
    """The support that a decision keeps, as one line; empty when it was never weighed."""
    lies = Standing(tuple(int(counts.get(str(grade), 0)) for grade in range(LOW, STOPS + 1)))
    return said_of(lies) if lies.answered else ""
