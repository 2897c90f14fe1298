"""The gathering's clock, as every surface gets it."""

from datetime import UTC, datetime

from helu.services.showing import Showing


def timer_of(here: Showing) -> dict[str, int | None] | None:
    """Milliseconds by the server's clock; a screen counts on by the difference to its own."""
    if here.timer_ends_at is None and here.timer_left is None:
        return None
    ends = round(here.timer_ends_at.timestamp() * 1000) if here.timer_ends_at else None
    return {"ends_at": ends, "left": here.timer_left, "now": round(datetime.now(UTC).timestamp() * 1000)}
