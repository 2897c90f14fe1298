"""Proposing themes for cards: which belong together, what to call them, and why.

A proposal for people to move, merge and rename. It needs no network and no model: bokmål and nynorsk are read as
one language by `norwegian`, derivations and compounds by `theme_roots`, and what means much the same by the
thesaurus in `theme_kin`. The same cards give the same themes, in whatever order they come.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from helu.domain.theme_heaps import Matrix, Merge, after, merges, vectors
from helu.domain.theme_names import name_for, shared_words, support
from helu.domain.theme_split import split
from helu.domain.theme_words import Marks, Reading, key_of, read, thoughts_of

__all__ = ["Theme", "propose", "split"]

_ALIKE = 0.18  # heaps less alike than this are left apart
_FITS = 0.05  # a card is sorted under what is given when it is at least so like it
_LEARNED = 0.5  # likeness to the cards under a heading, as against likeness to the heading itself


@dataclass(frozen=True)
class Theme:
    name: str  # "" for the cards that fit nowhere; always the last theme
    cards: list[int]  # places in what was given, from 0
    why: dict[int, list[str]]  # card -> the words it shares with the others, as they stand on the card


def propose(cards: Sequence[str], groups: int | None = None, headings: Sequence[str] | None = None) -> list[Theme]:
    """Every card in exactly one theme, the largest theme first.

    `groups`: how many named themes there should be; fewer when the cards share too little. With `headings`
    the themes are those, in that order, also the ones that get no card, and `groups` is not used.
    """
    given = list(dict.fromkeys(each for each in headings or () if key_of(each)))
    readings, heads = read(cards, given)
    units = _units(readings)
    if headings is not None:
        under = zip(heads, _sorted_under(units, heads), strict=True)
        return _with_rest([_theme(head.text, heap, head.marks) for head, heap in under], cards)
    return _with_rest(_named(_grouped(units, groups)), cards)


@dataclass(frozen=True)
class _Unit:
    """Cards that say the same."""

    places: list[int]
    readings: list[Reading]

    @property
    def marks(self) -> Marks:
        return min(self.readings, key=lambda each: each.text).marks


def _units(readings: Sequence[Reading]) -> list[_Unit]:
    """In an order that only depends on what the cards say; blank cards are in none."""
    same: dict[str, list[int]] = {}
    for at, reading in enumerate(readings):
        if reading.key:
            same.setdefault(reading.key, []).append(at)
    return [_Unit(same[key], [readings[at] for at in same[key]]) for key in sorted(same)]


def _grouped(units: list[_Unit], groups: int | None) -> list[list[_Unit]]:
    """Heaps of at least two cards each, the largest first."""
    counts = [len(unit.places) for unit in units]
    rows = vectors([unit.marks for unit in units], counts)
    path = merges(rows, counts, _ALIKE)
    heaps = _largest_first(after(path[: _stop(path, counts, groups)], len(units)), counts)
    if groups is not None and len(heaps) > groups:
        heaps = _largest_first(_gathered(heaps[:groups], heaps[groups:], rows, counts), counts)
    return [[units[unit] for unit in heap] for heap in heaps]


def _largest_first(heaps: list[list[int]], counts: list[int]) -> list[list[int]]:
    sized = [(sum(counts[unit] for unit in heap), heap) for heap in heaps]
    return [heap for size, heap in sorted(sized, key=lambda each: (-each[0], each[1])) if size > 1]


def _stop(path: list[Merge], counts: list[int], groups: int | None) -> int:
    """How many merges to do: all, or fewer where that gives more of the themes that are wanted."""
    if groups is None:
        return len(path)
    size, named = list(counts), [sum(count > 1 for count in counts)]
    for merge in path:
        before = (size[merge.kept] > 1) + (size[merge.gone] > 1)
        size[merge.kept] += size[merge.gone]
        named.append(named[-1] + 1 - before)
    if named[-1] >= groups:
        return len(path)
    return min(range(len(named)), key=lambda at: (abs(named[at] - groups), -at))


def _gathered(kept: list[list[int]], others: list[list[int]], rows: Matrix, counts: list[int]) -> list[list[int]]:
    """The largest heaps, with each card of the others where it fits best; what fits in none is left out."""
    sums = np.array([(rows[heap] * np.array(counts)[heap, None]).sum(axis=0) for heap in kept])
    grown = [list(heap) for heap in kept]
    for heap in others:
        whole = _unit_length(rows[heap].sum(axis=0, keepdims=True))[0]
        for unit in heap:
            like = _unit_length(sums) @ (rows[unit] + whole)
            if like.max() >= _FITS:
                grown[int(like.argmax())].append(unit)
    return [sorted(heap) for heap in grown]


def _named(heaps: list[list[_Unit]]) -> list[Theme]:
    themes: list[Theme] = []
    for heap in heaps:
        people = [reading for unit in heap for reading in unit.readings]
        themes.append(_theme(name_for(people, {key_of(each.name) for each in themes}), heap, {}))
    return themes


def _theme(name: str, heap: Sequence[_Unit], also: Marks) -> Theme:
    """`also`: marks of the heading, which the cards share their words with too."""
    common = support(sorted((reading for unit in heap for reading in unit.readings), key=lambda each: each.text))
    number = sum(len(unit.places) for unit in heap)
    why: dict[int, list[str]] = {}
    for unit in heap:
        for at, reading in zip(unit.places, unit.readings, strict=True):
            others = {mark: common[mark] - value / number for mark, value in reading.marks.items()}
            others = {mark: max(value, also.get(mark, 0.0)) for mark, value in others.items()}
            repeated = [reading.text.strip()] if len(unit.places) > 1 else []
            why[at] = shared_words(reading, others) or repeated
    return Theme(name, sorted(why), dict(sorted(why.items())))


def _sorted_under(units: list[_Unit], heads: list[Reading]) -> list[list[_Unit]]:
    """The units that fit each heading. What fits a heading well helps to tell what else belongs there."""
    if not heads:
        return []
    counts = [len(unit.places) for unit in units]
    thoughts = [(at, marks) for at, head in enumerate(heads) for marks in thoughts_of(head)]
    rows = vectors([unit.marks for unit in units] + [marks for _at, marks in thoughts], counts + [1] * len(thoughts))
    cards, ideas = rows[: len(units)], _unit_length(rows[len(units) :])
    whose = np.array([at for at, _marks in thoughts], dtype=np.intp)
    fit = np.zeros((len(units), len(heads)))
    for at in range(len(heads)):
        fit[:, at] = (cards @ ideas[whose == at].T).max(axis=1, initial=0.0)
    fit = np.maximum(fit, _LEARNED * _learned(cards, fit))
    best = np.where(fit.max(axis=1) >= _FITS, fit.argmax(axis=1), -1)
    return [[unit for unit, head in zip(units, best, strict=True) if head == at] for at in range(len(heads))]


def _learned(cards: Matrix, fit: Matrix) -> Matrix:
    """How like each card is to the others that fit a heading so far."""
    sure = np.where((fit >= _FITS) & (fit >= fit.max(axis=1, keepdims=True)), 1.0, 0.0)
    sums = sure.T @ cards
    like = np.zeros_like(fit)
    for head in range(fit.shape[1]):
        others = sums[head] - sure[:, [head]] * cards
        like[:, head] = (_unit_length(others) * cards).sum(axis=1)
    return like


def _unit_length(rows: Matrix) -> Matrix:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.divide(rows, length, out=np.zeros_like(rows), where=length > 0)


def _with_rest(themes: list[Theme], cards: Sequence[str]) -> list[Theme]:
    placed = {at for theme in themes for at in theme.cards}
    rest = [at for at in range(len(cards)) if at not in placed]
    return [*themes, Theme("", rest, {at: [] for at in rest})] if rest else themes
