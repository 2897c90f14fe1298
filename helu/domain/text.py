"""Text that people typed: made safe to store, never changed in meaning."""

import re
import unicodedata

_BLANKS = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r"\n{3,}")
# Directional overrides can make a text read as another; joiners and marks within words are left alone.
_OVERRIDES = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))


def clean(text: str) -> str:
    """The text without control characters, lone surrogates, direction overrides and stray blanks; NFC."""
    text = text.encode("utf-8", "ignore").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in text.translate(_OVERRIDES) if c == "\n" or c == "\t" or unicodedata.category(c) != "Cc")
    lines = [_BLANKS.sub(" ", line).strip() for line in kept.split("\n")]
    return unicodedata.normalize("NFC", _LINES.sub("\n\n", "\n".join(lines))).strip()


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    """True when nothing of it can be seen: blanks, joiners and other invisible characters only."""
    return all(unicodedata.category(c) in {"Zs", "Cf", "Cc", "Zl", "Zp"} for c in text)
