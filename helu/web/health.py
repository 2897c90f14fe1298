"""For those who keep the server running: alive, ready, and figures."""

from collections.abc import Iterator

from anyio.to_thread import run_sync
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from helu.live import hub
from helu.store import migrate
from helu.store.database import is_alive


async def alive(request: Request) -> Response:
    return JSONResponse({"alive": True})


async def ready(request: Request) -> Response:
    reachable = await run_sync(is_alive)
    migrated = reachable and await run_sync(migrate.found) == migrate.newest()
    return JSONResponse({"database": reachable, "migrated": migrated}, 200 if migrated else 503)


async def metrics(request: Request) -> Response:
    """To this machine only: the figures say how many people sit in the room."""
    if request.client is None or request.client.host not in {"127.0.0.1", "::1"}:
        return Response(status_code=404)
    return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)


class Live(Collector):
    def collect(self) -> Iterator[GaugeMetricFamily]:
        followed = hub.followed()
        yield GaugeMetricFamily("helu_gatherings_followed", "Gatherings somebody listens to", len(followed))
        phones = sum(hub.connected(each) for each in followed)
        yield GaugeMetricFamily("helu_phones_connected", "Phones that listen right now", phones)


REGISTRY.register(Live())
ROUTES = [Route("/helse", alive), Route("/klar", ready), Route("/metrics", metrics)]
