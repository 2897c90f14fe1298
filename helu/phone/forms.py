"""The middle of the phone page: drawn once per move and language, or once more for a phone's own answers."""

from collections.abc import Callable, Mapping
from typing import Any

from helu.activities.base import reading_of
from helu.activities.pictures import Picture
from helu.domain.phase import Phase
from helu.errors import HeluError, sentence
from helu.i18n import _, day_of, language
from helu.services.showing import Showing
from helu.web.pages import draw

_made: dict[tuple[object, ...], str] = {}
KEPT = 300


def main_of(
    here: Showing,
    given: Mapping[str, Any] | None = None,
    wrong: Mapping[str, HeluError] | None = None,
    slot: int = 0,
) -> str:
    """The page's `<main>`. Nothing of a single phone in it unless `given` or `wrong` says so."""
    if given or wrong or slot:
        return _draw(here, given or {}, wrong or {}, slot)
    return once(here, "main", lambda: _draw(here, {}, {}, 0))


def once(here: Showing, what: str, make: Callable[[], str]) -> str:
    """Made for the first phone that asks, then the same for all in this language until the next move, or other questions."""
    key = (what, here.workshop_id, here.version, mark_of(here), language())
    if key not in _made:
        if len(_made) >= KEPT:
            _made.clear()
        _made[key] = make()
    return _made[key]


def _draw(here: Showing, given: Mapping[str, Any], wrong: Mapping[str, HeluError], slot: int) -> str:
    return draw(
        "phone/main.html",
        here=here,
        activity=here.activity,
        picture=_picture(here),
        reading=reading_of(here.activity.material, here.kind.takes) if here.activity and here.kind else [],
        given=given,
        wrong=wrong,
        slot=slot,
        mark=mark_of(here),
        beside=here.kind.beside(here.settings) if here.kind and here.is_open else None,
        who_sees=_(who_sees(here), **facts_of(here)) if here.fields else "",
        status=_(status_of(here, bool(given)), **facts_of(here)),
    )


def mark_of(here: Showing) -> str:
    """What the phone shows, in a word: when it is the same, the page need not be replaced."""
    if here.activity is None or here.phase in {Phase.LOBBY, Phase.ENDED}:
        return str(here.phase)
    asked = f".{here.asked}" if here.asked else ""
    return f"{here.activity.id}.{here.activity.edition}.{here.round}.{'open' if here.is_open else 'shut'}{asked}"


def who_sees(here: Showing) -> str:
    """One sentence: who sees this, when, and whether it can be traced."""
    assert here.activity is not None
    if here.pulse:
        return sentence(
            "Svaret kan ikke spores til deg. Ingen ser resultatet før pulsen er stengt, og bare hvis minst {floor} har svart."
        )
    if here.kind is not None and here.kind.who_sees and here.activity.anonymous:
        return here.kind.who_sees
    at_once = here.activity.live or (here.kind is not None and here.kind.always_shown and not here.kind.reveals)
    if not here.activity.anonymous:
        if at_once:
            return sentence("Svaret vises på storskjermen med en gang, med navnet ditt.")
        return sentence("Svaret vises på storskjermen når fasilitatoren viser svarene, med navnet ditt.")
    if here.activity.groups and at_once and here.kind is not None and here.kind.autosave:
        return sentence(
            "Det du skriver, vises på storskjermen mens du skriver, som gruppas. Det kan ikke spores til din telefon."
        )
    if here.activity.groups:
        return sentence("Svaret vises på storskjermen som svar fra gruppa. Det kan ikke spores til din telefon.")
    if at_once:
        return sentence("Svaret vises på storskjermen med en gang, uten navn. Det kan ikke spores til deg.")
    return sentence(
        "Svaret vises på storskjermen når fasilitatoren viser svarene, uten navn. Det kan ikke spores til deg."
    )


def facts_of(here: Showing) -> dict[str, Any]:
    """What the sentences about a pulse name; the others name nothing."""
    if here.pulse is None:
        return {}
    day = day_of(here.pulse.opens_at)
    return {"floor": here.pulse.floor, "day": day}


def status_of(here: Showing, answered: bool) -> str:
    if here.pulse and here.phase == Phase.LOBBY:
        return sentence("Undersøkelsen åpner {day}. Ta vare på lenken, og kom tilbake da.")
    if here.pulse and here.phase == Phase.ENDED:
        return sentence("Undersøkelsen er stengt. Takk for at du ville svare!")
    if here.phase == Phase.ENDED:
        return sentence("Samlingen er avsluttet. Takk for innsatsen!")
    if here.phase == Phase.LOBBY:
        return sentence("Du er med. Vi begynner snart – siden følger med av seg selv.")
    if here.fields:
        return sentence("Sendt. Du kan endre svaret til det stenges.") if answered else ""
    if here.is_open:
        return ""
    return sentence("Det er stengt for svar nå. Følg med på storskjermen – neste kommer snart.")


def _picture(here: Showing) -> Picture | None:
    """Only what the facilitator wrote; what others answered stays on the wall."""
    if here.kind is None or not here.kind.on_phone or not here.is_open:
        return None
    return here.kind.picture(here.settings, [], here.round)
