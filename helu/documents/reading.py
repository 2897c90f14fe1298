"""Tables into the house: a spreadsheet with a question at the head of each column and answers below.

Excel, CSV and plain text, as Mentimeter, Forms and Excel itself write them. Everything that comes in
is measured before it is opened, so a small file cannot fill the memory.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import PurePath
from typing import Any
from zipfile import BadZipFile, ZipFile

from helu.documents.separated import read_separated
from helu.domain.text import clean, is_blank, one_line
from helu.errors import Misfit, sentence
from helu.i18n import _

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 50 * 1024 * 1024  # an XLSX is a zip, and a zip can hold a thousand times its own size
MOST_PARTS = 2000
MOST_COLUMNS, MOST_ROWS = 200, 20_000
LONGEST = 400  # characters on one card

EXCEL, TEXT = (".xlsx", ".xlsm"), (".csv", ".tsv", ".txt")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old .xls, and any Office file behind a password
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_LOCKED = sentence(
    "Filen er beskyttet med passord eller lagret i det gamle Excel-formatet .xls. "
    "Åpne den i Excel, ta bort passordet, lagre som .xlsx, og prøv igjen."
)
_BROKEN = sentence("Filen {name} er ødelagt. Åpne den i Excel, lagre den på nytt som .xlsx, og prøv igjen.")
_NO_SHEET = sentence("{name} er ikke et regneark. Velg en fil som er lagret som .xlsx, .csv eller .txt.")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Question:
    heading: str
    answers: list[str]  # cleaned, in the order of the file
    rows: list[int]  # which row each answer stands on, as the spreadsheet numbers them
    skipped: list[tuple[int, str]]  # (row, why), rows as the spreadsheet numbers them


@dataclass(frozen=True)
class Preview:
    sheets: list[str]  # empty for text files
    sheet: str  # the one that was read
    questions: list[Question]


@dataclass(frozen=True)
class _Book:
    sheets: list[str]
    rows: Callable[[str], Rows]


def preview(file: bytes, name: str, sheet: str | None = None, longest: int = LONGEST) -> Preview:
    """What the file holds. `sheet` is a name, or a number from 1; without it the first with answers.

    Answers of more than `longest` characters are skipped.

    Raises Misfit, whose sentence says what is wrong with the file and how to mend it.
    """
    book = _open(file, PurePath(name).name[:80])
    wanted = book.sheets if sheet is None else [_sheet(book, sheet)]
    problems: list[Misfit] = []
    for each in wanted or [""]:
        try:
            return Preview(book.sheets, each, _questions(book.rows(each), longest))
        except Misfit as problem:
            problems.append(problem)
    raise problems[0]


def read_table(file: bytes, name: str) -> Rows:
    """Every row of the first sheet that has any, with the empty ones between them. Raises Misfit."""
    book = _open(file, PurePath(name).name[:80])
    for sheet in book.sheets or [""]:
        rows = book.rows(sheet)
        if any(cell and not is_blank(cell) for row in rows for cell in row):
            return rows
    raise Misfit(sentence("Filen {name} er tom."), name=PurePath(name).name[:80])


def _open(file: bytes, name: str) -> _Book:
    if len(file) > MOST_BYTES:
        raise Misfit(sentence("Filen er for stor: høyst {most} MB. Del den i flere."), most=MOST_BYTES // 1024**2)
    if not file.strip():
        raise Misfit(sentence("Filen {name} er tom. Lagre svarene i den, og prøv igjen."), name=name)
    suffix = PurePath(name).suffix.lower()
    if file.startswith(_OLE) or suffix == ".xls":
        raise Misfit(_LOCKED)
    if file.startswith(_ZIP):
        return _workbook(file, name)
    if suffix in EXCEL:
        raise Misfit(_BROKEN, name=name)
    if suffix not in TEXT:
        raise Misfit(_NO_SHEET, name=name)
    return _Book([], lambda _sheet: read_separated(file))


def _sheet(book: _Book, wanted: str) -> str:
    if wanted in book.sheets or not book.sheets:
        return wanted if book.sheets else ""
    if wanted.isdecimal() and 1 <= int(wanted[:6]) <= len(book.sheets):
        return book.sheets[int(wanted) - 1]
    known = ", ".join(f"«{each}»" for each in book.sheets)
    raise Misfit(sentence("Fant ikke arket «{sheet}». Filen har disse: {known}."), sheet=wanted[:80], known=known)


def _workbook(file: bytes, name: str) -> _Book:
    _weigh(file, name)

    def rows(sheet: str) -> Rows:
        return _excel(file, name, lambda book: _read(book[sheet]))

    return _Book(_excel(file, name, lambda book: [each.title for each in book.worksheets]), rows)


def _weigh(file: bytes, name: str) -> None:
    """Refuse what is no workbook, is locked, or would unpack to too much."""
    try:
        parts = ZipFile(BytesIO(file)).infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        raise Misfit(_BROKEN, name=name) from None
    if any(part.flag_bits & 1 for part in parts):
        raise Misfit(_LOCKED)
    if not any(part.filename.startswith("xl/") for part in parts):
        raise Misfit(_NO_SHEET, name=name)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Misfit(sentence("Regnearket er for stort når det pakkes ut. Behold bare arket med svar, og prøv igjen."))


def _excel(file: bytes, name: str, look: Callable[[Any], Any]) -> Any:
    from openpyxl import load_workbook  # slow to import, and seldom needed

    try:
        book = load_workbook(BytesIO(file), read_only=True, data_only=True)
        try:
            return look(book)
        finally:
            book.close()
    except Misfit:
        raise
    except Exception:  # openpyxl raises whatever a broken part leads it to: KeyError, ParseError, zlib.error …
        raise Misfit(_BROKEN, name=name) from None


def _read(page: Any) -> Rows:
    """No further than the limits, whatever size the sheet says it has."""
    rows = page.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1, values_only=True)
    return [[_text(value) for value in row] if any(v is not None for v in row) else [] for row in rows]


def _text(value: Any) -> str:
    from openpyxl.utils.escape import unescape

    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(unescape(value)) if isinstance(value, str) else str(value)


def _questions(rows: Rows, longest: int) -> list[Question]:
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell and not is_blank(cell) for cell in row)]
    if not filled:
        raise Misfit(sentence("Arket er tomt. Velg et ark med svar."))
    width = max(_width(row) for _number, row in filled)
    if filled[-1][0] > MOST_ROWS or width > MOST_COLUMNS:
        too_much = sentence("Det er plass til {columns} kolonner og {rows} rader. Del regnearket i flere.")
        raise Misfit(too_much, columns=MOST_COLUMNS, rows=MOST_ROWS)
    (first, headings), *answers = filled
    if first != 1:
        raise Misfit(sentence("Første rad er tom. Skriv spørsmålene der, ett over hver kolonne med svar."))
    found = [_question(at, headings, answers, longest) for at in range(width)]
    kept = _told_apart([each for each in found if each is not None])
    if not any(each.answers or each.skipped for each in kept):
        raise Misfit(
            sentence("Det står ingen svar under overskriftene. Første rad er spørsmål, og svarene følger under.")
        )
    return kept


def _width(row: Sequence[str]) -> int:
    return max(at for at, cell in enumerate(row, 1) if cell and not is_blank(cell))


def _question(
    at: int, headings: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]], longest: int
) -> Question | None:
    """One column; None when there is nothing in it."""
    heading = one_line(headings[at]) if at < len(headings) else ""
    question = Question("" if is_blank(heading) else heading, [], [], [])
    for number, row in rows:
        text = clean(row[at]) if at < len(row) else ""
        if is_blank(text):
            continue
        if len(text) > longest:
            why = _(
                "Teksten har {length} tegn, og det er plass til {most} på et kort.",
                length=len(text),
                most=longest,
            )
            question.skipped.append((number, why))
        else:
            question.answers.append(text)
            question.rows.append(number)
    if not question.heading and not question.answers and not question.skipped:
        return None
    return question


def _told_apart(questions: list[Question]) -> list[Question]:
    """Every heading once, and none empty: the heading is what a column is chosen by."""
    taken: set[str] = set()
    named = []
    for at, each in enumerate(questions, 1):
        plain = each.heading or _("Spørsmål {number}", number=at)
        heading, number = plain, 1
        while heading in taken:
            number += 1
            heading = f"{plain} ({number})"
        taken.add(heading)
        named.append(Question(heading, each.answers, each.rows, each.skipped))
    return named
