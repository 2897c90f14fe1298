"""What to call a theme: a phrase of its own cards, as people wrote it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from helu.domain.norwegian_forms import ADJECTIVES
from helu.domain.text import one_line
from helu.domain.theme_kin import words_in
from helu.domain.theme_words import Marks, Reading, Word, key_of, weight
from helu.domain.words import heap, normalise

_LONGEST = 4  # words in a name
_FIRST_WORDS = 60  # of a card, to find a name among
_CHANCE = 0.25  # taken off for a word that no other card shares
_WORDY = 0.1  # taken off for each word after the first
_FAMILY = 0.4  # a word of the same family, as against the word itself
_WHOLE = 0.12  # given to a phrase that is all of a card or of one of its thoughts
_OFTEN = 0.5  # given by the share of cards that have the phrase itself
_WAITING = 0.4  # taken off for a phrase that stops before its noun
_NEAR = 0.25  # of what the most shared word is shared, for a word to be a reason too
_WAITING_ENDS = ("ige", "ende", "ande", "lege")
# Verbs that a name may begin with (dele erfaringer), but should not end with.
_VERBS = frozenset(
    map(
        normalise,
        words_in("""
sende sendt sendes sette satt settes legge lagt gjøre gjort ta tatt tar gi gitt gir få fått komme kommer kommet
være vært blir blitt bruke brukt brukes skape skapt skapes holde holdt bli kutte kuttet følge følges fulgt
starte startet slutte begynne bygge bygd lage laget vise vist sikre sikret styrke styrket øke økt redusere
redusert bedre forbedre forbedret utvikle utviklet utvikles oppleve opplever oppnå oppnår beholde beholdt tørre
tør trenge trenger trengs finne funnet finnes vite vet kjenne kjenner føle føler tenke tenkt mene mener ønske
ønsker søke søker stille stilt jobbe jobber skrive skrevet lese lest møte møtt hente hentet høste bringe brakt
heie prøve bidra bidrar delta deltar dele deles delt snakke ringe vente svare svart sees ses utøve utøves utøvd
etablere etablert sørge unngå slippe gå gått stå står ligge
"""),
    )
)
_JOINING = words_in("og av for i på til med fra frå mellom hos om ved en et ei ein eit den det de dei")


@dataclass(frozen=True)
class _Phrase:
    key: str
    text: str
    score: float


def support(readings: Sequence[Reading]) -> Marks:
    """How large a share of the cards each mark stands in, by its strength there; at most 1.0."""
    found: defaultdict[str, float] = defaultdict(float)
    for reading in readings:
        for mark, value in reading.marks.items():
            found[mark] += value
    return {mark: value / len(readings) for mark, value in found.items()}


def shared_words(reading: Reading, others: Marks) -> list[str]:
    """The words that make the card resemble the others, in the card's own form and order, at most four."""
    scored = [(_overlap(word.marks, others), word) for word in reading.words]
    strongest = max((score for score, _word in scored), default=0.0)
    near = sorted((pair for pair in scored if pair[0] > strongest * _NEAR), key=lambda pair: (-pair[0], pair[1].start))
    words = [reading.written(word) for _score, word in sorted(near[:4], key=lambda pair: pair[1].start)]
    return list({word.casefold(): word for word in reversed(words)}.values())[::-1]


def _overlap(marks: Marks, others: Marks) -> float:
    return max((min(value, others.get(mark, 0.0)) for mark, value in marks.items()), default=0.0)


def name_for(readings: Sequence[Reading], taken: Collection[str]) -> str:
    """The phrase that says most of what the cards share. `taken` are keys other themes use already."""
    common = _spread(readings)
    found: dict[str, _Phrase] = {}
    written: defaultdict[str, list[str]] = defaultdict(list)
    for reading in sorted(readings, key=lambda each: each.text):
        for phrase in _phrases(reading, common, len(readings)):
            written[phrase.key].append(phrase.text)
            if phrase.key not in found or found[phrase.key].score < phrase.score:
                found[phrase.key] = phrase
    best = min(
        (each for each in found.values() if key_of(each.text) not in taken),
        key=lambda each: (
            -round(each.score + _OFTEN * len(written[each.key]) / len(readings), 9),
            len(each.text),
            each.key,
        ),
        default=None,
    )
    return _as_most_wrote(written[best.key]) if best else _anything(readings, taken)


