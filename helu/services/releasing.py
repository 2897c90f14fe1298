"""Close a round of answers about people, and let out what its rules allow. Not shown before, not undone after."""

from collections import Counter
from collections.abc import Sequence

from helu.domain.release import Row, Rules, Standing, cells_of, kept_sums, read_sums, release
from helu.store.rating_tables import Round


def rules_of(held: Round) -> Rules:
    return Rules(held.floor, held.more, tuple(held.alone))


def standing_of(held: Round) -> Standing:
    return Standing(dict(held.people), read_sums(held.sums))


def let_out(held: Round, rows: Sequence[Row]) -> int:
    """Count what may be counted, and take it out of the rows. Returns how many people are counted now."""
    _settle(held, rows)
    after = release(standing_of(held), rows, rules_of(held))
    fresh = sum(after.people.values()) - sum(held.people.values())
    held.people, held.sums = after.people, kept_sums(after.sums)
    return fresh


def can_let_out(held: Round, rows: Sequence[Row]) -> bool:
    """Whether it would change anything now."""
    merged = _merged(held, rows)
    fresh = Counter(merged.get(row.cell, row.cell) for row in rows if not row.counted)
    rules = rules_of(held)
    return any(n >= rules.needed(cell, held.people.get(cell, 0)) for cell, n in fresh.items())


def _settle(held: Round, rows: Sequence[Row]) -> None:
    """The first time anything is shown: who are too few join others, and stay there for good."""
    merged = _merged(held, rows)
    for row in rows:
        row.cell = merged.get(row.cell, row.cell)
    held.cells = {role: merged.get(cell, cell) for role, cell in held.cells.items()}


def _merged(held: Round, rows: Sequence[Row]) -> dict[str, str]:
    """Cell -> the cell it joins; empty when that is settled already, or when nothing would be shown anyway."""
    if any(cell not in held.alone for cell in held.people):
        return {}
    counts = Counter(row.cell for row in rows)
    merged = cells_of(counts, held.floor, held.alone)
    behind = Counter(merged[row.cell] for row in rows if merged[row.cell] not in held.alone)
    return merged if any(n >= held.floor for n in behind.values()) else {}
