"""Whose phone it is, which gathering it asks for, and whether it asks too often."""

import hmac
from secrets import compare_digest, token_urlsafe
from urllib.parse import quote
from uuid import UUID

from anyio.to_thread import run_sync
from starlette.requests import HTTPConnection
from starlette.responses import Response

from helu.domain.codes import WRONG_AN_HOUR, read_code
from helu.errors import TooFast, TooManyGuesses, UnknownCode, UnknownDevice
from helu.services import seats, showing
from helu.services.showing import Showing
from helu.store.batch import Batch
from helu.store.secret import secret
from helu.web.cookies import A_DAY, DEVICE, give
from helu.web.limits import Limit

SEAT_LASTS = 60 * A_DAY
SEATS_REMEMBERED = 100_000
SIGNED = 16  # letters of the signature at the end of a token

# A hall sits behind one address: many people may mistype, but a machine may not try for long.
_guesses_here = Limit(most=60, seconds=600)
_guesses_anywhere = Limit(most=WRONG_AN_HOUR, seconds=3600)
_new_seats = Limit(most=1500, seconds=600)
_deeds = Limit(most=30, seconds=10)
_seated: set[UUID] = set()
_taking: Batch[seats.Seat, None] = Batch(seats.take)


def device_of(visitor: HTTPConnection) -> str:
    """The token in the phone's cookie; empty when there is none that we have given out."""
    token = visitor.cookies.get(DEVICE, "")
    return token if token.isascii() and compare_digest(_signature(token[:-SIGNED]), token[-SIGNED:]) else ""


def _new_device() -> str:
    token = token_urlsafe(24)
    return token + _signature(token)


def _signature(token: str) -> str:
    """Without it anybody could make up devices, one for each limit they run into."""
    return hmac.new(secret().encode(), token.encode("utf-8", "ignore"), "sha256").hexdigest()[:SIGNED]


def require_device(visitor: HTTPConnection) -> str:
    """Raises UnknownDevice, and TooFast when one phone sends far more than a thumb can."""
    device = device_of(visitor)
    if not device:
        raise UnknownDevice
    if wait := _deeds.wait(device):
        raise TooFast(seconds=round(wait))
    return device


async def asked_for(visitor: HTTPConnection, code: str) -> Showing:
    """The gathering with this code. Wrong codes are counted, per address and for the whole server."""
    meant = read_code(code) or "?"
    known = showing.remembered(meant)
    if known:
        return known
    here = address_of(visitor)
    wait = max(_guesses_here.full(here), _guesses_anywhere.full("all"))
    if wait and not device_of(visitor):  # whoever has a seat is in the room already
        raise TooManyGuesses(seconds=round(wait))
    try:
        return await run_sync(showing.by_code, meant)
    except UnknownCode:
        _guesses_here.wait(here)
        _guesses_anywhere.wait("all")
        raise UnknownCode(code=code[:40]) from None


async def sit_down(visitor: HTTPConnection, here: Showing) -> str:
    """The phone's token, new when it had none; the seat is stored when this returns."""
    device = device_of(visitor)
    if not device:
        if wait := _new_seats.wait(address_of(visitor)):
            raise TooFast(seconds=round(wait))
        device = _new_device()
    await _store_seat(here.workshop_id, device)
    return device


def is_seated(workshop_id: UUID, device: str) -> bool:
    """Whether this process has stored the seat, so that an answer need not bring it along."""
    return seats.participant_id(workshop_id, device) in _seated


async def _store_seat(workshop_id: UUID, device: str) -> None:
    """Once per phone and gathering; a restart forgets, and storing it again is harmless."""
    seat = seats.participant_id(workshop_id, device)
    if seat in _seated:
        return
    await _taking.submit((workshop_id, device))
    if len(_seated) >= SEATS_REMEMBERED:
        _seated.clear()
    _seated.add(seat)


def remember(visitor: HTTPConnection, response: Response, device: str) -> None:
    if device_of(visitor) != device:
        give(visitor, response, DEVICE, device, path="/d/", max_age=SEAT_LASTS)


def address_of(visitor: HTTPConnection) -> str:
    return visitor.client.host if visitor.client else ""


def home_of(here: Showing) -> str:
    return f"/d/{quote(here.code)}"
