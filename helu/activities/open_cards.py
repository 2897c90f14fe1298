"""Åpne kort: short answers in your own words, each on a card of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field as Limit

from helu.activities.base import Kind, Settings, nothing_yet
from helu.activities.fields import Field, Texts
from helu.activities.pictures import Card, Cards, Picture
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _

LONGEST = 400


class OpenCardsSettings(Settings):
    cards: int = Limit(default=5, ge=1, le=20)
    max_length: int = Limit(default=LONGEST, ge=20, le=LONGEST)


class OpenCards(Kind):
    name = "open_cards"
    title = sentence("Åpne kort")
    use = sentence("Alle skriver korte svar med egne ord, ett per kort.")
    examples = ({"cards": ["Tryggere ledere"]}, {"cards": ["Et mål som betyr noe", "Tid til å lede"]})
    Settings = OpenCardsSettings

    def fields(self, settings: OpenCardsSettings) -> list[Field]:
        label = sentence("Svarene dine – ett per felt") if settings.cards > 1 else sentence("Svaret ditt")
        return [Texts(name="cards", label=label, max_items=settings.cards, max_length=settings.max_length)]

    def picture(self, settings: OpenCardsSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        return Cards(cards_of(answers, "cards"))

    def summarise(self, settings: OpenCardsSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        cards = sum(len(answer.values["cards"]) for answer in answers)
        return _("{cards} kort fra {people} svar.", cards=cards, people=len(answers))

    def export_rows(self, settings: OpenCardsSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{_("Kort"): card} for card in values["cards"]]


def cards_of(answers: Sequence[Given], field: str) -> list[Card]:
    """One card per text in the field, with keys that last."""
    return [Card(a.key(text), text, a.label) for a in answers for text in a.values.get(field, [])]
