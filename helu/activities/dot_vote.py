"""Prikkstemming: place a few dots on what matters most."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field as Limit

from helu.activities.base import SEEN_AT_ONCE, Choosable, Kind, Settings, What, columns, nothing_yet, options
from helu.activities.fields import Choices, Field, Points
from helu.activities.pictures import Bar, Bars, Picture
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.domain.tally import Share, share_out
from helu.errors import sentence
from helu.i18n import _


class DotVoteSettings(Settings):
    options: list[Choosable] = Limit(
        default=[Choosable(id="a", text="A"), Choosable(id="b", text="B")], min_length=2, max_length=40
    )
    dots: int = Limit(default=3, ge=1, le=20)
    stacking: bool = True  # several dots on the same


class DotVote(Kind):
    name = "dot_vote"
    title = sentence("Prikkstemming")
    use = sentence("Alle setter noen få prikker på det som er viktigst. Prikkene kan flyttes til det stenges.")
    examples = ({"dots": {"a": 2, "b": 1}}, {"dots": {"b": 3}})
    Settings = DotVoteSettings
    takes = "options"
    gives = ("options",)

    def fields(self, settings: DotVoteSettings) -> list[Field]:
        offered, label = options(settings.options), sentence("Sett prikkene dine")
        if settings.stacking:
            return [Points(name="dots", label=label, total=settings.dots, options=offered, exact=False, unit="dots")]
        return [Choices(name="dots", label=label, options=offered, max_items=settings.dots)]

    def picture(self, settings: DotVoteSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        labels = {each.id: each.text for each in settings.options}
        shares = sorted(_shares(settings, answers), key=lambda share: -share.points)
        most = max((share.points for share in shares), default=0) or 1
        return Bars([_bar(share, labels[share.option], most) for share in shares], numbered=True)

    def summarise(self, settings: DotVoteSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        labels = {each.id: each.text for each in settings.options}
        shares = sorted(_shares(settings, answers), key=lambda share: -share.points)
        said = ", ".join(f"«{labels[s.option]}» {s.points}" for s in shares)
        return _("{people} har stemt. Prikker: {said}.", people=len(answers), said=said)

    def export_rows(self, settings: DotVoteSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        ballot = _ballot(values)
        return [{text: ballot.get(id_, 0) for id_, text in columns(settings.options).items()}]

    def weighed(self, settings: DotVoteSettings) -> list[str]:
        return [each.text for each in settings.options] if len(settings.options) <= SEEN_AT_ONCE else []

    def things(self, settings: DotVoteSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        labels = {each.id: each.text for each in settings.options}
        shares = sorted(_shares(settings, answers), key=lambda share: -share.points)
        return [Thing(each.option, labels[each.option], weight=each.points) for each in shares]


def _shares(settings: DotVoteSettings, answers: Sequence[Given]) -> list[Share]:
    return share_out([each.id for each in settings.options], [_ballot(answer.values) for answer in answers])


def _ballot(values: Mapping[str, Any]) -> dict[str, int]:
    dots = values["dots"]
    return dots if isinstance(dots, dict) else dict.fromkeys(dots, 1)


def _bar(share: Share, label: str, most: int) -> Bar:
    said = _("{dots} prikker fra {people}", dots=share.points, people=share.givers)
    return Bar(share.option, label, share.points / most, said)
