"""Puls: a few questions by link, weeks after a gathering, answered without an account and shown over time.

A pulse is a small gathering of its own that nobody steers: it opens and closes by itself. Nobody reads
anything of it before it is closed, and never when fewer than its floor have answered (`results.withheld`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from helu.content import library
from helu.domain.follow_up import FLOOR, Round, Series
from helu.domain.follow_up import development as developed
from helu.domain.phase import Phase
from helu.domain.platform import new_id
from helu.domain.text import one_line
from helu.errors import Misfit, NotFound, sentence
from helu.i18n import ZONE, _, known, speaking
from helu.services import access, gatherings, platforms, results, running
from helu.services.access import Visitor
from helu.services.states import Keeper
from helu.store.database import reading, writing
from helu.store.platform_tables import Platform, Pulse
from helu.store.rows import now
from helu.store.tables import Activity, AgendaItem, Workshop

TEMPLATE = "pulse"
KEY = "pulse"  # of the one activity and its agenda item
FEWEST, MOST = 3, 5  # questions
MORNING, EVENING = time(8), time(20)
LONGEST = 200  # characters of a question


@dataclass(frozen=True)
class Question:
    id: str  # the same in every pulse that asks it, so that answers can be compared
    text: str


@dataclass(frozen=True)
class Listed:
    """One pulse as the desk and the command line see it."""

    pulse: Pulse
    workshop: Workshop
    answered: int

    @property
    def state(self) -> str:
        """waiting, open or closed."""
        return {Phase.LOBBY: "waiting", Phase.ENDED: "closed"}.get(Phase(self.workshop.phase), "open")


def standard(language: str) -> list[Question]:
    """The questions Helu suggests."""
    asked = library.method("pulse")["statements"]
    return [Question(each["id"], each["text"][known(language)]) for each in asked]


def asked_before(db: Session, platform: Platform) -> list[Question]:
    """Every question of the earlier pulses as it was last worded, for asking it again."""
    found: dict[str, Question] = {}
    for each in listed(db, platform):
        for statement in _activity(db, each.workshop.id).settings.get("statements", []):
            found.setdefault(statement["id"], Question(statement["id"], statement["text"]))
    return list(found.values())


def make(
    db: Session,
    visitor: Visitor,
    platform_id: UUID,
    questions: Sequence[Question],
    weeks: int = 6,
    days: int = 7,
    language: str = "nb",
    floor: int = FLOOR,
) -> Workshop:
    """A pulse that opens in so many weeks, in the morning, and at once when that is 0. Raises Misfit.

    A question with the id of an earlier one is the same question; one without an id gets its own.
    """
    platform = platforms.for_change(db, visitor, platform_id)
    asked = _checked(questions)
    if not (0 <= weeks <= 104 and 1 <= days <= 60 and FLOOR <= floor <= 100):
        raise Misfit(sentence("Velg 0 til 104 uker, 1 til 60 dager og minst {floor} svar."), floor=FLOOR)
    opens, closes = _between(now(), weeks, days)
    with speaking(language):
        workshop = _workshop(db, platform, known(language))
        _plan(db, workshop, asked, floor)
    db.add(Pulse(workshop_id=workshop.id, platform_id=platform.id, opens_at=opens, closes_at=closes, floor=floor))
    db.commit()
    tick(db)
    return workshop


def listed(db: Session, platform: Platform) -> list[Listed]:
    """The pulses of a group, the newest first."""
    rows = select(Pulse, Workshop).join(Workshop, col(Workshop.id) == col(Pulse.workshop_id))
    rows = rows.where(Pulse.platform_id == platform.id, col(Workshop.removed_at).is_(None))
    return [_listed(db, *each) for each in db.exec(rows.order_by(col(Pulse.opens_at).desc())).all()]


def everywhere(db: Session) -> list[Listed]:
    """All pulses there are, for the command line."""
    rows = select(Pulse, Workshop).join(Workshop, col(Workshop.id) == col(Pulse.workshop_id))
    rows = rows.where(col(Workshop.removed_at).is_(None)).order_by(col(Pulse.opens_at).desc())
    return [_listed(db, *each) for each in db.exec(rows).all()]


def open_now(db: Session, visitor: Visitor, workshop_id: UUID) -> None:
    """Before its time. One that is closed stays closed: a single late answer could be told from the rest."""
    begin(db, _held(db, visitor, workshop_id))


def close_now(db: Session, visitor: Visitor, workshop_id: UUID) -> None:
    """For good, and the result can be seen when enough have answered."""
    finish(db, _held(db, visitor, workshop_id))


def begin(db: Session, pulse: Pulse) -> None:
    workshop = db.get_one(Workshop, pulse.workshop_id)
    if workshop.phase == Phase.ENDED:
        raise Misfit(sentence("Pulsen er stengt og kan ikke åpnes igjen. Lag en ny, så kan svarene sammenlignes."))
    if workshop.phase == Phase.LOBBY:
        pulse.opens_at = min(pulse.opens_at, now())
        db.add(pulse)
        running.open_activity(db, workshop, _activity(db, workshop.id).id)


def finish(db: Session, pulse: Pulse) -> None:
    workshop = db.get_one(Workshop, pulse.workshop_id)
    if workshop.phase != Phase.ENDED:
        pulse.closes_at = min(pulse.closes_at, now())
        db.add(pulse)
        running.end(db, workshop)
        platforms.tell(db, db.get_one(Platform, pulse.platform_id))


def tick(db: Session, at: datetime | None = None) -> int:
    """Open and close what is due; how many that was. Harmless to run twice."""
    due = _due(db, at or now())
    for pulse in due:
        if pulse.closes_at <= (at or now()):
            finish(db, pulse)
        else:
            begin(db, pulse)
    return len(due)


def tick_all() -> None:
    """The same for the server's own clock: writes nothing when nothing is due."""
    with reading() as db:
        if not _due(db, now()):
            return
    with writing() as db:
        tick(db)


