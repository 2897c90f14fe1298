"""Tell browsers what our pages may do."""

import base64
from hashlib import sha256

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from helu.door import index

_PLAIN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; frame-src 'self'"
)
# Streamlit's own page: one inline script, named by its hash; blob: is how it loads a component's module.
_STREAMLIT = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' blob: {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
_PLAIN_PATHS = (
    "/d/",
    "/delta",
    "/egenvurdering",
    "/filer/",
    "/storskjerm",
    "/logg-",
    "/velkommen",
    "/forhandsvisning",
    "/tavle",
    "/tilbakemelding",
    "/helse",
    "/klar",
    "/metrics",
)


def inline_scripts() -> str:
    """The hashes of the inline scripts in Streamlit's page, as we send it."""
    digests = [base64.b64encode(sha256(script.encode()).digest()).decode() for script in index.inline_scripts()]
    return " ".join(f"'sha256-{digest}'" for digest in digests)


class Headers:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._plain = _lines(_PLAIN)
        self._streamlit = _lines(_STREAMLIT.format(scripts=inline_scripts()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        lines = self._plain if scope["path"].startswith(_PLAIN_PATHS) else self._streamlit
        if scope.get("scheme") == "https":
            lines = [*lines, (b"strict-transport-security", b"max-age=31536000; includeSubDomains")]

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *lines]
            await send(message)

        return await self.app(scope, receive, dressed)


def _lines(policy: str) -> list[tuple[bytes, bytes]]:
    return [
        (b"content-security-policy", policy.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"x-frame-options", b"SAMEORIGIN"),
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    ]
