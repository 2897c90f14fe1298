"""What the wall can show. A kind makes one of these; pages/projector/assets draws it.

Every picture is plain data that turns into JSON. Words in it are drawn inert, except `Note.html`,
which only a facilitator can write.
"""

from dataclasses import dataclass, field, is_dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class Picture:
    shape: ClassVar[str]

    def as_json(self) -> dict[str, Any]:
        return {"shape": self.shape, **_plain(self)}


def _plain(value: Any) -> Any:
    """Like `dataclasses.asdict`, without copying every leaf: a wall of cards is drawn four times a second."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {name: _plain(each) for name, each in vars(value).items()}
    return value


@dataclass(frozen=True)
class Card:
    key: str  # lasting, so that a card keeps its place when others arrive
    text: str
    label: str = ""  # a name or a group


@dataclass(frozen=True)
class Note(Picture):
    shape: ClassVar[str] = "note"
    html: str


@dataclass(frozen=True)
class Cards(Picture):
    shape: ClassVar[str] = "cards"
    cards: list[Card]
    lead: str = ""  # the beginning of the sentence that the cards complete


@dataclass(frozen=True)
class Word:
    key: str
    text: str
    weight: int  # how many said it


@dataclass(frozen=True)
class Cloud(Picture):
    shape: ClassVar[str] = "cloud"
    words: list[Word]


@dataclass(frozen=True)
class Bar:
    key: str
    label: str
    share: float  # 0.0-1.0, the length of the bar
    said: str  # the figure in words, such as «12 · 39 %»
    low: float | None = None  # 0.0-1.0, the least and the most anyone gave, when that is of interest
    high: float | None = None


@dataclass(frozen=True)
class Bars(Picture):
    shape: ClassVar[str] = "bars"
    bars: list[Bar]
    numbered: bool = False  # first, second, third …


@dataclass(frozen=True)
class Row:
    key: str
    label: str
    counts: list[int]  # one per step, lowest first
    median: float | None
    mean: float | None
    answered: int


@dataclass(frozen=True)
class Spreads(Picture):
    shape: ClassVar[str] = "spreads"
    low: int
    high: int
    anchors: dict[int, str]
    rows: list[Row]


@dataclass(frozen=True)
class Column:
    key: str
    label: str
    cards: list[Card]


@dataclass(frozen=True)
class Columns(Picture):
    shape: ClassVar[str] = "columns"
    columns: list[Column]


@dataclass(frozen=True)
class Round:
    letter: str  # I, G or P
    title: str
    minutes: int | None
    how: str = ""


@dataclass(frozen=True)
class Role:
    title: str
    draw: str  # who gets it
    duty: str


@dataclass(frozen=True)
class Rounds(Picture):
    shape: ClassVar[str] = "rounds"
    rounds: list[Round]
    now: int  # index into rounds
    roles: list[Role] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
