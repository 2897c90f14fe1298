"""The inputs a phone can show. An activity lists them; form, JSON state and checks follow.

The types, their attributes and their JSON values are the phone's public contract. A new type is
written down in docs/phone.md first.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, ClassVar, Literal, Protocol

from pydantic import BaseModel, ConfigDict

from helu.domain.text import clean, is_blank, one_line
from helu.errors import HeluError, sentence

Piece = tuple[str, str]  # (where in the value, the words): what can be hidden one by one


class Form(Protocol):
    """What a browser sends when it has no JavaScript."""

    def getlist(self, key: str) -> list[Any]: ...


class Wrong(HeluError):
    """One field does not hold what it should."""


_UNREADABLE = sentence("Dette kunne ikke leses. Fyll ut på nytt.")
_MISSING = sentence("Fyll ut dette før du sender.")


class Option(BaseModel):
    model_config = ConfigDict(frozen=True)

    value: str
    label: str


class _Field(BaseModel):
    """`read` takes a plain form apart; `check` returns the value to store, or raises `Wrong`."""

    model_config = ConfigDict(frozen=True)
    blank: ClassVar[Any] = ""

    name: str
    label: str
    required: bool = True

    def read(self, form: Form) -> Any:
        return next(iter(form.getlist(self.name)), None)

    def pieces(self, value: Any) -> Iterable[Piece]:
        """The words in the value that one person wrote, each with its place."""
        return ()

    def without(self, value: Any, places: set[str]) -> Any:
        """The value with some pieces taken out."""
        return value

    def _missing(self) -> Any:
        if self.required:
            raise Wrong(_MISSING)
        return self.blank


class Text(_Field):
    type: Literal["text"] = "text"
    max_length: int = 400
    lines: int = 3  # how tall to draw it

    def check(self, given: Any) -> str:
        text = _text(given, self.max_length)
        return text if text else self._missing()

    def pieces(self, value: Any) -> Iterable[Piece]:
        return [("0", value)] if value else []

    def without(self, value: Any, places: set[str]) -> Any:
        return "" if places else value


class Texts(_Field):
    type: Literal["texts"] = "texts"
    blank: ClassVar[Any] = []
    max_length: int = 400
    max_items: int = 5
    lines: int = 2

    def read(self, form: Form) -> Any:
        return form.getlist(self.name)

    def check(self, given: Any) -> list[str]:
        if given is None:
            return self._missing()
        if not isinstance(given, list):
            raise Wrong(_UNREADABLE)
        texts = [text for item in given if (text := _text(item, self.max_length))]
        texts = list(dict.fromkeys(texts))
        if len(texts) > self.max_items:
            raise Wrong(sentence("Du kan sende høyst {most}. Ta bort noen."), most=self.max_items)
        return texts or self._missing()

    def pieces(self, value: Any) -> Iterable[Piece]:
        return [(str(at), text) for at, text in enumerate(value or [])]

    def without(self, value: Any, places: set[str]) -> Any:
        return [text for at, text in enumerate(value) if str(at) not in places]


class Choice(_Field):
    type: Literal["choice"] = "choice"
    options: list[Option]

    def check(self, given: Any) -> str:
        if given in (None, ""):
            return self._missing()
        if given not in [option.value for option in self.options]:
            raise Wrong(sentence("Velg ett av alternativene."))
        return str(given)


class Choices(_Field):
    type: Literal["choices"] = "choices"
    blank: ClassVar[Any] = []
    options: list[Option]
    max_items: int

    def read(self, form: Form) -> Any:
        return form.getlist(self.name)

    def check(self, given: Any) -> list[str]:
        chosen = _list(given)
        if any(value not in [option.value for option in self.options] for value in chosen):
            raise Wrong(sentence("Velg blant alternativene."))
        if len(chosen) > self.max_items:
            raise Wrong(sentence("Velg høyst {most}. Ta bort noen."), most=self.max_items)
        return chosen or self._missing()


class Scale(_Field):
    type: Literal["scale"] = "scale"
    blank: ClassVar[Any] = None
    min: int = 1
    max: int = 7
    anchors: dict[int, str] = {}
    skippable: bool = False

    def check(self, given: Any) -> int | None:
        if given in (None, ""):
            return None if self.skippable else self._missing()
        step = _whole(given)
        if not self.min <= step <= self.max:
            raise Wrong(sentence("Velg et trinn fra {low} til {high}."), low=self.min, high=self.max)
        return step


class Points(_Field):
    type: Literal["points"] = "points"
    blank: ClassVar[Any] = {}
    total: int
    options: list[Option]
    exact: bool = True  # all of them must be used
    unit: Literal["points", "dots"] = "points"

    def read(self, form: Form) -> Any:
        cells = {o.value: next(iter(form.getlist(f"{self.name}-{o.value}")), "") for o in self.options}
        return {value: given for value, given in cells.items() if given != ""}

    def check(self, given: Any) -> dict[str, int]:
        if given is None:
            return self._missing()
        if not isinstance(given, Mapping):
            raise Wrong(_UNREADABLE)
        if any(value not in [option.value for option in self.options] for value in given):
            raise Wrong(_UNREADABLE)
        points = {value: _whole(each) for value, each in given.items()}
        if any(each < 0 for each in points.values()):
            raise Wrong(_UNREADABLE)
        used = sum(points.values())
        if used > self.total or (self.exact and used != self.total):
            raise Wrong(sentence("Du har brukt {used} av {total}. Fordel {total}."), used=used, total=self.total)
        points = {value: each for value, each in points.items() if each}
        return points or self._missing()


class Rank(_Field):
    type: Literal["rank"] = "rank"
    blank: ClassVar[Any] = []
    options: list[Option]

    def read(self, form: Form) -> Any:
        """Without JavaScript each option has a place; equal places keep the order of the options."""
        placed = [(next(iter(form.getlist(f"{self.name}-{o.value}")), ""), o.value) for o in self.options]
        return [value for place, value in sorted(placed, key=lambda pair: _place(pair[0]))]

    def check(self, given: Any) -> list[str]:
        order = _list(given)
        if not order:
            return self._missing()
        if sorted(order) != sorted(option.value for option in self.options):
            raise Wrong(sentence("Gi alle alternativene en plass."))
        return order


class Matrix(_Field):
    type: Literal["matrix"] = "matrix"
    blank: ClassVar[Any] = {}
    rows: list[Option]
    max_length: int = 400

    def read(self, form: Form) -> Any:
        return {row.value: next(iter(form.getlist(f"{self.name}-{row.value}")), "") for row in self.rows}

    def check(self, given: Any) -> dict[str, str]:
        if given is None:
            return self._missing()
        if not isinstance(given, Mapping):
            raise Wrong(_UNREADABLE)
        if any(value not in [row.value for row in self.rows] for value in given):
            raise Wrong(_UNREADABLE)
        cells = {row: text for row, each in given.items() if (text := _text(each, self.max_length))}
        return cells or self._missing()

    def pieces(self, value: Any) -> Iterable[Piece]:
        return list((value or {}).items())

    def without(self, value: Any, places: set[str]) -> Any:
        return {row: text for row, text in value.items() if row not in places}


Field = Annotated[Text | Texts | Choice | Choices | Scale | Points | Rank | Matrix, "a field on a phone"]


def _text(given: Any, longest: int) -> str:
    if given is None:
        return ""
    if not isinstance(given, str):
        raise Wrong(_UNREADABLE)
    text = clean(given)
    if len(text) > longest:
        raise Wrong(
            sentence("Teksten har {length} tegn, og det er plass til {most}. Kort den ned."),
            length=len(text),
            most=longest,
        )
    return "" if is_blank(text) else text


def _list(given: Any) -> list[str]:
    if given is None:
        return []
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise Wrong(_UNREADABLE)
    return list(dict.fromkeys(given))


def _whole(given: Any) -> int:
    """A whole number from JSON or from a form; anything else is refused."""
    text = one_line(given) if isinstance(given, str) else str(given)
    if isinstance(given, bool) or not text.lstrip("-").isdecimal() or len(text) > 6:
        raise Wrong(sentence("Skriv et helt tall."))
    return int(text)


def _place(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 4 else 999
