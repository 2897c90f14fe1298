"""Tekstkort: something to read together. Markdown, written by the facilitator only."""

from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from pydantic import Field as Limit

from helu.activities.base import Kind, Settings
from helu.activities.fields import Field
from helu.activities.pictures import Note, Picture
from helu.domain.given import Given
from helu.errors import sentence


class TextCardSettings(Settings):
    text: str = Limit(default="", max_length=4000)  # markdown


class TextCard(Kind):
    name = "text_card"
    title = sentence("Tekstkort")
    use = sentence("Noe alle skal lese eller høre sammen. Ingen svarer.")
    examples = ()
    Settings = TextCardSettings
    on_phone = True

    def fields(self, settings: TextCardSettings) -> list[Field]:
        return []

    def picture(self, settings: TextCardSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        return Note(render(settings.text))

    def summarise(self, settings: TextCardSettings, answers: Sequence[Given]) -> str:
        return settings.text


def render(markdown: str) -> str:
    """Safe HTML: headings, lists, emphasis, tables and quotes; no HTML of its own, no images, no links."""
    return _renderer().render(markdown)


@cache
def _renderer() -> MarkdownIt:
    return (
        MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table").disable(["image", "link", "autolink"])
    )
