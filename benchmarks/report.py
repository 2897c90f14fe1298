"""The figures, as a table for people and as plain data."""

from collections.abc import Sequence
from typing import Any

from benchmarks.crowd import Figures

STARVED = 0.85  # of a core; above it the client is what is slow

LATENCIES = {
    "page": "Join wave: the page",
    "stream": "Join wave: page and first event",
    "moved_last": "Move -> event on the last phone",
    "spread": "Event on the first -> on the last phone",
    "state": "All ask for /tilstand at once",
    "acknowledged": "Answer -> acknowledged",
    "wall": "Acknowledged -> on the wall",
}
COSTS = {
    "join": "CPU for each phone that joins",
    "move": "CPU for each phone and move",
    "state": "CPU for each /tilstand",
    "answer": "CPU for each answer (wall included)",
    "idle": "CPU for each idle second",
}


def summary(figures: Figures, phones: int) -> dict[str, Any]:
    """Latencies in ms, processor time in ms for each operation, memory in KiB."""
    return {
        "phones": phones,
        "latency_ms": {name: _quantiles(getattr(figures, name)) for name in LATENCIES},
        "cpu_ms": {stage: sum(spent) / len(spent) * 1000 for stage, spent in figures.cpu.items()},
        "client_share": {stage: round(max(shares), 3) for stage, shares in figures.busy.items()},
        "memory_kib": {
            "before": figures.memory_before // 1024,
            "joined": figures.memory_after // 1024,
            "end": figures.memory_end // 1024,
            "each_phone": round((figures.memory_after - figures.memory_before) / 1024 / phones, 1),
        },
        **{name: getattr(figures, name) for name in PLAIN},
    }


PLAIN = ("sent", "acked", "refused", "again", "unheard", "unseen", "drops", "event_bytes", "stage_bytes", "page_bytes")


def is_sound(helu: dict[str, Any]) -> bool:
    """Nothing lost, nothing twice, everybody told."""
    lost = helu["sent"] - helu["stored"]
    return not any((lost, helu["duplicates"], helu["refused"], helu["unheard"], helu["unseen"], helu["drops"]))


def table(helu: dict[str, Any], floor: dict[str, Any] | None) -> str:
    lines = [_head(helu), f"{'':40}{'p50':>9}{'p95':>9}{'max':>9}{'floor p50':>11}{'p95':>9}{'ratio p95':>11}"]
    for name, words in LATENCIES.items():
        lines.append(_latency(words, helu["latency_ms"][name], floor["latency_ms"][name] if floor else None))
    lines.append(f"{'':40}{'ms':>9}{'floor':>9}{'ratio':>9}")
    for name, words in COSTS.items():
        lines.append(_cost(words, helu["cpu_ms"][name], floor["cpu_ms"][name] if floor else None))
    lines.append(_memory("Helu", helu))
    if floor:
        lines.append(_memory("Floor", floor))
    starved = [f"{stage} {share:.0%}" for stage, share in helu["client_share"].items() if share > STARVED]
    lines.append(f"Client's share of a core at most {max(helu['client_share'].values()):.0%}." + _if(starved))
    return "\n".join(lines) + "\n"


def beside(leaders: dict[str, Any]) -> str:
    """One line on those who took the self-assessment meanwhile; empty without any."""
    if not leaders:
        return ""
    lost = 2 * leaders["saves"] - leaders["steps"]
    took = f"acknowledged p50 {leaders['p50_ms']} ms, p95 {leaders['p95_ms']} ms, max {leaders['max_ms']} ms"
    return (
        f"{leaders['leaders']} leaders: {leaders['saves']} saves, refused {leaders['refused']}, lost {lost}, {took}\n"
    )


def _head(helu: dict[str, Any]) -> str:
    names = ("sent", "stored", "duplicates", "refused", "again", "unheard", "unseen", "drops")
    said = ", ".join(f"{name} {helu[name]}" for name in names)
    how = "the real desk" if helu["desk"] else "another process, up to 250 ms until noticed"
    sizes = f"event {helu['event_bytes']} B, page {helu['page_bytes']} B, stage at most {helu['stage_bytes']} B"
    return f"{helu['phones']} phones, {', '.join(helu['kinds'])}; moved by {how}\n{said}\n{sizes}"


def _latency(words: str, ours: dict[str, float], bare: dict[str, float] | None) -> str:
    line = f"{words:40}{ours['p50']:9.1f}{ours['p95']:9.1f}{ours['max']:9.1f}"
    return line + (f"{bare['p50']:11.1f}{bare['p95']:9.1f}{_ratio(ours['p95'], bare['p95']):>11}" if bare else "")


def _cost(words: str, ours: float, bare: float | None) -> str:
    return f"{words:40}{ours:9.2f}" + (f"{bare:9.2f}{_ratio(ours, bare):>9}" if bare is not None else "")


def _memory(who: str, of: dict[str, Any]) -> str:
    kib = of["memory_kib"]
    joined, end = kib["joined"] / 1024, kib["end"] / 1024
    return f"{who}: {joined:.0f} MiB resident, {kib['each_phone']:.0f} KiB a phone, {end:.0f} MiB at the end"


def _if(starved: Sequence[str]) -> str:
    return f" STARVED in {', '.join(starved)}: these latencies are the client's." if starved else ""


def _ratio(ours: float, bare: float) -> str:
    return f"{ours / bare:.1f}x" if bare > 0.005 else "-"


def _quantiles(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(value * 1000 for value in values)
    if not ordered:
        return {"p50": 0.0, "p95": 0.0, "max": 0.0}
    return {
        "p50": ordered[len(ordered) // 2],
        "p95": ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))],
        "max": ordered[-1],
    }
