"""What a kind of activity has to be able to do."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, PrivateAttr
from pydantic import Field as Limit

from helu.activities.fields import Field, Option, Wrong
from helu.activities.pictures import Picture
from helu.domain.given import Given
from helu.domain.material import Thing
from helu.i18n import _

Words = dict[str, str]  # language -> text, as templates hold it
What = Literal["cards", "themes", "summaries", "options", "lines", "decisions", "commitments"]
SEEN_AT_ONCE = 6  # texts that have room over the count while a room answers
Material = Sequence[Mapping[str, Any]]  # Activity.material: what was taken when the activity was opened


class Source(BaseModel):
    """Earlier results that an activity takes as its material."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    activity: str = Limit(min_length=1, max_length=80)  # an activity's key, or a part of the group's platform
    what: What
    top: int | None = Limit(default=None, ge=1, le=60)  # only the first so many
    use: Literal["answer", "read"] = "answer"  # what is answered about, or only shown to be read


class Settings(BaseModel):
    """What the facilitator decides about one activity. Unknown settings are refused, so typing errors show."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    material: list[Source] = Limit(default=[], max_length=8)
    _state: Any = PrivateAttr(None)

    @property
    def state(self) -> Any:
        """What the activity works on when that is more than its answers; None in a preview."""
        return self._state


class Choosable(BaseModel):
    """An option with an id that never changes, so answers survive a change of wording."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    id: str = Limit(min_length=1, max_length=40, pattern=r"^[a-zA-Z0-9_]+$")
    text: str = Limit(min_length=1, max_length=200)


def options(choosables: Iterable[Choosable]) -> list[Option]:
    return [Option(value=each.id, label=each.text) for each in choosables]


def columns(choosables: Iterable[Choosable]) -> dict[str, str]:
    """Id -> heading in a file. Two that read the same get a number, or one would hide the other."""
    seen: Counter[str] = Counter()
    headings = {}
    for each in choosables:
        seen[each.text] += 1
        headings[each.id] = each.text if seen[each.text] == 1 else f"{each.text} ({seen[each.text]})"
    return headings


@dataclass(frozen=True)
class Beside:
    """What phones show of an activity that is not a question: something to read, and where to go."""

    lines: Sequence[str] = ()
    numbered: Sequence[str] = ()
    address: str = ""  # a path of our own; empty: there is nowhere to go
    label: str = ""  # of the button that leads there
    then: str = ""  # for those who have been there
    after: str = ""  # who sees what


class Kind(ABC):
    """One kind of activity, from the phone to the exported file.

    A kind draws nothing: `fields` say what phones ask for, `picture` what the wall shows. Both are
    data, so a new kind works on every surface at once. The values of an answer are what `fields` accept.
    """

    name: ClassVar[str]  # stored in the database and in templates; never change it
    title: ClassVar[str]  # bokmål, shown to the facilitator through the catalogue
    use: ClassVar[str]  # one sentence: when to choose it
    examples: ClassVar[tuple[dict[str, Any], ...]]  # values for previews, and for the tests
    Settings: ClassVar[type[Settings]]
    private: ClassVar[bool] = False  # what is written stays on the phone
    named: ClassVar[bool] = False  # it only makes sense with names
    on_phone: ClassVar[bool] = False  # the picture, empty of answers, also stands on the phone
    takes: ClassVar[str] = ""  # the setting, a list of Choosable, that material fills; empty: it is only read
    gives: ClassVar[tuple[What, ...]] = ()  # besides the cards that people wrote
    keeps: ClassVar[str] = ""  # what it works on that is more than its answers: a key in services/states.py
    slot_field: ClassVar[str] = ""  # one answer for each value of this field, instead of one for each phone
    desk: ClassVar[str] = ""  # the desk's own tool for it: helu/ui/work_<desk>.py
    shared: ClassVar[bool] = False  # phones follow what the others do to it; see `shared_with`
    autosave: ClassVar[bool] = False  # phones send by themselves while somebody writes
    who_sees: ClassVar[str] = ""  # said below the answer instead of the usual sentence
    desk_first: ClassVar[bool] = False  # the desk's own tool is the next right action, not going on
    always_shown: ClassVar[bool] = False  # the wall shows it also while phones are at work
    reveals: ClassVar[bool] = False  # and still there is more that waits until the facilitator shows it
    of_group: ClassVar[bool] = False  # it is about the gathering's group; without one there is nothing to show

    @abstractmethod
    def fields(self, settings: Any) -> list[Field]:
        """What to ask for on the phone; empty when nothing is asked."""

    @abstractmethod
    def picture(self, settings: Any, answers: Sequence[Given], round_: int = 0) -> Picture:
        """What everybody answered. `round_` counts from 0 and only matters for timed rounds."""

    @abstractmethod
    def summarise(self, settings: Any, answers: Sequence[Given]) -> str:
        """One sentence, for the report and for those who cannot see the picture."""

    def examples_for(self, settings: Any) -> list[dict[str, Any]]:
        """The examples as far as they fit these settings: for previews."""
        return [example for example in self.examples if self._fits(settings, example)]

    def _fits(self, settings: Any, example: Mapping[str, Any]) -> bool:
        try:
            for field in self.fields(settings):
                field.check(example.get(field.name))
        except Wrong:
            return False
        return True

    def export_rows(self, settings: Any, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        """One answer as rows of a spreadsheet. The same columns for every answer."""
        return [{field.label: values.get(field.name) for field in self.fields(settings)}]

    def settings_of(self, stored: Mapping[str, Any], material: Material = (), state: Any = None) -> Any:
        """The settings, with what was taken from earlier results in the place of the facilitator's own list."""
        settings = self.Settings.model_validate(stored)
        taken = [each for each in material if each["use"] == "answer"]
        if taken and self.takes:
            chosen = [Choosable.model_construct(id=each["key"], text=each["text"]) for each in taken]
            settings = settings.model_copy(update={self.takes: chosen})
        settings._state = state
        return settings

    def withholds(self, settings: Any, answers: Sequence[Given]) -> bool:
        """Whether nobody may read single answers now, neither on the desk nor in a file. Counts may be shown."""
        return False

    def weighed(self, settings: Any) -> list[str]:
        """Texts that must stand on the wall while the room answers and nothing is shown yet."""
        return []

    def beside(self, settings: Any) -> Beside | None:
        """What phones show besides what is asked, in the language of the phone."""
        return None

    def shared_with(self, settings: Any) -> dict[str, Any]:
        """What phones that work on it together are told four times a second at most: JSON, and small."""
        return {}

    def things(self, settings: Any, answers: Sequence[Given], what: What) -> list[Thing]:
        """What later activities can take from this one, the best first. Origins are filled in by the service."""
        return []


def reading_of(material: Material, takes: str) -> list[str]:
    """The texts of the material that is only shown to be read."""
    return [each["text"] for each in material if each["use"] == "read" or not takes]


def nothing_yet() -> str:
    return _("Ingen har svart ennå.")
