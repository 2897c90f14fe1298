"""Tables out of the house, as XLSX and as CSV. What people wrote is never run as a formula or a link."""

import re
from collections.abc import Iterable, Sequence
from csv import writer
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any

Cell = str | int | float | None

MOST_IN_NAME = 31  # UTF-16 units in the name of a sheet
NARROWEST, WIDEST = 8, 60  # characters; wider texts are wrapped
BOM = "\ufeff"  # without it Excel reads UTF-8 as Windows-1252

# Spreadsheets read a cell that begins like this as a formula, some of them in full width too.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]+")


@dataclass(frozen=True)
class Sheet:
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    about: Sequence[Sequence[Cell]] = ()  # lines above the headings


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with one sheet each. The same sheets give the same bytes."""
    from xlsxwriter import Workbook  # slow to import, and seldom needed

    file = BytesIO()
    # in_memory: answers that are erased later must not lie behind in a temporary file
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
    bold, plain = (book.add_format({"bold": strong, "text_wrap": True, "valign": "top"}) for strong in (True, False))
    for name, sheet in zip(sheet_names(each.title for each in sheets), sheets, strict=True):
        page = book.add_worksheet(name)
        _set_widths(page, sheet)
        lines = [*sheet.about, *([()] if sheet.about else []), sheet.headings, *sheet.rows]
        heading_at = len(lines) - len(sheet.rows) - 1
        page.freeze_panes(heading_at + 1, 0)
        for at, line in enumerate(lines):
            _write_line(page, at, line, bold if at == heading_at else plain)
    book.close()
    return file.getvalue()


def write_csv(sheet: Sheet) -> bytes:
    """UTF-8 with BOM, semicolons and CRLF: what Excel opens by a double click in Norway."""
    text = StringIO(newline="")
    lines = writer(text, delimiter=";", lineterminator="\r\n")
    for line in (*sheet.about, sheet.headings, *sheet.rows):
        lines.writerow(["" if cell is None else inert(cell) for cell in line])
    return (BOM + text.getvalue()).encode()


def inert(cell: Cell) -> Cell:
    """The cell with an apostrophe before whatever a spreadsheet could take for a formula."""
    if not isinstance(cell, str):
        return cell
    text = _NOT_XML.sub("", cell)
    return f"'{text}" if text.startswith(_ACTIVE) else text


def sheet_names(titles: Iterable[str]) -> list[str]:
    """The titles as Excel allows them: 31 units, no []:*?/\\, none twice whatever the case."""
    names: list[str] = []
    taken = {"history"}  # Excel keeps this one to itself
    for title in titles:
        plain = " ".join(_NOT_IN_NAME.sub(" ", title).split())
        name, number = _cut(plain), 1
        while not name or name.casefold() in taken:
            number += 1
            name = _cut(plain, f" {number}") if plain else f"Ark {number - 1}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _cut(title: str, ending: str = "") -> str:
    """Whole characters only: an emoji is two of Excel's units. No apostrophe at either end."""
    room = (MOST_IN_NAME - len(ending)) * 2
    kept = title.encode("utf-16-le")[:room].decode("utf-16-le", "ignore")
    return (kept.strip("' ") + ending).strip("' ")


def _set_widths(page: Any, sheet: Sheet) -> None:
    lines = (sheet.headings, *sheet.rows)
    for column in range(max(map(len, lines))):
        longest = max(len(str(line[column] or "")) for line in lines if column < len(line))
        page.set_column(column, column, min(max(longest + 2, NARROWEST), WIDEST))


def _write_line(page: Any, at: int, line: Sequence[Cell], format_: Any) -> None:
    for column, cell in enumerate(line):
        safe = inert(cell)
        if isinstance(safe, str) and safe:
            page.write_string(at, column, safe, format_)
        elif isinstance(safe, int | float):
            page.write_number(at, column, safe, format_)
