"""Fullfør setningen: everyone gets the same beginning."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field as Limit

from helu.activities.base import Kind, Settings, nothing_yet
from helu.activities.fields import Field, Texts
from helu.activities.open_cards import cards_of
from helu.activities.pictures import Cards, Picture
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _


class SentenceCompletionSettings(Settings):
    lead: str = Limit(default="Vi lykkes når …", min_length=1, max_length=300)
    endings: int = Limit(default=1, ge=1, le=10)


class SentenceCompletion(Kind):
    name = "sentence_completion"
    title = sentence("Fullfør setningen")
    use = sentence("Alle får samme begynnelse og skriver slutten.")
    examples = ({"endings": ["alle vet hvor vi skal"]}, {"endings": ["vi gjør hverandre gode"]})
    Settings = SentenceCompletionSettings

    def fields(self, settings: SentenceCompletionSettings) -> list[Field]:
        return [Texts(name="endings", label=settings.lead, max_items=settings.endings)]

    def picture(self, settings: SentenceCompletionSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        return Cards(cards_of(answers, "endings"), lead=settings.lead)

    def summarise(self, settings: SentenceCompletionSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        endings = sum(len(answer.values["endings"]) for answer in answers)
        return _("{endings} avslutninger fra {people} svar.", endings=endings, people=len(answers))

    def export_rows(self, settings: SentenceCompletionSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{settings.lead: ending} for ending in values["endings"]]
