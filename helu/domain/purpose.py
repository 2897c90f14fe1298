"""Advice on the lines of a purpose poster, and which of its words need to be explained. Nothing here forbids.

The demands are the method's (data/method/formalsplakat.yaml): a line begins with a verb, tells of an effect
and not of an activity, the poster is of value both to the organisation and to the members, and every word
means something. Verbs are known by their form; lists hold only what the form does not tell.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from helu.domain import purpose_words as known
from helu.domain.norwegian import fold, is_stop_word
from helu.domain.platform import Line, Meaning
from helu.domain.words import normalise

LineAdvice = Literal["no_verb", "activity"]
PosterAdvice = Literal["organisation", "members"]

_WORD = re.compile(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*")
_LEAD = re.compile(r"^(?:ved å|ved|by)\s+", re.IGNORECASE)
_A = {"å", "aa", "to"}
_LEAST = 3  # letters of a word that is worth a question
_KIN = 4  # letters that «åpen» and «åpenhet» share


@dataclass(frozen=True)
class Word:
    """A word of the poster that could be asked about."""

    id: str  # the same in every version and in both written languages
    text: str  # as it stands the first time


@dataclass(frozen=True)
class Span:
    """A stretch of a line; `id` is the word's, and empty for what lies between words."""

    text: str
    id: str = ""


def advise(line: str, language: str = "nb") -> list[LineAdvice]:
    """What could make this line better. Empty for a line that is empty."""
    words = _words(line)
    if not words:
        return []
    found: list[LineAdvice] = []
    if not starts_with_verb(line, language):
        found.append("no_verb")
    if _is_activity(line, words):
        found.append("activity")
    return found


def advise_all(lines: Iterable[str]) -> list[PosterAdvice]:
    """Whom the poster as a whole says nothing to. Empty for a poster without text."""
    said = [_folded(word) for line in lines for word in _words(line)]
    if not said:
        return []
    sides: tuple[tuple[PosterAdvice, tuple[str, ...]], ...] = (
        ("organisation", known.ORGANISATION),
        ("members", known.MEMBERS),
    )
    return [side for side, roots in sides if not any(word.startswith(roots) for word in said)]


def starts_with_verb(line: str, language: str = "nb") -> bool:
    words = [word.lower() for word in _words(line)]
    with_a = bool(words) and words[0] in _A
    while words and words[0] in _A:
        words.pop(0)
    if not words:
        return False
    if language == "en":
        return _is_english_verb(words[0]) or (with_a and not words[0].endswith(known.ENGLISH_WEIGHT))
    if with_a:
        return not _is_noun(words[0]) or words[0] in known.SHORT_VERBS
    while len(words) > 1 and words[0] in known.BEFORE_A_VERB:
        words.pop(0)
    return _is_verb(words[0])


def words_of(texts: Iterable[str], first: Sequence[str] = ()) -> list[Word]:
    """Words that say something, in the order of the text, each once however it is inflected."""
    found: dict[str, Word] = {}
    for word in [*first, *(word for text in texts for word in _words(text))]:
        if _says(word):
            found.setdefault(id_of(word), Word(id_of(word), word))
    return list(found.values())


def spans(text: str) -> list[Span]:
    """The whole text in pieces, so that its words can be marked."""
    found, at = [], 0
    for match in _WORD.finditer(text):
        if match.start() > at:
            found.append(Span(text[at : match.start()]))
        found.append(Span(match[0], id_of(match[0]) if _says(match[0]) else ""))
        at = match.end()
    return [*found, Span(text[at:])] if at < len(text) else found


def unexplained(lines: Sequence[Line], meanings: Iterable[Meaning], language: str = "nb") -> list[Word]:
    """Words with weight that nobody has said the meaning of. A line that is explained explains its words."""
    explained = {meaning.what for meaning in meanings if meaning.text.strip()}
    texts = [line.text for line in lines if line.id not in explained]
    stems = [_stem(what) for what in explained]
    weighty = [word for word in words_of(texts) if carries_weight(word.text, language)]
    return [word for word in weighty if not any(_same(_stem(word.text), stem) for stem in stems)]


def meaning_of(meanings: Iterable[Meaning]) -> Mapping[str, Meaning]:
    """A word's id or a line's id -> what is said of it."""
    found: dict[str, Meaning] = {}
    for meaning in meanings:
        if meaning.text.strip():
            found |= {meaning.what: meaning, id_of(meaning.what): meaning}
    return found


def carries_weight(word: str, language: str = "nb") -> bool:
    """Abstract words and words of praise: those that may mean anything until somebody says what."""
    stem = _stem(word)
    if stem in _WEIGHTLESS or len(word) < _LEAST:
        return False
    if language == "en" and word.lower().endswith(known.ENGLISH_WEIGHT):
        return True
    return stem in _WEIGHTY or stem.endswith(known.WEIGHTY_ENDINGS)


def _is_verb(word: str) -> bool:
    if word in known.SHORT_VERBS or word in known.IMPERATIVES:
        return True
    if word in known.NOT_VERBS or is_stop_word(word) or _is_noun(word):
        return False
    if word.endswith(known.ADJECTIVE_ENDINGS) and word not in known.NOT_ADJECTIVES:
        return False
    return len(word) >= _LEAST and word.endswith(("e", "a"))


def _is_noun(word: str) -> bool:
    return word.endswith((*known.NOUN_ENDINGS, *known.PEOPLE)) and word not in known.IMPERATIVES


def _is_english_verb(word: str) -> bool:
    gerund = word.endswith("ing") and len(word) > 4 and word not in known.NOT_GERUNDS
    return gerund or word in known.ENGLISH_VERBS


def _is_activity(line: str, words: Sequence[str]) -> bool:
    """Something the group does. Whoever also says what it leads to has named the effect."""
    lower = line.lower()
    if any(f" {each} " in f" {lower} " for each in known.EFFECTS if lower.find(each) > 3):
        return False
    said = [word.lower() for word in words if word.lower() not in _A | known.BEFORE_A_VERB]
    if not said:
        return False
    if said[0].startswith(known.ACTIVITY_VERBS):
        return True
    nouns = [word for word in said[1:4] if word.startswith(known.ACTIVITIES)]
    if said[0] in known.LIGHT_VERBS:
        return bool(nouns)
    return said[0].startswith(known.ACTIVITIES) and said[0] not in known.SHORT_VERBS


def _words(text: str) -> list[str]:
    return _WORD.findall(_LEAD.sub("", text.strip()))


def _folded(word: str) -> str:
    return fold(word.lower())


def _stem(word: str) -> str:
    return normalise(word)


def _says(word: str) -> bool:
    lower = word.lower()
    return len(word) >= _LEAST and not is_stop_word(lower) and lower not in known.ENGLISH_STOP


def id_of(word: str) -> str:
    """The same for all forms of a word."""
    return f"w{sha256(_stem(word).encode()).hexdigest()[:12]}"


def _same(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _KIN and (one.startswith(other) or other.startswith(one)))


_WEIGHTY = frozenset(map(_stem, known.WEIGHTY))
_WEIGHTLESS = frozenset(map(_stem, known.WEIGHTLESS))
