"""Rounding as people are taught it, and as spreadsheets and browsers do it: a half goes up, away from nothing.

Means of four behaviours end on a quarter so often that one figure would else be 6,2 on one screen and 6,3 on another.
"""

from decimal import ROUND_HALF_UP, Decimal

NOISE = 9  # decimals; what differs further out is left from the reckoning


def rounded(value: float, decimals: int = 1) -> float:
    """6.25 -> 6.3 and -0.25 -> -0.3."""
    exact = Decimal(repr(round(value, NOISE)))
    return float(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)) + 0.0  # never -0.0
