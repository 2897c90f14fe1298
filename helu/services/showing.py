"""What a gathering shows right now, read once per move instead of once per phone."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID
from zlib import crc32

from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.activities.base import Kind
from helu.activities.fields import Choice, Field, Option, Text
from helu.domain.codes import read_code
from helu.domain.phase import Phase
from helu.errors import NotFound, UnknownCode, sentence
from helu.i18n import _, speaking
from helu.services import states
from helu.store.database import reading
from helu.store.platform_tables import Pulse
from helu.store.tables import Activity, AgendaItem, Workshop

NAME, GROUP = "name", "group"  # fields that Helu itself adds; no kind may use them
KEPT = 500  # gatherings remembered at the same time


@dataclass(frozen=True)
class Showing:
    """One gathering at one version. Never changed; a move makes a new one."""

    workshop_id: UUID
    code: str
    title: str
    language: str
    version: int
    phase: Phase
    round: int
    timer_ends_at: datetime | None
    timer_left: int | None
    activity: Activity | None  # read-only
    kind: Kind | None
    settings: Any
    fields: tuple[Field, ...]  # what the phones ask for, name and group included; empty unless open
    agenda_now: AgendaItem | None
    agenda_next: AgendaItem | None
    pulse: Pulse | None = None  # when the gathering is one; read-only

    @property
    def is_open(self) -> bool:
        return self.activity is not None and self.phase == Phase.OPEN

    @property
    def shows_answers(self) -> bool:
        """Whether the wall may show what was answered."""
        if self.activity is None or self.kind is None:
            return False
        live = self.is_open and self.activity.live
        return self.phase == Phase.SHOWN or live or self.kind.always_shown or not self.asks

    @cached_property
    def asked(self) -> str:
        """What phones are asked, in a word: it may change between moves where something is worked on together."""
        return f"{crc32(repr(self.fields).encode()):x}" if self.kind and self.kind.keeps else ""

    @property
    def asks(self) -> bool:
        return self.activity is not None and asks(self.activity)


_codes: dict[str, UUID] = {}
_remembered: dict[UUID, Showing] = {}
_epoch = [0]  # goes up whenever something is forgotten


def by_code(code: str) -> Showing:
    """Raises UnknownCode. Reads the database only after a move."""
    known = _codes.get(code)
    found = _remembered.get(known) if known else None
    return found or _find(code)


def remembered(code: str) -> Showing | None:
    """The same without ever touching the database, for use on the event loop."""
    known = _codes.get(code)
    return _remembered.get(known) if known else None


def remembered_id(workshop_id: UUID) -> Showing | None:
    return _remembered.get(workshop_id)


def current(workshop_id: UUID) -> Showing:
    """Raises NotFound when the gathering was erased."""
    found = _remembered.get(workshop_id)
    if found:
        return found
    epoch = _epoch[0]
    with reading() as db:
        workshop = db.get(Workshop, workshop_id)
        if workshop is None or workshop.removed_at:
            forget(workshop_id)
            raise NotFound
        return _remember(db, workshop, epoch)


def forget(workshop_id: UUID) -> None:
    _epoch[0] += 1
    _remembered.pop(workshop_id, None)


def forget_what_is_kept(workshop_id: UUID) -> None:
    """A board or a poster may have changed elsewhere, and with it what phones are asked."""
    known = _remembered.get(workshop_id)
    if known and known.kind and known.kind.keeps:
        forget(workshop_id)


def versions() -> dict[UUID, int]:
    return {each.workshop_id: each.version for each in list(_remembered.values())}


def _find(code: str) -> Showing:
    epoch = _epoch[0]
    with reading() as db:
        workshop = db.exec(select(Workshop).where(Workshop.code == read_code(code))).one_or_none()
        if workshop is None or workshop.removed_at:
            _codes.pop(code, None)
            raise UnknownCode(code=code[:40])
        return _remember(db, workshop, epoch)


def _remember(db: Session, workshop: Workshop, epoch: int) -> Showing:
    """Not remembered when a move was made while it was read: it may be from before."""
    showing = read(db, workshop)
    if epoch != _epoch[0]:
        return showing
    if len(_remembered) >= KEPT:
        _remembered.pop(next(iter(_remembered)), None)
    _codes[workshop.code] = workshop.id
    _remembered[workshop.id] = showing
    return showing


def read(db: Session, workshop: Workshop) -> Showing:
    activity = db.get(Activity, workshop.current_activity_id) if workshop.current_activity_id else None
    here, after = _agenda(db, workshop, activity)
    return replace(of(workshop, activity, here, after, db), pulse=db.get(Pulse, workshop.id))


def of(
    workshop: Workshop,
    activity: Activity | None,
    here: AgendaItem | None = None,
    after: AgendaItem | None = None,
    db: Session | None = None,
) -> Showing:
    """Without `db` an activity that works on something more than its answers is drawn with its example."""
    kind = ACTIVITIES.get(activity.kind) if activity else None
    settings = settings_of(activity, db) if activity else None
    is_open = activity is not None and workshop.phase == Phase.OPEN
    return Showing(
        workshop_id=workshop.id,
        code=workshop.code,
        title=workshop.title,
        language=workshop.language,
        version=workshop.version,
        phase=Phase(workshop.phase),
        round=workshop.round,
        timer_ends_at=workshop.timer_ends_at,
        timer_left=workshop.timer_left,
        activity=activity,
        kind=kind,
        settings=settings,
        fields=tuple(fields_of(activity, db)) if activity and is_open else (),
        agenda_now=here,
        agenda_next=after,
    )


def settings_of(activity: Activity, db: Session | None = None) -> Any:
    """What was decided about the activity, with its material, and what it works on as it is at this moment."""
    kind = ACTIVITIES[activity.kind]
    state = None
    if kind.keeps and db is not None:
        state = states.read(db, activity)
    elif kind.keeps:
        with reading() as look:
            state = states.read(look, activity)
    return kind.settings_of(activity.settings, activity.material, state)


def fields_of(activity: Activity, db: Session | None = None) -> list[Field]:
    """The kind's own fields, after the group and the name when the activity asks for them."""
    kind = ACTIVITIES[activity.kind]
    fields = kind.fields(settings_of(activity, db))
    if fields and not activity.anonymous:
        fields = [Text(name=NAME, label=sentence("Navnet ditt"), max_length=80, lines=1), *fields]
    if fields and activity.groups:
        fields = [
            Choice(name=GROUP, label=sentence("Hvilken gruppe svarer du for?"), options=groups_of(activity)),
            *fields,
        ]
    return fields


def asks(activity: Activity) -> bool:
    """Whether phones have something to fill in."""
    return bool(ACTIVITIES[activity.kind].fields(settings_of(activity)))


def groups_of(activity: Activity) -> list[Option]:
    with speaking(activity.language):
        return [
            Option(value=f"g{number}", label=_("Gruppe {number}", number=number))
            for number in range(1, activity.groups + 1)
        ]


def _agenda(db: Session, workshop: Workshop, activity: Activity | None) -> tuple[AgendaItem | None, AgendaItem | None]:
    """The agenda item the gathering is in, and the one after."""
    planned = select(AgendaItem).where(AgendaItem.workshop_id == workshop.id)
    items = db.exec(planned.order_by(col(AgendaItem.position))).all()
    if workshop.phase == Phase.ENDED or not items:
        return None, None
    if activity is None:
        return None, items[0]
    at = next((at for at, item in enumerate(items) if item.id == activity.item_id), None)
    if at is None:
        return None, None
    return items[at], items[at + 1] if at + 1 < len(items) else None
