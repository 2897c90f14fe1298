"""What a browser is out on between leaving for a provider and coming back: kept in a cookie of its own.

The cookie is signed, lasts ten minutes, and binds the answer to the browser that asked. What the provider
must repeat, and the proof that it was we who asked, are made from it with the server's secret.
"""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import asdict, dataclass
from hashlib import sha256
from secrets import token_urlsafe

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from helu.store.secret import secret
from helu.web.cookies import give, is_secure, take

LASTS = 600  # seconds


@dataclass(frozen=True)
class Errand:
    provider: str  # its key
    seed: str
    way_back: str = ""
    invitation: str = ""
    silent: bool = False  # nobody is to be asked anything: either the provider still knows them, or they are out

    @property
    def state(self) -> str:
        return _made("state", self.seed)

    @property
    def nonce(self) -> str:
        return _made("nonce", self.seed)

    @property
    def verifier(self) -> str:
        """PKCE: 43 letters that only we can make, shown when the code is redeemed."""
        return _made("verifier", self.seed)


def new(provider: str, **about: object) -> Errand:
    return Errand(provider, token_urlsafe(32), **about)  # type: ignore[arg-type]


def send_out(request: Request, response: Response, errand: Errand) -> None:
    """Each errand has a cookie of its own: several tabs may be out at once."""
    give(request, response, _name(request, errand.state), _signer().dumps(asdict(errand)), max_age=LASTS)


def come_back(request: Request) -> Errand | None:
    """The errand this answer is to; None when this browser is on no such errand."""
    state = request.query_params.get("state", "")
    try:
        errand = Errand(**_signer().loads(request.cookies.get(_name(request, state), ""), max_age=LASTS))
    except (BadData, TypeError):
        return None
    return errand if hmac.compare_digest(errand.state.encode(), state.encode("utf-8", "ignore")) else None


def end(request: Request, response: Response, errand: Errand) -> None:
    take(request, response, _name(request, errand.state))


def _name(request: Request, state: str) -> str:
    letters = "".join(each for each in state[:12] if each.isascii() and each.isalnum())
    return f"{'__Host-' if is_secure(request) else ''}helu_errand_{letters}"


def _made(what: str, seed: str) -> str:
    digest = hmac.digest(secret().encode(), f"sign-on {what} {seed}".encode(), "sha256")
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret(), salt="helu sign-on", signer_kwargs={"digest_method": sha256})
