"""Take a gathering out, as a spreadsheet or as a file that can be read in again; and read one in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal
from uuid import uuid4

from pydantic import BaseModel
from sqlalchemy import insert
from sqlmodel import Session

from helu.activities import ACTIVITIES
from helu.documents.spreadsheet import Cell, Sheet, write_csv, write_xlsx
from helu.domain.codes import show_code
from helu.domain.given import Given
from helu.domain.text import one_line
from helu.errors import Misfit, NotFound, sentence
from helu.i18n import LANGUAGES, _, speaking
from helu.services import gatherings, results, running, seats, showing
from helu.services.answered import WHOLE, Answered, answered, key_of
from helu.services.gathering_file import (
    NOT_ANSWERED_SO,
    SCHEMA,
    ActivityInFile,
    AnswerInFile,
    GatheringInFile,
    ItemInFile,
    has_shape,
    read_file,
    unfit,
    write_file,
)
from helu.services.gathering_links import Inward, Outward
from helu.store.tables import Activity, AgendaItem, Answer, HiddenPiece, Organisation, Participant, Workshop

Format = Literal["xlsx", "csv", "json"]
Row = Mapping[str, Any]


def export(db: Session, workshop: Workshop, format: Format) -> bytes:
    """Everything that was asked and answered. Nothing in it says who wrote what was anonymous, or when."""
    held = db.get(Workshop, workshop.id)
    make = _FORMATS.get(format)
    if held is None:
        raise NotFound
    if make is None:
        raise Misfit(sentence("Velg et av formatene {known}."), known=", ".join(_FORMATS))
    with speaking(held.language):
        return make(db, held)


def import_json(db: Session, organisation: Organisation, data: bytes) -> Workshop:
    """A new gathering, with a code of its own, that holds what the file holds. Raises Misfit."""
    file = read_file(data)
    workshop = Workshop(
        organisation_id=organisation.id,
        title=file.title,
        code=gatherings.free_code(db),
        template=file.template,
        language=file.language,
    )
    with speaking(file.language):
        _check(file)
        db.add(workshop)
        db.flush()
        links = Inward()
        for at, item in enumerate(file.items):
            _bring_in(db, workshop, at, item, links)
        links.write(db)
    if file.numbers.joined:
        seated = [{"id": uuid4(), "workshop_id": workshop.id} for _seat in range(file.numbers.joined)]
        db.execute(insert(Participant), seated)
    db.commit()
    return workshop


def _as_json(db: Session, workshop: Workshop) -> bytes:
    planned = list(enumerate(running.activities_in(db, workshop.id), 1))
    told = {activity.id: answered(db, activity) for _number, activity in planned}
    links = Outward(planned, told)
    items = [
        item.model_dump(include=_same(ItemInFile))
        | {
            "activities": [
                _activity(n, each, told[each.id]) | {"material": links.material(each), "board": links.board(db, each)}
                for n, each in planned
                if each.item_id == item.id
            ]
        }
        for item in gatherings.items_in(db, workshop.id)
    ]
    joined, answers = seats.joined(db, workshop.id), sum(map(len, told.values()))
    return write_file(
        {
            "helu": "gathering",
            "schema": SCHEMA,
            "id": str(workshop.id),
            "created": workshop.created_at.isoformat(),
        }
        | workshop.model_dump(include={"code", "title", "language", "template"})
        | {"numbers": {"joined": joined, "answers": answers}, "items": items}
    )


def _activity(number: int, activity: Activity, told: Iterable[Answered]) -> dict[str, Any]:
    settings = ACTIVITIES[activity.kind].settings_of(activity.settings)  # as they were set, without material
    return (
        {"number": number}
        | activity.model_dump(include=_same(ActivityInFile))
        | {"settings": settings.model_dump(mode="json", exclude_unset=True)}
        | {"answers": [_answer(each) for each in told]}
    )


def _answer(each: Answered) -> dict[str, Any]:
    return {
        "values": dict(each.given.values),
        "label": each.given.label,
        "group": each.group,
        "by_hand": each.by_hand,
        "given_at": each.given_at.isoformat() if each.given_at else None,
        "hidden": [{"field": field, "place": place} for field, place in sorted(each.hidden)],
    }


def _same(model: type[BaseModel]) -> set[str]:
    """What the file and the table call by the same name."""
    return set(model.model_fields) - {"material"}


def _as_csv(db: Session, workshop: Workshop) -> bytes:
    first = [_("Nr."), _("Spørsmål"), _("Svar nr."), _("Navn eller gruppe")]
    headings = [*first, _("Kolonne"), _("Verdi"), _(_HIDDEN)]
    lines: list[list[Cell]] = []
    for number, activity in _asking(db, workshop):
        for answer_number, each in enumerate(answered(db, activity), 1):
            start: list[Cell] = [number, one_line(activity.title), answer_number, each.given.label]
            for row in _rows(db, activity, each):
                cells = ((column, _cell(value)) for column, value in row.items())
                lines += [[*start, c, v, _mark(each, {c: v})] for c, v in cells if v not in (None, "")]
    return write_csv(Sheet("", headings, lines))


def _as_xlsx(db: Session, workshop: Workshop) -> bytes:
    sheets = [_sheet(db, number, activity, answered(db, activity)) for number, activity in _asking(db, workshop)]
    return write_xlsx([_overview(db, workshop), *sheets])


def _overview(db: Session, workshop: Workshop) -> Sheet:
    about: list[tuple[Cell, Cell]] = [
        (_("Samling"), workshop.title),
        (_("Kode"), show_code(workshop.code)),
        (_("Dato"), workshop.created_at.date().isoformat()),
        (_("Språk"), LANGUAGES.get(workshop.language, workshop.language)),
        (_("Mal"), workshop.template),
        (_("Deltakere"), seats.joined(db, workshop.id)),
    ]
    planned = running.activities_in(db, workshop.id)
    rows = [_summary(db, number, activity) for number, activity in enumerate(planned, 1)]
    headings = [_("Nr."), _("Spørsmål"), _("Aktivitet"), _("Svar"), _("Oppsummert")]
    return Sheet(_("Oversikt"), headings, rows, about)


def _summary(db: Session, number: int, activity: Activity) -> list[Cell]:
    """Hidden answers are counted, but not quoted."""
    kind, settings = ACTIVITIES[activity.kind], showing.settings_of(activity, db)
    start: list[Cell] = [number, one_line(activity.title), _(kind.title)]
    if not kind.fields(settings):
        return [*start, None, kind.summarise(settings, []) if kind.private else None]
    said = kind.summarise(settings, results.answers_to(db, activity))
    return [*start, results.count(db, activity.id), said]


def _sheet(db: Session, number: int, activity: Activity, told: list[Answered]) -> Sheet:
    rows = [(at, each, row) for at, each in enumerate(told, 1) for row in _rows(db, activity, each)]
    columns = list(dict.fromkeys(column for _at, _each, row in rows for column in row))
    named = any(each.given.label for each in told)
    label = [_("Navn eller gruppe")] if named else []
    lines = [
        [at, *([each.given.label] if named else []), *(_cell(row.get(c)) for c in columns), _mark(each, row)]
        for at, each, row in rows
    ]
    title = f"{number}. {one_line(activity.title)}"
    return Sheet(title, [_("Svar nr."), *label, *columns, _(_HIDDEN)], lines, [(one_line(activity.title),)])


def _asking(db: Session, workshop: Workshop) -> Iterator[tuple[int, Activity]]:
    for number, activity in enumerate(running.activities_in(db, workshop.id), 1):
        if showing.asks(activity) or results.count(db, activity.id):  # a board may be all sorted by now
            yield number, activity


def _rows(db: Session, activity: Activity, each: Answered) -> list[dict[str, Any]]:
    kind = ACTIVITIES[activity.kind]
    return kind.export_rows(showing.settings_of(activity, db), each.given.values)


def _mark(each: Answered, row: Row) -> str:
    """Yes when all of the row is off the wall, the columns when some of it is."""
    filled = [column for column, value in row.items() if value not in (None, "")]
    gone = filled if each.wholly_hidden else [c for c in filled if str(row[c]) in each.hidden_texts]
    if not gone:
        return ""
    return _("ja") if len(gone) == len(filled) else ", ".join(gone)


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _check(file: GatheringInFile) -> None:
    """Every answer can be shown, and no anonymous one says whose it is."""
    for item_at, item in enumerate(file.items):
        for at, activity in enumerate(item.activities):
            for answer_at, answer in enumerate(activity.answers):
                _check_answer(("items", item_at, "activities", at, "answers", answer_at), activity, answer)


def _check_answer(place: tuple[Any, ...], activity: ActivityInFile, answer: AnswerInFile) -> None:
    if activity.anonymous and answer.given_at:
        raise unfit((*place, "given_at"), sentence("ta bort tidspunktet, for svaret er anonymt"))
    if activity.anonymous and answer.label and not activity.groups:
        raise unfit((*place, "label"), sentence("ta bort navnet, for svaret er anonymt"))
    if bool(answer.group) and not activity.groups:
        raise unfit((*place, "group"), sentence("ta bort gruppa, for aktiviteten har ikke grupper"))
    kind = ACTIVITIES[activity.kind]
    settings = kind.settings_of(activity.settings)
    fields = {field.name: field for field in kind.fields(settings)}
    if not all(name in fields and has_shape(fields[name].type, each) for name, each in answer.values.items()):
        raise unfit(place, NOT_ANSWERED_SO)
    given = Given(answer.values)
    try:  # showing it is the test: what a kind can draw and put in words does no harm on the wall
        kind.picture(settings, [given])
        kind.summarise(settings, [given])
        kind.export_rows(settings, given.values)
        places = {(name, at) for name, each in answer.values.items() for at, _text in fields[name].pieces(each)}
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError):
        raise unfit(place, NOT_ANSWERED_SO) from None
    if {(each.field, each.place) for each in answer.hidden} - (places or {WHOLE}):
        raise unfit((*place, "hidden"), sentence("ta bort det som ikke finnes i svaret"))


def _bring_in(db: Session, workshop: Workshop, at: int, item: ItemInFile, links: Inward) -> None:
    row = AgendaItem(workshop_id=workshop.id, position=at, **item.model_dump(exclude={"activities"}))
    db.add(row)
    db.flush()
    for each in item.activities:
        same = each.model_dump(exclude={"number", "answers", "material", "board"})
        activity = Activity(workshop_id=workshop.id, item_id=row.id, position=each.number - 1, **same)
        db.add(activity)
        db.flush()
        links.add(activity, each, _answer_again(db, activity, each.answers))


def _answer_again(db: Session, activity: Activity, answers: list[AnswerInFile]) -> list[Given]:
    """Each answer gets an author of its own: the file does not say which came from the same phone."""
    rows: list[dict[str, Any]] = [
        each.model_dump(include={"label", "by_hand", "given_at"})
        | {"activity_id": activity.id, "author": uuid4(), "slot": each.group or "0"}
        | {"attempt": 0, "content": each.values}
        for each in answers
    ]
    if not rows:
        return []
    db.execute(insert(Answer), rows)
    given = [Given(row["content"], seats.tag_of(row["author"], row["slot"])) for row in rows]
    hidden = {
        key_of(one, activity, away.field, away.place)
        for one, each in zip(given, answers, strict=True)
        for away in each.hidden
    }
    db.add_all(HiddenPiece(activity_id=activity.id, key=key) for key in sorted(hidden))
    return given


_HIDDEN = sentence("Skjult på storskjermen")
_Make = Callable[[Session, Workshop], bytes]
_FORMATS: dict[str, _Make] = {"xlsx": _as_xlsx, "csv": _as_csv, "json": _as_json}
