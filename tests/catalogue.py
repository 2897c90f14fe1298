"""Every sentence that Helu can say, found in the code and the templates.

`python -m tests.catalogue` puts new sentences, empty, into the catalogues, and takes out the ones nobody says.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
KEYWORDS = {"_": None, "sentence": None}
FILES = (
    (("app.py", "helu/**/*.py", "pages/**/*.py"), "python"),
    (("pages/**/*.html",), "jinja2.ext:babel_extract"),
)


def spoken() -> dict[str, list[tuple[str, int]]]:
    """Sentence -> where it is said."""
    found: dict[str, list[tuple[str, int]]] = {}
    for place, line, sentence in _found():
        found.setdefault(sentence, []).append((place, line))
    return found


def _found() -> Iterator[tuple[str, int, str]]:
    for patterns, method in FILES:
        for pattern in patterns:
            for path in sorted(ROOT.glob(pattern)):
                with path.open("rb") as file:
                    for line, message, _comments, _context in extract(
                        method, file, KEYWORDS, options={"encoding": "utf-8"}
                    ):
                        if isinstance(message, str) and message:
                            yield str(path.relative_to(ROOT)), line, message


def catalogue_file(language: str) -> Path:
    return ROOT / "data" / "locales" / f"{language}.po"


def read(language: str) -> Catalog:
    file = catalogue_file(language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def refresh(language: str) -> int:
    """How many sentences still wait for their translation."""
    before = {str(each.id): each.string for each in read(language) if each.id}
    fresh = Catalog(locale=language, project="Helu", charset="utf-8", fuzzy=False)
    for sentence in spoken():
        fresh.add(sentence, before.get(sentence, ""))
    with catalogue_file(language).open("wb") as out:
        write_po(out, fresh, sort_output=True, omit_header=True, no_location=True, width=0)
    return sum(1 for each in fresh if each.id and not each.string)


if __name__ == "__main__":
    for code in ("nn", "en"):
        print(code, refresh(code), "to translate")  # noqa: T201
