"""What words have in common beyond their form: derivation (trygg, trygghet) and compounds (leder|plattform).

The stems of `norwegian` keep derivations apart, because a word cloud must. Here they meet: «åpen» and
«åpenhet» belong to one theme. Roots are for comparing only.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from helu.domain.theme_kin import words_in

# Endings that make one word of another, tried in this order on a stem. What is left must be a word.
_DERIVED = [
    re.compile(pattern)
    for pattern in (
        r"(?<=\w{3})(?:itet|het)$",
        r"(?<=\w{3})(?:sfull|full|sløs|løs|smessig|messig|svis|vis)$",
        r"(?<=\w{4})(?:skap|dom)$",
        r"(?<=\w{4})(?:iser|asjon|isjon|sjon)(?:ing)?$",
        r"(?<=\w{4})er(?:ing|t)$",
        r"(?<=[^\Waeiouyæøå]{2})(?:ning|ing)$",
        r"(?<=\w{3}[^\Wn])(?:ning)$",
        r"(?<=\w{3})(?:ing|els|end)$",
        r"(?<=\w{4})(?:an[st]|en[st])$",
        r"(?<=\w{3}[^\Waeiouyæøåt])t$",
        r"(?<=\w{5})(?:lig|ig|isk|som)$",
        r"(?<=\w{5})(?:er|is)$",
        r"(?<=\w{3}[^\Waeiouyæøå])e$",
    )
]
# Words that have gone their own way from what they were made of, and some that only look derived.
_WHOLE = words_in("""
holdning stilling mening selskap egenskap budskap landskap kunnskap avdeling samling næring ordning retning
utdanning enhet helhet nyhet ting ring forbindels tilbakemelding plass kontakt senter pasient innhold prosent
student agent kontinent moment element dokument teater vinter lønning kurs regning sending ledning anledning
betingels størrels verdig ferdig effekt respekt aspekt konflikt aktivitet bransj dans balans sjans prosess
oppgav tillit vekst plikt innsikt utsikt hensikt oversikt
""")


def _families(text: str) -> dict[str, str]:
    """«root: stem stem; root: stem» as stem -> root."""
    entries = (entry.partition(":") for entry in text.replace("\n", " ").split(";") if entry.strip())
    return {stem: name.strip() for name, _colon, stems in entries for stem in [name.strip(), *stems.split()]}


# Derived with a change of sound, or from a word too short to take apart by rule.
_ODD = _families("""
led: leder ledels lederskap lede; del: dele deling delt; åpen: åpn; helhet: helhetlig helhetlighet; enhet: enhetlig
; trives: trivsel triv; forstå: forståels forstår forstod forståelig; delta: deltak deltakels deltaker deltar deltok
; beslutning: beslutt beslut; kommunikasjon: kommunis kommunikativ; konklusjon: konklud konkluder; fri: frihet
; forberedels: forbered forberedt forberedd; tilrettelegg: tilrettelagt tilretteleg tilrettelegging
; planlegg: planlagt planlegging plan; avtal: avtalt avtale; bygg: bygning bygging; vedta: vedtak vedtatt vedtok
; lær: læring lærer opplær opplæring; ny: nyhet; ærlig: ærlighet; vurder: vurdering; tenk: tenking tanke tanker
; valg: velg valgt valgmulighet; ansett: ansatt ansettels; kjenn: kjennskap kjent; følg: oppfølg oppfølging følges fulgt
; avgjør: avgjørels; støtt: støttend; syk: sykdom; helse: helsemessig; stolt: stolthet; klok: klokskap
; lojal: lojalitet; mobil: mobiltelefon; evaluer: evaluering evalu; funger: fungerend
; gjennomfør: gjennomføring; ansvar: ansvarlig ansvarlighet; økonomi: økonomisk; politikk: politisk politiker
; strategi: strategisk; energi: energisk; pedagog: pedagogikk pedagogisk; teknologi: teknologisk
; praksis: praktisk; kritikk: kritisk; psykisk: psykolog psykologisk; fysisk: fysikk; sosial: sosialt
; klima: klimatisk; respekt: respekter respektfull; mangfold: mangfoldig; tål: tålmodig tålmodighet
; modig: modighet; språk: språklig; dag: daglig; mennesk: menneskelig; medvirk: medvirkning
; innovasjon: innovativ innover; kreativ: kreativitet; tørr: tør torde turt våg; sett: ser sedd
""")


@lru_cache(maxsize=8192)
def root(stem: str) -> str:
    """The part of a stem that words derived from each other share."""
    if stem in _ODD:
        return _ODD[stem]
    if stem in _WHOLE:
        return stem
    for ending in _DERIVED:
        shorter = ending.sub("", stem)
        if shorter != stem:
            return _ODD.get(shorter) or (shorter if shorter in _WHOLE else _again(shorter))
    return _plain(stem)


def _again(stem: str) -> str:
    """«samhandlingsløs» has two endings; more than two are rare enough to leave."""
    for ending in _DERIVED:
        shorter = ending.sub("", stem)
        if shorter != stem and len(shorter) >= 4:
            return _ODD.get(shorter) or _plain(shorter)
    return _plain(stem)


def _plain(root: str) -> str:
    """Long words are often written with one consonant too few or too many: plattform, platform."""
    return re.sub(r"([^\Waeiouyæøå])\1", r"\1", root) if len(root) > 5 else root


# Also first parts, but of one word: «medarbeider» is not a compound of «med».
_PREFIXES = words_in("""
med sam mot for be ut opp på til ved av inn over under om mis an gjen fram etter mellom fore tilbake videre
hoved ned bi er ens sær
""")
_LINK = re.compile(r"[se]$")
_LONGEST = 50  # letters; what is longer is no word
_SHORTEST = 4  # shorter last parts are endings more often than words
_SHORT_WORDS = words_in("lag fag mål rom råd syn tid liv hus lov vei tur tal språk dag bok mat sak dør rus år by uke")


class Compounds:
    """Takes compounds apart by the words it knows."""

    def __init__(self, stems: Iterable[str]) -> None:
        known = sorted(stem for stem in stems if len(stem) > 2 and stem.isalpha())
        # As the tail of a compound a stem may have lost the -e it keeps alone: dialogmøt(e).
        self._known = {stem[:-1]: stem for stem in known if stem.endswith("e") and len(stem) > 4}
        self._known |= {stem: stem for stem in known}

    def parts(self, stem: str) -> list[str]:
        """The known parts of a compound, last part first; [] for a word that is none."""
        for start in range(3, min(len(stem), _LONGEST) - 2):
            last = stem[start:]
            if not self._is_word(last, _SHORTEST) or stem[:start] in _PREFIXES:
                continue
            first = self._first(stem[:start])
            if first:
                return [self._known[last], *first]
            if len(last) > _SHORTEST and re.search("[aeiouyæøå]", stem[:start]):
                return [self._known[last]]
        return []

    def _first(self, written: str) -> list[str]:
        """The words before the last one, with the letter that links them taken off."""
        for word in dict.fromkeys((written, _LINK.sub("", written))):
            if self._is_word(word, 3):
                return [self._known[word]]
            inner = self.parts(word) if len(word) > 7 else []
            if len(inner) > 1:
                return inner
        return []

    def _is_word(self, word: str, shortest: int) -> bool:
        return word in self._known and (len(word) >= shortest or word in _SHORT_WORDS)
