"""A list of people as it is copied from a spreadsheet or from an address field: who is meant on each line."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helu.domain.emails import name_in, read_email
from helu.domain.text import one_line

LONGEST_NAME = 120
ABOVE = 6  # lines with a title or a date that may stand above the headings in a spreadsheet
_EMAIL = frozenset({"e-post", "epost", "e-postadresse", "epostadresse", "email", "e-mail", "mail", "e-mail address"})
_NAME = frozenset({"navn", "namn", "name", "fullt navn", "full name", "leder", "leiar", "deltaker", "deltakar"})
_FIRST = frozenset({"fornavn", "førenamn", "first name", "firstname", "given name"})
_LAST = frozenset({"etternavn", "etternamn", "last name", "lastname", "surname"})
_SEPARATORS = ("\t", ";", ",")
_NUMBER = re.compile(r"[\d\s.+()/-]+")  # a number in the list, or a telephone's
_OUTLOOK = re.compile(r"([^<>]*)<([^<>]*)>")  # Navn <e-post>, one after another


@dataclass(frozen=True)
class Entry:
    """One person. `text` is what stands in the list, so that it can be put back to be mended."""

    line: int  # from 1
    text: str
    name: str
    email: str  # empty when there is none on the line
    typed: str = ""  # what stands where an address was expected, when it is none


@dataclass(frozen=True)
class Listed:
    heading: str  # the first line, when it says what the columns are; else empty
    entries: tuple[Entry, ...]


def read(text: str) -> Listed:
    """Every person in it, in order, with the number of the line. Blank lines are passed over."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if one_line(line)]
    at = _headings_at([line for _number, line in lines])
    heading = "" if at is None else lines[at][1]
    columns = [_called(cell) for cell in _cells(heading)] if heading else []
    below = lines if at is None else lines[at + 1 :]
    return Listed(heading, tuple(each for number, line in below for each in _entries(number, line, columns)))


def _headings_at(lines: Sequence[str]) -> int | None:
    """Where the columns are named: on the first line, or below a title, but above the first address."""
    for at, line in enumerate(lines[:ABOVE]):
        if "@" in line:
            return None
        if any(_called(cell) in _EMAIL for cell in _cells(line)):
            return at
    return None


def _called(cell: str) -> str:
    """A column's name, as it is known here: «E-postadresse (jobb):» and «Arbeids-e-post» are «e-post»."""
    name = one_line(cell).lower().partition("(")[0].strip(" :*")
    return "e-post" if re.search(r"\be-?post\b|\be-?mail\b", name) else name


def _entries(number: int, line: str, columns: Sequence[str]) -> Iterator[Entry]:
    if "<" in line and ">" in line:
        found = [(_name(before), inside) for before, inside in _OUTLOOK.findall(line)]
        rest = _OUTLOOK.sub("", line)
        found += [("", each) for each in re.split(r"[\s;,]+", rest) if "@" in each]
    else:
        found = list(_separated(_cells(line), columns))
    alone = len(found) == 1
    for name, typed in found:
        email = read_email(typed)
        text = line if alone else f"{name} <{one_line(typed)}>".strip()
        yield Entry(number, text, name or (name_in(email) if email else ""), email, "" if email else one_line(typed))


def _separated(cells: Sequence[str], columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(name, e-mail) of each person on the line: one, unless it holds nothing but addresses."""
    addresses = [each for each in cells if "@" in each]
    in_columns = _by_heading(cells, columns) if columns else ("", "")
    if columns and (in_columns[1] or not addresses):
        yield in_columns
        return
    names = [_name(each) for each in cells if "@" not in each]
    names = [each for each in names if each and not _NUMBER.fullmatch(each)]
    if len(addresses) > 1 and not names:
        yield from (_apart(each) for each in addresses)
        return
    name, email = _apart(addresses[0]) if addresses else ("", "")
    two = len(names) > 1 and all(" " not in each for each in names[:2])  # first name and surname, each in a cell
    yield name or " ".join(names[: 2 if two else 1]), email


def _by_heading(cells: Sequence[str], columns: Sequence[str]) -> tuple[str, str]:
    def cell(known: frozenset[str]) -> str:
        return next((text for column, text in zip(columns, cells, strict=False) if column in known), "")

    whole = _name(cell(_NAME)) or one_line(f"{cell(_FIRST)} {cell(_LAST)}")
    return whole[:LONGEST_NAME], cell(_EMAIL)


def _apart(cell: str) -> tuple[str, str]:
    """`Kari Nordmann kari@kommune.no`, in one cell."""
    words = one_line(cell).split()
    email = next((each for each in words if read_email(each)), "")
    if not email:
        return "", cell
    return _name(" ".join(each for each in words if each != email)), email


def _name(text: str) -> str:
    """Without quotation marks and separators; «Nordmann, Kari» the other way about."""
    name = one_line(text).strip(" ;,\"'")
    last, comma, first = name.partition(", ")
    return (f"{first} {last}" if comma and "," not in first else name)[:LONGEST_NAME]


def _cells(line: str) -> list[str]:
    separator = next((each for each in _SEPARATORS if each in line), "\t")
    try:
        cells = next(csv.reader([line], delimiter=separator, skipinitialspace=True))
    except csv.Error:
        cells = line.split(separator)
    return [each.strip(' "') for each in cells]
