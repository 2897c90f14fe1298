"""Gruppas balanse: the group's own radar on the wall, and what to talk about in front of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from helu.activities.base import Beside, Kind, Settings
from helu.activities.fields import Field
from helu.activities.pictures import Picture
from helu.activities.radar_picture import (
    EXAMPLE_MODEL,
    Seen,
    Show,
    Talk,
    Waiting,
    draw,
    example_seen,
    example_talk,
    in_language,
    said,
)
from helu.domain.balance import Model
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _

NO_GROUP = sentence("Samlingen er ikke knyttet til en gruppe. Da er det ingen radar å vise.")
NOTHING_YET = sentence("Gruppa har ingen radar ennå. Den kommer når minst {floor} har levert i en runde som er vist.")


@dataclass(frozen=True)
class State:
    """What may be shown of the gathering's group: the newest round, and the one before."""

    model: Model
    talk: Talk
    now: Seen | None = None
    before: Seen | None = None
    why: str = ""  # a sentence, when there is nothing to show
    floor: int = 0

    @property
    def reason(self) -> str:
        return _(self.why, floor=self.floor) if self.why else ""


class GroupRadarSettings(Settings):
    show: Show = "dimensions"
    compare: bool = False  # with the round before
    questions: Literal["one", "all", "none"] = "one"


class GroupRadar(Kind):
    name = "group_radar"
    title = sentence("Gruppas balanse")
    use = sentence("Vis radaren til gruppa, og snakk sammen om bildet. Ingen navn, og bare når mange nok har svart.")
    examples = ()
    Settings = GroupRadarSettings
    keeps = "group_sight"
    desk = "group_radar"
    of_group = True

    def fields(self, settings: GroupRadarSettings) -> list[Field]:
        return []

    def picture(self, settings: GroupRadarSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        state = _state(settings)
        if state.now is None:
            return Waiting(None, 0, state.reason)
        asked = [in_language(each) for each in state.talk.questions]
        shown, place = asked if settings.questions == "all" else [], ""
        if settings.questions == "one" and asked:
            at = round_ % len(asked)
            shown, place = [asked[at]], _("Spørsmål {at} av {of}", at=at + 1, of=len(asked))
        before = state.before if settings.compare else None
        return replace(draw(state.model, state.talk, state.now, settings.show, before, shown), place=place)

    def summarise(self, settings: GroupRadarSettings, answers: Sequence[Given]) -> str:
        state = _state(settings)
        return said(state.model, state.talk, state.now) if state.now else state.reason

    def beside(self, settings: GroupRadarSettings) -> Beside | None:
        state = _state(settings)
        if state.now is None or settings.questions == "none":
            return None
        return Beside([in_language(state.talk.rule)], [in_language(each) for each in state.talk.questions])


def _state(settings: GroupRadarSettings) -> State:
    return settings.state if settings.state is not None else State(EXAMPLE_MODEL, example_talk(), example_seen())
