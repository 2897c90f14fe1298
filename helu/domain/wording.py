"""What was changed between two wordings, word by word, so that it can be read as one text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from helu.domain.platform import Line

Fate = Literal["kept", "gone", "new"]
Change = tuple[Fate, str]

_PIECE = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class LineChange:
    """What became of one line, in the place it has now; a line that is gone comes where it was."""

    id: str
    fate: Literal["kept", "changed", "new", "gone", "moved"]
    parts: list[Change]
    place: int  # counted from 1; 0 when it is gone
    before: int  # counted from 1; 0 when it is new


def diff(old: str, new: str) -> list[Change]:
    """Runs of words that were kept, gone or new. Kept and new together are `new`; kept and gone are `old`."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    found: list[Change] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(("kept", "".join(before[a:b])))
        else:
            found += [("gone", "".join(before[a:b])), ("new", "".join(after[c:d]))]
    return _in_runs(found)


def lines(old: Sequence[Line], new: Sequence[Line]) -> list[LineChange]:
    """A line is the same by its id, wherever it has moved and whatever it says now."""
    before = {line.id: (at, line) for at, line in enumerate(old, 1)}
    after = {line.id for line in new}
    steady = _steady([line.id for line in old if line.id in after], [line.id for line in new if line.id in before])
    changes = []
    for at, line in enumerate(new, 1):
        was, then = before.get(line.id, (0, None))
        parts = diff(then.text if then else "", line.text)
        fate: Literal["kept", "changed", "new", "moved"] = "kept" if then else "new"
        if then and line.id not in steady:
            fate = "moved"
        elif then and then.text != line.text:
            fate = "changed"
        changes.append(LineChange(line.id, fate, parts, at, was))
    for at, line in enumerate(old, 1):
        if line.id not in after:
            changes.insert(_where(changes, at), LineChange(line.id, "gone", diff(line.text, ""), 0, at))
    return changes


def is_changed(changes: Iterable[LineChange]) -> bool:
    return any(each.fate != "kept" for each in changes)


def _in_runs(found: Iterable[Change]) -> list[Change]:
    """Neighbouring changes with nothing but a space between them are one change: easier to read."""
    runs: list[tuple[str, str, str]] = []  # kept, gone, new: a run has either the first or the others
    for kept, gone, new in _grouped(found):
        blank = kept and not kept.strip()
        if blank and runs and not runs[-1][0] and len(kept) == 1:
            runs[-1] = ("", runs[-1][1] + kept, runs[-1][2] + kept)
        elif not kept and runs and not runs[-1][0]:
            runs[-1] = ("", runs[-1][1] + gone, runs[-1][2] + new)
        else:
            runs.append((kept, gone, new))
    fates: tuple[Fate, Fate, Fate] = ("kept", "gone", "new")
    trimmed = [part for run in runs for part in _trimmed(*run)]
    return [(fate, text) for run in trimmed for fate, text in zip(fates, run, strict=True) if text]


def _grouped(found: Iterable[Change]) -> list[tuple[str, str, str]]:
    return [
        (text if fate == "kept" else "", text if fate == "gone" else "", text if fate == "new" else "")
        for fate, text in found
        if text
    ]


def _trimmed(kept: str, gone: str, new: str) -> list[tuple[str, str, str]]:
    """A space that ends both sides of a change is no part of it."""
    if gone.endswith(" ") and new.endswith(" "):
        return [(kept, gone[:-1], new[:-1]), (" ", "", "")]
    return [(kept, gone, new)]


def _steady(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The longest row of ids that kept their order; the others were moved."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {old[block.a + step] for block in blocks for step in range(block.size)}


def _where(changes: Sequence[LineChange], was: int) -> int:
    """After the last line that stood before it."""
    return max((at + 1 for at, each in enumerate(changes) if each.before and each.before < was), default=0)
