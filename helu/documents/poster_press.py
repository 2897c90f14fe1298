"""Typst sets the poster. Everything it may read is handed to it; what people wrote goes in as JSON strings."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

import typst

from helu.documents.poster_logo import measures
from helu.errors import Misfit, sentence
from helu.i18n import _, day_of, speaking
from helu.settings import DATA

if TYPE_CHECKING:
    from helu.documents.poster import Poster

HOME = DATA / "poster"
METHOD = DATA / "method" / "formalsplakat.yaml"
MILLIMETRES = {"A4": (210, 297), "A3": (297, 420)}
SMALLEST = {"A4": 14, "A3": 20}  # pt: what can be read from a step away
SCREEN = 1920  # pixels across

Files = Any  # name -> bytes, the one of them called "main" is set; typst's own annotations leave this way out
_UNDRAWABLE = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)


@dataclass(frozen=True)
class Sheet:
    """A poster on a paper, ready to be set. All choices are known to exist."""

    poster: "Poster"
    paper: str
    orientation: str
    design: str
    explain: bool

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height."""
        short, long = MILLIMETRES[self.paper]
        return (short, long) if self.orientation == "portrait" else (long, short)

    def pdf(self) -> bytes:
        files = self._files("poster")
        made: bytes = _set(lambda: typst.compile(files, format="pdf", pdf_standards=["ua-1"], font_paths=_fonts()))
        return made

    def pages(self) -> int:
        self.pdf()
        return int(self._asked("<pages>", self._files("poster")))

    def png(self) -> bytes:
        self.pdf()  # only this finds out that a character has no picture
        return self._picture(self._files("poster", explain=False))

    def backdrop(self) -> bytes:
        """The drawing without the text, as PNG like `png`."""
        return self._picture(self._files("backdrop", air=self.plan["air"]))

    @cached_property
    def plan(self) -> dict[str, Any]:
        """Where typst put what: `boxes` with x, y, w, h and text size in pt; colours as #rrggbb; the set texts."""
        self.pdf()
        found: dict[str, Any] = self._asked("<plan>", self._files("poster", explain=False))
        return found

    def _asked(self, label: str, files: Files) -> Any:
        """The value that a template left under the label."""
        return json.loads(_set(lambda: typst.query(files, label, field="value", one=True, font_paths=_fonts())))

    def _picture(self, files: Files) -> bytes:
        from PIL import Image

        ppi = SCREEN / (self.millimetres[0] / 25.4)
        made = _set(lambda: typst.compile(files, format="png", ppi=ppi, font_paths=_fonts()))
        with Image.open(BytesIO(made)) as image:
            out = BytesIO()
            image.convert("RGB").save(out, "PNG", compress_level=4)
        return out.getvalue()

    def _files(self, main: str, explain: bool | None = None, air: float = 1) -> Files:
        wide, high = self.millimetres
        given = {
            **_printed(self.poster, self.explain if explain is None else explain),
            "width": wide,
            "height": high,
            "smallest": SMALLEST[self.paper],
            "air": air,
        }
        files = {
            "main": (HOME / f"{main}.typ").read_bytes(),
            "fit.typ": (HOME / "fit.typ").read_bytes(),
            "words.typ": (HOME / "words.typ").read_bytes(),
            "design.typ": (HOME / "designs" / f"{self.design}.typ").read_bytes(),
            "method.yaml": METHOD.read_bytes(),
            "poster.json": json.dumps(given).encode(),
        }
        if self.poster.logo:
            files["logo.svg"] = _wrapped(self.poster.logo)
        return files


def designs() -> list[str]:
    return sorted(file.stem for file in (HOME / "designs").glob("*.typ"))


@cache
def _fonts() -> typst.Fonts:
    """Ours and typst's own, never the machine's: a poster looks the same wherever it is made."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(HOME / "fonts")])


def _printed(poster: "Poster", explain: bool) -> dict[str, Any]:
    """The poster as the templates read it. What Helu adds is said in the poster's language, not the reader's."""
    day = poster.date
    with speaking(poster.language):
        foot = [day_of(day)] if day else []
        foot += [_("Versjon {version}", version=poster.version)] if poster.version else []
        meaning = _("Hva ordene betyr for oss")
        logo = {"alt": _("Logoen til {name}", name=poster.organisation)} if poster.logo else None
    if logo and poster.logo:
        width, height = measures(poster.logo)
        logo["aspect"] = width / height  # type: ignore[assignment]
    return {
        "organisation": poster.organisation,
        "language": poster.language,
        "lines": poster.lines,
        "longest": max(len(word) for line in poster.lines for word in line.split()),
        "lead": poster.lead,
        "date": [day.year, day.month, day.day] if day else None,
        "foot": foot,
        "words": list(poster.words.items()) if explain else [],
        "meaning": meaning,
        "logo": logo,
    }


def _wrapped(png: bytes) -> bytes:
    """The logo as a text file, which is all that can be handed to typst in memory."""
    width, height = measures(png)
    size = f'width="{width}" height="{height}"'
    picture = f'<image {size} href="data:image/png;base64,{b64encode(png).decode()}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{picture}</svg>'.encode()


def _set(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except typst.TypstError as error:
        if found := _UNDRAWABLE.search(error.message):
            raise Misfit(
                sentence("Skriften på plakaten mangler tegnet «{text}». Skriv det på en annen måte."), text=found[1]
            ) from None
        if "too much text" in error.message:
            raise Misfit(
                sentence("Teksten får ikke plass på én side med lesbar skrift. Kort ned de lengste linjene.")
            ) from None
        raise
