"""The group's own report, put together from what the group may see, for whoever may see it."""

from uuid import UUID

from sqlmodel import Session

from helu.content.balance import balance_model
from helu.content.balance_words import balance_words, in_language
from helu.content.feedback_words import feedback_words
from helu.content.group_speech import behind, day_called, disclaimer, said_of_group, spread_word
from helu.documents import group_report
from helu.documents.calendar import today
from helu.documents.group_report import GroupReport, Point
from helu.domain.orientations import around
from helu.errors import Misfit, NotFound, sentence
from helu.i18n import LANGUAGES, ZONE, speaking
from helu.services import group_rounds
from helu.services.access import Visitor
from helu.services.group_rounds import Picture
from helu.services.profile_report import balance_of, composites_of, group_of
from helu.store.tables import Group

FORMATS = group_report.FORMATS


def file(db: Session, visitor: Visitor, group_id: UUID, round_id: UUID, format: str, language: str) -> bytes:  # noqa: A002
    """One of FORMATS. Raises NotFound when there is nothing that this visitor may see."""
    if format not in FORMATS:
        raise Misfit(sentence("Velg et av formatene {known}."), known=", ".join(FORMATS))
    if language not in LANGUAGES:
        raise Misfit(sentence("Språket må være ett av {languages}."), languages=", ".join(LANGUAGES))
    return group_report.print_group(assemble(db, visitor, group_id, round_id, language), format)


def assemble(db: Session, visitor: Visitor, group_id: UUID, round_id: UUID, language: str) -> GroupReport:
    """The round with those before it. Raises NotFound."""
    pictures = group_rounds.pictures(db, visitor, group_id)
    group = db.get(Group, group_id)
    shown = next((each for each in pictures if each.round_id == round_id), None)
    if group is None or shown is None:
        raise NotFound
    with speaking(language):
        return _report(group, visitor.organisation, [each for each in pictures if each.on <= shown.on], language)


def _report(group: Group, organisation: str, pictures: list[Picture], language: str) -> GroupReport:
    """Of the last picture, in the language that is spoken."""
    shown, earlier = pictures[-1], pictures[-2] if len(pictures) > 1 else None
    dialogue = feedback_words().dialogue
    groups = tuple(group_of(each, shown.current, shown.wanted, language) for each in around(balance_model()))
    before = (earlier.current, day_called(earlier.on)) if earlier else (None, "")
    return GroupReport(
        group=group.name,
        organisation=organisation,
        title=shown.title,
        language=language,
        made=today(),
        on=shown.on.astimezone(ZONE).date(),
        people=shown.people,
        low=balance_model().low,
        high=balance_model().high,
        disclaimer=disclaimer(),
        behind=behind(shown.people),
        attribution=in_language(balance_words().attribution, language),
        groups=groups,
        spread=tuple(
            spread_word(shown.spread.get(each.id, "")) for of in around(balance_model()) for each in of.behaviours
        ),
        balance=balance_of(shown.current, shown.wanted),
        composites=composites_of(shown.current, shown.wanted, language),
        said=tuple((h, tuple(lines)) for h, lines in said_of_group(shown.current, shown.wanted, shown.spread, *before)),
        moved=tuple(_points(pictures, each.id) for each in around(balance_model())) if earlier else (),
        dialogue=tuple(in_language(each, language) for each in (dialogue.title, *dialogue.questions)),
        rule=in_language(dialogue.ground_rule, language),
    )


def _points(pictures: list[Picture], id_: str) -> tuple[Point, ...]:
    return tuple(
        Point(day_called(each.on), each.current.dimensions[id_], each.wanted.dimensions[id_]) for each in pictures
    )
