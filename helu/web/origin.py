"""Whether a request comes from one of our own pages, as far as its browser says."""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from helu.web import address


def is_from_here(asking: HTTPConnection) -> bool:
    """False when the browser names another site. Clients that name none, such as scripts, pass."""
    if asking.headers.get("sec-fetch-site") in {"cross-site", "same-site"}:
        return False
    origin = asking.headers.get("origin", "")
    if not origin or origin == "null":
        return not origin
    return _host(origin) in {asking.headers.get("host"), _host(address.public_url())}


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""
