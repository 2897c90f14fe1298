"""Skala: place yourself between two ends, statement by statement. The spread is the point, not the mean."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field as Limit

from helu.activities.base import Choosable, Kind, Settings, columns, nothing_yet
from helu.activities.fields import Field
from helu.activities.fields import Scale as ScaleField
from helu.activities.pictures import Picture, Row, Spreads
from helu.domain.given import Given
from helu.domain.tally import spread
from helu.errors import sentence
from helu.i18n import _


class ScaleSettings(Settings):
    statements: list[Choosable] = Limit(
        default=[Choosable(id="s1", text="Vi har et tydelig og felles formål.")], min_length=1, max_length=20
    )
    low: int = Limit(default=1, ge=0, le=1)
    high: int = Limit(default=7, ge=3, le=10)
    anchors: dict[int, str] = {1: "I liten grad", 7: "I stor grad"}
    skippable: bool = True


class Scale(Kind):
    name = "scale"
    title = sentence("Skala")
    use = sentence("Alle plasserer seg på en skala for hver påstand. Salen ser hvor ulikt det svares.")
    examples = ({"s1": 2}, {"s1": 5}, {"s1": 6})
    Settings = ScaleSettings
    takes = "statements"

    def fields(self, settings: ScaleSettings) -> list[Field]:
        shared: dict[str, Any] = {"min": settings.low, "max": settings.high, "anchors": settings.anchors}
        shared["skippable"] = settings.skippable
        return [ScaleField(name=each.id, label=each.text, **shared) for each in settings.statements]

    def picture(self, settings: ScaleSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        return Spreads(settings.low, settings.high, settings.anchors, _rows(settings, answers))

    def summarise(self, settings: ScaleSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        rows = [row for row in _rows(settings, answers) if row.median is not None]
        said = ", ".join(f"«{row.label}» {row.median:g}" for row in rows)
        return _("{people} svar. Midterste svar: {said}.", people=len(answers), said=said)

    def export_rows(self, settings: ScaleSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{text: values.get(id_) for id_, text in columns(settings.statements).items()}]


def _rows(settings: ScaleSettings, answers: Sequence[Given]) -> list[Row]:
    rows = []
    for each in settings.statements:
        lies = spread((a.values.get(each.id) for a in answers), settings.low, settings.high)
        rows.append(Row(each.id, each.text, lies.counts, lies.median, lies.mean, lies.answered))
    return rows
