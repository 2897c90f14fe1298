"""Samlinger: make one from a template, find it again, and give it a place in the organisation."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, func, select

from helu.content import library
from helu.content.plan import Plan, PlannedActivity, plan
from helu.content.template import Template
from helu.domain.codes import new_code
from helu.domain.text import one_line
from helu.errors import Misfit, NotFound, sentence
from helu.i18n import _, known, speaking
from helu.services import access, commitments
from helu.services.access import Visitor
from helu.store.tables import Activity, AgendaItem, Group, Organisation, OwnTemplate, Participant, Workshop

FOLLOW_UP = "follow_up"


@dataclass(frozen=True)
class Listed:
    """One gathering in the list on the desk."""

    workshop: Workshop
    activities: int
    joined: int
    group: str


def templates_for(db: Session, organisation_id: UUID) -> dict[str, Template]:
    """Those that come with Helu, and those that the organisation has uploaded."""
    own = db.exec(select(OwnTemplate).where(OwnTemplate.organisation_id == organisation_id)).all()
    return library.templates() | {each.name: library.read_template(each.text) for each in own}


def upload_template(db: Session, visitor: Visitor, file: bytes) -> Template:
    """Keep a template file for the organisation; a newer one with the same id replaces it. Raises Misfit."""
    access.require_facilitator(visitor)
    template = library.read_template(file)
    if template.id in library.templates():
        raise Misfit(
            sentence("Malen kan ikke hete «{name}»: det navnet bruker Helu selv. Velg en annen id."), name=template.id
        )
    mine = select(OwnTemplate).where(OwnTemplate.organisation_id == visitor.organisation_id)
    row = db.exec(mine.where(OwnTemplate.name == template.id)).one_or_none()
    row = row or OwnTemplate(organisation_id=visitor.organisation_id, name=template.id, text="")
    row.text = file.decode("utf-8-sig")
    db.add(row)
    db.commit()
    return template


def own_templates(db: Session, visitor: Visitor) -> dict[str, str]:
    """The organisation's own: name -> the file as it came."""
    access.require_facilitator(visitor)
    own = select(OwnTemplate).where(OwnTemplate.organisation_id == visitor.organisation_id)
    return {each.name: each.text for each in db.exec(own).all()}


def remove_template(db: Session, visitor: Visitor, name: str) -> None:
    access.require_facilitator(visitor)
    mine = select(OwnTemplate).where(OwnTemplate.organisation_id == visitor.organisation_id, OwnTemplate.name == name)
    for row in db.exec(mine).all():
        db.delete(row)
    db.commit()


def make(
    db: Session,
    organisation: Organisation,
    template: str,
    language: str = "nb",
    title: str = "",
    group: UUID | None = None,
) -> tuple[Workshop, list[str]]:
    """A new gathering, and the titles that had to fall back to another language. Raises NotFound, Misfit."""
    found = templates_for(db, organisation.id).get(template)
    if found is None:
        raise NotFound(sentence("Det finnes ingen mal som heter «{name}»."), name=template)
    if group and (row := db.get(Group, group)) and row.organisation_id != organisation.id:
        raise NotFound
    made = plan(found, known(language), organisation.name)
    workshop = Workshop(
        organisation_id=organisation.id,
        group_id=group,
        title=(one_line(title) or made.title)[:200],
        code=free_code(db),
        template=template,
        language=made.language,
    )
    db.add(workshop)
    db.flush()
    _fill(db, workshop, made)
    _open_with_last_time(db, workshop)
    db.commit()
    return workshop, made.missing


def make_for(
    db: Session, visitor: Visitor, template: str, language: str, title: str = "", group: UUID | None = None
) -> tuple[Workshop, list[str]]:
    access.require_facilitator(visitor)
    return make(db, db.get_one(Organisation, visitor.organisation_id), template, language, title, group)


def listed(db: Session, organisation_id: UUID) -> list[Listed]:
    """All gatherings of an organisation, the newest first. A pulse is none."""
    rows = select(Workshop, Group.name).join(Group, isouter=True).where(Workshop.organisation_id == organisation_id)
    rows = rows.where(col(Workshop.removed_at).is_(None), access.no_pulse())
    activities = _per_workshop(db, Activity)
    joined = _per_workshop(db, Participant)
    return [
        Listed(workshop, activities.get(workshop.id, 0), joined.get(workshop.id, 0), group or "")
        for workshop, group in db.exec(rows.order_by(col(Workshop.created_at).desc())).all()
    ]


def listed_for(db: Session, visitor: Visitor) -> list[Listed]:
    access.require_facilitator(visitor)
    return listed(db, visitor.organisation_id)


def items_in(db: Session, workshop_id: UUID) -> list[AgendaItem]:
    planned = select(AgendaItem).where(AgendaItem.workshop_id == workshop_id)
    return list(db.exec(planned.order_by(col(AgendaItem.position))).all())


def groups_in(db: Session, visitor: Visitor) -> list[Group]:
    mine = select(Group).where(Group.organisation_id == visitor.organisation_id)
    return list(db.exec(mine.order_by(col(Group.name))).all())


def _fill(db: Session, workshop: Workshop, made: Plan) -> None:
    position = 0
    for at, planned in enumerate(made.items):
        item = AgendaItem(
            workshop_id=workshop.id,
            position=at,
            key=planned.key,
            kind=planned.kind,
            title=planned.title[:200],
            subtitle=(planned.subtitle or "")[:400],
            start=planned.start or "",
            minutes=planned.minutes,
        )
        db.add(item)
        db.flush()
        for activity in planned.activities:
            db.add(_activity(workshop, item, position, activity))
            position += 1


def _open_with_last_time(db: Session, workshop: Workshop) -> None:
    """A group that has promised something before begins with how it went, unless the plan already does."""
    planned = list(db.exec(select(Activity).where(Activity.workshop_id == workshop.id)).all())
    items = items_in(db, workshop.id)
    if not items or any(each.kind == FOLLOW_UP for each in planned) or not commitments.earlier(db, workshop):
        return
    for each in planned:
        each.position += 1
        db.add(each)
    with speaking(workshop.language):
        title = _("Hvordan gikk det med det vi avtalte sist?")
        hint = _("Finn det du forpliktet deg til, og si hvordan det går. Har du flere, svarer du én gang for hver.")
    db.add(
        Activity(
            workshop_id=workshop.id,
            item_id=items[0].id,
            position=0,
            key=FOLLOW_UP,
            kind=FOLLOW_UP,
            title=title,
            hint=hint,
            language=workshop.language,
            live=True,
            minutes=10,
        )
    )


def _activity(workshop: Workshop, item: AgendaItem, position: int, planned: PlannedActivity) -> Activity:
    return Activity(
        workshop_id=workshop.id,
        item_id=item.id,
        position=position,
        key=planned.key,
        kind=planned.kind,
        title=planned.title[:400],
        hint=(planned.hint or "")[:1000],
        script=(planned.script or "")[:4000],
        settings=planned.settings,
        language=planned.language,
        anonymous=planned.anonymous,
        live=planned.live,
        answers_each=planned.answers_each,
        minutes=planned.minutes,
        groups=planned.groups,
    )


def free_code(db: Session) -> str:
    """A code nobody has; with 2.6e10 of them the second try is already a rarity."""
    while True:
        code = new_code()
        if db.exec(select(Workshop.id).where(Workshop.code == code)).first() is None:
            return code


def _per_workshop(db: Session, table: type[Activity] | type[Participant]) -> dict[UUID, int]:
    return dict(db.exec(select(table.workshop_id, func.count()).group_by(col(table.workshop_id))).all())
