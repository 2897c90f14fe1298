"""Single sign-on: out to the organisation's provider, and back in."""

from urllib.parse import quote, urlsplit

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from helu.door import errand as errands
from helu.door import provider as talk
from helu.door.errand import Errand
from helu.door.login import login_page, safe
from helu.door.provider import Unconfirmed
from helu.errors import HeluError, NotFound, ProviderAway, TooFast, sentence
from helu.services import logins, providers, signing_on
from helu.services.providers import Provider
from helu.services.signing_on import Proof
from helu.store.database import reading, writing
from helu.web.cookies import give, login_name, take
from helu.web.forms import read_form
from helu.web.limits import Limit
from helu.web.pages import HEADERS
from helu.web.problems import said_plainly

_returns = Limit(most=300, seconds=60)  # from one address: a town hall shares it


class Lost(HeluError):
    sentence = sentence("Innloggingen tok for lang tid, eller ble begynt i en annen nettleser. Prøv igjen.")


class BrokenOff(HeluError):
    sentence = sentence("Innloggingen hos «{name}» ble avbrutt. Prøv igjen.")


class NoLongerThere(HeluError):
    sentence = sentence("Du er ikke lenger logget inn hos «{name}», så du er logget ut her også. Logg inn på nytt.")


@said_plainly
async def leave_for(request: Request) -> Response:
    """Reached by a link: a form may not lead to another site."""
    provider = providers.of_key(request.path_params["key"])
    invitation = request.query_params.get("invitasjon", "")[:100]
    if invitation and not _clicked_here(request):
        return RedirectResponse(f"/velkommen/{quote(invitation, safe='')}", status_code=303)
    way_back = safe(request.query_params.get("til", ""))
    worn = await run_sync(_worn, request.cookies.get(login_name(request), ""))
    errand = errands.new(provider.key, way_back=way_back, invitation=invitation, silent=worn == provider)
    try:
        address = await talk.where_to(provider, errand)
    except HeluError as problem:
        return login_page(problem, way_back=way_back)
    response = RedirectResponse(address, status_code=303, headers=HEADERS)
    errands.send_out(request, response, errand)
    return response


@said_plainly
async def come_back(request: Request) -> Response:
    provider = providers.of_key(request.path_params["key"])
    if wait := _returns.wait(request.client.host if request.client else ""):
        raise TooFast(seconds=round(wait))
    errand = errands.come_back(request)
    if errand is None or errand.provider != provider.key:
        return login_page(Lost())
    try:
        proof = await _proof(request, provider, errand)
        token = await run_sync(_enter, provider, proof, request.cookies.get(login_name(request), ""), errand)
    except HeluError as problem:
        response = await _stay_out(request, errand, problem)
    else:
        response = RedirectResponse(errand.way_back or "/", status_code=303)
        give(request, response, login_name(request), token, max_age=round(logins.LASTS.total_seconds()))
    errands.end(request, response, errand)
    return response


@said_plainly
async def session_ended(request: Request) -> Response:
    """The person has logged out at the provider, which tells us in a frame of the browser."""
    provider, asked = providers.of_key(request.path_params["key"]), request.query_params
    if asked.get("iss", provider.issuer) != provider.issuer:
        raise NotFound
    await run_sync(_end, provider, "", asked.get("sid", "")[:255])
    return Response(headers=HEADERS)


@said_plainly
async def told_to_end(request: Request) -> Response:
    """The same, from the provider's server to ours, with a token that proves it."""
    provider = providers.of_key(request.path_params["key"])
    if wait := _returns.wait(request.client.host if request.client else ""):
        raise TooFast(seconds=round(wait))
    form = await read_form(request)
    await run_sync(_end, provider, *await talk.logged_out(provider, form.get("logout_token")))
    return Response(headers=HEADERS)


async def _proof(request: Request, provider: Provider, errand: Errand) -> Proof:
    answer = request.query_params
    if answer.get("iss", provider.issuer) != provider.issuer:  # another provider's answer to this one's question
        raise Unconfirmed(name=provider.name)
    if answer.get("error") in {"temporarily_unavailable", "server_error"}:
        raise ProviderAway(name=provider.name)
    if "error" in answer or not answer.get("code"):
        raise (NoLongerThere if errand.silent else BrokenOff)(name=provider.name)
    return await talk.redeem(provider, errand, answer["code"][:4096])


async def _stay_out(request: Request, errand: Errand, problem: HeluError) -> Response:
    response = login_page(problem, way_back=errand.way_back)
    if errand.silent and not isinstance(problem, ProviderAway):
        await run_sync(_log_out, request.cookies.get(login_name(request), ""))
        take(request, response, login_name(request))
    return response


def _clicked_here(request: Request) -> bool:
    """Whether the person has seen whose invitation it is: nobody is led to use a stranger's by a link elsewhere."""
    if site := request.headers.get("sec-fetch-site"):
        return site == "same-origin"
    return urlsplit(request.headers.get("referer", "")).netloc == request.url.netloc


def _worn(token: str) -> Provider | None:
    with reading() as db:
        return logins.worn(db, token)


def _enter(provider: Provider, proof: Proof, token: str, errand: Errand) -> str:
    with writing() as db:
        return signing_on.enter(db, provider, proof, token, errand.invitation)


def _end(provider: Provider, subject: str, session: str) -> None:
    with writing() as db:
        signing_on.end_session(db, provider, session)
        if subject and not session:
            signing_on.end_all(db, provider, subject)


def _log_out(token: str) -> None:
    with writing() as db:
        logins.log_out(db, token)
