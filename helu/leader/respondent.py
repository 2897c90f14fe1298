"""Whose device it is: somebody with a personal link, without an account.

What the device is known by lies in a cookie of this one link. The answer is stored under a key made from it,
so a reply that was lost can be asked for again, and the same device may come back and change its answer.
"""

from re import fullmatch
from secrets import token_urlsafe

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response

from helu.errors import HeluError, TooFast, TooManyGuesses, UnknownDevice, UsedLink, sentence
from helu.services import responding
from helu.services.feedback import hashed
from helu.services.responding import Answered, Asked, Counted, Given
from helu.store.database import reading
from helu.web.cookies import A_DAY, give
from helu.web.limits import Limit
from helu.web.pages import speak_to

HOME = "/tilbakemelding"
LASTS = 365 * A_DAY

_deeds = Limit(most=20, seconds=60)  # for each link
_guesses = Limit(most=60, seconds=600)  # links that are nobody's, for each address; an office sits behind one


class TooManyLinks(TooManyGuesses):
    sentence = sentence(
        "Det er prøvd for mange lenker som ikke virker. Vent {seconds} sekunder, og åpne lenken på nytt."
    )


class NoCookie(UnknownDevice):
    sentence = sentence(
        "Svaret er ikke sendt, men det står fortsatt her. Nettleseren tok ikke imot informasjonskapselen som trengs. "
        "Tillat informasjonskapsler for denne siden, og send på nytt."
    )


def token_of(request: Request) -> str:
    return str(request.path_params["token"])


def home_of(token: str) -> str:
    return f"{HOME}/{token}"


def shelf_of(token: str) -> str:
    """What the browser calls its draft: nobody can read the link from it."""
    return f"tilbakemelding-{hashed('shelf', token)[:24]}"


def secret_of(request: Request) -> str:
    """What this device is known by, at this link; empty when it has not come back with what we gave it."""
    held = request.cookies.get(_cookie(token_of(request)), "")
    return held if fullmatch(r"[A-Za-z0-9_-]{43}", held) else ""


def remember(request: Request, response: Response) -> None:
    if not secret_of(request):
        token = token_of(request)
        give(request, response, _cookie(token), token_urlsafe(32), path=home_of(token), max_age=LASTS)


def require_device(request: Request) -> str:
    """Raises NoCookie."""
    if secret := secret_of(request):
        return secret
    raise NoCookie


def require_patience(request: Request) -> None:
    """Raises TooFast when far more is sent with one link than a thumb can."""
    if wait := _deeds.wait(_cookie(token_of(request))):
        raise TooFast(seconds=round(wait))


async def asked_by(request: Request) -> tuple[Asked, Given | HeluError]:
    """What the link asks, in the language it is said in from here on, and what this device has answered, or why
    it may not. Raises UsedLink, and TooManyLinks when one address tries many that are nobody's."""
    here = request.client.host if request.client else ""
    if (wait := _guesses.full(here)) and not secret_of(request):
        raise TooManyLinks(seconds=round(wait))
    try:
        found = await run_sync(_look, token_of(request), secret_of(request))
    except UsedLink:
        _guesses.wait(here)
        raise
    speak_to(request, found[0].language)
    return found


def _look(token: str, secret: str) -> tuple[Asked, Given | HeluError]:
    with reading() as db:
        asked = responding.asked(db, token)
        try:
            return asked, responding.given(db, token, secret)
        except (Answered, Counted) as problem:
            return asked, problem


def _cookie(token: str) -> str:
    return f"helu_svar_{hashed('cookie', token)[:16]}"
