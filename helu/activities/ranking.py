"""Rangering: put the options in order, best first."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field as Limit

from helu.activities.base import Choosable, Kind, Settings, What, columns, nothing_yet, options
from helu.activities.fields import Field, Rank
from helu.activities.pictures import Bar, Bars, Picture
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.domain.tally import Place, rank
from helu.errors import sentence
from helu.i18n import _, number_of


class RankingSettings(Settings):
    options: list[Choosable] = Limit(
        default=[Choosable(id="a", text="A"), Choosable(id="b", text="B")], min_length=2, max_length=12
    )


class Ranking(Kind):
    name = "ranking"
    title = sentence("Rangering")
    use = sentence("Alle setter alternativene i rekkefølge, det viktigste først.")
    examples = ({"order": ["a", "b"]}, {"order": ["b", "a"]}, {"order": ["a", "b"]})
    Settings = RankingSettings
    takes = "options"
    gives = ("options",)

    def fields(self, settings: RankingSettings) -> list[Field]:
        return [
            Rank(name="order", label=sentence("Sett i rekkefølge, viktigst først"), options=options(settings.options))
        ]

    def picture(self, settings: RankingSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        labels = {each.id: each.text for each in settings.options}
        return Bars([_bar(place, labels[place.option]) for place in _places(settings, answers)], numbered=True)

    def summarise(self, settings: RankingSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        labels = {each.id: each.text for each in settings.options}
        said = ", ".join(f"«{labels[place.option]}»" for place in _places(settings, answers))
        return _("{people} svar. Rekkefølge: {said}.", people=len(answers), said=said)

    def export_rows(self, settings: RankingSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        order = values["order"]
        named = columns(settings.options).items()
        return [{text: order.index(id_) + 1 if id_ in order else None for id_, text in named}]

    def things(self, settings: RankingSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        labels = {each.id: each.text for each in settings.options}
        places = _places(settings, answers)
        return [Thing(each.option, labels[each.option], weight=each.score) for each in places]


def _places(settings: RankingSettings, answers: Sequence[Given]) -> list[Place]:
    return rank([each.id for each in settings.options], [answer.values["order"] for answer in answers])


def _bar(place: Place, label: str) -> Bar:
    if place.mean_place is None:
        return Bar(place.option, label, 0.0, "")
    mean = number_of(place.mean_place)
    said = _("plass {mean} i snitt · {firsts} satte den først", mean=mean, firsts=place.firsts)
    return Bar(place.option, label, place.score, said)
