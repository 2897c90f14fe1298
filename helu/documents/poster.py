"""The purpose poster, to hang on a wall: what stands on it, and drawing it as PDF, PNG or an editable slide."""

import json
from collections.abc import Mapping, Sequence
from datetime import date as Day
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from helu.documents.poster_logo import checked
from helu.documents.poster_mend import misfit
from helu.domain.text import is_blank, one_line
from helu.errors import Misfit, sentence

if TYPE_CHECKING:
    from helu.documents.poster_press import Sheet

PAPERS = ("A4", "A3")
ORIENTATIONS = ("portrait", "landscape")
FORMATS = ("pdf", "png", "pptx")

MOST_BYTES = 200_000  # of a poster file; the longest poster is a tenth of it

_NO_CHOICE = sentence("Fant ikke «{given}». Velg en av disse: {known}.")
_NOT_JSON = sentence("Filen er ikke gyldig JSON. Se på linje {line}, tegn {column}.")


def _tidy(given: Any) -> Any:
    return one_line(given) if isinstance(given, str) else given


def _visible(text: str) -> str:
    if is_blank(text):
        raise PydanticCustomError("blank", "blank")
    return text


def _numbered(given: Any) -> Any:
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else _tidy(given)


_Text = Annotated[str, BeforeValidator(_tidy), AfterValidator(_visible)]
Line = Annotated[_Text, Field(max_length=200)]
Word = Annotated[_Text, Field(max_length=60)]
Meaning = Annotated[_Text, Field(max_length=400)]


class Poster(BaseModel):
    """What stands on the poster. Texts are tidied to one line each and must show something.

    Raises ValidationError, and Misfit when `logo` cannot be used. `read_poster` says both as sentences.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    organisation: Annotated[_Text, Field(max_length=100)]
    language: Literal["nb", "nn", "en"] = "nb"
    lines: Annotated[tuple[Line, ...], Field(min_length=1, max_length=6)]
    words: Annotated[dict[Word, Meaning], Field(max_length=40)] = {}
    date: Day | None = None
    version: Annotated[_Text, BeforeValidator(_numbered), Field(max_length=12)] | None = None
    lead: Annotated[_Text, Field(max_length=300)] | None = None  # none: the method's sentence in the language
    logo: Annotated[bytes, AfterValidator(checked)] | None = None  # PNG or JPEG in, always PNG once it is here


def read_poster(file: bytes) -> Poster:
    """A poster from JSON: `organisation`, `lines`, and whatever else Poster has but `logo`.

    Raises Misfit, whose sentence names the place.
    """
    if len(file) > MOST_BYTES:
        raise Misfit(sentence("Filen er for stor. Kort den ned til høyst {most} kB."), most=MOST_BYTES // 1000)
    try:
        given = json.loads(file.decode("utf-8-sig"))
    except UnicodeError:
        raise Misfit(sentence("Filen er ikke lagret som UTF-8. Lagre den på nytt med tegnsettet UTF-8.")) from None
    except json.JSONDecodeError as error:
        raise Misfit(_NOT_JSON, line=error.lineno, column=error.colno) from None
    except (RecursionError, ValueError):  # brackets without end, or a number of thousands of digits
        raise Misfit(_NOT_JSON, line=1, column=1) from None
    return poster_from(given)


def poster_from(given: Any) -> Poster:
    """A poster from plain values, such as a form's. Raises Misfit, whose sentence names the place."""
    if not isinstance(given, Mapping):
        raise Misfit(sentence("Filen er ikke en plakat. Den skal ha «organisation» og «lines»."))
    try:
        return Poster.model_validate(given)
    except ValidationError as error:
        raise misfit(error) from None


def designs() -> list[str]:
    """The names to choose from."""
    from helu.documents import poster_press

    return poster_press.designs()


def draw(
    poster: Poster,
    paper: str = "A4",
    orientation: str = "portrait",
    design: str = "fjord",
    format: str = "pdf",  # noqa: A002
    explain: bool = False,
) -> bytes:
    """The poster as a file, on A4 or A3, portrait or landscape.

    `pdf`: PDF/UA-1 with embedded fonts, one page of exactly the paper's size; the text is as large as fits, never
    under 14 pt on A4 or 20 pt on A3. With `explain`, what the words mean follows on the next page, and on more
    pages when there is too much for one. `png`: the first page, 1920 pixels wide, RGB. `pptx`: one slide in the
    paper's size with text boxes to edit; with `explain`, the words stand in the speaker notes.

    Raises Misfit when a choice is unknown, when no font has one of the characters, and when text of
    uncommonly wide letters cannot be set that large on one page.
    """
    _require(format, FORMATS)
    sheet = _sheet(poster, paper, orientation, design, explain)
    if format == "pdf":
        return sheet.pdf()
    if format == "png":
        return sheet.png()
    from helu.documents.poster_slide import slide

    return slide(sheet)


def count_pages(
    poster: Poster, paper: str = "A4", orientation: str = "portrait", design: str = "fjord", explain: bool = False
) -> int:
    """How many pages `draw` makes of it as PDF. Raises as `draw` does."""
    return _sheet(poster, paper, orientation, design, explain).pages()


def _sheet(poster: Poster, paper: str, orientation: str, design: str, explain: bool) -> "Sheet":
    from helu.documents import poster_press  # typst takes a moment to import

    _require(paper, PAPERS)
    _require(orientation, ORIENTATIONS)
    _require(design, poster_press.designs())
    return poster_press.Sheet(poster, paper, orientation, design, explain)


def _require(given: str, known: Sequence[str]) -> None:
    if given not in known:
        raise Misfit(_NO_CHOICE, given=given, known=", ".join(known))
