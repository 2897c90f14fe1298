"""How a leader's report puts figures and days in words, in the language that is spoken where it is called."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from helu.domain.rounding import rounded
from helu.i18n import _, day_of, number_of

if TYPE_CHECKING:
    from helu.documents.profile_report import Composite, Figure

MISSING = "–"
DIGITS = 1  # of a step on the scale, in words and beside a spoke
EXACT = 2  # in tables, so that they can be reckoned again


def number(value: float | None, digits: int = DIGITS) -> str:
    """«4,3»; a dash where there is nothing."""
    if value is None:
        return MISSING
    return number_of(value, digits)


def gap(value: float | None, digits: int = DIGITS) -> str:
    """With its sign, whichever way: «+1,2», «−0,5» or «0,0»."""
    if value is None:
        return MISSING
    plain = number(abs(value), digits)
    near = rounded(value, digits)
    return f"+{plain}" if near > 0 else f"−{plain}" if near < 0 else plain


def all_three(of: "Figure", digits: int = DIGITS, between: int = DIGITS) -> list[str]:
    """Now, wanted and the gap between them, which has `between` digits."""
    return [number(of.now, digits), number(of.wanted, digits), gap(of.gap, between)]


def figures(of: "Figure") -> str:
    """«nå 3,0, ønsket 5,0, avstand +2,0»."""
    now, wanted, distance = all_three(of)
    return _("nå {now}, ønsket {wanted}, avstand {gap}", now=now, wanted=wanted, gap=distance)


def beside(of: "Figure") -> str:
    """The same beside a spoke: «3,0 → 5,0»."""
    return f"{number(of.now)} → {number(of.wanted)}"


def formula(of: "Composite") -> str:
    """«0,5 · Relasjon + 0,5 · Oppgave»."""
    return " + ".join(f"{number(weight)} · {name}" for name, weight in of.weights)


def days(of: Sequence[date], most: int = 12) -> str:
    """«12. jan. 2027, 19. jan. 2027 og 3 til»."""
    said = [day_of(each, "medium") for each in of[:most]]
    if len(of) > most:
        return _("{days} og {count} til", days=", ".join(said), count=len(of) - most)
    return ", ".join(said)


def alternative(figures_: Sequence["Figure"]) -> str:
    """A drawing in words, for those who cannot see it."""
    return "; ".join(f"{each.label}: {figures(each)}" for each in figures_) + "."
