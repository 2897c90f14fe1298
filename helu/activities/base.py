"""What a kind of activity has to be able to do."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limit

from helu.activities.fields import Field, Option, Wrong
from helu.activities.pictures import Picture
from helu.domain.given import Given
from helu.i18n import _

Words = dict[str, str]  # language -> text, as templates hold it


class Settings(BaseModel):
    """What the facilitator decides about one activity. Unknown settings are refused, so typing errors show."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


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
    on_phone: ClassVar[bool] = False  # the picture, empty of answers, also stands on the phone

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

    def settings_of(self, stored: Mapping[str, Any]) -> Any:
        return self.Settings.model_validate(stored)


def nothing_yet() -> str:
    return _("Ingen har svart ennå.")
