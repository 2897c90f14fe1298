"""What a leader meets alone: the self-assessment, as plain pages that also work where the network does not."""

from starlette.routing import Route

from helu.leader.answer import done, receive
from helu.leader.show import begin, choose, show

ROUTES = [
    Route("/egenvurdering", choose),
    Route("/egenvurdering", begin, methods=["POST"]),
    Route("/egenvurdering/{id}/svar", receive, methods=["POST"]),
    Route("/egenvurdering/{id}/ferdig", done, methods=["POST"]),
    Route("/egenvurdering/{id}", show),
]
