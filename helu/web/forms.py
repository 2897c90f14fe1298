"""Forms as browsers send them, and as nobody should: read whole or refused with a sentence."""

from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from helu.errors import Unreadable

LARGEST = 64 * 1024  # bytes; the largest honest form is far smaller


class Form:
    """What was filled in: text only, without what no database can store."""

    def __init__(self, given: FormData) -> None:
        self._given = [(name, _text(value)) for name, value in given.multi_items() if isinstance(value, str)]

    def get(self, name: str) -> str:
        return next((value for key, value in self._given if key == name), "")

    def getlist(self, name: str) -> list[str]:
        return [value for key, value in self._given if key == name]

    def items(self) -> list[tuple[str, str]]:
        return list(self._given)


async def read_form(request: Request, most: int = 10) -> Form:
    """At most so many fields. Raises Unreadable for everything that is not a form."""
    request._body = await read_body(request)  # so that form() below reads what was measured here
    try:
        return Form(await request.form(max_files=0, max_fields=most))
    except (HTTPException, MultiPartException, LookupError, ValueError, RuntimeError):
        raise Unreadable from None


async def read_body(request: Request) -> bytes:
    """Refused before it is read whole when it is larger than any honest one."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or len(declared) > 9 or int(declared) > LARGEST:
        raise Unreadable
    chunks = b""
    async for chunk in request.stream():
        chunks += chunk
        if len(chunks) > LARGEST:
            raise Unreadable
    return chunks


def _text(value: Any) -> str:
    return str(value).encode("utf-8", "ignore").decode().replace("\0", "")
