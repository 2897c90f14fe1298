"""Ordsky: words and short phrases. Forms of the same word, in bokmål and nynorsk, are counted as one."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field as Limit

from helu.activities.base import Kind, Settings, nothing_yet
from helu.activities.fields import Field, Texts
from helu.activities.pictures import Cloud, Picture, Word
from helu.domain.given import Given
from helu.domain.words import Heap, heap
from helu.errors import sentence
from helu.i18n import _

MOST_SHOWN = 60


class WordCloudSettings(Settings):
    words: int = Limit(default=3, ge=1, le=10)
    max_length: int = Limit(default=40, ge=10, le=80)


class WordCloud(Kind):
    name = "word_cloud"
    title = sentence("Ordsky")
    use = sentence("Alle skriver noen ord. De som flere har skrevet, blir større.")
    examples = ({"words": ["trygghet", "mot"]}, {"words": ["tryggleik", "raushet"]})
    Settings = WordCloudSettings

    def fields(self, settings: WordCloudSettings) -> list[Field]:
        label = sentence("Ord eller korte uttrykk – ett per felt")
        return [Texts(name="words", label=label, max_items=settings.words, max_length=settings.max_length, lines=1)]

    def picture(self, settings: WordCloudSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        return Cloud([Word(each.key, each.text, each.count) for each in _heaps(answers)[:MOST_SHOWN]])

    def summarise(self, settings: WordCloudSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        said = ", ".join(f"{each.text} ({each.count})" for each in _heaps(answers)[:10])
        return _("{people} svar. Oftest: {said}.", people=len(answers), said=said)

    def export_rows(self, settings: WordCloudSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{_("Ord"): word} for word in values["words"]]


def _heaps(answers: Sequence[Given]) -> list[Heap]:
    return heap([answer.values["words"] for answer in answers])
