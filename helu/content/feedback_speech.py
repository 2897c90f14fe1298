"""Feedback from others in words: what others see, and where that differs from what the leader sees.

Factual and kind. Differences are told as differences, never as faults, and nobody is called right.
"""

from collections.abc import Mapping, Sequence

from helu.content.balance import balance_model
from helu.content.balance_words import in_language
from helu.content.feedback_words import feedback_words
from helu.content.profile_speech import figure, listed, named
from helu.domain.balance import Scores
from helu.domain.profile_words import gap, words
from helu.domain.release import CLOSE, OTHERS, SOME, WIDE
from helu.errors import sentence
from helu.i18n import _, language

APART = 1.0  # steps: figures in half steps that differ by less say little
MOST = 3  # behaviours in one sentence
_SEEN: Mapping[str, str] = {
    "strongest": sentence("De som har svart, ser mest {names} hos deg."),
    "even": sentence("De som har svart, ser omtrent like mye av de tre orienteringene hos deg."),
    "often": sentence("Dette ser de ofte hos deg: {names}."),
}
_SPREADS = {CLOSE: sentence("samlet"), SOME: sentence("noe ulikt"), WIDE: sentence("ulikt")}


def cell_called(cell: str) -> str:
    """A role, or those who are too few to stand for their own."""
    if cell == OTHERS:
        return _("Øvrige")
    return in_language(feedback_words().role(cell).label, language())


def roles_listed(roles: Sequence[str]) -> str:
    """«egen leder og kolleger», inside a sentence."""
    return listed([cell_called(each).lower() for each in roles])


def spread_called(spread: str) -> str:
    """How alike people answer; nothing where that is not known."""
    return _(_SPREADS[spread]) if spread in _SPREADS else ""


def compared(own: Scores | None, others: Scores) -> list[tuple[str, list[str]]]:
    """(heading, sentences): what others see most, then where they see the same, more and less than the leader."""
    found = [each for each in words(balance_model(), others) if each.sentence in _SEEN]
    parts = [
        (_("Det andre ser mest"), [_(_SEEN[each.sentence], names=listed([*map(named, each.about)])) for each in found])
    ]
    if own is not None:
        parts += _held_together(own, others)
    return [(heading, lines) for heading, lines in parts if lines]


def _held_together(own: Scores, others: Scores) -> list[tuple[str, list[str]]]:
    known = [
        (each.id, distance)
        for each in balance_model().behaviours()
        if (distance := gap(own.behaviours, others.behaviours, each.id)) is not None
    ]
    if not known:
        return []
    more = _widest([each for each in known if round(each[1], 9) >= APART])
    less = _widest([each for each in known if round(each[1], 9) <= -APART])
    alike = sum(abs(round(distance, 9)) < APART for _id, distance in known)
    agree = [_("For {count} av {known} atferder ser dere omtrent det samme.", count=alike, known=len(known))]
    return [
        (_("Der dere ser det likt"), agree if alike else []),
        (_("Der andre ser mer enn du gjør selv"), _told(more, own, others, _MORE) if more else []),
        (_("Der andre ser mindre enn du gjør selv"), _told(less, own, others, _LESS) if less else []),
    ]


_MORE = sentence("Det kan være noe du gjør så naturlig at du ikke legger merke til det selv.")
_LESS = sentence("Det kan være noe du gjør som ikke alltid er synlig for dem. Spør gjerne etter et eksempel.")


def _widest(found: Sequence[tuple[str, float]]) -> list[str]:
    return [id_ for id_, _distance in sorted(found, key=lambda each: -abs(round(each[1], 9)))[:MOST]]


def _told(ids: Sequence[str], own: Scores, others: Scores, thought: str) -> list[str]:
    each = [
        _(
            "{name} (du {own}, andre {others})",
            name=named(id_),
            own=figure(own.behaviours[id_]),
            others=figure(others.behaviours[id_]),
        )
        for id_ in ids
    ]
    return [f"{listed(each)}.", _(thought)]
