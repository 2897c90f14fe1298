"""What phones meet: plain pages, one stream of moves, and the same as JSON. The public contract is docs/phone.md."""

from starlette.routing import Route

from helu.live import hub
from helu.phone.answer import receive
from helu.phone.join import ask, enter
from helu.phone.moves import Follow, news_for_phones, ripples_for_phones
from helu.phone.show import show, tell

ROUTES = [
    Route("/delta", ask),
    Route("/delta", enter, methods=["POST"]),
    Route("/d/{code}/svar", receive, methods=["POST"]),
    Route("/d/{code}/hendelser", Follow()),
    Route("/d/{code}/tilstand", tell),
    Route("/d/{code}", show),
]
hub.tells("phone", news_for_phones, ripples_for_phones)
