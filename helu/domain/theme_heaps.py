"""Bringing what is alike together: vectors of marks, and heaps that grow by their nearest neighbour.

Everything here works in the order it is given; the caller sorts, so that the answer does not depend on the order
of the cards.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p, sqrt

import numpy as np
from numpy.typing import NDArray

from helu.domain.theme_words import Marks

_BALANCE = 0.3  # power of the smaller size that likeness is divided by

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Merge:
    likeness: float  # cosine of the two heaps, 0.0-1.0
    kept: int  # the heap that takes in the other
    gone: int


def vectors(marks: Sequence[Marks], counts: Sequence[int]) -> Matrix:
    """One row for each, of length at most 1, over the marks that at least two of them have.

    A mark that many have says less, as in TF-IDF. What nobody shares makes a row shorter: a card that
    mostly speaks of something else is less like those it has a word in common with.
    """
    spread: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for each, count in zip(marks, counts, strict=True):
        spread.update(dict.fromkeys(each, count))
        holders.update(each.keys())
    total = sum(counts)
    rarity = {mark: log1p(total / n) / log1p(total / 2) for mark, n in spread.items()}
    place = {mark: at for at, mark in enumerate(sorted(mark for mark, n in holders.items() if n > 1))}
    rows = np.zeros((len(marks), len(place)))
    for at, each in enumerate(marks):
        length = sqrt(sum((each[mark] * rarity[mark]) ** 2 for mark in sorted(each))) or 1.0
        for mark, value in each.items():
            if mark in place:
                rows[at, place[mark]] = value * rarity[mark] / length
    return rows


def merges(rows: Matrix, counts: Sequence[int], floor: float) -> list[Merge]:
    """Merge the two most alike heaps, again and again, while they are at least `floor` alike.

    A heap is the sum of its rows, and the likeness of two is the cosine between them, less when both are
    large: two small heaps may have met by a word, but two large ones are two themes until they are much alike.
    """
    size = np.asarray(counts, dtype=np.float64)
    weighted = rows * size[:, None]
    inner = weighted @ weighted.T
    length = np.sqrt(np.maximum(np.diag(inner), 1e-12))
    likeness = inner / length[:, None] / length[None, :] / np.minimum.outer(size, size) ** _BALANCE
    np.fill_diagonal(likeness, -1.0)
    path: list[Merge] = []
    nearest = likeness.argmax(axis=1) if len(rows) else np.zeros(0, dtype=np.intp)
    closest = likeness[np.arange(len(rows)), nearest]
    while len(path) < len(rows) - 1:
        one = int(closest.argmax())
        kept, gone = sorted((one, int(nearest[one])))
        if closest[one] < floor:
            break
        path.append(Merge(float(closest[one]), kept, gone))
        inner[kept] += inner[gone]
        inner[:, kept] += inner[:, gone]
        length[kept] = sqrt(max(inner[kept, kept], 1e-12))
        size[kept] += size[gone]
        _update(likeness, inner[kept] / length / length[kept] / np.minimum(size, size[kept]) ** _BALANCE, kept, gone)
        _find_nearest(likeness, nearest, closest, kept, gone)
    return path


def _update(likeness: Matrix, like_kept: Matrix, kept: int, gone: int) -> None:
    alive = likeness[kept] > -1.0
    alive[gone] = False
    row = np.where(alive, like_kept, -1.0)
    likeness[kept], likeness[:, kept] = row, row
    likeness[gone], likeness[:, gone] = -1.0, -1.0
    likeness[kept, kept] = -1.0


def _find_nearest(likeness: Matrix, nearest: NDArray[np.intp], closest: Matrix, kept: int, gone: int) -> None:
    """Look anew only where the nearest one changed: that is what keeps 2,000 cards quick."""
    closest[gone] = -1.0
    for at in np.flatnonzero((nearest == kept) | (nearest == gone) | (likeness[kept] > closest)):
        if at != gone:
            nearest[at] = likeness[at].argmax()
            closest[at] = likeness[at, nearest[at]]
    nearest[kept] = likeness[kept].argmax()
    closest[kept] = likeness[kept, nearest[kept]]


def after(path: Sequence[Merge], size: int) -> list[list[int]]:
    """The heaps there are when these merges are done, each sorted."""
    heaps: list[list[int]] = [[at] for at in range(size)]
    for merge in path:
        heaps[merge.kept] += heaps[merge.gone]
        heaps[merge.gone] = []
    return [sorted(heap) for heap in heaps if heap]
