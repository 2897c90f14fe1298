"""Oppfølging av aksjoner: what members have chosen to show of their plans, and what came of it, without names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from helu.activities.base import Kind, Settings, Words, nothing_yet
from helu.activities.commitments import Commitments, Row
from helu.activities.fields import Field, Text
from helu.activities.pictures import Card, Column, Columns, Picture
from helu.activities.radar_picture import in_language
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _

NOBODY = sentence("Ingen har delt en plan med gruppa. Snakk sammen to og to om det dere har prøvd.")
# The prompts of the training log (data/method/action_learning.yaml), as one is asked in a meeting.
ASKED = {
    "what_i_did": sentence("Hva gjorde du?"),
    "what_happened": sentence("Hva skjedde?"),
    "next_try": sentence("Hva blir neste steg?"),
}
HEADINGS = {
    "what_i_did": sentence("Hva vi gjorde"),
    "what_happened": sentence("Hva som skjedde"),
    "next_try": sentence("Neste steg"),
}
# The signs of a commitment, where a plan has come as far.
SIGNS = {"planned": "planned", "practising": "started", "reviewed": "done", "continued": "continued"}


@dataclass(frozen=True)
class Shared:
    """What one member shows of a plan to this group."""

    key: str
    who: str
    first_action: str
    when: str
    status: str
    status_words: Words


@dataclass(frozen=True)
class State:
    plans: Sequence[Shared] = ()  # by name
    shown: bool = False  # the facilitator shows what was answered


class PlanFollowUpSettings(Settings):
    show: Literal["all", "one"] = "all"


class PlanFollowUp(Kind):
    name = "plan_follow_up"
    title = sentence("Oppfølging av aksjoner")
    use = sentence(
        "Åpner neste møte i nettverksgruppa: det den enkelte har delt av planen sin, og hva som kom ut av det."
    )
    examples = (
        {
            "what_i_did": "Jeg lot de andre snakke først i to møter",
            "what_happened": "Vi fikk fram to løsninger jeg ikke hadde tenkt på",
            "next_try": "Gjøre det samme på personalmøtet",
        },
        {"what_i_did": "Jeg utsatte det vanskelige møtet", "what_happened": "", "next_try": "Ta det før fredag"},
    )
    Settings = PlanFollowUpSettings
    keeps = "plans_together"
    who_sees = sentence(
        "Svaret vises på storskjermen. Navnet ditt står ikke ved svaret, men innholdet kan røpe hvem du er."
    )
    desk = "plan_follow_up"
    of_group = True
    always_shown = True
    reveals = True

    def fields(self, settings: PlanFollowUpSettings) -> list[Field]:
        return [
            Text(name=name, label=label, max_length=600, lines=3, required=at == 0)
            for at, (name, label) in enumerate(ASKED.items())
        ]

    def picture(self, settings: PlanFollowUpSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        state = settings.state or State(shown=bool(answers))
        if state.shown and answers:
            return Columns([Column(name, _(heading), _cards(name, answers)) for name, heading in HEADINGS.items()])
        plans = list(state.plans)
        if settings.show == "one" and plans:
            plans = [plans[round_ % len(plans)]]
        return Commitments([_row(each) for each in plans], none=_(NOBODY))

    def summarise(self, settings: PlanFollowUpSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        return _("{count} har fortalt hva de gjorde.", count=len(answers))

    def export_rows(self, settings: PlanFollowUpSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{_(heading): values.get(name) or "" for name, heading in HEADINGS.items()}]


def _cards(name: str, answers: Sequence[Given]) -> list[Card]:
    """By their keys, so that no column tells which cards came from the same hand."""
    cards = [Card(given.key(name), text, given.label) for given in answers if (text := given.values.get(name))]
    return sorted(cards, key=lambda each: each.key)


def _row(each: Shared) -> Row:
    sign = SIGNS.get(each.status, "planned")
    return Row(each.key, each.who, each.first_action, each.when, "", sign, in_language(each.status_words))
