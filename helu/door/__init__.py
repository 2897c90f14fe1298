"""The door: who gets in to the desk, and what browsers may do with what we send."""

from starlette.routing import Route

from helu.door.gate import Gate
from helu.door.headers import Headers
from helu.door.login import ask, enter, leave
from helu.door.sign_on import come_back, leave_for, session_ended, told_to_end
from helu.door.squeezed import Squeezed
from helu.door.welcome import choose, welcome
from helu.web.files import serve

ROUTES = [
    Route("/logg-inn", ask),
    Route("/logg-inn", enter, methods=["POST"]),
    Route("/logg-inn/via/{key}", leave_for),
    Route("/logg-inn/via/{key}/retur", come_back),
    Route("/logg-inn/via/{key}/ut", session_ended),
    Route("/logg-inn/via/{key}/ut", told_to_end, methods=["POST"]),
    Route("/logg-ut", leave, methods=["POST"]),
    Route("/velkommen/{token}", welcome),
    Route("/velkommen/{token}", choose, methods=["POST"]),
    Route("/filer/{folder}/{version}/{name:path}", serve),
]
__all__ = ["ROUTES", "Gate", "Headers", "Squeezed"]
