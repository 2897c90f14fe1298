"""A provider of single sign-on to test against: oidc-provider-mock, with what real ones have besides.

It keeps a session for whoever has logged in there (so prompt=none is silent), insists on PKCE, and can be
told to twist what it says.
"""

import base64
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode

import flask
import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey
from oidc_provider_mock import init_app
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

Claims = dict[str, Any]


class Vouching:
    """`present` is who is logged in there; None: nobody."""

    def __init__(self) -> None:
        self.present: str | None = None
        self.asked: list[dict[str, str]] = []  # the questions that browsers brought
        self.redeemed = 0
        self.twist: Callable[[Claims], Claims] | None = None
        self.key = RSAKey.generate_key(2048, {"kid": "own"})
        self.signs_with = self.key
        self.down = False
        self.client = httpx.Client(trust_env=False, verify=False)  # reading certificates takes longer than the rest
        app = flask.Flask(__name__)
        init_app(app, require_nonce=True)
        app.debug, app.secret_key = False, b"test"
        self._mock, app.wsgi_app = app.wsgi_app, self._around
        self._challenge = ""
        self.server = make_server("localhost", 0, app, threaded=True)
        self.issuer = f"http://localhost:{self.server.server_port}"

    def person(self, subject: str, **claims: Any) -> None:
        """Knows somebody, who is logged in there from now on."""
        self.client.put(f"{self.issuer}/users/{subject}", json=claims).raise_for_status()
        self.present = subject

    def token(self, **claims: Any) -> str:
        about = {"iss": self.issuer, "aud": "helu", "iat": int(time.time()), "exp": int(time.time()) + 60}
        return jwt.encode({"alg": "RS256", "kid": "own"}, about | claims, self.key)

    def _around(self, environ: Any, start: Any) -> Any:
        request = Request(environ)
        if self.down:
            return Response("away", 503)(environ, start)
        if request.path == "/oauth2/authorize" and request.method == "GET":
            return self._authorize(request, environ, start)
        if request.path == "/oauth2/token":
            return self._token(request, environ, start)
        if request.path == "/jwks":
            return self._keys(environ, start)
        return self._mock(environ, start)

    def _authorize(self, request: Request, environ: Any, start: Any) -> Any:
        asked = request.args.to_dict()
        self.asked.append(asked)
        self._challenge = asked["code_challenge"]
        if self.present:
            known = {name: value for name, value in asked.items() if name != "prompt"}
            reply = self.client.post(request.base_url, params=known, data={"sub": self.present})
            return Response(status=302, headers={"Location": reply.headers["location"]})(environ, start)
        if asked.get("prompt") == "none":
            back = f"{asked['redirect_uri']}?{urlencode({'error': 'login_required', 'state': asked['state']})}"
            return Response(status=302, headers={"Location": back})(environ, start)
        return self._mock(environ, start)

    def _token(self, request: Request, environ: Any, start: Any) -> Any:
        body = request.get_data()
        sent = parse_qs(body.decode())
        made = base64.urlsafe_b64encode(sha256(sent["code_verifier"][0].encode()).digest()).rstrip(b"=").decode()
        if made != self._challenge:
            return Response('{"error": "invalid_grant"}', 400, content_type="application/json")(environ, start)
        self.redeemed += 1
        reply = Response.from_app(self._mock, environ | {"wsgi.input": BytesIO(body)})
        said = json.loads(reply.get_data())
        if self.twist and "id_token" in said:
            payload = said["id_token"].split(".")[1]
            claims = self.twist(json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))))
            said["id_token"] = jwt.encode({"alg": "RS256", "kid": "own"}, claims, self.signs_with)
        return Response(json.dumps(said), reply.status_code, content_type="application/json")(environ, start)

    def _keys(self, environ: Any, start: Any) -> Any:
        """The mock's own key, which has no name, unless what it says is twisted and signed anew."""
        if not self.twist:
            return self._mock(environ, start)
        found = {"keys": [self.key.as_dict(private=False)]}
        return Response(json.dumps(found), content_type="application/json")(environ, start)


@contextmanager
def vouching() -> Iterator[Vouching]:
    provider = Vouching()
    serving = threading.Thread(target=provider.server.serve_forever, args=(0.05,), daemon=True)
    serving.start()
    yield provider
    provider.server.shutdown()
    serving.join(2)
    provider.server.server_close()
    provider.client.close()
