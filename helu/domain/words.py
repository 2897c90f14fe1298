"""Counting words and short phrases, whichever form and written language each person used.

What is shown must not tell who wrote what, or when: nothing here depends on the order of arrival.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helu.domain.norwegian import PLACES, fold, is_stop_word, stem

_WORD = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*")  # «HR-avdeling» is one word
_JOINTS = re.compile(r"[-‐'’]")
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFE0F, 0xFEFF])
_AROUND = " .,;:!?\"'«»“”„‘’`´()[]{}…–—-_*/\\•·|<>~^="
_LONGEST_ABBREVIATION = 6  # KOSTRA; longer words in capitals are taken for shouting
_LAST_LETTERS = str.maketrans({"æ": "{", "ø": "|", "å": "}"})  # after z, in this order


@dataclass(frozen=True)
class Heap:
    """One entry of a word cloud: everything that counts as the same word or phrase."""

    key: str  # lasting: the stems, the same however many more people write it
    text: str  # the form most people wrote
    count: int  # people, not uses


def normalise(word: str) -> str:
    """One word as its bokmål stem, for comparing; never for showing."""
    return _stem(_JOINTS.sub("", _plain(word)))


def tokens(text: str, keep_stop_words: bool = False) -> list[str]:
    """The words of a text, normalised, in order."""
    words = [_JOINTS.sub("", found) for found in _WORD.findall(_plain(text))]
    return [_stem(word) for word in words if keep_stop_words or not is_stop_word(word)]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """A cloud is counted anew at every answer, and a room uses few different words."""
    return stem(fold(word))


def heap(ballots: Sequence[Sequence[str]]) -> list[Heap]:
    """Heaps from one list of entries per person, largest first, then alphabetically.

    A person counts once in a heap. Entries of stop words or punctuation only are left out.
    """
    written: defaultdict[str, list[set[str]]] = defaultdict(list)
    for ballot in ballots:
        for key, forms in _by_key(ballot).items():
            written[key].append(forms)
    heaps = [Heap(key, _shown(people), len(people)) for key, people in written.items()]
    return sorted(heaps, key=lambda each: (-each.count, _alphabetical(each.text), each.key))


def _by_key(ballot: Iterable[str]) -> dict[str, set[str]]:
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for entry in ballot:
        key = " ".join(tokens(entry)) or _symbols(entry)
        if key:
            forms[key].add(_tidy(entry))
    return forms


def _shown(people: Sequence[set[str]]) -> str:
    """The most common form; of equally common ones the shortest, then the first in the alphabet."""
    uses = Counter(form for forms in people for form in forms)
    votes = Counter(form for forms in people for form in {form.lower() for form in forms})
    lower = min(votes, key=lambda form: (-votes[form], len(form), _alphabetical(form)))
    same = {form: n for form, n in uses.items() if form.lower() == lower}
    most = max(same, key=lambda form: (same[form], form))
    return most if same[most] * 2 > sum(same.values()) else lower


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold()


def _symbols(entry: str) -> str:
    """The key of an answer in emoji alone: which ones, not how many."""
    found = [c for c in unicodedata.normalize("NFKC", entry) if unicodedata.category(c) == "So"]
    return "".join(dict.fromkeys(found))


def _tidy(entry: str) -> str:
    """An entry as it may be shown: without punctuation around it and without capitals that mean nothing.

    Phones begin every field with a capital, so one at the start is no sign of a name.
    """
    text = unicodedata.normalize("NFC", entry.translate(_INVISIBLE))
    words = " ".join(text.split()).strip(_AROUND).split(" ")
    if len(words) > 1 and text.isupper():
        words = [word.lower() for word in words]
    titled = all(word[:1].isupper() for word in words)
    return " ".join(_cased(word, plain=titled or not at) for at, word in enumerate(words))


def _cased(word: str, plain: bool) -> str:
    """`plain`: a capital at the start of this word means nothing."""
    if word.lower() in PLACES:
        return word.title()
    if word.isupper() and sum(map(str.isalpha, word)) > 1:
        return word if len(word) <= _LONGEST_ABBREVIATION else word.lower()
    if any(map(str.isupper, word[1:])):
        return word  # iPhone, HR-avdeling
    return word.lower() if plain else word


def _alphabetical(text: str) -> str:
    return text.casefold().translate(_LAST_LETTERS)
