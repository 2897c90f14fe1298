"""The document to take home: everything a leader group has made, as one paper.

What was adopted last is what it shows; a newer draft is only mentioned. A part that was never adopted is shown as
the draft it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from helu.activities.agreement_words import GRADES
from helu.content import library, method
from helu.documents import paper
from helu.domain import platform as shapes
from helu.domain.decisions import Decision
from helu.domain.platform import ELEMENTS, PARTS, Line, Part
from helu.errors import Misfit, sentence
from helu.i18n import LANGUAGES, _, day_of, speaking
from helu.services import commitments, decisions, platforms, taking_cards, wheel
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.services.taking_cards import Cards
from helu.store.platform_tables import Platform
from helu.store.rows import now
from helu.store.tables import Organisation

FORMATS = paper.FORMATS
MOST_DEADLINES = 10

Held = TypeVar("Held", bound=Part)


@dataclass(frozen=True)
class _Shown:
    """The version of a part that the paper shows."""

    content: Part
    state: paper.State


def file(db: Session, visitor: Visitor, platform_id: UUID, format: str, language: str) -> tuple[str, bytes]:  # noqa: A002
    """(a name for the file, the file), for everybody who may read the platform. Raises NotFound and Misfit."""
    return printed(db, platforms.for_visitor(db, visitor, platform_id), format, language)


def printed(db: Session, platform: Platform, format: str, language: str) -> tuple[str, bytes]:  # noqa: A002
    """The same for those who have been let in already, such as on the command line."""
    if format not in FORMATS:
        raise Misfit(sentence("Velg et av formatene {known}."), known=", ".join(FORMATS))
    if language not in LANGUAGES:
        raise Misfit(sentence("Språket må være ett av {languages}."), languages=", ".join(LANGUAGES))
    return f"lederplattform-{language}.{format}", paper.print_paper(assemble(db, platform, language), format)


def assemble(db: Session, platform: Platform, language: str) -> paper.Paper:
    """The paper as the platform stands now. The method's texts are in the language; the group's stay as written."""
    with speaking(language):
        return _Assembly(db, platform, language).whole()


class _Assembly:
    def __init__(self, db: Session, platform: Platform, language: str) -> None:
        self.db, self.platform, self.language = db, platform, language
        self.cards = Cards(db, platform)
        self.versions = {part: platforms.versions(db, platform, part) for part in PARTS}

    def whole(self) -> paper.Paper:
        made = decisions.of_platform(self.db, self.platform)
        parts = self.content("structure_culture", shapes.StructureCulture)
        return paper.Paper(
            organisation=self.db.get_one(Organisation, self.platform.organisation_id).name,
            group=platforms.name_of(self.db, self.platform),
            date=now().date(),
            language=self.language,
            version=_number(version for versions in self.versions.values() for version in versions),
            purpose=taking_cards.about(self.cards),
            poster=self.poster(),
            elements=self.elements(),
            matters=self.matters(),
            vision=self.content("values", shapes.Values).vision,
            values=self.values(),
            structure=self.texts(parts.structure),
            culture=self.texts(parts.culture),
            principles=self.texts(self.content("principles", shapes.Principles).lines),
            decisions=tuple(self.decision(each) for each in made),
            commitments=self.commitments(),
            launch=self.launch(),
            year=self.year(),
            next_steps=self.deadlines(),
            boards=self.cards.boards(),
            gatherings=tuple(each for each in self.cards.gatherings if each.steps),
        )

    def shown(self, part: str) -> _Shown:
        """What was adopted last, else the newest."""
        versions = self.versions[part]
        newest = versions[0] if versions else Version(part, 0, PARTS[part]())
        held = next((each for each in versions if each.locked), newest)
        status: paper.Status = next((each for each in paper.STATUSES if each == held.status and held.number), "")
        day = held.made_at.date() if held.made_at else None
        return _Shown(held.content, paper.State(status, held.number, day, newest.number if newest != held else 0))

    def content(self, part: str, shape: type[Held]) -> Held:
        content = self.shown(part).content
        assert isinstance(content, shape)
        return content

    def texts(self, lines: Iterable[Line]) -> tuple[paper.Text, ...]:
        return tuple(self.cards.text(line.text, line.sources) for line in lines if line.text)

    def poster(self) -> paper.Poster | None:
        found = self.shown("poster")
        assert isinstance(found.content, shapes.Poster)
        lines = self.texts(found.content.lines)
        if not lines:
            return None
        written = {line.id: line.text for line in found.content.lines}
        meanings = tuple(
            paper.Meaning(written.get(each.what, each.what), self.cards.text(each.text, each.sources))
            for each in found.content.meanings
            if each.text and written.get(each.what, each.what)
        )
        lead = library.method("formalsplakat")["template"]["sentence"][self.language]
        return paper.Poster(lead, lines, meanings, found.state)

    def elements(self) -> tuple[paper.Element, ...]:
        stands = {each.key: each for each in wheel.stands(self.db, self.platform, self.language)}
        return tuple(self.element(part, stands[part]) for part in ELEMENTS)

    def element(self, part: str, stand: wheel.Stand) -> paper.Element:
        asked, found = method.platform().element(part), self.shown(part)
        content = found.content
        assert isinstance(content, shapes.Element)
        asides = [(method.said(row, self.language), content.asides.get(row.id, "")) for row in asked.rows()]
        return paper.Element(
            title=stand.title,
            questions=tuple(method.said(each, self.language) for each in asked.questions),
            text=self.cards.text(content.text, content.sources),
            asides=tuple((title, text) for title, text in asides if text),
            mean=stand.status.mean if stand.status else None,
            answers=stand.status.answered if stand.status else 0,
            open_work=self.texts(stand.content.open_work),  # what remains is what remains now
            state=found.state,
        )

    def matters(self) -> tuple[paper.Matter, ...]:
        written = [line.id for line in self.content("poster", shapes.Poster).lines if line.text]
        numbers = {id_: at for at, id_ in enumerate(written, 1)}
        return tuple(
            paper.Matter(self.cards.text(each.text, each.sources), each.kind, each.balance, numbers.get(each.line))
            for each in self.content("matter_list", shapes.Matters).matters
            if each.text
        )

    def values(self) -> tuple[paper.Value, ...]:
        return tuple(
            paper.Value(self.cards.text(each.text, each.sources), self.texts(each.actions), self.texts(each.attitudes))
            for each in self.content("values", shapes.Values).values
            if each.text
        )

    def decision(self, of: Decision) -> paper.Decision:
        counts = {int(grade): count for grade, count in of.support.items() if grade.isdigit()}
        support = tuple((_(name), counts.get(at, 0)) for at, (name, _said) in enumerate(GRADES, 1)) if counts else ()
        return paper.Decision(
            text=self.cards.text(of.text, of.sources),
            outcome=of.outcome,
            date=of.decided_on,
            about=platforms.title_of(of.part) if platforms.is_part(of.part) else "",
            present=of.present,
            support=support,
            reservations=of.reservations,
        )

    def commitments(self) -> tuple[paper.Commitment, ...]:
        statuses: dict[str, paper.Pledge] = {each: each for each in paper.PLEDGES}
        return tuple(
            paper.Commitment(each.what, each.who, each.when, each.sign, statuses[each.status], each.note)
            for each in commitments.of_platform(self.db, self.platform)
        )

    def launch(self) -> tuple[paper.Announcement, ...]:
        return tuple(
            paper.Announcement(each.audience, self.cards.text(each.message, each.sources), each.who, each.when)
            for each in self.content("launch", shapes.Launch).audiences
            if each.message or each.who or each.when
        )

    def year(self) -> tuple[paper.YearEntry, ...]:
        return tuple(
            paper.YearEntry(each.title, each.month, each.day, each.kind, each.who, each.repeats)
            for each in self.content("year", shapes.Year).entries
            if each.title
        )

    def deadlines(self) -> tuple[str, ...]:
        """What was promised with a date that is still to come, the nearest first."""
        due = commitments.deadlines(self.db, self.platform)
        ahead = [(day, each.line) for day, each in due if day >= now().date()][:MOST_DEADLINES]
        return tuple(_("{date}: {text}", date=day_of(day), text=line) for day, line in ahead)


def _number(versions: Iterable[Version]) -> str:
    """«3.2»: adopted three times, and two versions written since. It never goes back."""
    found = list(versions)
    adopted = [each for each in found if each.locked]
    last = max((each.made_at for each in adopted if each.made_at), default=None)
    since = [each for each in found if last is None or (each.made_at and each.made_at > last)]
    return f"{len(adopted)}.{len(since)}" if found else ""
