"""Egenvurdering sammen: everybody looks at their own leadership at once, each on a page that is theirs alone.

The activity asks nothing itself and knows no answers. It counts how many have chosen to be part of the group's
picture, and shows that picture when the facilitator does, if enough have.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

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
    example_talk,
    in_language,
    said,
)
from helu.domain.balance import Model
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _, day_of

PAGE = "/egenvurdering"
NO_GROUP = sentence("Samlingen er ikke knyttet til en gruppe. Hver og en ser sin egen radar, men ingen felles.")
NO_ROUND = sentence("Ingen runde er åpen for gruppa. Hver og en ser sin egen radar, men ingen felles.")
TOO_FEW = sentence("Det trengs minst {floor} for å vise gruppa, så ingen kan lese ut hva én person har svart.")
WHO_SEES = sentence(
    "Bare du ser svarene dine. Når du er ferdig, velger du selv om de skal telle med i bildet av gruppa."
)
TOO_SOON = sentence(
    "Gruppa hadde en runde nylig. Neste felles bilde kan lages fra {day}. Hver og en kan se sin egen radar nå."
)


@dataclass(frozen=True)
class State:
    """The round this activity works with, in counts, and its picture once that is shown."""

    model: Model
    talk: Talk
    group: str = ""
    handed_in: int | None = None  # None: no round
    members: int = 0
    floor: int = 0
    shown: bool = False  # the facilitator shows it now
    seen: Seen | None = None  # what its rules let out
    why: str = ""  # a sentence, when there is no round
    free: datetime | None = None  # when the next round may begin

    @property
    def reason(self) -> str:
        day = day_of(self.free) if self.free else ""
        return _(self.why, day=day) if self.why else ""


class SelfAssessmentSettings(Settings):
    show: Show = "dimensions"


class SelfAssessment(Kind):
    name = "self_assessment"
    title = sentence("Egenvurdering sammen")
    use = sentence("Alle gjør egenvurderingen sin samtidig. Ingen ser andres svar. Når mange nok er med, vises gruppa.")
    examples = ()
    Settings = SelfAssessmentSettings
    keeps = "assessing_together"
    desk = "self_assessment"
    of_group = True
    reveals = True

    def fields(self, settings: SelfAssessmentSettings) -> list[Field]:
        return []

    def picture(self, settings: SelfAssessmentSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        state = _state(settings)
        if state.shown and state.seen:
            picture = draw(state.model, state.talk, state.seen, settings.show)
            said = [in_language(each) for each in state.seen.said]
            return replace(picture, said=said, rule=in_language(state.talk.rule))
        if state.handed_in is None:
            return Waiting(None, 0, _told(state), _("Bare du ser svarene dine."))
        calm = _("Ingen får se svarene dine. Du velger selv om du vil være med i bildet av gruppa.")
        return Waiting(state.handed_in, state.members, _told(state), calm)

    def summarise(self, settings: SelfAssessmentSettings, answers: Sequence[Given]) -> str:
        state = _state(settings)
        if state.shown and state.seen:
            return said(state.model, state.talk, state.seen)
        return _told(state)

    def beside(self, settings: SelfAssessmentSettings) -> Beside | None:
        return Beside(
            [
                _("Se på din egen ledelse: hva du gjør nå, og hva du vil gjøre om seks måneder. Om lag fire minutter."),
                _("Du logger inn som deg selv. Svarene blir i din egen del av Helu, ikke i samlingen."),
            ],
            address=PAGE,
            label=_("Gå til egenvurderingen din"),
            then=_("Har du levert, følg med på storskjermen."),
            after=_("Bare du ser svarene dine.") if _state(settings).handed_in is None else _(WHO_SEES),
        )


def _told(state: State) -> str:
    if state.handed_in is None:
        return _("Hver og en ser sin egen radar.")
    if state.shown:
        return f"{_counted(state)} {_(TOO_FEW, floor=state.floor)}"
    return _counted(state)


def _counted(state: State) -> str:
    return _("{count} av {members} har levert.", count=state.handed_in, members=state.members)


def _state(settings: SelfAssessmentSettings) -> State:
    return settings.state if settings.state is not None else State(EXAMPLE_MODEL, example_talk(), "", 7, 11, 5)