def _anything(readings: Sequence[Reading], taken: Collection[str]) -> str:
    """For cards without a word that says anything, such as «👍» or «slik er det»."""
    texts = sorted((one_line(reading.text) for reading in readings), key=lambda text: (len(text), text))
    return next((text for text in texts if key_of(text) not in taken), texts[0])


def _as_most_wrote(texts: Sequence[str]) -> str:
    shown = heap([[text] for text in texts])
    return min(shown, key=lambda each: (-each.count, len(each.text), each.text)).text if shown else min(texts)


def _spread(readings: Sequence[Reading]) -> Counter[str]:
    """How many cards each mark stands in."""
    return Counter(mark for reading in readings for mark in reading.marks)


def _phrases(reading: Reading, common: Counter[str], cards: int) -> list[_Phrase]:
    """Spans of a card that begin and end with words that say something, within one thought."""
    found = []
    starts = range(min(len(reading.words), _FIRST_WORDS))
    spans = (reading.words[at : at + length] for at in starts for length in range(1, _LONGEST + 1))
    for span in dict.fromkeys(spans):  # the last words have no longer ones
        if not _holds_together(reading, span):
            continue
        text = reading.text[span[0].start : span[-1].end]
        if len(text.split()) > _LONGEST:  # an idiom is several
            continue
        key = " ".join(word.stem for word in span if word.stem)
        found.append(_Phrase(key, text, _score(reading, span, common, cards)))
    return found


def _holds_together(reading: Reading, span: Sequence[Word]) -> bool:
    """A phrase of one thought, with nothing but blanks and small words between those that say something."""
    if not (span[0].stem and span[-1].marks and any(word.marks for word in span)):
        return False
    gaps = (reading.text[one.end : other.start] for one, other in zip(span, span[1:]))
    small = (reading.written(word).casefold() for word in span if not word.stem)
    return span[0].place == span[-1].place and not any(map(str.strip, gaps)) and all(word in _JOINING for word in small)


def _score(reading: Reading, span: Sequence[Word], common: Counter[str], cards: int) -> float:
    worth = [_worth(word, common, cards) for word in span if word.stem]
    by_chance = sum(_shared_by(word, common) < 2 for word in span if word.stem)
    score = sum(worth) - _CHANCE * by_chance - _WORDY * (len(reading.text[span[0].start : span[-1].end].split()) - 1)
    thought = [word for word in reading.words if word.place == span[0].place]
    whole = span[0] == thought[0] and span[-1] == thought[-1]
    return score + (_WHOLE if whole else 0.0) - (_WAITING if _waits(reading.written(span[-1])) else 0.0)


def _worth(word: Word, common: Counter[str], cards: int) -> float:
    """The share of the cards that have the word; less for its parts, its family and what is said of everything."""
    own = max(word.marks.values(), default=1.0)
    shares = (common[mark] * value / own * _by_kind(mark) for mark, value in word.marks.items())
    return max(shares, default=0.0) / cards


def _by_kind(mark: str) -> float:
    return weight(mark[2:]) if mark.startswith("r") else _FAMILY


def _shared_by(word: Word, common: Counter[str]) -> int:
    return max((common[mark] for mark in word.marks if mark.startswith("r")), default=0)


def _waits(written: str) -> bool:
    """«trygge» waits for its noun, and «agenda sendt» for the rest; «trygg» and «åpen» may stand alone."""
    plain = written.casefold()
    if normalise(plain) in _VERBS:
        return True
    return plain.endswith("e") and (normalise(plain) in ADJECTIVES or plain.endswith(_WAITING_ENDS))
