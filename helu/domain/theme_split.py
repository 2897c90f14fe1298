"""Dividing a card that holds several thoughts."""

import re

from helu.domain.text import clean, is_blank
from helu.domain.theme_kin import words_in
from helu.domain.words import tokens

# Ends that are no ends: abbreviations, numbers and ordinals.
_ABBREVIATION = re.compile(
    r"(?:\b(?:f\.?eks|bl\.?a|dvs|osv|mm|m\.m|ca|nr|kl|evt|jf|t\.?d|o\.?l|pga|mht|ift|inkl|el|ol)|\d|\b\w)$", re.I
)
_END = re.compile(r"[.!?…]+(?=\s+[^\Wa-zæøå]|\s*$)|\n+|;|(?:^|\s)[•·*▪](?=\s)")
_LIST = re.compile(r",\s+|\s[-–—]\s")
_QUOTES = re.compile(r"«[^»]*»|\"[^\"]*\"|\([^)]*\)")
# A part that begins so leans on the one before.
_LEANS = words_in("""
som at slik så for fordi hvis dersom når mens medan der da ikke ikkje men eller og også òg samt enn om hva hvor
hvordan hvem hvorfor sa sier seier kva kvar korleis kven kvifor dette det den de dei han hun noe noko altså spesielt særlig
særleg inkludert både blant bl f.eks f dvs heller bare berre med uten utan i på av til fra frå
""")
_SHORT = 3  # words; a list is of short items, or of parts that are long enough to stand alone
_ALONE = 2  # content words


def split(card: str) -> list[str]:
    """The thoughts of a card, in order; one when it holds one, none when it is blank.

    Sentences, semicolons, lines and bullets divide. Commas and dashes do only where every part could be
    a card of its own. Only blanks and the dividing marks are left out.
    """
    text = clean(card)
    if is_blank(text):
        return []
    return [thought for sentence in _divide(text, _END) for thought in _listed(sentence)] or [text]


def _divide(text: str, mark: re.Pattern[str]) -> list[str]:
    quoted = [found.span() for found in _QUOTES.finditer(text)]
    parts, start = [], 0
    for found in mark.finditer(text):
        inside = any(left < found.start() < right - 1 for left, right in quoted)
        if inside or (found[0] == "." and _ABBREVIATION.search(text[max(start, found.start() - 9) : found.start()])):
            continue
        parts.append(_tidy(text[start : found.start()] + found[0].strip(" \n;.•·*▪-–—,…")))
        start = found.end()
    return [part for part in [*parts, _tidy(text[start:])] if any(map(str.isalnum, part))]


def _listed(sentence: str) -> list[str]:
    parts = _divide(sentence, _LIST)
    return parts if len(parts) > 1 and _all_stand(parts) else [sentence]


def _all_stand(parts: list[str]) -> bool:
    if any(part.split()[0].casefold().strip('«"(') in _LEANS or not tokens(part) for part in parts):
        return False
    if any(part.endswith("?") for part in parts[1:]):
        return False  # «Åpenhet – hvordan forstår vi dette?» is one thought
    short = all(len(part.split()) <= _SHORT for part in parts)
    return short or all(len(tokens(part)) >= _ALONE for part in parts)


def _tidy(part: str) -> str:
    return part.strip(" \n\t-–—•·*▪,;").strip()
