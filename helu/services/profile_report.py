"""A leader's own report, put together from the leader's own rows and nobody else's."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from helu.content.action_learning import action_learning
from helu.content.balance import balance_model
from helu.content.balance_words import balance_words, in_language
from helu.content.feedback_speech import cell_called, compared
from helu.content.feedback_words import about as asked_about
from helu.content.feedback_words import feedback_words
from helu.content.profile_speech import spoken
from helu.documents import profile_report
from helu.documents.calendar import today
from helu.documents.profile_report import Composite, Entry, Figure, Group, Others, OthersRow, Plan, ProfileReport
from helu.domain import profile_words
from helu.domain.balance import Dimension, Scores, score
from helu.domain.orientations import MARKS, around
from helu.errors import Misfit, sentence
from helu.i18n import LANGUAGES, _, day_of, language, speaking
from helu.services import assessing, feedback_results, feedback_sight, plan_log, plans
from helu.services.access import Visitor
from helu.services.feedback_sight import Seen
from helu.store.profile_tables import ActionPlan, Assessment

FORMATS = profile_report.FORMATS
QUESTIONS = (
    sentence("Kjenner du deg igjen i bildet? Hva overrasker deg?"),
    sentence("Er balansen riktig for oppdraget ditt akkurat nå?"),
    sentence("Hva er ett eksempel fra siste uke på det du får til?"),
    sentence("Hva må du gjøre mindre av, for å få tid til det du vil mer av?"),
    sentence("Hvem merker det først, og hvordan får du vite det?"),
)
_EMPTY = sentence("Her er det ingenting å ta med ennå. Svar på påstandene eller lag en plan først.")


def file(db: Session, visitor: Visitor, format: str, language: str) -> bytes:  # noqa: A002
    """The visitor's own, in one of FORMATS. Raises Misfit when there is nothing to print."""
    if format not in FORMATS:
        raise Misfit(sentence("Velg et av formatene {known}."), known=", ".join(FORMATS))
    if language not in LANGUAGES:
        raise Misfit(sentence("Språket må være ett av {languages}."), languages=", ".join(LANGUAGES))
    return profile_report.print_report(assemble(db, visitor, language), format)


def is_something(db: Session, visitor: Visitor) -> bool:
    """Whether there is anything to print."""
    return assessing.newest_finished(db, visitor) is not None or bool(plans.listed(db, visitor))


def has_words(db: Session, visitor: Visitor) -> bool:
    """Whether others' own words are in it."""
    seen = next(iter(feedback_sight.shown_rounds(db, visitor)), None)
    return bool(seen and feedback_results.texts(db, visitor, seen.round.id))


def assemble(db: Session, visitor: Visitor, language: str) -> ProfileReport:
    """As it stands now. The model's words are in the language; what the leader wrote stays as it was written."""
    if not is_something(db, visitor):
        raise Misfit(_EMPTY)
    rounds = assessing.history(db, visitor)
    newest = rounds[-1] if rounds else None
    now, wanted = assessing.figures(newest) if newest else (score(balance_model(), {}),) * 2
    seen = next(iter(feedback_sight.shown_rounds(db, visitor)), None)
    together = seen.results.together if seen else None
    with speaking(language):
        groups = tuple(group_of(each, now, wanted, language, together) for each in around(balance_model()))
        return ProfileReport(
            name=visitor.name,
            organisation=visitor.organisation,
            language=language,
            made=today(),
            taken=newest.finished_at.date() if newest and newest.finished_at else None,
            form=newest.form if newest else "",
            low=balance_model().low,
            high=balance_model().high,
            disclaimer=in_language(balance_words().disclaimer, language),
            attribution=in_language(balance_words().attribution, language),
            groups=groups,
            balance=balance_of(now, wanted),
            composites=composites_of(now, wanted, language),
            said=_said(now, wanted, rounds),
            gaps=_gaps(groups, now, wanted),
            questions=tuple(_(each) for each in QUESTIONS),
            plans=tuple(_plan(db, visitor, each, language) for each in plans.listed(db, visitor)),
            others=_others(db, visitor, seen, now if newest else None, groups) if seen else None,
        )


def group_of(dimension: Dimension, now: Scores, wanted: Scores, language: str, others: Scores | None = None) -> Group:
    called, mark = balance_words().dimension(dimension.id), MARKS[dimension.id]

    def figure(label: str, about: str, name: str, layer: str) -> Figure:
        here, there = (getattr(scores, layer)[name] for scores in (now, wanted))
        seen = getattr(others, layer)[name] if others else None
        return Figure(label, dimension.id, here, there, about, seen)

    behaviours = tuple(
        figure(in_language(each.label, language), in_language(each.description, language), each.id, "behaviours")
        for each in called.behaviours
    )
    about = in_language(called.definition, language)
    whole = figure(in_language(called.label, language), about, dimension.id, "dimensions")
    return Group(whole, mark.colour, mark.side, dimension.orientation, behaviours)


