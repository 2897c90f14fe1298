"""The sentences beside a group's radar. They speak of the group as a whole, and of where its members differ."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from helu.content.balance import balance_model
from helu.content.balance_words import balance_words
from helu.content.profile_speech import figure, listed, named
from helu.domain.balance import Scores
from helu.domain.profile_words import GAPS, MISSING, MOVES, STRENGTHS, WISHES, Said, paragraphs, words
from helu.domain.release import CLOSE, SOME, WIDE
from helu.errors import sentence
from helu.i18n import _, day_of

MOST_NAMED = 4  # behaviours in one sentence; the rest stand in the table
_SAID: Mapping[str, str] = {
    "strongest": sentence("Dere bruker mest {names} nå."),
    "even": sentence("De tre orienteringene er omtrent like sterke."),
    "often": sentence("Dette gjør dere ofte: {names}."),
    "reflect": sentence("Finn ett eksempel fra siste uke som viser det dere får til sammen."),
    "more": sentence("Dere vil mer av {name} enn dere gjør nå: fra {from_} til {to}."),
    "less": sentence("Dere vil mindre av {name} enn dere gjør nå: fra {from_} til {to}."),
    "most_in": sentence("Mest gjelder det {name}."),
    "content": sentence("Dere er omtrent der dere vil være."),
    "no_wish": sentence("For få har svart på hva de ønsker om seks måneder, så avstanden kan ikke vises."),
    "least": sentence("Dere bruker minst {names} nå. Er det riktig for oppdraget deres?"),
    "risen": sentence("Dere gjør mer av {name} enn sist: fra {from_} til {to}."),
    "fallen": sentence("Dere gjør mindre av {name} enn sist: fra {from_} til {to}."),
    "unmoved": sentence("Det er omtrent som da."),
    "thin": sentence("For få har svart til å vise {names}."),
    "unanswered": sentence("Vist som hull fordi for få har svart: {names}."),
    "nothing": sentence("For få har svart på det samme til at det blir et bilde."),
}
# On a wall, beside the radar: short enough to be read from the back row.
_ON_WALL: Mapping[str, str] = {
    **_SAID,
    "more": sentence("Dere vil mer av {name}: fra {from_} til {to}."),
    "less": sentence("Dere vil mindre av {name}: fra {from_} til {to}."),
}
_SPREADS = {CLOSE: sentence("samlet"), SOME: sentence("noe ulikt"), WIDE: sentence("ulikt")}


def spoken_of_group(said: Said, sentences: Mapping[str, str] = _SAID) -> str:
    """One sentence."""
    name = named(said.about[0]) if said.about else ""
    from_, to = [*(figure(each) for each in said.figures), "", ""][:2]
    return _(sentences[said.sentence], name=name, names=_some(said.about), from_=from_, to=to)


def spread_word(spread: str) -> str:
    """How far apart the members are on one behaviour; a dash where that is not known."""
    return _(_SPREADS[spread]) if spread in _SPREADS else "–"


def spread_said(spread: Mapping[str, str]) -> list[str]:
    """Where the members differ, by behaviour. In the order of the model, which tells nothing of anybody."""
    of = {word: [each.id for each in balance_words().behaviours() if spread.get(each.id) == word] for word in _SPREADS}
    if not any(of.values()):
        return []
    if len(of[CLOSE]) == len(balance_words().behaviours()):
        return [_("Dere svarer nokså likt på alt.")]
    said = []
    if of[WIDE]:
        said.append(_("Her svarer dere ulikt: {names}.", names=_some(of[WIDE])))
    elif of[SOME]:
        said.append(_("Her svarer dere noe ulikt: {names}.", names=_some(of[SOME])))
    known = sum(map(len, of.values()))
    return [*said, _("Svarene er samlet for {count} av {known} atferder.", count=len(of[CLOSE]), known=known)]


def _some(ids: Sequence[str]) -> str:
    names = [named(each) for each in ids[:MOST_NAMED]]
    if len(ids) > MOST_NAMED:
        return _("{names} og {count} til", names=", ".join(names), count=len(ids) - MOST_NAMED)
    return listed(names)


def disclaimer() -> str:
    return _("Bildet viser gruppa, ikke enkeltpersoner. Det er et utgangspunkt for samtale, ikke en test.")


def behind(people: int) -> str:
    """How many the picture is made of, and how finely it may be read."""
    return _(
        "Bildet bygger på {people} egenvurderinger. Tallene for atferdene er gjennomsnitt i halve trinn, så ingen "
        "kan regne ut hva én person har svart. Hver orientering er gjennomsnittet av atferdene i den.",
        people=people,
    )


def said_of_group(
    current: Scores, wanted: Scores, spread: Mapping[str, str], earlier: Scores | None = None, since: str = ""
) -> list[tuple[str, list[str]]]:
    """The whole radar in words, as (heading, paragraphs): what they do most, where they will, and how alike they are.

    `earlier` is what an earlier round showed, and `since` is what that round is called.
    """
    found = words(balance_model(), current, wanted, earlier)

    def of(kinds: Sequence[str]) -> list[str]:
        return [" ".join(map(spoken_of_group, matter)) for matter in paragraphs(found, kinds)]

    parts = [
        (_("Det dere gjør mest"), of(STRENGTHS)),
        (_("Det dere vil videre med"), of(WISHES)),
        (_("Hvor like dere er"), spread_said(spread)),
        (_("Siden {round}", round=since), of(MOVES)),
        (_("Det som mangler"), of(MISSING)),
    ]
    return [(heading, lines) for heading, lines in parts if lines]


def said_on_wall(current: Scores, wanted: Scores) -> list[str]:
    """What they do most, and where they want more or less. At most three sentences."""
    found = words(balance_model(), current, wanted)
    strongest = [each for each in found if each.sentence in {"strongest", "even", "often", "nothing"}]
    wishes = [each for each in found if each.sentence in {*GAPS, "content", "no_wish"}]
    return [spoken_of_group(each, _ON_WALL) for each in (*strongest[:1], *wishes)]


def day_called(on: datetime) -> str:
    """A round by its day alone, short: titles are somebody's own words and do not fit everywhere."""
    return day_of(on, "medium")


def called(on: datetime, title: str) -> str:
    """A round where there are several to choose among."""
    return f"{day_called(on)} – {title}" if title else day_called(on)
