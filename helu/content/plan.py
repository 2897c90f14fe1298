"""A template in one language, for one organisation: what a new gathering starts with."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from helu.activities import ACTIVITIES
from helu.content.mend import misfit
from helu.content.template import Item, Template, TemplateActivity
from helu.content.words import Words, in_language
from helu.i18n import known

ORGANISATION = "{organisation}"
NAMELESS = {"nb": "organisasjonen", "nn": "organisasjonen", "en": "the organisation"}


@dataclass(frozen=True)
class PlannedActivity:
    key: str  # the id in the template
    kind: str
    title: str
    hint: str | None
    script: str | None
    settings: dict[str, Any]  # as the kind's Settings take them; JSON
    anonymous: bool
    live: bool
    answers_each: int
    minutes: int | None
    groups: int
    language: str  # the language the title really is in


@dataclass(frozen=True)
class PlannedItem:
    key: str
    title: str
    subtitle: str | None
    kind: str
    start: str | None  # HH:MM
    minutes: int
    activities: list[PlannedActivity]


@dataclass(frozen=True)
class Plan:
    template: str
    title: str
    language: str
    items: list[PlannedItem]
    missing: list[str]  # titles of what is not, or not wholly, in the language


def plan(template: Template, language: str, organisation: str) -> Plan:
    """The template in the language, with the organisation's name filled in.

    Raises Misfit when the name makes a setting too long.
    """
    speaker = _Speaker(known(language), organisation)
    title = speaker.say(template.title) or ""
    items = [_item(item, speaker) for item in template.items]
    return Plan(template.id, title, speaker.language, items, speaker.missing)


class _Speaker:
    """Puts texts into one language and remembers where that was not possible."""

    def __init__(self, language: str, organisation: str) -> None:
        self.language = language
        self.organisation = organisation.strip() or NAMELESS[language]
        self.missing: list[str] = []

    def say(self, words: Words | None) -> str | None:
        return self.name(words.in_language(self.language)[0]) if words else None

    def name(self, value: Any) -> Any:
        if isinstance(value, str):
            return value.replace(ORGANISATION, self.organisation)  # not format: the name is anybody's text
        if isinstance(value, dict):
            return {key: self.name(each) for key, each in value.items()}
        return [self.name(each) for each in value] if isinstance(value, list) else value

    def note(self, title: Words, texts: Iterable[Words | None], settings_in: set[str] | None = None) -> None:
        used = {text.in_language(self.language)[1] for text in texts if text} | (settings_in or set())
        if used - {self.language}:
            self.missing.append(self.say(title) or "")


def _item(item: Item, speaker: _Speaker) -> PlannedItem:
    speaker.note(item.title, [item.title, item.subtitle])
    return PlannedItem(
        key=item.id,
        title=speaker.say(item.title) or "",
        subtitle=speaker.say(item.subtitle),
        kind=item.kind,
        start=item.start,
        minutes=item.minutes,
        activities=[_activity(activity, speaker) for activity in item.activities],
    )


def _activity(activity: TemplateActivity, speaker: _Speaker) -> PlannedActivity:
    settings, used = in_language(activity.settings, speaker.language)
    speaker.note(activity.title, [activity.title, activity.hint, activity.script], used)
    return PlannedActivity(
        key=activity.id,
        kind=activity.kind,
        title=speaker.say(activity.title) or "",
        hint=speaker.say(activity.hint),
        script=speaker.say(activity.script),
        settings=_stored(activity, speaker.name(settings)),
        anonymous=activity.anonymous,
        live=activity.live,
        answers_each=activity.answers_each,
        minutes=activity.minutes,
        groups=activity.groups,
        language=activity.title.in_language(speaker.language)[1],
    )


def _stored(activity: TemplateActivity, settings: dict[str, Any]) -> dict[str, Any]:
    try:
        fitting = ACTIVITIES[activity.kind].settings_of(settings)
    except ValidationError as error:
        raise misfit(error, (activity.id, "settings")) from None
    return fitting.model_dump(mode="json", exclude_unset=True)
