"""Beslutning: what is to be decided, and then what was, large enough to be remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pydantic import Field as Limit

from helu.activities.agreement_words import support_said
from helu.activities.base import Choosable, Kind, Settings, What
from helu.activities.fields import Field
from helu.activities.pictures import Card, Picture
from helu.domain.decisions import Deciding, Decision, Outcome
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.errors import sentence
from helu.i18n import _, day_of

OUTCOMES: dict[Outcome, str] = {
    "adopted": sentence("Vedtatt"),
    "reserved": sentence("Vedtatt med forbehold"),
    "returned": sentence("Tilbake til arbeid"),
}


class DecisionSettings(Settings):
    proposals: list[Choosable] = Limit(default=[], max_length=20)


@dataclass(frozen=True)
class Decided:
    key: str
    text: str
    outcome: Outcome
    title: str  # the outcome in words
    about: list[str]  # date, how many were present, how it was supported
    reservations: str = ""


@dataclass(frozen=True)
class Decisions(Picture):
    shape: ClassVar[str] = "decision"
    decided: list[Decided]  # the newest first
    proposals: list[Card]  # what is left to decide
    heading: str  # over what is left


class DecisionKind(Kind):
    name = "decision"
    title = sentence("Beslutning")
    use = sentence("Vedta en tekst, med forbehold og støtte. Beslutningen vises stort og blir tatt vare på.")
    examples = ()
    Settings = DecisionSettings
    takes = "proposals"
    gives = ("decisions",)
    keeps = "decisions"
    desk = "decisions"
    desk_first = True
    always_shown = True

    def fields(self, settings: DecisionSettings) -> list[Field]:
        return []

    def picture(self, settings: DecisionSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        made = _made(settings)
        left = [Card(each.id, each.text) for each in left_in(settings)]
        heading = _("Forslag til beslutning") if len(left) == 1 else _("Forslag til beslutninger")
        return Decisions([_decided(each) for each in made], left, heading if left else "")

    def summarise(self, settings: DecisionSettings, answers: Sequence[Given]) -> str:
        made = _made(settings)
        if not made:
            return _("Ingenting er besluttet ennå.")
        return " ".join(f"{_(OUTCOMES[each.outcome])}: «{each.text}»." for each in made)

    def things(self, settings: DecisionSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        """What holds: adopted, also with reservations. What went back to work is not passed on as decided."""
        return [Thing(each.id, each.text, each.sources) for each in _made(settings) if each.holds]


def left_in(settings: DecisionSettings) -> list[Choosable]:
    """The proposals that nothing is decided about yet."""
    settled = settings.state.settled if isinstance(settings.state, Deciding) else frozenset()
    return [each for each in settings.proposals if each.id not in settled]


def about(decision: Decision) -> list[str]:
    """Date, how many were present, and how it was supported, each in its own words."""
    present = _("{count} til stede", count=decision.present) if decision.present else ""
    said = [day_said(decision.decided_on), present, support_said(dict(decision.support))]
    return [each for each in said if each]


def day_said(day: date) -> str:
    """«21. november 2026», in the current language."""
    return day_of(day)


def _made(settings: DecisionSettings) -> list[Decision]:
    return list(settings.state.made) if isinstance(settings.state, Deciding) else []


def _decided(each: Decision) -> Decided:
    held = each.reservations
    if held and each.outcome == "reserved":
        held = _("Forbehold: {text}", text=held)
    return Decided(each.id, each.text, each.outcome, _(OUTCOMES[each.outcome]), about(each), held)