def others_of(seen: Seen, own: Scores | None, groups: Sequence[Group]) -> Others:
    """As on the leader's page for feedback: all who answered as one, then each group of them where there are several."""
    results, together = seen.results, seen.results.together or Scores()
    several = len(results.cells) > 1
    columns = {_("Du nå"): own or Scores()} | ({_("Andre samlet"): together} if several else {})
    columns |= {cell_called(cell): shown.scores for cell, shown in results.cells.items()}
    rows = []
    for dimension, group in zip(around(balance_model()), groups, strict=True):
        whole = tuple(each.dimensions.get(dimension.id) for each in columns.values())
        rows.append(OthersRow(group.whole.label, group.id, True, whole))
        for behaviour, figure in zip(dimension.behaviours, group.behaviours, strict=True):
            values = tuple(each.behaviours.get(behaviour.id) for each in columns.values())
            rows.append(OthersRow(figure.label, group.id, False, values))
    said = tuple((heading, " ".join(lines)) for heading, lines in compared(own, together))
    return Others(_behind(seen), said, tuple(columns), tuple(rows))


def _others(db: Session, visitor: Visitor, seen: Seen, own: Scores | None, groups: Sequence[Group]) -> Others:
    """With people's own words, as far as they are let out, in the order they have on the leader's page."""
    texts = feedback_results.texts(db, visitor, seen.round.id)
    written = tuple(
        (asked_about(each, seen.round.called, language()), tuple(texts[each.id]))
        for each in feedback_words().open_questions.items
        if each.id in texts
    )
    return replace(others_of(seen, own, groups), written=written)


def _behind(seen: Seen) -> str:
    people = ", ".join(f"{cell_called(cell)} {shown.people}" for cell, shown in seen.results.cells.items())
    closed = day_of(seen.round.closed_at) if seen.round.closed_at else ""
    return _(
        "Runden ble lukket {day}. Antall svar: {people}. Tallene for hver atferd er i halve trinn, for hver gruppe.",
        day=closed, people=people,
    )  # fmt: skip


def balance_of(now: Scores, wanted: Scores) -> Figure:
    span = balance_model().high - balance_model().low
    about = _("1 − (sterkeste − svakeste orientering) / {span}. 1,00 er helt jevnt. Kultur er ikke med.", span=span)
    return Figure(_("Balanseindeks"), "", now.balance_index, wanted.balance_index, about)


def composites_of(now: Scores, wanted: Scores, language: str) -> tuple[Composite, ...]:
    words = balance_words()

    def composite(id_: str) -> Composite:
        called = next(each for each in words.composites if each.id == id_)
        about = in_language(called.description, language)
        figure = Figure(in_language(called.label, language), "", now.composites[id_], wanted.composites[id_], about)
        names = {name: in_language(words.dimension(name).label, language) for name in called.weights}
        return Composite(figure, tuple((names[name], weight) for name, weight in called.weights.items()))

    return tuple(composite(each) for each in balance_model().composites)


def _said(now: Scores, wanted: Scores, rounds: Sequence[Assessment]) -> tuple[str, ...]:
    """The same sentences as beside the radar."""
    earlier = assessing.figures(rounds[-2]).current if len(rounds) > 1 else None
    return tuple(spoken(each) for each in profile_words.words(balance_model(), now, wanted, earlier))


def _gaps(groups: Sequence[Group], now: Scores, wanted: Scores) -> tuple[Figure, ...]:
    """The one or two behaviours where the leader's own wish goes furthest from what is done now."""
    behaviours = {
        row.id: figure
        for dimension, group in zip(around(balance_model()), groups, strict=True)
        for row, figure in zip(dimension.behaviours, group.behaviours, strict=True)
    }
    widest = profile_words.widest_gaps(behaviours, now.behaviours, wanted.behaviours)
    return tuple(behaviours[name] for name, _distance in widest[: profile_words.MOST_GAPS])


def _plan(db: Session, visitor: Visitor, row: ActionPlan, language: str) -> Plan:
    method = action_learning()
    prompts = [(each.id, in_language(each, language)) for each in method.prompts()]
    asked = [(each.id, in_language(each.text, language)) for each in method.questions]
    log = [
        Entry(each.on, each.situation, tuple((said, each.texts[id_]) for id_, said in prompts if each.texts.get(id_)))
        for each in plan_log.entries(db, visitor, row.id)
    ]
    return Plan(
        status=in_language(method.statuses()[row.status], language),
        behaviours=tuple(in_language(balance_words().behaviour(each).label, language) for each in row.behaviours),
        answers=tuple((text, row.answers[id_]) for id_, text in asked if row.answers.get(id_)),
        days=tuple(plans.days(row)),
        log=tuple(log),
    )
