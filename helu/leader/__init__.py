"""What one meets alone, as plain pages that also work where the network does not: a leader the self-assessment,
and whoever a leader asks the feedback form."""

from starlette.routing import Route

from helu.leader.answer import done, receive
from helu.leader.on_phone import ask, let_in, link
from helu.leader.part import hand_in, take_back
from helu.leader.respond import receive as receive_response
from helu.leader.respond import show as show_response
from helu.leader.show import begin, choose, show
from helu.leader.unlock import unlock

ROUTES = [
    Route("/egenvurdering", choose),
    Route("/egenvurdering", begin, methods=["POST"]),
    Route("/egenvurdering/telefon", link, methods=["POST"]),
    Route("/egenvurdering/inn/{link}", ask),
    Route("/egenvurdering/inn/{link}", let_in, methods=["POST"]),
    Route("/egenvurdering/las-opp", unlock, methods=["POST"]),
    Route("/egenvurdering/{id}/svar", receive, methods=["POST"]),
    Route("/egenvurdering/{id}/ferdig", done, methods=["POST"]),
    Route("/egenvurdering/{id}/med", hand_in, methods=["POST"]),
    Route("/egenvurdering/{id}/tilbake", take_back, methods=["POST"]),
    Route("/egenvurdering/{id}", show),
    Route("/tilbakemelding/{token}", show_response),
    Route("/tilbakemelding/{token}", receive_response, methods=["POST"]),
]
