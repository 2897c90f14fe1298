"""Privat notat: written on the phone, kept on the phone, never sent."""

from collections.abc import Sequence

from pydantic import Field as Limit

from helu.activities.base import Kind, Settings
from helu.activities.fields import Field
from helu.activities.pictures import Note, Picture
from helu.activities.text_card import render
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _


class PrivateNoteSettings(Settings):
    prompt: str = Limit(default="", max_length=1000)  # markdown, shown on the wall and above the note


class PrivateNote(Kind):
    name = "private_note"
    title = sentence("Privat notat")
    use = sentence("Hver og en skriver for seg selv. Notatet blir på telefonen og sendes aldri.")
    examples = ()
    Settings = PrivateNoteSettings
    on_phone = True
    private = True

    def fields(self, settings: PrivateNoteSettings) -> list[Field]:
        return []

    def picture(self, settings: PrivateNoteSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        return Note(render(settings.prompt or _("Skriv for deg selv på telefonen. Ingen andre ser det du skriver.")))

    def summarise(self, settings: PrivateNoteSettings, answers: Sequence[Given]) -> str:
        return _("Notatene ligger på deltakernes egne telefoner.")
