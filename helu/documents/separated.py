"""CSV and plain text, in the encodings and with the separators that office programs use."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from helu.errors import Misfit, sentence

SEPARATORS = ("\t", ";", ",")
ENOUGH = 50  # rows to judge the separator by
MOST_ROWS = 20_001  # one more than is taken in, so that the limit shows

_WRONG = sentence("Filen bruker et tegnsett Helu ikke kjenner. Lagre den på nytt som «CSV UTF-8» eller .xlsx.")
_BINARY = sentence("Filen inneholder tegn som ikke er tekst. Lagre den på nytt som «CSV UTF-8» eller .xlsx.")
_ENDLESS = sentence("En celle er for lang. Se etter et hermetegn som ikke er avsluttet, og prøv igjen.")
# UTF-8 read as Windows-1252: the file mixes the two
_MIXED = re.compile("\u00c3[\u00a5\u00a6\u00b8\u2026\u2020\u02dc]")


def read_separated(file: bytes, most: int | None = MOST_ROWS) -> list[list[str]]:
    """The first `most` rows as texts, or all; a quoted cell may hold line breaks. Raises Misfit."""
    text = decode(file)
    separator = separator_in(text)
    try:
        return list(islice(_rows(text, separator), most))
    except csv.Error:
        raise Misfit(_ENDLESS) from None


def decode(file: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. Raises Misfit."""
    if file.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as(file, "utf-16")
    if b"\0" in file:
        raise Misfit(_BINARY)
    try:
        return file.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _as(file, "cp1252")
    if _MIXED.search(text):
        raise Misfit(_WRONG)
    return text


def separator_in(text: str) -> str:
    """The one that divides the headings into most columns.

    A comma is also a mark in a sentence, so it only counts when most rows agree with the headings
    on how many columns there are.
    """
    columns = {each: _columns(text, each) for each in SEPARATORS}
    best = max(SEPARATORS, key=lambda each: columns[each])
    return best if columns[best] > 1 else "\x1f"  # a character no text has: everything is one column


def _as(file: bytes, encoding: str) -> str:
    try:
        text = file.decode(encoding)
    except UnicodeDecodeError:
        raise Misfit(_WRONG) from None
    if "\0" in text:
        raise Misfit(_BINARY)
    return text


def _columns(text: str, separator: str) -> int:
    try:
        rows = [len(row) for row in islice(_rows(text, separator), ENOUGH) if row]
    except csv.Error:
        return 0
    if not rows:
        return 0
    headings, *others = rows
    agreeing = sum(each == headings for each in others)
    return headings if separator != "," or 2 * agreeing >= len(others) else 0


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator)
