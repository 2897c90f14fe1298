"""Cards as themes see them: words, and for each word the marks by which it resembles other words.

A mark is a root («r:trygg»), also of each part of a compound, or a family of the thesaurus («k:11»).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import category

from helu.domain.norwegian import is_stop_word
from helu.domain.text import one_line
from helu.domain.theme_kin import BLANK, COMMON, FAMILIES, FIRST_PARTS, IDIOMS, PALE, PARTICLES, words_in
from helu.domain.theme_roots import Compounds, root
from helu.domain.words import normalise, tokens

Marks = dict[str, float]

# How much each says about what a card is about; a word of its own counts as 1.
_COMMON = 0.6
_PALE = 0.3
_PART = 0.7  # part of a compound
_KIN = 0.8  # the thesaurus, as against the word itself
_LATER = 0.4  # people begin with what they mean, and go on with why, where and how
_DECAY = 0.8  # and within a thought each word says a little less than the one before

_READ = 2000  # characters of a card; there are never so many on a real one
_WORD = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*")
# What follows explains or adds: another sentence, an item, a reason.
_TURN = re.compile(r"[.;,!?:\n]+|\s[-–—]\s|\b(?:for å|slik at|fordi|dersom|hvis|når|mens|medan|der)\b", re.IGNORECASE)
_CONJUNCTIONS = words_in("og eller men samt")


@dataclass(frozen=True)
class Word:
    start: int  # in the card
    end: int
    stem: str  # "" for a stop word
    place: int  # which turn of the card, from 0
    marks: Marks = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Reading:
    text: str
    key: str  # the same for cards that say the same, whatever the written language
    words: tuple[Word, ...]
    marks: Marks

    def written(self, word: Word) -> str:
        return self.text[word.start : word.end]


def key_of(card: str) -> str:
    """The same for cards that say the same; "" for one that says nothing at all."""
    first, unread = card[:_READ], card[_READ:]
    stems = tokens(first) or tokens(first, keep_stop_words=True)
    says = stems or any(category(letter)[0] in "LNS" for letter in card)  # an emoji is an answer, «…» is not
    return (" ".join(stems) + unread or one_line(card)) if says else ""


def read(cards: Sequence[str], headings: Sequence[str] = ()) -> tuple[list[Reading], list[Reading]]:
    """Cards and headings read in the light of each other: a compound is taken apart by the words of them all.

    In a heading every word counts the same: it is often a list.
    """
    parsed = [_words(text[:_READ]) for text in (*cards, *headings)]
    compounds = Compounds({word.stem for words in parsed for word in words if word.stem} | KNOWN)
    flat = [False] * len(cards) + [True] * len(headings)
    texts = (*cards, *headings)
    readings = [_reading(*each, compounds) for each in zip(texts, parsed, flat, strict=True)]
    return readings[: len(cards)], readings[len(cards) :]


def _reading(card: str, words: Sequence[Word], flat: bool, compounds: Compounds) -> Reading:
    marked, before = [], 0
    for word in words:
        strength = 1.0 if flat else (_LATER if word.place else 1.0) * _DECAY**before
        before += weight(root(word.stem)) > 0 if word.stem else 0
        marks = {mark: value * strength for mark, value in _marks(word.stem, compounds).items()}
        marked.append(Word(word.start, word.end, word.stem, word.place, marks))
    return Reading(card, key_of(card), tuple(marked), together(word.marks for word in marked))


def together(all_marks: Iterable[Marks]) -> Marks:
    """The strongest of each mark: saying a word twice does not make a card twice as much about it."""
    found: Marks = {}
    for marks in all_marks:
        for mark, value in marks.items():
            found[mark] = max(found.get(mark, 0.0), value)
    return found


def thoughts_of(reading: Reading) -> list[Marks]:
    """The marks of each thought of a heading: «Robust arbeidsmiljø og inspirerte medarbeidere» has two."""
    thoughts: list[list[Marks]] = [[]]
    place = 0
    for word in reading.words:
        if word.place != place or reading.written(word).casefold() in _CONJUNCTIONS:
            thoughts.append([])
        place = word.place
        thoughts[-1].append(word.marks)
    return [marks for marks in map(together, thoughts) if marks]


def weight(base: str) -> float:
    return _WEIGHTS.get(base, 1.0)


def _marks(stem: str, compounds: Compounds) -> Marks:
    base = root(stem) if stem else ""
    own = weight(base) if base else 0.0
    if not own:
        return {}
    marks = {f"r:{base}": own} | {f"k:{family}": own * _KIN for family in KIN.get(base, ())}
    for part in map(root, compounds.parts(stem)):
        value = weight(part) * _PART
        if value:
            kin = {f"k:{family}": value * _KIN for family in KIN.get(part, ()) if base not in KIN}
            marks = together([marks, {f"r:{part}": value}, kin])
    return marks


def _words(card: str) -> list[Word]:
    turns = [found.end() for found in _TURN.finditer(card) if card[: found.start()].strip()]
    found = list(_WORD.finditer(card))
    words: list[Word] = []
    at = 0
    while at < len(found):
        length, stem = _idiom(card, found, at)
        start, end = found[at].start(), found[at + length - 1].end()
        words.append(Word(start, end, stem, sum(turn <= start for turn in turns)))
        at += length
    return _firmly_placed(words)


def _firmly_placed(words: list[Word]) -> list[Word]:
    """Turns numbered by those that say something: a card may begin with «Å være» or «:»."""
    said = sorted({word.place for word in words if word.stem})
    places = {place: number for number, place in enumerate(said)}
    return [Word(w.start, w.end, w.stem, places.get(w.place, 0)) for w in words]


def _idiom(card: str, found: Sequence[re.Match[str]], at: int) -> tuple[int, str]:
    """How many words belong together here, and their stem."""
    stems = [normalise(each[0]) for each in found[at : at + 3]]
    for length in (3, 2):
        idiom = IDIOM_STEMS.get(" ".join(stems[:length])) if len(stems) >= length else None
        if idiom:
            return length, idiom
    first = found[at][0]
    if first.casefold() in IDIOMS:
        return 1, normalise(IDIOMS[first.casefold()])  # «færre» is not «få»
    if _is_small(first.casefold()):
        return 1, ""
    if len(stems) > 1 and card[found[at].end() : found[at + 1].start()] == " ":
        if stems[1] in PARTICLES and stems[1] + stems[0] in KNOWN:
            return 2, stems[1] + stems[0]  # «følge opp» is «oppfølging»
        if (
            stems[0] in FIRST_PARTS
            and first.casefold() in FIRST_PARTS
            and weight(root(stems[1])) == 1.0
            and root(stems[1]) in KIN
        ):
            return 2, stems[0] + stems[1]  # «leder rolle», as phones write it
    return 1, stems[0]


_is_small = lru_cache(maxsize=4096)(is_stop_word)  # asked again and again for the same few words


def _stems_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(normalise(word) for word in words)


def _kin() -> dict[str, tuple[int, ...]]:
    kin: dict[str, tuple[int, ...]] = {}
    for number, family in enumerate(FAMILIES):
        for base in sorted({root(normalise(word)) for word in family}):
            kin[base] = (*kin.get(base, ()), number)
    return kin


KIN = _kin()
KNOWN = _stems_of(word for family in FAMILIES for word in family) | _stems_of(PALE) | _stems_of(FIRST_PARTS)
IDIOM_STEMS = {" ".join(map(normalise, idiom.split())): normalise(word) for idiom, word in IDIOMS.items()}
_WEIGHTS = {
    root(stem): weight
    for words, weight in ((COMMON, _COMMON), (PALE, _PALE), (BLANK, 0.0))
    for stem in _stems_of(words)
}
