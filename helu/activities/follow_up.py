"""Hvordan gikk det?: opens a gathering with what was promised the last time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from helu.activities.base import Kind, Settings
from helu.activities.commitments import Commitments, Count, Row
from helu.activities.fields import Choice, Field, Option, Text
from helu.activities.pictures import Picture
from helu.domain.follow_up import STATUSES, Commitment, counts_of
from helu.domain.given import Given
from helu.errors import sentence
from helu.i18n import _, language, speaking

SAID = {
    "planned": sentence("Planlagt"),
    "started": sentence("I gang"),
    "done": sentence("Gjort"),
    "dropped": sentence("Lagt bort"),
}
HOW_MANY = {
    "planned": sentence("{count} planlagt"),
    "started": sentence("{count} i gang"),
    "done": sentence("{count} gjort"),
    "dropped": sentence("{count} lagt bort"),
}
MOST = 60  # options on one phone page
SHORT = 120  # characters of a commitment in a list to choose from


@dataclass(frozen=True)
class State:
    """What the group has promised in its earlier gatherings, and the language to ask in."""

    commitments: tuple[Commitment, ...]
    language: str | None = None


# For previews: a gathering that has nothing to look back on yet.
_HERE = "00000000-0000-0000-0000-000000000000"
_KARIS = Commitment(
    _HERE, "1" * 16, "Kari", sentence("Ta opp rekkefølgen på sakene"), sentence("1. mars"), status="done"
)
_OLAS = Commitment(_HERE, "2" * 16, "Ola", sentence("Spørre to andre før jeg bestemmer"), status="started")


class FollowUpSettings(Settings):
    pass


class FollowUp(Kind):
    name = "follow_up"
    title = sentence("Hvordan gikk det?")
    use = sentence("Åpner samlingen med det dere forpliktet dere til sist. Salen ser hva som er gjort.")
    examples = (
        {"commitment": _KARIS.id, "status": "done", "note": "Vi ble ferdige to ganger på rad"},
        {"commitment": _OLAS.id, "status": "started", "note": ""},
    )
    Settings = FollowUpSettings
    keeps = "commitments"
    slot_field = "commitment"
    who_sees = sentence("Det du skriver, vises på storskjermen ved siden av avtalen, som står der med navn.")
    desk = "commitments"

    def fields(self, settings: FollowUpSettings) -> list[Field]:
        state = _state(settings)
        if not state.commitments:
            return []
        with speaking(state.language or language()):
            return [
                Choice(
                    name="commitment",
                    label=sentence("Hvilken forpliktelse gjelder det?"),
                    options=[Option(value=each.id, label=_label(each)) for each in state.commitments[:MOST]],
                ),
                Choice(
                    name="status",
                    label=sentence("Hvordan går det?"),
                    options=[Option(value=status, label=_(SAID[status])) for status in STATUSES],
                ),
                Text(
                    name="note",
                    label=sentence("Hva så dere, eller hva kom i veien? Kan stå tom"),
                    max_length=400,
                    lines=2,
                    required=False,
                ),
            ]

    def picture(self, settings: FollowUpSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        commitments = _state(settings).commitments
        counts = [
            Count(status, _(HOW_MANY[status], count=count)) for status, count in counts_of(commitments).items() if count
        ]
        rows = [_row(each, answers) for each in commitments]
        return Commitments(rows, counts, _("Vi har ingen forpliktelser fra før. Her begynner vi med blanke ark."))

    def summarise(self, settings: FollowUpSettings, answers: Sequence[Given]) -> str:
        commitments = _state(settings).commitments
        if not commitments:
            return _("Vi har ingen forpliktelser fra før. Her begynner vi med blanke ark.")
        said = ", ".join(_(HOW_MANY[status], count=n) for status, n in counts_of(commitments).items() if n)
        return _("{count} forpliktelser: {said}.", count=len(commitments), said=said)

    def export_rows(self, settings: FollowUpSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        lines = {each.id: each.line for each in _state(settings).commitments}
        return [
            {
                _("Forpliktelse"): lines.get(values.get("commitment", ""), ""),
                _("Hvordan det går"): status_words(values.get("status", "")),
                _("Merknad"): values.get("note", ""),
            }
        ]


def status_words(status: str) -> str:
    return _(SAID[status]) if status in SAID else ""


def _row(each: Commitment, answers: Sequence[Given]) -> Row:
    """Notes come from the answers, so that one that is hidden on the desk is not shown."""
    notes = sorted({a.values.get("note") or "" for a in answers if a.values.get("commitment") == each.id} - {""})
    said = status_words(each.status)
    return Row(each.id, each.who, each.what, each.when, "", each.status, said, " · ".join(notes))


def _label(each: Commitment) -> str:
    what = each.line if len(each.line) <= SHORT else f"{each.line[:SHORT].rstrip()} …"
    return f"{what} ({each.when})" if each.when else what


def _state(settings: FollowUpSettings) -> State:
    return settings.state if settings.state is not None else _example()


def _example() -> State:
    return State(tuple(replace(each, what=_(each.what), when=each.when and _(each.when)) for each in (_KARIS, _OLAS)))
