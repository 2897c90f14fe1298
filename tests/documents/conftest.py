"""A poster as a group would write it, and ways to look into the files it becomes."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from helu.documents.poster import Poster, poster_from

LINES = (
    "gi retning og skape trygghet i endring",
    "bruke tid på det som betyr mest for innbyggerne",
    "utvikle hverandre gjennom åpenhet, mot og ærlige tilbakemeldinger",
)
WORDS = {"Åpenhet": "Vi sier det vi mener, også når det er vanskelig.", "Mot": "Vi tar opp det vanskelige tidlig."}


def a_poster(**changed: Any) -> Poster:
    plain = {"organisation": "Fjell kommune", "lines": LINES, "date": "2026-11-21", "version": 3}
    return poster_from(plain | changed)


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def text_of(pdf: bytes, page: int = 0) -> str:
    return opened(pdf).pages[page].extract_text()


def sizes_in(pdf: bytes, page: int = 0) -> set[float]:
    return read(opened(pdf).pages[page])[1]


def read(page: PageObject) -> tuple[str, set[float]]:
    """The text, and every size, in pt, that it is really drawn with: the font's size times what the page scales it by."""
    found = set()

    def look(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if text.strip():
            found.add(round(abs(size * tm[3] * cm[3]), 2))

    return page.extract_text(visitor_text=look), found


def as_image(file: bytes) -> Image.Image:
    image = Image.open(BytesIO(file))
    image.load()
    return image


def picture(width: int, height: int, kind: str = "PNG", mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.new(mode, (width, height), "#336655" if mode != "RGBA" else (0, 60, 40, 128)).save(out, kind)
    return out.getvalue()


@pytest.fixture
def poster() -> Poster:
    return a_poster()