def development(db: Session, platform: Platform) -> list[Series]:
    """Every closed pulse, statement by statement, with no figures where fewer than the floor have answered."""
    closed = [each for each in listed(db, platform) if each.state == "closed"]
    return developed([_round(db, each) for each in closed])


def _checked(questions: Sequence[Question]) -> list[Question]:
    asked = [Question(each.id or new_id(), one_line(each.text)) for each in questions if one_line(each.text)]
    if not FEWEST <= len(asked) <= MOST:
        raise Misfit(
            sentence("En puls har {fewest} til {most} spørsmål. Nå er det {count}."),
            fewest=FEWEST, most=MOST, count=len(asked),
        )  # fmt: skip
    if len({each.id for each in asked}) < len(asked) or len({each.text for each in asked}) < len(asked):
        raise Misfit(sentence("Det samme spørsmålet står to ganger. Ta bort det ene."))
    if any(len(each.text) > LONGEST for each in asked):
        raise Misfit(sentence("Et spørsmål har plass til {most} tegn. Kort det ned."), most=LONGEST)
    return asked


def _between(start: datetime, weeks: int, days: int) -> tuple[datetime, datetime]:
    """Opens on a morning and closes on an evening, by the clock of those who are to answer."""
    day = start.astimezone(ZONE).date() + timedelta(weeks=weeks)
    opens = datetime.combine(day, MORNING, ZONE) if weeks else start
    return opens, datetime.combine(day + timedelta(days=days), EVENING, ZONE)


def _workshop(db: Session, platform: Platform, language: str) -> Workshop:
    workshop = Workshop(
        organisation_id=platform.organisation_id,
        group_id=platform.group_id,
        title=_("Puls for {group}", group=platforms.name_of(db, platform))[:200],
        code=gatherings.free_code(db),
        template=TEMPLATE,
        language=language,
    )
    db.add(workshop)
    db.flush()
    return workshop


def _plan(db: Session, workshop: Workshop, asked: Sequence[Question], floor: int) -> None:
    item = AgendaItem(workshop_id=workshop.id, position=0, key=KEY, title=_("Puls"))
    db.add(item)
    db.flush()
    scale = library.method("pulse")["scale"]
    settings = {
        "statements": [{"id": each.id, "text": each.text} for each in asked],
        "low": scale["low"],
        "high": scale["high"],
        "anchors": {str(step): text[workshop.language] for step, text in scale["anchors"].items()},
        "skippable": False,
    }
    db.add(
        Activity(
            workshop_id=workshop.id,
            item_id=item.id,
            position=0,
            key=KEY,
            kind="scale",
            title=_("Hvordan går det med det vi ble enige om?"),
            hint=_("Det tar to minutter. Resultatet vises bare hvis minst {floor} har svart.", floor=floor),
            settings=settings,
            language=workshop.language,
        )
    )
    db.flush()


def _activity(db: Session, workshop_id: UUID) -> Activity:
    return db.exec(select(Activity).where(Activity.workshop_id == workshop_id, Activity.key == KEY)).one()


def _listed(db: Session, pulse: Pulse, workshop: Workshop) -> Listed:
    return Listed(pulse, workshop, results.count(db, _activity(db, workshop.id).id))


def _held(db: Session, visitor: Visitor, workshop_id: UUID) -> Pulse:
    pulse = access.pulse_of(db, workshop_id)
    if pulse is None:
        raise NotFound
    platforms.for_change(db, visitor, pulse.platform_id)
    return pulse


def _due(db: Session, at: datetime) -> list[Pulse]:
    rows = select(Pulse).join(Workshop, col(Workshop.id) == col(Pulse.workshop_id))
    waiting = (col(Workshop.phase) == Phase.LOBBY) & (col(Pulse.opens_at) <= at)
    over = (col(Workshop.phase) != Phase.ENDED) & (col(Pulse.closes_at) <= at)
    return list(db.exec(rows.where(waiting | over, col(Workshop.removed_at).is_(None))).all())


def _round(db: Session, each: Listed) -> Round:
    activity = _activity(db, each.workshop.id)
    settings: Mapping[str, Any] = activity.settings
    return Round(
        on=each.pulse.opens_at.astimezone(ZONE).date(),
        statements={one["id"]: one["text"] for one in settings["statements"]},
        answers=[given.values for given in results.answers_to(db, activity)],
        floor=each.pulse.floor,
        low=settings["low"],
        high=settings["high"],
    )


def _read(db: Session, activity: Activity) -> list[Series]:
    """What an activity that shows the development works on."""
    platform = platforms.known_of(db, db.get_one(Workshop, activity.workshop_id))
    return development(db, platform) if platform else []


KEEPER = Keeper(read=_read)
