"""How often is too often. In memory: a restart forgives, and nothing about anybody is kept."""

from collections import OrderedDict
from collections.abc import Hashable
from time import monotonic

REMEMBERED = 20_000


class Limit:
    """At most `most` events within `seconds` for each key; refills steadily."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most, self.seconds = most, seconds
        self._levels: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()  # key -> (level, when)

    def wait(self, key: Hashable, cost: float = 1.0) -> float:
        """Count one event. 0.0 when it may go on, else the seconds to wait."""
        level, now = self._level(key), monotonic()
        if level + cost > self.most:
            return max(1.0, (level + cost - self.most) * self.seconds / self.most)
        self._levels[key] = (level + cost, now)
        self._levels.move_to_end(key)
        if len(self._levels) > REMEMBERED:
            self._levels.popitem(last=False)
        return 0.0

    def full(self, key: Hashable) -> float:
        """The seconds to wait before one more would be allowed, without counting one."""
        level = self._level(key)
        return 0.0 if level + 1 <= self.most else max(1.0, (level + 1 - self.most) * self.seconds / self.most)

    def _level(self, key: Hashable) -> float:
        level, when = self._levels.get(key, (0.0, 0.0))
        return max(0.0, level - (monotonic() - when) * self.most / self.seconds)
