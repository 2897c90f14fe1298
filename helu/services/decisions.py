"""Decisions of a leader group: write down, change, take away, and put into the platform."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from helu.activities import ACTIVITIES
from helu.activities.agreement import counts_of
from helu.domain import decisions as domain
from helu.domain.agreement import LOW
from helu.domain.decisions import OUTCOMES, Deciding, Outcome
from helu.domain.material import Address, addresses, as_json
from helu.domain.platform import ELEMENTS, PARTS, Element, Line, Matter, Matters, Part, Principles, Ref, Value, Values
from helu.domain.text import clean, is_blank
from helu.errors import Misfit, NotFound, sentence
from helu.services import access, platforms, results, running
from helu.services.states import Keeper
from helu.store.platform_tables import Decision, Platform
from helu.store.rows import now
from helu.store.tables import Activity, Workshop

LONGEST, LINE = 4000, 400  # of a decision, and of a line in the platform
RECEIVING = (*ELEMENTS, "principles", "values", "matter_list")  # the parts a decision can be put into


def record(
    db: Session,
    workshop: Workshop,
    activity: Activity,
    text: str,
    outcome: Outcome,
    decided_on: date,
    reservations: str = "",
    present: int = 0,
    about: str = "",
) -> domain.Decision:
    """Write down what was decided. `about` is the key of the proposal it comes from; it brings origins and support."""
    held = access.activity_in(db, workshop, activity.id)
    proposal = next((each for each in held.material if each["key"] == about), None)
    sources = addresses(proposal["from"]) if proposal else ()
    weighed = {clean(text), proposal["text"]} if proposal else {clean(text)}
    row = Decision(
        platform_id=platforms.of_workshop(db, workshop).id,
        activity_id=held.id,
        sources=as_json(sources),
        support=support_for(db, workshop, weighed, sources),
        **_checked(text, outcome, decided_on, reservations, present),
    )
    return _keep(db, row)


def change(
    db: Session,
    workshop: Workshop,
    decision_id: str,
    text: str,
    outcome: Outcome,
    decided_on: date,
    reservations: str = "",
    present: int = 0,
) -> domain.Decision:
    """In place; support and origins stay with it."""
    row = _row(db, workshop, decision_id)
    for name, value in _checked(text, outcome, decided_on, reservations, present).items():
        setattr(row, name, value)
    row.made_at = now()
    return _keep(db, row)


def remove(db: Session, workshop: Workshop, decision_id: str) -> None:
    """What was put into the platform stays there. `bring_back` undoes it."""
    row = _row(db, workshop, decision_id)
    platform = db.get_one(Platform, row.platform_id)
    db.delete(row)
    platforms.tell(db, platform)


def bring_back(db: Session, workshop: Workshop, taken: domain.Decision) -> None:
    """A decision that was removed, as it was."""
    platform = platforms.of_workshop(db, workshop)
    activity = db.get(Activity, UUID(taken.activity)) if taken.activity else None
    fields = _checked(taken.text, taken.outcome, taken.decided_on, taken.reservations, taken.present)
    row = Decision(
        id=UUID(taken.id),
        platform_id=platform.id,
        activity_id=activity.id if activity else None,
        part=taken.part,
        support=dict(taken.support),
        sources=as_json(taken.sources),
        **fields,
    )
    row.made_at = taken.made_at or now()
    if db.get(Decision, row.id) is None:
        _keep(db, row)


def of_platform(db: Session, platform: Platform) -> list[domain.Decision]:
    """All of them, the newest first."""
    return _read(db, Decision.platform_id == platform.id)


def for_part(db: Session, platform: Platform, part: str) -> list[domain.Decision]:
    """Those put into one part, or about it; the newest first."""
    return _read(db, Decision.platform_id == platform.id, Decision.part == part)


def of_activity(db: Session, activity: Activity) -> Deciding:
    """What was decided in one activity, and which of its proposals that settles."""
    made = tuple(_read(db, Decision.activity_id == activity.id))
    texts, origins = {each.text for each in made}, {at for each in made for at in each.sources}
    typed = [(each["id"], each["text"], ()) for each in activity.settings.get("proposals", [])]
    taken = [(each["key"], each["text"], addresses(each["from"])) for each in activity.material]
    settled = {key for key, text, sources in [*typed, *taken] if text in texts or origins & set(sources)}
    return Deciding(made, frozenset(settled))


def support_for(
    db: Session, workshop: Workshop, texts: Iterable[str], sources: Iterable[Address] = ()
) -> dict[str, int]:
    """How the newest graded agreement about the same text stood: grade -> how many. Empty when there was none."""
    wanted, origins = set(texts), set(sources)
    for activity in reversed(running.activities_in(db, workshop.id)):
        if ACTIVITIES[activity.kind].name != "agreement":
            continue
        if counts := _weighed(db, activity, wanted, origins):
            return counts
    return {}


def put_into(db: Session, platform: Platform, decision: domain.Decision, part: str, role: str = "") -> None:
    """Add what was decided to a part of the platform, as a new version of it.

    Raises NotFound, EditedMeanwhile, and Misfit when it does not hold, does not fit, or stands there already.
    """
    row = db.get(Decision, _uuid(decision.id))
    if row is None or row.platform_id != platform.id or part not in RECEIVING:
        raise NotFound
    as_it_is = _decision(row)
    if not as_it_is.holds:
        raise Misfit(sentence("Teksten er sendt tilbake til arbeid, så den hører ikke hjemme i plattformen ennå."))
    before = platforms.newest(db, platform, part)
    content = _with(before.content, as_it_is)
    row.part = part
    db.add(row)
    platforms.write(db, platform, part, content, before.number, role)


def put_into_of(db: Session, workshop: Workshop, decision: domain.Decision, part: str, role: str = "") -> None:
    """The same for the platform that this gathering works on."""
    put_into(db, platforms.of_workshop(db, workshop), decision, part, role)


def _checked(text: str, outcome: str, decided_on: date, reservations: str, present: int) -> dict[str, Any]:
    words, more = clean(text).strip(), clean(reservations).strip()
    if is_blank(words):
        raise Misfit(sentence("Skriv hva som er besluttet."))
    if max(len(words), len(more)) > LONGEST:
        raise Misfit(sentence("Teksten er for lang. Det er plass til {most} tegn."), most=LONGEST)
    if outcome not in OUTCOMES:
        raise Misfit(sentence("Velg om teksten er vedtatt eller går tilbake til arbeid."))
    if not 0 <= present <= 10_000:
        raise Misfit(sentence("Skriv hvor mange som var til stede."))
    return {
        "text": words,
        "outcome": outcome,
        "decided_on": decided_on,
        "reservations": more,
        "present": present,
    }


def _keep(db: Session, row: Decision) -> domain.Decision:
    db.add(row)
    db.flush()
    made = _decision(row)
    platforms.tell(db, db.get_one(Platform, row.platform_id))
    return made


def _row(db: Session, workshop: Workshop, decision_id: str) -> Decision:
    platform = platforms.known_of(db, workshop)
    row = db.get(Decision, _uuid(decision_id))
    if row is None or platform is None or row.platform_id != platform.id:
        raise NotFound
    return row


def _uuid(given: str) -> UUID:
    try:
        return UUID(given)
    except ValueError:
        raise NotFound from None


def _read(db: Session, *which: Any) -> list[domain.Decision]:
    newest = (col(Decision.decided_on).desc(), col(Decision.made_at).desc(), col(Decision.id))
    return [_decision(row) for row in db.exec(select(Decision).where(*which).order_by(*newest)).all()]


def _decision(row: Decision) -> domain.Decision:
    outcome: Outcome = next(each for each in OUTCOMES if each == row.outcome)
    return domain.Decision(
        id=row.id.hex,
        text=row.text,
        outcome=outcome,
        decided_on=row.decided_on,
        reservations=row.reservations,
        present=row.present,
        support=row.support,
        sources=addresses(row.sources),
        part=row.part,
        activity=str(row.activity_id or ""),
        made_at=row.made_at,
    )


def _weighed(db: Session, activity: Activity, texts: set[str], origins: set[Address]) -> dict[str, int]:
    settings = ACTIVITIES[activity.kind].settings_of(activity.settings, activity.material)
    answers = results.answers_to(db, activity, hidden_too=True)
    if activity.anonymous and not activity.groups and len(answers) < settings.floor:
        return {}
    came_from = {each["key"]: set(addresses(each["from"])) for each in activity.material}
    for each in settings.proposals:
        mine = {Address(str(activity.id), each.id)} | came_from.get(each.id, set())
        if each.text in texts or mine & origins:
            return _by_grade(counts_of(settings, answers)[each.id])
    return {}


def _by_grade(counts: Sequence[int]) -> dict[str, int]:
    return {str(grade): count for grade, count in enumerate(counts, LOW) if count}


def _with(content: Part, decision: domain.Decision) -> Part:
    """The part with the decision added, never without what was there."""
    own = (Address(decision.activity, decision.id),) if decision.activity else ()
    refs = [Ref.model_validate(each) for each in as_json(decision.sources or own)]
    if isinstance(content, Element):
        return _into_element(content, decision.text, refs)
    if len(decision.text) > LINE:
        raise Misfit(
            sentence("En linje har plass til {most} tegn. Kort ned teksten, eller velg et element."), most=LINE
        )
    if any(row.text == decision.text for row in content.rows()):
        raise Misfit(_ALREADY)
    return _ADDERS[type(content)](content, decision.text, refs)


_ALREADY = sentence("Teksten står der allerede.")


def _into_element(content: Element, text: str, refs: list[Ref]) -> Element:
    if text in content.text:
        raise Misfit(_ALREADY)
    whole = f"{content.text}\n\n{text}".strip()
    if len(whole) > LONGEST:
        raise Misfit(sentence("Teksten er for lang. Det er plass til {most} tegn."), most=LONGEST)
    known = {(each.place, each.piece) for each in content.sources}
    fresh = [each for each in refs if (each.place, each.piece) not in known]
    return content.model_copy(update={"text": whole, "sources": [*content.sources, *fresh]})


def _add_line(part: Principles, text: str, refs: list[Ref]) -> Part:
    return part.model_copy(update={"lines": _room(part, "lines", Line(text=text, sources=refs))})


def _add_value(part: Values, text: str, refs: list[Ref]) -> Part:
    return part.model_copy(update={"values": _room(part, "values", Value(text=text, sources=refs))})


def _add_matter(part: Matters, text: str, refs: list[Ref]) -> Part:
    return part.model_copy(update={"matters": _room(part, "matters", Matter(text=text, sources=refs))})


def _room(part: Part, name: str, line: Line) -> list[Line]:
    """The list with one more, when there is room for it."""
    lines = [*getattr(part, name), line]
    most = next(limit.max_length for limit in type(part).model_fields[name].metadata if hasattr(limit, "max_length"))
    if len(lines) > most:
        raise Misfit(sentence("Det er ikke plass til flere der. Ta bort noe først."))
    return lines


_ADDERS: Mapping[type[Part], Callable[..., Part]] = {
    Principles: _add_line,
    Values: _add_value,
    Matters: _add_matter,
}

KEEPER = Keeper(of_activity)
assert set(RECEIVING) <= set(PARTS)
