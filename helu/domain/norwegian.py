"""What forms of a Norwegian word belong together: nynorsk folded into bokmål, and inflection taken off.

Inflection is taken off, derivation is not: «trygg» and «trygghet», «leder» and «ledelse» stay apart,
because they are different answers. A noun and a verb that share their root (samarbeid, samarbeide) meet.
Comparatives meet their positive (tydelig, tydeligere), suppletive ones (god, bedre) do not. The stems
are for comparing, not for showing. Lists and rules are our own, and need no library.
"""

import re

from helu.domain.norwegian_forms import (
    ADJECTIVES,
    AGENT_WORDS,
    AGENTS,
    NOT_AGENTS,
    PLACES,
    PROTECTED_TAILS,
    STOP_WORDS,
    TAILS,
    WHOLE_ONLY,
    WORDS,
)
from helu.domain.norwegian_nynorsk import ANYWHERE, SHORT, WHOLE

__all__ = ["PLACES", "STOP_WORDS", "fold", "is_stop_word", "stem"]

# Written without a Norwegian keyboard, or with an accent some leave out.
_LETTERS = str.maketrans("äöéèêëóòôõáàâíìîïúùûüñç", "æøeeeeooooaaaiiiiuuuunc")

_ENDING = "(?:e|en|et|a|ar|er|ane|ene|arane|arar|te|t)?"
_SHORT = re.compile(f"({'|'.join(sorted(SHORT, key=len, reverse=True))})(?={_ENDING}$)")
_ANYWHERE = re.compile("|".join(sorted(ANYWHERE, key=lambda root: (-len(root.strip("^")), root))))
_REPLACEMENT = {root.strip("^"): bokmaal for root, bokmaal in ANYWHERE.items()}

# Nynorsk and older bokmål by rule. The conditions keep out «lek» (barneleik) and doctors (fastlege).
_NOT_A_DOCTOR = "".join(f"(?<!{kind})" for kind in ("fast", "tann", "dyr", "skole", "bedrifts", "vakt", "over"))
_RULES = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\w\w)heit", "het"),
        (r"(?<=\w{3})(?<!e)leik(?=en|ane|ar|s|$)", "het"),
        (rf"(?<=\w{{2}}){_NOT_A_DOCTOR}leg(?=(e|t|are|ast|aste)?$)", "lig"),
        (r"(?<=\w{2})leg(?=het|gjør)", "lig"),
        (r"(?<=\w{3})sam(?=(e|t|are|het)?$)", "som"),
        (r"(?<=\w{2}[kg])j(?=(e|er|ing|inga|ingar|ingane)$)", ""),
        (r"(?<=\w{3})(?<!lang)(?<!ans)ande$", "ende"),
        (r"^frem(?!me|st|kall)", "fram"),
        (r"^sjuk", "syk"),
        (r"(?<=\w{2})tager", "taker"),
    )
]


def fold(word: str) -> str:
    """A word in lower case, with nynorsk spelled as bokmål; a word neither list nor rule knows is kept."""
    word = word.translate(_LETTERS)
    if word in WHOLE:
        return WHOLE[word]
    if _SHORT.match(word):
        word = _SHORT.sub(lambda found: SHORT[found[0]], word, count=1)
    word = _ANYWHERE.sub(lambda found: _REPLACEMENT[found[0]], word)
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word


def is_stop_word(word: str) -> bool:
    """Words that say nothing alone. Negations and amounts (ikke, uten, mer, for mye) do, and are not here."""
    return word in STOP_WORDS or fold(word) in STOP_WORDS


_AGENTS, _NOT_AGENTS, _PROTECTED = tuple(AGENTS), tuple(NOT_AGENTS), tuple(PROTECTED_TAILS)
_HEAD = r"(?:\w{3,}|[aeiouyæøå]\w+)"  # «uke» may lose its -e, «men» may not lose its -en
_EN_NOUNS = "(?:ing|sjon|skap|else|mun|grupp|skol)"  # others may end in -ens themselves: konsekvens
_STEPS = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"^(\w{{3,}}(?:ene|ane|[^t]et|inga|{_EN_NOUNS}en|(?:ing|sjon|else)er|erne))s$", r"\1"),
        (r"^(\w{3,})er(?:e|er|es|t|te|erne)$", r"\1"),
        (r"^(\w{2,}(?:ig|som))(?:st|ste|are|ast|aste)$", r"\1"),
        (r"^(\w*(?:iv|som|full|løs|sår|[inr]al|ojal|egal|eal|lokal|total|digital|mental))t$", r"\1"),
        (r"^(\w{2,}[nriu]el)t$", r"\1l"),
        (r"^(\w{3,}fri)(?:tt|e)$", r"\1"),
        (rf"^({_HEAD})(?:arane|arar|erne|ene|ane|en|et|a)$", r"\1"),
        (rf"^({_HEAD})(?:er|ar)$", r"\1"),
        (r"^(\w{3,}[^\Waeiouyæøås])es$", r"\1"),
        (rf"^({_HEAD})e$", r"\1"),
        (r"(?<=\w{2}m)m$", ""),
    )
]
# Words with these endings end there. The second are adjectives: sårbar, but not nynorsk jobb-ar.
_WHOLE_TO_HERE = [
    re.compile(r"^(\w{2,}het|\w{2,}itet)(?:en|a|er|ar|ene|ane|s|ens|enes)?$"),
    re.compile(r"^(\w{2,}[^\Wb]bar)(?:e|t|ere|est|este|are|ast|aste)?$"),
]
_AGENT = re.compile(r"^(\w{2,}?)[ea]r(?:en|ens|s|e|es|ne|nes|ar|ane|anes|ene)?$")


def stem(word: str) -> str:
    """The part that the forms of a folded word share."""
    for pattern in _WHOLE_TO_HERE:
        if found := pattern.match(word):
            return found[1]
    for pattern, replacement in _STEPS:
        known = _known(word)
        if known:
            return known
        word = pattern.sub(replacement, word)
    return _known(word) or word


def _known(word: str) -> str:
    """The stem of a word the lists know, or ""."""
    if word in WHOLE_ONLY or word.endswith(_PROTECTED):
        return word
    if word in WORDS:
        return WORDS[word]
    return _agent(word) or _adjective(word) or _compound(word)


def _agent(word: str) -> str:
    found = _AGENT.match(word)
    person = f"{found[1]}er" if found else ""
    if person.endswith(_NOT_AGENTS):
        return ""
    return person if person in AGENT_WORDS or person.endswith(_AGENTS) else ""


def _adjective(word: str) -> str:
    if word in ADJECTIVES:
        return ADJECTIVES[word]
    positive = ADJECTIVES.get(word[1:]) if word.startswith("u") else None
    return f"u{positive}" if positive else ""


def _compound(word: str) -> str:
    for start in range(max(len(word) - 3, 1)):
        if word[start:] in TAILS:
            return word[:start] + TAILS[word[start:]]
    return ""
