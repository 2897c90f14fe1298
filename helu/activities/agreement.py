"""Gradert enighet: eight grades from full support to stop, given alone and shown to all at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import Field as Limit

from helu.activities.agreement_words import GRADES, said_of, shift_of
from helu.activities.base import Choosable, Kind, Settings, What, columns, nothing_yet
from helu.activities.fields import Field, Scale, Text
from helu.activities.pictures import Card, Picture
from helu.domain.agreement import HIGH, LOW, Earlier, Standing, standing
from helu.domain.field_names import field_of
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.errors import sentence
from helu.i18n import _

REASON = "reason"


class AgreementSettings(Settings):
    proposals: list[Choosable] = Limit(
        default=[Choosable(id="p1", text="Vi bruker den første halvtimen av hvert ledermøte på én felles sak.")],
        min_length=1,
        max_length=20,
    )
    reason_from: int = Limit(default=6, ge=2, le=8)  # whoever gives this grade or a lower support is asked why
    floor: int = Limit(default=5, ge=3, le=10)  # fewer answers than this are never shown, unless people sign
    before: str = Limit(default="", max_length=80)  # the key of an earlier round, to show what has shifted


@dataclass(frozen=True)
class Graded:
    """How one proposal stands."""

    key: str
    label: str
    counts: list[int]  # one per grade, full support first
    before: list[int]  # the same in an earlier round; empty when there was none
    modes: list[int]  # the grades, from 1, that most gave
    answered: int
    said: str
    shift: str = ""


@dataclass(frozen=True)
class Agreement(Picture):
    shape: ClassVar[str] = "agreement"
    grades: list[str]  # their names, full support first
    rows: list[Graded]
    reasons: list[Card]
    withheld: str = ""  # why nothing is shown; empty when it is


class GradedAgreement(Kind):
    name = "agreement"
    title = sentence("Gradert enighet")
    use = sentence("Åtte grader fra full støtte til stopp. Alle svarer for seg selv, og alt vises på én gang.")
    examples = (
        {"p1_grade": 1, REASON: ""},
        {"p1_grade": 2, REASON: ""},
        {"p1_grade": 2, REASON: ""},
        {"p1_grade": 3, REASON: ""},
        {"p1_grade": 5, REASON: ""},
        {"p1_grade": 7, REASON: "Saken må sendes ut før møtet."},
    )
    Settings = AgreementSettings
    takes = "proposals"
    gives = ("options", "cards")
    keeps = "earlier"
    desk = "agreement"

    def fields(self, settings: AgreementSettings) -> list[Field]:
        words = {grade: words for grade, (_name, words) in enumerate(GRADES, LOW)}
        asked: list[Field] = [
            Scale(name=grade_field(each), label=each.text, min=LOW, max=HIGH, anchors=words)
            for each in settings.proposals
        ]
        label = sentence("Hva skal til for at du kan støtte dette?")
        return [*asked, Text(name=REASON, label=label, required=False, lines=2)]

    def picture(self, settings: AgreementSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        names = [_(name) for name, _words in GRADES]
        if why := _withheld(settings, answers):
            return Agreement(names, [], [], why)
        return Agreement(names, [_row(settings, each, answers) for each in settings.proposals], _reasons(answers))

    def summarise(self, settings: AgreementSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        if why := _withheld(settings, answers):
            return _("{people} svar.", people=len(answers)) + " " + why
        said = " ".join(f"«{each.text}»: {said_of(_lies(each, answers))}." for each in settings.proposals)
        return _("{people} svar.", people=len(answers)) + " " + said

    def examples_for(self, settings: AgreementSettings) -> list[dict[str, Any]]:
        """For the proposals there really are, each leaning its own way."""
        grades = [example["p1_grade"] for example in self.examples]
        return [
            {grade_field(each): grades[(at + number) % len(grades)] for number, each in enumerate(settings.proposals)}
            | {REASON: example[REASON]}
            for at, example in enumerate(self.examples)
        ]

    def export_rows(self, settings: AgreementSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        headings = columns(settings.proposals)
        grades = {headings[each.id]: values.get(grade_field(each)) for each in settings.proposals}
        return [grades | {_("Hva skal til for at du kan støtte dette?"): values.get(REASON)}]

    def weighed(self, settings: AgreementSettings) -> list[str]:
        return [each.text for each in settings.proposals]

    def withholds(self, settings: AgreementSettings, answers: Sequence[Given]) -> bool:
        return bool(_withheld(settings, answers))

    def things(self, settings: AgreementSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        """The proposals by mean support, 0.0-1.0, or the reasons. What is withheld does not show in the order either."""
        withheld = bool(_withheld(settings, answers))
        if what == "cards":
            return [] if withheld else [Thing(each.key, each.text) for each in _reasons(answers)]
        if withheld:
            return [Thing(each.id, each.text) for each in settings.proposals]
        made = [Thing(each.id, each.text, weight=_lies(each, answers).mean) for each in settings.proposals]
        return sorted(made, key=lambda thing: -(thing.weight or 0))


def grade_field(proposal: Choosable) -> str:
    return field_of(proposal.id, "grade")


def counts_of(settings: AgreementSettings, answers: Sequence[Given]) -> dict[str, tuple[int, ...]]:
    """Proposal id -> how many gave each grade, full support first."""
    return {each.id: _lies(each, answers).counts for each in settings.proposals}


def _lies(proposal: Choosable, answers: Sequence[Given]) -> Standing:
    return standing(answer.values.get(grade_field(proposal)) for answer in answers)


def _row(settings: AgreementSettings, proposal: Choosable, answers: Sequence[Given]) -> Graded:
    lies = _lies(proposal, answers)
    before = settings.state.counts(proposal.id, proposal.text) if isinstance(settings.state, Earlier) else None
    before = before if before and any(before) and lies.answered else None
    shift = shift_of(Standing(tuple(before)), lies) if before else ""
    counts, earlier = list(lies.counts), list(before or ())
    return Graded(proposal.id, proposal.text, counts, earlier, lies.modes, lies.answered, said_of(lies), shift)


def _reasons(answers: Sequence[Given]) -> list[Card]:
    """Without the grade they belong to, in an order of their own."""
    written = [(answer.key(f"{REASON}:{text}"), text) for answer in answers if (text := answer.values.get(REASON))]
    return [Card(key, text) for key, text in sorted(written)]


def _withheld(settings: AgreementSettings, answers: Sequence[Given]) -> str:
    """Why nothing may be shown yet, in a sentence; empty when it may."""
    state = settings.state if isinstance(settings.state, Earlier) else Earlier()
    if state.sealed:
        return _("Alle svar vises på én gang, når runden er stengt.")
    if len(answers) < settings.floor and not state.named:
        return _("Svarene vises når minst {floor} har svart, så ingen kan kjennes igjen.", floor=settings.floor)
    return ""
