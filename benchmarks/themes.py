"""How well themes are proposed, against labels set by hand: python -m benchmarks.themes

Adjusted Rand index: 1.0 the same grouping as the person, 0.0 no better than chance. Purity: the share of
cards that would stay if each proposed theme kept only its most common label. «Annet» is one group on both sides.
The invented sets have the same author as the thesaurus, which flatters them: trust the real answers more.
"""

import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

import numpy as np
import yaml

from helu.domain.themes import Theme, propose
from helu.domain.words import tokens

LABELS = Path(__file__).parent / "labels"
REAL = {"viktigste", "bidra", "merverdi"}
KEPT_ASIDE = {"okonomi"}  # not looked at while the grouping was worked on
Labels = Sequence[Hashable]


def main() -> None:
    sets = {path.stem: labelled(path) for path in sorted(LABELS.glob("*.yaml"))}
    print(
        f"{'':14}{'cards':>6}{'themes':>8}{'rest':>6} |{'ARI':>6}{'purity':>8} |{'tf-idf':>8}{'':6} |{'first':>8}{'':6} |{'headings':>9}"
    )
    rows = {name: line(name, cards, labels) for name, (cards, labels) in sets.items()}
    for what, names in {
        "mean, real answers": [name for name in rows if name in REAL],
        "mean, invented": [name for name in rows if name not in REAL],
        "mean of all": list(rows),
    }.items():
        print(f"{what:28}{'':6} |" + figures([float(np.mean([rows[name][at] for name in names])) for at in range(7)]))
    for count in (300, 2000):
        print(f"{count} cards: {timed(count, [card for cards, _ in sets.values() for card in cards]):.2f} s")


def labelled(path: Path) -> tuple[list[str], list[str]]:
    """Cards and labels, the cards in an order that does not give the labels away."""
    themes = yaml.safe_load(path.read_text(encoding="utf-8"))["themes"]
    pairs = sorted((card, theme) for theme, cards in themes.items() for card in cards)
    random.Random(1).shuffle(pairs)
    return [card for card, _theme in pairs], [theme for _card, theme in pairs]


def line(name: str, cards: list[str], labels: list[str]) -> list[float]:
    themes = propose(cards)
    found = [[*scores(way(cards), labels)] for way in (proposed, plain_tf_idf, first_word)]
    named = [theme for theme in themes if theme.name]
    rest = 1 - sum(len(theme.cards) for theme in named) / len(cards)
    row = [*found[0], *found[1], *found[2], under_headings(cards, labels)]
    aside = " *" if name in KEPT_ASIDE else ""
    print(f"{name + aside:14}{len(cards):>6}{len(named):>8}{rest:>6.0%} |{figures(row)}")
    return row


def figures(row: Sequence[float]) -> str:
    return f"{row[0]:6.2f}{row[1]:8.2f} |{row[2]:8.2f}{row[3]:6.2f} |{row[4]:8.2f}{row[5]:6.2f} |{row[6]:9.0%}"


def proposed(cards: Sequence[str]) -> list[int]:
    return places(propose(cards), len(cards))


def places(themes: Sequence[Theme], count: int) -> list[int]:
    which = {at: number for number, theme in enumerate(themes) for at in theme.cards}
    return [which[at] for at in range(count)]


def under_headings(cards: Sequence[str], labels: Sequence[str]) -> float:
    """The share of cards put where the person put them, when the headings are given."""
    headings = sorted({label for label in labels if label})
    themes = propose(cards, headings=headings)
    put = {at: theme.name for theme in themes for at in theme.cards}
    return sum(put[at] == label for at, label in enumerate(labels)) / len(cards)


def plain_tf_idf(cards: Sequence[str]) -> list[int]:
    """Words as they are written, cosine, average linkage; as many groups as the proposal has."""
    words = [Counter(card.casefold().replace(",", " ").replace(".", " ").split()) for card in cards]
    spread = Counter(word for each in words for word in each)
    place = {word: at for at, word in enumerate(sorted(spread))}
    rows = np.zeros((len(cards), len(place)))
    for at, each in enumerate(words):
        for word, count in each.items():
            rows[at, place[word]] = count * (1 + np.log(len(cards) / spread[word]))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return average_linkage(rows @ rows.T, len(propose(cards)))


def average_linkage(likeness: np.ndarray, groups: int) -> list[int]:
    heaps = [[at] for at in range(len(likeness))]
    while len(heaps) > groups:
        pairs = ((one, other) for one in range(len(heaps)) for other in range(one))
        one, other = max(pairs, key=lambda pair: likeness[np.ix_(heaps[pair[0]], heaps[pair[1]])].mean())
        heaps[other] += heaps.pop(one)
    which = {at: number for number, heap in enumerate(heaps) for at in heap}
    return [which[at] for at in range(len(likeness))]


def first_word(cards: Sequence[str]) -> list[str]:
    return [next(iter(tokens(card)), "") for card in cards]


def scores(found: Labels, labels: Labels) -> tuple[float, float]:
    return adjusted_rand(found, labels), purity(found, labels)


def adjusted_rand(found: Labels, labels: Labels) -> float:
    def pairs(groups: Counter[Hashable]) -> float:
        return sum(count * (count - 1) / 2 for count in groups.values())

    both, one, other = pairs(Counter(zip(found, labels))), pairs(Counter(found)), pairs(Counter(labels))
    chance = one * other / (len(labels) * (len(labels) - 1) / 2)
    most = (one + other) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0


def purity(found: Labels, labels: Labels) -> float:
    groups: defaultdict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for group, label in zip(found, labels):
        groups[group][label] += 1
    return sum(max(group.values()) for group in groups.values()) / len(labels)


def timed(count: int, cards: Sequence[str], deed: Callable[[Sequence[str]], object] = propose) -> float:
    """Seconds for as many different cards, each made of two real ones."""
    chance = random.Random(count)
    many = [f"{chance.choice(cards)}, {chance.choice(cards)}" for _ in range(count)]
    start = time.perf_counter()
    deed(many)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
