"""100 poeng: share out points over the options. What is scarce shows what matters most."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field as Limit

from helu.activities.base import Choosable, Kind, Settings, What, columns, nothing_yet, options
from helu.activities.fields import Field
from helu.activities.fields import Points as PointsField
from helu.activities.pictures import Bar, Bars, Picture
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.domain.tally import Share, share_out
from helu.errors import sentence
from helu.i18n import _


class PointsSettings(Settings):
    options: list[Choosable] = Limit(
        default=[Choosable(id="a", text="A"), Choosable(id="b", text="B")], min_length=2, max_length=12
    )
    total: int = Limit(default=100, ge=10, le=1000)


class Points(Kind):
    name = "points"
    title = sentence("100 poeng")
    use = sentence("Alle fordeler 100 poeng på alternativene. Salen ser hva som veier tyngst, og hvor uenige dere er.")
    examples = ({"points": {"a": 60, "b": 40}}, {"points": {"a": 100}})
    Settings = PointsSettings
    takes = "options"
    gives = ("options",)

    def fields(self, settings: PointsSettings) -> list[Field]:
        label = sentence("Fordel alle poengene")
        return [PointsField(name="points", label=label, total=settings.total, options=options(settings.options))]

    def picture(self, settings: PointsSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        labels = {each.id: each.text for each in settings.options}
        most = max((share.high for share in _shares(settings, answers)), default=0) or 1
        return Bars([_bar(share, labels[share.option], most) for share in _shares(settings, answers)])

    def summarise(self, settings: PointsSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        labels = {each.id: each.text for each in settings.options}
        said = ", ".join(f"«{labels[s.option]}» {s.mean:.0f}" for s in _shares(settings, answers))
        return _("{people} svar. Poeng i snitt: {said}.", people=len(answers), said=said)

    def export_rows(self, settings: PointsSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{text: values["points"].get(id_, 0) for id_, text in columns(settings.options).items()}]

    def things(self, settings: PointsSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        labels = {each.id: each.text for each in settings.options}
        shares = sorted(_shares(settings, answers), key=lambda share: -share.mean)
        return [Thing(each.option, labels[each.option], weight=each.mean) for each in shares]


def _shares(settings: PointsSettings, answers: Sequence[Given]) -> list[Share]:
    return share_out([each.id for each in settings.options], [answer.values["points"] for answer in answers])


def _bar(share: Share, label: str, most: int) -> Bar:
    said = _("{mean:.0f} i snitt · {low}–{high}", mean=share.mean, low=share.low, high=share.high)
    return Bar(share.option, label, share.mean / most, said, share.low / most, share.high / most)
