"""Talk with a provider of single sign-on: OpenID Connect, authorization code with PKCE.

Everything it says is checked before it is believed: whose signature, for whom, until when, and to which
question of ours. Nothing here waits longer than five seconds.
"""

import logging
import ssl
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import Any
from urllib.parse import quote

import httpx
from anyio import fail_after
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from helu.door.errand import Errand
from helu.errors import HeluError, ProviderAway, sentence
from helu.services.providers import Provider, is_safe_address
from helu.services.signing_on import Proof
from helu.settings import settings

PATIENCE = 5.0  # seconds
KEPT = 3600.0  # what a provider says about itself
QUIET = 10.0  # after it has not answered; and between two looks for new keys
SIGNED_WITH = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
LOGGED_OUT = "http://schemas.openid.net/event/backchannel-logout"
log = logging.getLogger(__name__)


class Unconfirmed(HeluError):
    sentence = sentence("Innloggingen hos «{name}» lot seg ikke bekrefte. Prøv igjen fra denne siden.")


@dataclass(frozen=True)
class _Known:
    about: dict[str, Any]  # the discovery document
    keys: KeySet
    at: float


_known: dict[str, _Known] = {}
_away: dict[str, float] = {}  # issuer -> when it last did not answer


def return_address(provider: Provider) -> str:
    """What must be registered at the provider, to the letter."""
    return f"{settings().public_url.rstrip('/')}/logg-inn/via/{provider.key}/retur"


async def where_to(provider: Provider, errand: Errand) -> str:
    """The provider's address to send the browser to. Raises ProviderAway or Unconfirmed."""
    known = await _look(provider)
    return str(
        prepare_grant_uri(
            known.about["authorization_endpoint"],
            client_id=provider.client_id,
            response_type="code",
            redirect_uri=return_address(provider),
            scope=" ".join(provider.scopes),
            state=errand.state,
            nonce=errand.nonce,
            code_challenge=create_s256_code_challenge(errand.verifier),
            code_challenge_method="S256",
            prompt="none" if errand.silent and provider.silent else None,
        )
    )


async def redeem(provider: Provider, errand: Errand, code: str) -> Proof:
    """Who it is, in exchange for the code the browser came back with. Raises ProviderAway or Unconfirmed."""
    known = await _look(provider)
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": return_address(provider),
        "code_verifier": errand.verifier,
    }
    answer = await _ask(provider, "POST", known.about["token_endpoint"], **_signed_by_us(provider, known, sent))
    claims = await _read(provider, answer.get("id_token"), nonce={"essential": True, "value": errand.nonce})
    return Proof(_subject(provider, claims), claims, _short(claims.get("sid")))


async def logged_out(provider: Provider, token: str) -> tuple[str, str]:
    """(subject, session) that the provider says has ended; either may be empty. Raises like `redeem`."""
    claims = await _read(provider, token)
    events = claims.get("events")
    if "nonce" in claims or not isinstance(events, dict) or LOGGED_OUT not in events:
        raise _refused(provider, "not a logout token")
    return _short(claims.get("sub")), _short(claims.get("sid"))


def _signed_by_us(provider: Provider, known: _Known, sent: dict[str, str]) -> dict[str, Any]:
    ways = known.about.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    if "client_secret_basic" in ways:
        names = quote(provider.client_id, safe=""), quote(provider.client_secret, safe="")
        return {"data": sent, "auth": httpx.BasicAuth(*names)}
    return {"data": sent | {"client_id": provider.client_id, "client_secret": provider.client_secret}}


async def _read(provider: Provider, token: Any, **more: Any) -> dict[str, Any]:
    """The claims of a token that is the provider's, meant for us and still good."""
    if not isinstance(token, str):
        raise _refused(provider, "no token")
    known = await _look(provider)
    rules = jwt.JWTClaimsRegistry(
        leeway=60,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        exp={"essential": True},
        iat={"essential": True},
        **more,
    )
    try:
        claims = jwt.decode(token, await _keys(provider, known, token), algorithms=SIGNED_WITH).claims
        rules.validate(claims)
    except (JoseError, ValueError, TypeError, KeyError) as problem:
        raise _refused(provider, type(problem).__name__) from None
    many = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if many else provider.client_id) != provider.client_id:
        raise _refused(provider, "azp")
    return claims


async def _keys(provider: Provider, known: _Known, token: str) -> KeySet:
    """The provider's keys; looked for anew when it has begun to sign with another."""
    try:
        jwt.decode(token, known.keys, algorithms=SIGNED_WITH)
    except (BadSignatureError, InvalidKeyIdError, ValueError):
        if monotonic() - known.at > QUIET:
            _known.pop(provider.issuer, None)
            return (await _look(provider)).keys
    return known.keys


async def _look(provider: Provider) -> _Known:
    """What the provider says about itself, asked at most once an hour."""
    found = _known.get(provider.issuer)
    if found and monotonic() - found.at < KEPT:
        return found
    if monotonic() - _away.get(provider.issuer, -QUIET) < QUIET:
        raise ProviderAway(name=provider.name)
    about = await _ask(provider, "GET", f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if about.get("issuer") != provider.issuer or not all(is_safe_address(str(about.get(each, ""))) for each in needed):
        raise _refused(provider, f"it calls itself {about.get('issuer')}")
    try:
        keys = KeySet.import_key_set(await _ask(provider, "GET", about["jwks_uri"]))  # type: ignore[arg-type]
    except (JoseError, ValueError, TypeError, KeyError) as problem:
        raise _refused(provider, f"its keys: {type(problem).__name__}") from None
    _known[provider.issuer] = _Known(about, keys, monotonic())
    return _known[provider.issuer]


async def _ask(provider: Provider, method: str, address: str, **more: Any) -> dict[str, Any]:
    try:
        with fail_after(PATIENCE):
            async with httpx.AsyncClient(verify=_trusted(), timeout=PATIENCE) as client:
                reply = await client.request(method, address, headers={"Accept": "application/json"}, **more)
        if reply.status_code >= 500:
            raise TimeoutError
    except (httpx.HTTPError, TimeoutError) as problem:
        _away[provider.issuer] = monotonic()
        log.warning("%s does not answer at %s: %s", provider.key, address, type(problem).__name__)
        raise ProviderAway(name=provider.name) from None
    try:
        found = reply.json()
    except ValueError:
        found = None
    if reply.status_code != 200 or not isinstance(found, dict):
        why = found.get("error") if isinstance(found, dict) else "no JSON"
        raise _refused(provider, f"{address} answered {reply.status_code}: {str(why)[:80]}")
    return found


@cache
def _trusted() -> ssl.SSLContext:
    """Reading all the world's certificates takes a while: once is enough."""
    return httpx.create_ssl_context()


def _subject(provider: Provider, claims: dict[str, Any]) -> str:
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= 255:
        raise _refused(provider, "sub")
    return subject


def _short(said: Any) -> str:
    return said if isinstance(said, str) and len(said) <= 255 else ""


def _refused(provider: Provider, why: str) -> Unconfirmed:
    """Why is for the log: it helps whoever sets it up, and whoever tries it on."""
    log.warning("Sign-on through %s refused: %r", provider.key, why)
    return Unconfirmed(name=provider.name)
