"""What a paper is made of on the page. Every printer can draw each of these, and nothing else."""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar


class Block:
    __slots__ = ()
    name: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Said:
    """A text with the numbers of the cards it came from."""

    text: str
    origin: str = ""
    cards: tuple[tuple[str, int], ...] = ()  # (as printed: «12» or «12–15», the first card)

    @property
    def numbers(self) -> str:
        return ", ".join(text for text, _first in self.cards)


@dataclass(frozen=True, slots=True)
class Heading(Block):
    name = "heading"
    text: str
    level: int = 1  # 1 begins on a new page when `fresh`
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Words(Block):
    """Running text."""

    name = "words"
    said: Said


@dataclass(frozen=True, slots=True)
class Note(Block):
    """Helu's own words, quieter than the group's."""

    name = "note"
    text: str
    leads: bool = False  # stays on the page of what follows


@dataclass(frozen=True, slots=True)
class Points(Block):
    name = "points"
    items: tuple[Said, ...]
    numbered: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Table(Block):
    name = "table"
    headings: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    widths: tuple[int, ...]  # shares of the page, one for each column
    about: str = ""  # read aloud and not drawn


@dataclass(frozen=True, slots=True)
class Box(Block):
    """A decision."""

    name = "box"
    title: str
    said: Said
    facts: str
    reservations: tuple[str, str] | None = None  # (heading, text)
    bars: tuple[tuple[str, int], ...] = ()
    bars_said: str = ""
    tone: str = "adopted"


@dataclass(frozen=True, slots=True)
class Sheet(Block):
    """The poster, on a page of its own."""

    name = "sheet"
    organisation: str
    lead: str
    lines: tuple[str, ...]
    foot: str
    language: str


@dataclass(frozen=True, slots=True)
class Wheel(Block):
    name = "wheel"
    centre: str
    spokes: tuple[tuple[str, float, str], ...]  # (title, 0 when not asked, else 1 to 5, the number in words)
    said: str


@dataclass(frozen=True, slots=True)
class Year(Block):
    name = "year"
    months: tuple[tuple[str, tuple[str, ...]], ...]  # (short name, kinds of what happens then)
    kinds: tuple[tuple[str, str], ...]  # (kind, in words), those that are in use
    said: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its cards."""

    step: str  # the heading in the programme; empty when it is the same as above
    title: str
    cards: tuple[tuple[int, str], ...]  # (number, text)


@dataclass(frozen=True, slots=True)
class Cards(Block):
    """The room's own cards with their numbers, in two columns."""

    name = "cards"
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Front(Block):
    """The title page."""

    name = "front"
    title: str
    organisation: str
    group: str
    facts: tuple[tuple[str, str], ...]
    contents: str  # the heading of the table of contents


def as_json(block: Block) -> dict[str, Any]:
    return {"block": block.name, **asdict(block)}  # type: ignore[call-overload]
