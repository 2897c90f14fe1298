"""The poster as a file or a picture, with what the organisation puts on it."""

from uuid import UUID

from sqlmodel import Session

from helu.documents import poster as documents
from helu.documents.poster_logo import checked
from helu.domain.platform import Poster
from helu.i18n import _, speaking
from helu.services import access
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.store.platform_tables import Logo, Platform
from helu.store.tables import Organisation

LONGEST_WORD, LONGEST_MEANING, MOST_WORDS = 60, 400, 40


def printed(db: Session, platform: Platform, version: Version, language: str) -> documents.Poster:
    """What the printers need, with the organisation's logo. Raises Misfit when there is nothing to print."""
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
            "logo": logo_of(db, platform.organisation_id),
        }
    )


def logo_of(db: Session, organisation_id: UUID) -> bytes | None:
    """A PNG, or None when the organisation has none."""
    row = db.get(Logo, organisation_id)
    return row.picture if row else None


def keep_logo(db: Session, visitor: Visitor, file: bytes) -> None:
    """For all posters of the organisation, in place of the one before. Raises Misfit when it is not a sane picture."""
    access.require_facilitator(visitor)
    db.merge(Logo(organisation_id=visitor.organisation_id, picture=checked(file)))
    db.commit()


def drop_logo(db: Session, visitor: Visitor) -> None:
    access.require_facilitator(visitor)
    if row := db.get(Logo, visitor.organisation_id):
        db.delete(row)
    db.commit()


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
