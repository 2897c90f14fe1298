"""Gruppearbeid med klokke: rounds alone, in groups and together; the secretary answers for the group."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limit

from helu.activities import pictures
from helu.activities.base import Kind, Settings, nothing_yet
from helu.activities.fields import Field, Texts
from helu.activities.open_cards import cards_of
from helu.activities.pictures import Picture, Rounds
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _

LETTERS = {"individual": "I", "group": "G", "plenary": "P"}


class Round(BaseModel):
    model_config = ConfigDict(extra="forbid")

    phase: Literal["individual", "group", "plenary"]
    minutes: int | None = Limit(default=None, ge=1, le=240)
    how: str = Limit(default="", max_length=400)  # what to do in this round


class Role(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str = Limit(min_length=1, max_length=80)
    draw: str = Limit(default="", max_length=120)  # the playful rule: «Den høyeste»
    duty: str = Limit(default="", max_length=200)


class GroupWorkSettings(Settings):
    rounds: list[Round] = Limit(
        default=[
            Round(phase="individual", minutes=3),
            Round(phase="group", minutes=15),
            Round(phase="plenary", minutes=10),
        ],
        min_length=1,
        max_length=8,
    )
    roles: list[Role] = Limit(default=[], max_length=6)
    draw: Literal["playful", "random"] = "playful"
    cards: int = Limit(default=5, ge=1, le=20)


class GroupWork(Kind):
    name = "group_work"
    title = sentence("Gruppearbeid")
    use = sentence("Runder med klokke: alene, i gruppe og i plenum. Sekretærens telefon svarer for gruppa.")
    examples = ({"cards": ["Vi lager det sammen med innbyggerne"]}, {"cards": ["Likeverd", "Felles eierskap"]})
    Settings = GroupWorkSettings
    on_phone = True

    def fields(self, settings: GroupWorkSettings) -> list[Field]:
        return [Texts(name="cards", label=sentence("Det gruppa vil dele – ett per felt"), max_items=settings.cards)]

    def picture(self, settings: GroupWorkSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        rounds = [_shown(each) for each in settings.rounds]
        roles = [_drawn(settings, at, role) for at, role in enumerate(settings.roles)]
        return Rounds(rounds, min(round_, len(rounds) - 1), roles, cards_of(answers, "cards"))

    def summarise(self, settings: GroupWorkSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        cards = sum(len(answer.values["cards"]) for answer in answers)
        return _("{cards} kort fra {groups} grupper.", cards=cards, groups=len(answers))

    def export_rows(self, settings: GroupWorkSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{_("Kort"): card} for card in values["cards"]]


def phase_title(phase: str) -> str:
    return {"individual": _("Individuell refleksjon"), "group": _("Gruppe"), "plenary": _("Plenum")}[phase]


def _shown(each: Round) -> pictures.Round:
    return pictures.Round(LETTERS[each.phase], phase_title(each.phase), each.minutes, each.how)


def _drawn(settings: GroupWorkSettings, at: int, role: Role) -> pictures.Role:
    """By the playful rule, or by counting round the table from whoever wrote last: no bodies compared."""
    draw = role.draw if settings.draw == "playful" else _("Nummer {number} rundt bordet", number=(at * 2 + 1))
    return pictures.Role(role.title, draw, role.duty)
