"""Storskjerm: a plain page that follows the gathering by itself, on the facilitator's screen or another machine."""

from starlette.routing import Route

from helu.live import hub
from helu.projector.board import board_move, board_origin, board_page, board_state
from helu.projector.connect import ask, enter
from helu.projector.follow import Follow, news_for_desks, news_for_walls
from helu.projector.preview import phone_preview, wall_preview
from helu.projector.show import qr, show

ROUTES = [
    Route("/storskjerm", ask),
    Route("/storskjerm", enter, methods=["POST"]),
    Route("/storskjerm/{code}", show),
    Route("/storskjerm/{code}/qr.svg", qr),
    Route("/storskjerm/{code}/hendelser", Follow("wall")),
    Route("/storskjerm/{code}/puls", Follow("desk")),
    Route("/tavle/{code}/{activity}", board_page),
    Route("/tavle/{code}/{activity}/tilstand", board_state),
    Route("/tavle/{code}/{activity}/hendelser", Follow("desk")),
    Route("/tavle/{code}/{activity}/trekk", board_move, methods=["POST"]),
    Route("/tavle/{code}/{activity}/opphav/{piece}", board_origin),
    Route("/forhandsvisning/{code}/{activity}/telefon", phone_preview),
    Route("/forhandsvisning/{code}/{activity}/storskjerm", wall_preview),
]
hub.tells("wall", news_for_walls)
hub.tells("desk", news_for_desks)
