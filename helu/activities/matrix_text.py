"""Ett tekstfelt per rad: the same question asked of several rows, such as one per audience."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field as Limit

from helu.activities.base import Choosable, Kind, Settings, columns, nothing_yet, options
from helu.activities.fields import Field, Matrix
from helu.activities.pictures import Card, Column, Columns, Picture
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _


class MatrixTextSettings(Settings):
    rows: list[Choosable] = Limit(
        default=[Choosable(id="more", text="Mer av"), Choosable(id="less", text="Mindre av")],
        min_length=1,
        max_length=8,
    )


class MatrixText(Kind):
    name = "matrix_text"
    title = sentence("Ett tekstfelt per rad")
    use = sentence("Samme spørsmål til flere rader, for eksempel én per målgruppe.")
    examples = ({"rows": {"more": "Tid til å snakke sammen"}}, {"rows": {"more": "Ros", "less": "Orienteringer"}})
    Settings = MatrixTextSettings
    takes = "rows"
    desk = "names"

    def fields(self, settings: MatrixTextSettings) -> list[Field]:
        return [
            Matrix(name="rows", label=sentence("Skriv det du vil – radene kan stå tomme"), rows=options(settings.rows))
        ]

    def picture(self, settings: MatrixTextSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        return Columns([Column(row.id, row.text, _cards(row.id, answers)) for row in settings.rows])

    def summarise(self, settings: MatrixTextSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        said = ", ".join(f"«{row.text}» {len(_cards(row.id, answers))}" for row in settings.rows)
        return _("{people} svar. Kort per rad: {said}.", people=len(answers), said=said)

    def export_rows(self, settings: MatrixTextSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{text: values["rows"].get(id_) for id_, text in columns(settings.rows).items()}]


def _cards(row: str, answers: Sequence[Given]) -> list[Card]:
    written = [(answer, answer.values["rows"].get(row, "")) for answer in answers]
    return [Card(answer.key(f"{row}:{text}"), text, answer.label) for answer, text in written if text]
