"""The poster as a file or a picture, with what the organisation puts on it."""

from sqlmodel import Session

from helu.documents import poster as documents
from helu.domain.platform import Poster
from helu.i18n import _, speaking
from helu.services.platforms import Version
from helu.store.platform_tables import Platform
from helu.store.tables import Organisation

LONGEST_WORD, LONGEST_MEANING, MOST_WORDS = 60, 400, 40


def printed(
    db: Session, platform: Platform, version: Version, language: str, logo: bytes | None = None
) -> documents.Poster:
    """What the printers need. Raises Misfit when there is nothing to print."""
    content = version.content
    assert isinstance(content, Poster)
    return documents.poster_from(
        {
            "organisation": db.get_one(Organisation, platform.organisation_id).name[:100],
            "language": language,
            "lines": tuple(line.text for line in content.lines if line.text),
            "words": _words(content, language),
            "date": version.made_at.date() if version.locked and version.made_at else None,
            "version": str(version.number),
            "logo": logo,
        }
    )


def draw(
    poster: documents.Poster, paper: str, orientation: str, design: str, kind: str, explain: bool = False
) -> bytes:
    return documents.draw(poster, paper, orientation, design, kind, explain)


def designs() -> list[str]:
    return documents.designs()


def _words(content: Poster, language: str) -> dict[str, str]:
    """What is explained, in the order it was written; a line goes by its number."""
    with speaking(language):
        written = [line for line in content.lines if line.text]
        numbers = {line.id: _("Linje {number}", number=at) for at, line in enumerate(written, 1)}
    gone = {line.id for line in content.lines} - set(numbers)
    said = [each for each in content.meanings if each.text.strip() and each.what not in gone]
    return {numbers.get(each.what, each.what)[:LONGEST_WORD]: each.text[:LONGEST_MEANING] for each in said[:MOST_WORDS]}
