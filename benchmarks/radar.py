"""How long a leader waits for the radar on a slow line: python -m benchmarks.radar

A real server, a real Chromium, 1.6 Mb/s and 150 ms each way there and back. Three visits: `cold`, with nothing kept;
`warm`, the same browser once more; `after`, a browser with nothing kept that has had the self-assessment open first.
Each is done a few times, and the median is told. `--gzip` is what a browser without HTTPS gets: no brotli.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from benchmarks.desk import CHROMIUM, QUIET
from benchmarks.served import folder, free_port, serving

LINE = {"offline": False, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8, "latency": 150}
MOST, READS = 60, 75  # seconds: for a visit; what is left of four minutes with the self-assessment
NAMES = ("title", "usable", "interactive")
# A moment is when its last part is in the page and has a place there.
PARTS = {
    "title": ["h1"],
    "usable": ["h1", ".st-key-balance-words h2", ".radar-still .ring > img, .js-plotly-plot .scatterlayer .trace"]
    + [".stButtonGroup button[role=radio]"],
    "interactive": [".js-plotly-plot .scatterlayer .trace"],
}
WATCH = """
window.moments = {};
const parts = PARTS;
const seen = (place) => [...document.querySelectorAll(place)].some((each) => each.getBoundingClientRect().height > 0);
const look = () => {
  for (const [name, places] of Object.entries(parts))
    if (!(name in window.moments) && places.every(seen)) window.moments[name] = performance.now() / 1000;
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
""".replace("PARTS", json.dumps(PARTS))
PREPARE = """
import json
from datetime import timedelta
from helu.content.balance_words import balance_words
from helu.services import accounts, logins, profiles
from helu.store.database import reading, writing
from helu.store.migrate import migrate
from helu.store.profile_tables import Assessment
from helu.store.rows import now
migrate()
with writing() as db:
    there = accounts.add_organisation(db, "Fjell kommune")
    accounts.invite(db, there.id, "leif@fjell.no", "Leif", "leader")
    user = accounts.user_by_email(db, "leif@fjell.no")
    user.password_hash = "x"
    token = logins.start(db, user.id, there.id)
    leader = logins.who(db, token)
    profile = profiles.mine(db, leader)
    for days, step in ((200, 2), (1, 3)):
        at = now() - timedelta(days=days)
        steps = {s.id: step for b in balance_words().behaviours() for s in b.statements}
        wanted = steps | {s: 6 for s in steps if s.startswith("tsk")}
        held = Assessment(profile_id=profile.id, form="full", current=steps, wanted=wanted)
        held.begun_at = held.finished_at = at
        db.add(held)
print(token)
"""


def main() -> None:
    wanted = _wanted()
    with _house() as (url, login), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        found: dict[str, list[dict[str, float]]] = {}
        for _time in range(wanted.times):
            for name, figures in _round(browser, url, login, wanted):
                found.setdefault(name, []).append(figures)
        browser.close()
    print(f"load of the machine {os.getloadavg()[0]:.1f}, on {os.cpu_count()} processors")
    print(f"{'':12}" + "".join(f"{name:>14}" for name in (*NAMES, "requests", "KiB")))
    for name, each in found.items():
        told = {part: statistics.median(one.get(part, float("nan")) for one in each) for part in each[0]}
        print(f"{name:12}" + "".join(f"{told.get(part, float('nan')):12.2f} s" for part in NAMES), end="")
        print(f"{told['requests']:14.0f}{told['bytes'] / 1024:14.0f}")


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.radar", description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--gzip", action="store_true", help="without brotli, as over plain HTTP")
    parser.add_argument("--waterfall", action="store_true", help="every request, with when and how much")
    parser.add_argument("--pictures", type=Path, help="a folder for what it looked like at each moment")
    return parser.parse_args()


@contextmanager
def _house() -> Iterator[tuple[str, str]]:
    """A server of its own with one leader who has looked at himself twice; its address and the leader's login."""
    with folder() as place:
        port = free_port()
        environment = {"HELU_DATA_DIR": str(place), "HELU_PUBLIC_URL": f"http://127.0.0.1:{port}"}
        made = subprocess.run(
            [sys.executable, "-c", PREPARE],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        command = [sys.executable, "-m", "helu", "serve", "--port", str(port), "--host", "127.0.0.1"]
        with serving(command, port, "/klar", environment) as served:
            yield served.url, made.stdout.strip()


def _round(
    browser: Browser, url: str, login: str, wanted: argparse.Namespace
) -> Iterator[tuple[str, dict[str, float]]]:
    with _browser(browser, url, login, wanted) as context:
        yield "cold", _visit(context, url, wanted)
        yield "warm", _visit(context, url, wanted)
    with _browser(browser, url, login, wanted) as context:
        page, traffic = _page(context)
        page.add_init_script("Math.random = () => 0")  # begins to fetch ahead as early as it may
        page.goto(f"{url}/egenvurdering")
        page.wait_for_timeout(READS * 1000)
        if wanted.waterfall:
            traffic.tell({})
        page.close()
        yield "after", _visit(context, url, wanted)


@contextmanager
def _browser(browser: Browser, url: str, login: str, wanted: argparse.Namespace) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nb-NO", viewport={"width": 1280, "height": 800})
    if wanted.gzip:
        context.set_extra_http_headers({"Accept-Encoding": "gzip, deflate"})
    context.add_cookies([{"name": "helu_login", "value": login, "url": url}])
    yield context
    context.close()


def _visit(context: BrowserContext, url: str, wanted: argparse.Namespace) -> dict[str, float]:
    """Seconds from the address is given to each moment; requests and bytes over the line, all told."""
    page, traffic = _page(context)
    page.add_init_script(WATCH)
    page.goto(f"{url}/radar", wait_until="commit")
    moments: dict[str, float] = {}
    until = time.monotonic() + MOST
    while not {*NAMES} <= moments.keys() and time.monotonic() < until:
        page.wait_for_timeout(200)
        moments = page.evaluate("window.moments")
    if wanted.waterfall:
        traffic.tell(moments)
    page.close()
    return moments | {"requests": traffic.requests, "bytes": sum(traffic.bytes.values())}


def _page(context: BrowserContext) -> tuple[Page, "Traffic"]:
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    return page, Traffic(line)


class Traffic:
    """What came over the line, by request; what the browser had is not there."""

    def __init__(self, line: CDPSession) -> None:
        self.bytes: dict[str, int] = {}
        self._asked: dict[str, tuple[float, str]] = {}
        self._came: dict[str, float] = {}
        line.on("Network.requestWillBeSent", self._ask)
        line.on("Network.loadingFinished", self._come)
        line.on("Network.webSocketWillSendHandshakeRequest", lambda event: self._socket(event, "asked"))
        line.on("Network.webSocketHandshakeResponseReceived", lambda event: self._socket(event, "open"))
        line.on("Network.webSocketFrameReceived", lambda event: self._socket(event, "heard"))
        line.on("Network.webSocketFrameSent", lambda event: self._socket(event, "said"))

    def _ask(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("data:"):
            return
        self._asked[event["requestId"]] = event["timestamp"], event["request"]["url"]

    def _come(self, event: dict[str, Any]) -> None:
        if event["requestId"] not in self._asked:
            return
        self._came[event["requestId"]] = event["timestamp"]
        if event["encodedDataLength"]:
            self.bytes[event["requestId"]] = int(event["encodedDataLength"])

    def _socket(self, event: dict[str, Any], what: str) -> None:
        id_, size = f"{what}-{event['timestamp']}", len(event.get("response", {}).get("payloadData", "")) * 3 // 4
        self._asked[id_], self._came[id_] = (event["timestamp"], f"///websocket {what}"), event["timestamp"]
        if what == "heard":
            self.bytes[id_] = size

    @property
    def requests(self) -> int:
        return sum(not id_.startswith("heard-") for id_ in self.bytes)

    def tell(self, moments: dict[str, float]) -> None:
        print({name: round(at, 2) for name, at in moments.items()})
        first = min(at for at, _url in self._asked.values())
        for id_, (at, url) in sorted(self._asked.items(), key=lambda each: each[1]):
            done = self._came.get(id_, float("nan")) - first
            print(f"{at - first:7.2f} {done:7.2f} {self.bytes.get(id_, 0):9}  {url.split('/', 3)[-1][:100]}")


if __name__ == "__main__":
    main()
