"""What the wall may show of a group's leadership: pictures that its rounds have let out, and what they are called."""

from collections.abc import Callable
from functools import cache

from sqlmodel import Session

from helu.activities.group_radar import NO_GROUP, NOTHING_YET, State
from helu.activities.radar_picture import Seen, Talk
from helu.content.balance import balance_model
from helu.content.balance_words import balance_words
from helu.content.feedback_words import feedback_words
from helu.content.group_speech import said_on_wall
from helu.content.words import Words
from helu.i18n import LANGUAGES, speaking
from helu.services import group_rounds
from helu.services.group_rounds import Picture
from helu.services.states import Keeper
from helu.store.tables import Activity, Workshop


def seen(picture: Picture | None) -> Seen | None:
    if picture is None:
        return None
    said = _in_all(lambda: said_on_wall(picture.current, picture.wanted))
    return Seen(picture.on, picture.people, picture.current, picture.wanted, picture.spread, said)


@cache
def talk() -> Talk:
    words, dialogue = balance_words(), feedback_words().dialogue
    names = {each.id: _said(each.label) for each in words.dimensions}
    names |= {each.id: _said(each.label) for each in words.behaviours()}
    return Talk(names, _said(dialogue.ground_rule), tuple(_said(each) for each in dialogue.questions))


def _in_all(say: Callable[[], list[str]]) -> list[dict[str, str]]:
    """Each sentence in every language: who draws it knows which one to use."""
    said = []
    for language in LANGUAGES:
        with speaking(language):
            said.append(say())
    return [dict(zip(LANGUAGES, each, strict=True)) for each in zip(*said, strict=True)]


def _said(words: Words) -> dict[str, str]:
    return {language: text for language in ("nb", "nn", "en") if (text := getattr(words, language))}


def _read(db: Session, activity: Activity) -> State:
    group_id = db.get_one(Workshop, activity.workshop_id).group_id
    if group_id is None:
        return State(balance_model(), talk(), why=NO_GROUP)
    shown = [found for each in group_rounds.rounds_of(db, group_id) if (found := group_rounds.picture_of(each))]
    now, before = map(seen, (*shown[:2], None, None)[:2])
    why = "" if now else NOTHING_YET
    return State(balance_model(), talk(), now, before, why, balance_model().floor)


KEEPER = Keeper(read=_read)
