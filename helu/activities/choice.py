"""Flervalg: pick one or several of the options."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field as Limit

from helu.activities.base import Choosable, Kind, Settings, What, nothing_yet, options
from helu.activities.fields import Choice as ChoiceField
from helu.activities.fields import Choices, Field
from helu.activities.pictures import Bar, Bars, Picture
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.domain.tally import Count, tally
from helu.errors import sentence
from helu.i18n import _


class ChoiceSettings(Settings):
    options: list[Choosable] = Limit(
        default=[Choosable(id="yes", text="Ja"), Choosable(id="no", text="Nei")], min_length=2, max_length=20
    )
    several: bool = False


class Choice(Kind):
    name = "choice"
    title = sentence("Flervalg")
    use = sentence("Alle velger ett eller flere av alternativene.")
    examples = ({"chosen": "yes"}, {"chosen": "yes"}, {"chosen": "no"})
    Settings = ChoiceSettings
    takes = "options"
    gives = ("options",)

    def fields(self, settings: ChoiceSettings) -> list[Field]:
        offered = options(settings.options)
        if settings.several:
            return [
                Choices(name="chosen", label=sentence("Velg ett eller flere"), options=offered, max_items=len(offered))
            ]
        return [ChoiceField(name="chosen", label=sentence("Velg ett"), options=offered)]

    def picture(self, settings: ChoiceSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        labels = {each.id: each.text for each in settings.options}
        return Bars([_bar(count, labels[count.option]) for count in _counts(settings, answers)])

    def summarise(self, settings: ChoiceSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        labels = {each.id: each.text for each in settings.options}
        said = ", ".join(f"«{labels[c.option]}» {c.votes}" for c in _counts(settings, answers))
        return _("{people} svar: {said}.", people=len(answers), said=said)

    def export_rows(self, settings: ChoiceSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        labels = {each.id: each.text for each in settings.options}
        return [{_("Valg"): labels.get(value, value)} for value in _ballot(values)]

    def things(self, settings: ChoiceSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        labels = {each.id: each.text for each in settings.options}
        counts = sorted(_counts(settings, answers), key=lambda count: -count.votes)
        return [Thing(each.option, labels[each.option], weight=each.votes) for each in counts]


def _counts(settings: ChoiceSettings, answers: Sequence[Given]) -> list[Count]:
    return tally([each.id for each in settings.options], (_ballot(answer.values) for answer in answers))


def _ballot(values: Mapping[str, Any]) -> list[str]:
    chosen = values["chosen"]
    return chosen if isinstance(chosen, list) else [chosen]


def _bar(count: Count, label: str) -> Bar:
    return Bar(count.option, label, count.share, f"{count.votes} · {count.share:.0%}".replace("%", " %"))
