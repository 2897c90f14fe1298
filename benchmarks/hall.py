"""`python -m benchmarks.hall --phones 300`: a hall answers at once, and the same against a bare server.

Server, client and the one who moves are three processes. Processor time for each operation says more than
latency on a machine that has other things to do; so do the ratios, as both servers meet the same machine.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks import report
from benchmarks.backstage import Backstage, backstage
from benchmarks.crowd import Crowd, Figures, Mover
from benchmarks.served import ROOT, Served, end, folder, free_port, open_more_files, postgresql, serving

ASSESSING = 45.0  # seconds in which leaders answer all statements; people take four minutes


def main() -> None:
    wanted = _wanted()
    open_more_files()
    helu = _helu(wanted)
    floor = _floor(wanted, helu["event_bytes"], helu["page_bytes"]) if wanted.floor else None
    sys.stdout.write(report.table(helu, floor) + report.beside(helu["leaders"]))
    if wanted.json:
        wanted.json.write_text(json.dumps({"helu": helu, "floor": floor}, indent=1) + "\n", encoding="utf-8")
    sys.exit(0 if report.is_sound(helu) else 1)


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hall", description=__doc__)
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3.0, help="within which all answer")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--floor", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--leaders", type=int, default=0, help="who take the self-assessment at the same time")
    parser.add_argument("--desk", action="store_true", help="move with the real desk, in a real browser")
    return parser.parse_args()


def _helu(wanted: argparse.Namespace) -> dict[str, Any]:
    with ExitStack() as stack:
        place, port = stack.enter_context(folder()), free_port()
        environment = {"HELU_DATA_DIR": str(place), "HELU_PUBLIC_URL": f"http://127.0.0.1:{port}"}
        if wanted.database == "postgresql":
            environment["HELU_DATABASE_URL"] = stack.enter_context(postgresql(place))
        command = [sys.executable, "-m", "helu", "serve", "--port", str(port), "--host", "127.0.0.1"]
        served = stack.enter_context(serving(command, port, "/klar", environment))
        behind = stack.enter_context(backstage("benchmarks.backstage", {**os.environ, **environment}))
        made = behind.do("make", str(wanted.rounds))
        mover = behind
        words = ("move", made["code"])
        if wanted.desk:
            mover = stack.enter_context(backstage("benchmarks.desk", dict(os.environ)))
            mover.do("open", served.url, made["code"], made["login"])

        async def move() -> float:
            return float((await asyncio.to_thread(mover.do, *words))["at"])

        with _leaders(served, behind, place, wanted) as leaders:
            figures = _run(_play(served, made["code"], made["login"], move, len(made["kinds"]), wanted))
        counted = behind.do("count", made["code"]) | {"leaders": leaders}
        return report.summary(figures, wanted.phones) | counted | {"kinds": made["kinds"], "desk": wanted.desk}


@contextmanager
def _leaders(served: Served, behind: Backstage, place: Path, wanted: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """At work while the block runs; what they met is there when it has ended. Empty without any."""
    found: dict[str, Any] = {}
    if not wanted.leaders:
        yield found
        return
    file = place / "leaders.json"
    file.write_text(json.dumps(behind.do("leaders", str(wanted.leaders))["leaders"]), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.leaders", served.url, str(file), str(ASSESSING)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    try:
        yield found
        said, _none = process.communicate(timeout=4 * ASSESSING)
        found |= json.loads(said) | behind.do("assessed")
    finally:
        end(process)


def _floor(wanted: argparse.Namespace, event_bytes: int, page_bytes: int) -> dict[str, Any]:
    with ExitStack() as stack:
        place, port = stack.enter_context(folder()), free_port()
        command = [sys.executable, "-m", "benchmarks.floor", str(port), str(place), str(event_bytes), str(page_bytes)]
        served = stack.enter_context(serving(command, port, "/klar", {}))

        async def move() -> float:
            at = time.monotonic()
            await asyncio.to_thread(_post, f"{served.url}/flytt")
            return at

        return report.summary(_run(_play(served, "FLOOR", "", move, wanted.rounds, wanted)), wanted.phones)


async def _play(served: Served, code: str, login: str, move: Mover, rounds: int, wanted: argparse.Namespace) -> Figures:
    crowd = Crowd(served, code, wanted.phones)
    try:
        await crowd.wall.open(served.url, code, login)
        await crowd.join()
        await crowd.idle(3)
        await crowd.play(rounds, wanted.seconds, move)
    finally:
        crowd.leave()
    return crowd.figures


def _run(playing: Coroutine[Any, Any, Figures]) -> Figures:
    try:
        from uvloop import run
    except ImportError:
        return asyncio.run(playing)
    return run(playing)


def _post(url: str) -> None:
    with urllib.request.urlopen(urllib.request.Request(url, method="POST"), timeout=20):
        pass


if __name__ == "__main__":
    main()
