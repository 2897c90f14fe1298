"""Leaders who take the self-assessment, all at once, beside whatever else the server does.

A process of its own: `python -m benchmarks.leaders URL LEADERS.json SECONDS`. Each saves every statement of the short
form, now and wanted, one screen at a time, at times spread over so many seconds. Writes one line of JSON.
"""

import asyncio
import json
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from helu.simulator.wire import Place, connect

PATIENCE = 30.0


async def play(url: str, leaders: list[dict[str, Any]], seconds: float) -> dict[str, Any]:
    place, took = Place.of(url), []
    refused = 0

    async def leader(number: int, one: dict[str, Any]) -> None:
        nonlocal refused
        random, line = Random(number), await connect(place, PATIENCE)
        pause = seconds / len(one["statements"])
        await asyncio.sleep(random.uniform(0, pause))
        for statement in one["statements"]:
            values = {layer: {statement: random.randint(1, 7)} for layer in ("current", "wanted")}
            begun = time.perf_counter()
            line = line if line.is_open else await connect(place, PATIENCE)
            reply = await line.ask(_question(place, one, values), PATIENCE)
            took.append(time.perf_counter() - begun)
            refused += reply.status != 200
            await asyncio.sleep(max(0.0, random.uniform(0.5, 1.5) * pause - took[-1]))
        line.close()

    await asyncio.gather(*(leader(number, one) for number, one in enumerate(leaders)))
    ordered = sorted(took)
    return {
        "leaders": len(leaders),
        "saves": len(took),
        "refused": refused,
        "p50_ms": round(1000 * ordered[len(ordered) // 2], 1),
        "p95_ms": round(1000 * ordered[int(len(ordered) * 0.95)], 1),
        "max_ms": round(1000 * ordered[-1], 1),
    }


def _question(place: Place, one: dict[str, Any], values: dict[str, Any]) -> bytes:
    body = json.dumps({"values": values}).encode()
    head = (
        f"POST /egenvurdering/{one['assessment']}/svar HTTP/1.1\r\nHost: {place.name}\r\n"
        f"Cookie: helu_login={one['login']}\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


if __name__ == "__main__":
    url, file, seconds = sys.argv[1:4]
    found = asyncio.run(play(url, json.loads(Path(file).read_text()), float(seconds)))
    print(json.dumps(found))
