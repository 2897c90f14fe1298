"""The door: who gets in to the desk, and what browsers may do with what we send."""

from starlette.routing import Route

from helu.door.gate import Gate
from helu.door.headers import Headers
from helu.door.login import ask, enter, leave
from helu.door.squeezed import Squeezed
from helu.door.welcome import choose, welcome
from helu.web.files import serve

ROUTES = [
    Route("/logg-inn", ask),
    Route("/logg-inn", enter, methods=["POST"]),
    Route("/logg-ut", leave, methods=["POST"]),
    Route("/velkommen/{token}", welcome),
    Route("/velkommen/{token}", choose, methods=["POST"]),
    Route("/filer/{folder}/{version}/{name:path}", serve),
]
__all__ = ["ROUTES", "Gate", "Headers", "Squeezed"]
