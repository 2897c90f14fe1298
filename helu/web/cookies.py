"""Cookies no script can read, sent back to us and nobody else.

Over https they are Secure, and the login carries a `__Host-` name; on plain http in a meeting room
neither is possible, and the desk says so.
"""

from starlette.requests import HTTPConnection
from starlette.responses import Response

LOGIN = "helu_login"
DEVICE = "helu_device"
PROJECTOR = "helu_projector"
LANGUAGE = "helu_language"
A_DAY = 24 * 60 * 60


def is_secure(visitor: HTTPConnection) -> bool:
    return visitor.url.scheme in {"https", "wss"}


def login_name(visitor: HTTPConnection) -> str:
    return f"__Host-{LOGIN}" if is_secure(visitor) else LOGIN


def give(
    visitor: HTTPConnection, response: Response, name: str, value: str, path: str = "/", max_age: int | None = None
) -> None:
    response.set_cookie(
        name, value, max_age=max_age, path=path, httponly=True, samesite="lax", secure=is_secure(visitor)
    )


def take(visitor: HTTPConnection, response: Response, name: str, path: str = "/") -> None:
    response.delete_cookie(name, path=path, httponly=True, samesite="lax", secure=is_secure(visitor))
