"""A gathering as a file: what docs/export.md describes, read strictly and written the same way every time."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic import Field as Limit
from pydantic_core import PydanticCustomError

from helu.activities import ACTIVITIES
from helu.content import mend
from helu.content.mend import Place
from helu.domain.text import clean
from helu.errors import HeluError, Misfit, sentence

SCHEMA = 1
MOST_BYTES = 20 * 1024 * 1024
MOST_ANSWERS = 20_000  # to one activity
MOST_ITEMS, MOST_ACTIVITIES = 200, 500
LONGEST, HIGHEST = 4000, 1_000_000  # of one text and one number

_UNFIT = sentence("Filen kan ikke tas inn ennå. Se {place}: {mend}.")
NOT_ANSWERED_SO = sentence("svaret passer ikke til aktiviteten, så rett det eller ta det bort")
_MENDS = {
    "list_type": sentence("skriv en liste i hakeparenteser"),
    "dict_type": sentence("skriv navn og verdi i krøllparenteser"),
    "model_type": sentence("skriv navn og verdi i krøllparenteser"),
    "not_answered_so": NOT_ANSWERED_SO,
}


def _value(value: Any) -> Any:
    """Cleaned, and in one of the shapes that phones send; whether it fits the question is seen later."""
    if value is None or _is_whole(value):
        return value
    if _is_text(value):
        return clean(value)
    if isinstance(value, list) and all(map(_is_text, value)):
        return [clean(each) for each in value]
    if isinstance(value, dict) and all(_is_text(each) or _is_whole(each) for each in value.values()):
        return {name: clean(each) if isinstance(each, str) else each for name, each in value.items()}
    raise PydanticCustomError("not_answered_so", "not an answer")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST


Language = Literal["nb", "nn", "en"]
Name = Annotated[str, Limit(min_length=1, max_length=40)]
Value = Annotated[Any, AfterValidator(_value)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Hidden(_Strict):
    """A piece that is off the wall; both empty when it is the whole answer."""

    field: str = Limit(max_length=40)
    place: str = Limit(max_length=40)


class AnswerInFile(_Strict):
    values: dict[Name, Value]
    label: Annotated[str, AfterValidator(clean)] = Limit(default="", max_length=80)
    group: str = Limit(default="", pattern=r"^(g[0-9]{1,3})?$")
    by_hand: bool = False
    given_at: AwareDatetime | None = None
    hidden: list[Hidden] = []


class OriginInFile(_Strict):
    """Where a text came from: a piece of an answer, or something else that an activity in the file has made."""

    activity: int = Limit(ge=1, le=10_000)  # its number
    piece: str = Limit(default="", max_length=40)  # empty when it is a piece of an answer
    answer: int = Limit(default=0, ge=0, le=MOST_ANSWERS)  # which one of the activity's, from 0
    field: str = Limit(default="", max_length=40)
    place: str = Limit(default="", max_length=40)


class MaterialInFile(_Strict):
    key: str = Limit(pattern=r"^[a-zA-Z0-9_]{1,40}$")
    text: Annotated[str, AfterValidator(clean)] = Limit(max_length=4000)
    use: Literal["answer", "read"]
    origins: list[OriginInFile] = Limit(default=[], max_length=MOST_ANSWERS)


class CardInFile(_Strict):
    number: int = Limit(ge=1, le=1_000_000)
    text: Annotated[str, AfterValidator(clean)] = Limit(max_length=1000)
    theme: int | None = None
    state: Literal["open", "parked", "split"] = "open"
    split_from: int | None = None
    origins: list[OriginInFile] = Limit(default=[], max_length=MOST_ANSWERS)


class ThemeInFile(_Strict):
    number: int = Limit(ge=1, le=1_000_000)
    name: Annotated[str, AfterValidator(clean)] = Limit(default="", max_length=200)
    summary: Annotated[str, AfterValidator(clean)] = Limit(default="", max_length=2000)
    position: int = Limit(default=0, ge=-1_000_000, le=1_000_000)


class BoardInFile(_Strict):
    cards: list[CardInFile] = Limit(default=[], max_length=20_000)
    themes: list[ThemeInFile] = Limit(default=[], max_length=2000)


class ActivityInFile(_Strict):
    number: int = Limit(ge=1, le=10_000)  # its place in the whole gathering
    key: str = Limit(min_length=1, max_length=80)
    kind: str
    title: str = Limit(min_length=1, max_length=400)
    hint: str = Limit(default="", max_length=1000)
    script: str = Limit(default="", max_length=4000)
    settings: dict[str, Any] = {}
    language: Language
    anonymous: bool = True
    live: bool = False
    answers_each: int = Limit(default=1, ge=1, le=100)
    minutes: int | None = Limit(default=None, ge=0, le=10_000)
    groups: int = Limit(default=0, ge=0, le=100)
    skipped: bool = False
    material: list[MaterialInFile] = Limit(default=[], max_length=500)
    board: BoardInFile | None = None
    answers: list[AnswerInFile] = Limit(default=[], max_length=MOST_ANSWERS)

    @field_validator("kind")
    @classmethod
    def _known(cls, kind: str) -> str:
        if kind not in ACTIVITIES:
            raise PydanticCustomError("unknown_kind", "unknown kind", {"known": ", ".join(ACTIVITIES)})
        return kind

    @field_validator("settings")
    @classmethod
    def _fit(cls, settings: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        kind = ACTIVITIES.get(info.data.get("kind", ""))
        return kind.settings_of(settings).model_dump(mode="json", exclude_unset=True) if kind else settings


class ItemInFile(_Strict):
    key: str = Limit(min_length=1, max_length=80)
    kind: Literal["talk", "workshop", "break", "end"]
    title: str = Limit(min_length=1, max_length=200)
    subtitle: str = Limit(default="", max_length=400)
    start: str = Limit(default="", pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9])?$")
    minutes: int = Limit(default=0, ge=0, le=100_000)
    activities: list[ActivityInFile] = Limit(default=[], max_length=MOST_ACTIVITIES)


class Numbers(_Strict):
    joined: int = Limit(default=0, ge=0, le=100_000)
    answers: int = Limit(default=0, ge=0, le=100_000_000)  # to be read; what counts is the answers themselves


class GatheringInFile(_Strict):
    helu: Literal["gathering"]
    version: Literal[1] = Limit(alias="schema")
    # The original's; a gathering that is read in gets its own.
    id: str = Limit(default="", max_length=80)
    code: str = Limit(default="", max_length=32)
    created: datetime | None = None
    title: str = Limit(min_length=1, max_length=200)
    language: Language
    template: str = Limit(default="blank", max_length=80)
    numbers: Numbers = Numbers()
    items: list[ItemInFile] = Limit(max_length=MOST_ITEMS)

    @field_validator("items")
    @classmethod
    def _in_one_order(cls, items: list[ItemInFile]) -> list[ItemInFile]:
        used = Counter(activity.number for item in items for activity in item.activities)
        number, times = (used.most_common(1) or [(0, 0)])[0]
        if times > 1:
            raise PydanticCustomError("twice", "used twice", {"id": number})
        return items


def has_shape(type_: str, value: Any) -> bool:
    """Whether a field of this type can have stored the value, also before its settings were changed."""
    if isinstance(value, dict):
        of = str if type_ == "matrix" else int
        return type_ in {"matrix", "points", "choices"} and all(isinstance(each, of) for each in value.values())
    if isinstance(value, list):
        return type_ in {"texts", "choices", "rank", "choice", "points"}
    if isinstance(value, str):
        return type_ in {"text", "choice", "choices"}
    return type_ == "scale"


def write_file(gathering: Mapping[str, Any]) -> bytes:
    """What is stored is written as it is; it is checked when it is read in again."""
    return json.dumps(gathering, ensure_ascii=False, indent=2).encode() + b"\n"


def read_file(file: bytes) -> GatheringInFile:
    """Raises Misfit, whose sentence names the place and how to mend it."""
    if len(file) > MOST_BYTES:
        raise Misfit(sentence("Filen er for stor: høyst {most} MB."), most=MOST_BYTES // 1024**2)
    try:
        text = file.decode("utf-8-sig")
        found = GatheringInFile.model_validate_json(text)
    except UnicodeDecodeError:
        raise Misfit(sentence("Filen er ikke lagret som UTF-8. Lagre den på nytt, og prøv igjen.")) from None
    except ValidationError as error:
        raise _misfit(error) from None
    _require_text(found.model_dump(by_alias=True), ())
    return found


def unfit(place: tuple[Any, ...], said: str) -> Misfit:
    """A fault at a place in the file. Places count from 1."""
    return Misfit(_UNFIT, place=Place(_path(place)), mend=HeluError(said))


def _require_text(value: Any, place: tuple[Any, ...]) -> None:
    """Refuses what no database can hold."""
    if isinstance(value, str) and "\0" in value:
        raise unfit(place, sentence("ta bort tegnet som ikke kan vises"))
    if isinstance(value, dict):
        for name, each in value.items():
            _require_text(name, place)
            _require_text(each, (*place, name))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            _require_text(each, (*place, at))


def _misfit(error: ValidationError) -> Misfit:
    first = mend.gravest(error)
    if first["type"] == "json_invalid":
        why = str(first.get("ctx", {}).get("error", ""))
        return Misfit(sentence("Filen er ikke gyldig JSON: {why}. Hent den ut av Helu på nytt."), why=why)
    places = [each["loc"] for each in error.errors(include_url=False, include_input=False)]
    if () in places or ("helu",) in places:
        return Misfit(sentence("Filen er ikke en samling fra Helu. Velg en .json-fil hentet ut av Helu."))
    if ("schema",) in places:
        return Misfit(sentence("Filen er laget av en annen utgave av Helu. Oppgrader, og prøv igjen."))
    said = _MENDS.get(first["type"])
    fault = mend.misfit(error, [str(step) for step in first["loc"]])
    return Misfit(_UNFIT, place=Place(_path(first["loc"])), mend=HeluError(said) if said else fault.mend)


def _path(place: tuple[Any, ...]) -> str:
    return " › ".join(str(step + 1) if isinstance(step, int) else str(step) for step in place)
