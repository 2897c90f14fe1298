"""«Lederplattform for …»: what a leader group takes home and puts in its archive, before anybody has printed it.

Texts are the group's own and stay as they were written. What the method says, such as an element's title and its
questions, is given in the paper's language; what Helu adds, such as headings, is said when it is printed.
"""

from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date as Day
from importlib import import_module
from typing import Any, Literal, get_args

from helu.domain.text import clean

FORMATS = ("pdf", "docx", "pptx")

Status = Literal["", "draft", "in_review", "adopted"]  # empty: nothing is written yet
Outcome = Literal["adopted", "reserved", "returned"]
Pledge = Literal["planned", "started", "done", "dropped"]

STATUSES: tuple[Status, ...] = get_args(Status)
PLEDGES: tuple[Pledge, ...] = get_args(Pledge)


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody wrote, and the way back to the room's cards."""

    text: str
    origin: str = ""  # in words: «9 kort, Idémyldring»
    cards: tuple[int, ...] = ()  # their numbers in the appendix


@dataclass(frozen=True, slots=True)
class State:
    """How far a part has come. What was adopted last is what the paper shows, also when a newer draft is waiting."""

    status: Status = ""
    version: int = 0
    date: Day | None = None  # when this version was made
    newer: int = 0  # the number of a draft that is newer than what was adopted; 0 when there is none


@dataclass(frozen=True, slots=True)
class Meaning:
    what: str  # the word, or the whole line
    text: Text


@dataclass(frozen=True, slots=True)
class Poster:
    lead: str  # the sentence that every line goes on from
    lines: tuple[Text, ...]
    meanings: tuple[Meaning, ...] = ()
    state: State = State()


@dataclass(frozen=True, slots=True)
class Element:
    """One of the seven."""

    title: str
    questions: tuple[str, ...]
    text: Text = Text("")
    asides: tuple[tuple[str, str], ...] = ()  # (heading, text), such as before, during and between meetings
    mean: float | None = None  # 1 to 5, as the group sees it; None when it has not been asked
    answers: int = 0
    open_work: tuple[Text, ...] = ()
    state: State = State()


@dataclass(frozen=True, slots=True)
class Matter:
    text: Text
    kind: Literal["information", "discussion", "decision"]
    balance: Literal["operations", "development"]
    line: int | None = None  # the poster line it serves, from 1


@dataclass(frozen=True, slots=True)
class Value:
    word: Text
    actions: tuple[Text, ...] = ()
    attitudes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    text: Text
    outcome: Outcome
    date: Day
    about: str = ""  # the title of the part it concerns
    present: int = 0
    support: tuple[tuple[str, int], ...] = ()  # (grade in words, how many), from full support to block
    reservations: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    what: str
    who: str = ""
    when: str = ""
    sign: str = ""  # the first sign that it works
    status: Pledge = "planned"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Announcement:
    audience: str
    message: Text
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class YearEntry:
    title: str
    month: int
    day: int | None = None
    kind: str = "meeting"  # or matter, deadline, follow_up: as in helu.domain.platform.YearEntry
    who: str = ""
    repeats: Literal["year", "quarter", "month"] = "year"

    @property
    def months(self) -> tuple[int, ...]:
        """Every month it comes round in, in the order of the year."""
        apart = {"year": 12, "quarter": 3, "month": 1}[self.repeats]
        return tuple(month for month in range(1, 13) if (month - self.month) % apart == 0)


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    summary: str = ""
    cards: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """A theme board: the room's cards, as people sorted them."""

    title: str
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Card:
    number: int  # within the whole appendix, from 1
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question the room was asked, and its cards."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A heading in a programme."""

    title: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    title: str
    date: Day | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    organisation: str
    group: str  # the group's name, or the gathering's title
    date: Day  # when the paper was made
    language: str = "nb"
    version: str = ""  # «2.3»: adopted twice, and three versions since
    purpose: str = ""  # what the paper is for, in the method's words; empty leaves it out
    poster: Poster | None = None
    elements: tuple[Element, ...] = ()
    matters: tuple[Matter, ...] = ()
    vision: str = ""
    values: tuple[Value, ...] = ()
    structure: tuple[Text, ...] = ()
    culture: tuple[Text, ...] = ()
    principles: tuple[Text, ...] = ()
    decisions: tuple[Decision, ...] = ()  # the newest first
    commitments: tuple[Commitment, ...] = ()
    launch: tuple[Announcement, ...] = ()
    year: tuple[YearEntry, ...] = ()
    next_steps: tuple[str, ...] = ()  # the group's own; what remains is found from the rest
    boards: tuple[Board, ...] = ()
    gatherings: tuple[Gathering, ...] = ()  # the oldest first, as their cards are numbered

    @property
    def status(self) -> Literal["adopted", "partly", "draft"]:
        """Adopted when the poster and every element are."""
        states = [each.state.status for each in self.elements] + ([self.poster.state.status] if self.poster else [])
        if states and all(each == "adopted" for each in states):
            return "adopted"
        return "partly" if "adopted" in states else "draft"

    @property
    def cards(self) -> int:
        return sum(len(asked.cards) for each in self.gatherings for step in each.steps for asked in step.asked)


def print_paper(paper: Paper, format: str) -> bytes:  # noqa: A002
    """The paper as a file.

    `pdf`: PDF/UA-1 and PDF/A-2a on A4, for reading aloud and for the archive. `docx`: the same content in Word's own
    styles, headings and tables. `pptx`: some ten slides for the next meeting, all text editable.
    Raises KeyError on any other format.
    """
    printer = import_module(f"helu.documents.{_PRINTERS[format]}")  # typst and the office formats take a moment
    made: bytes = printer.made_of(_tidied(paper))
    return made


# Lines that end in Unicode's own ways, and two characters that XML has no room for and no font can draw.
_ODD = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\ufffe": None, "\uffff": None})


def _tidied(value: Any) -> Any:
    """Every text without what cannot be seen or stored: office files refuse control characters."""
    if isinstance(value, str):
        return clean(value.translate(_ODD))
    if isinstance(value, tuple):
        return tuple(_tidied(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _tidied(getattr(value, each.name)) for each in fields(value)})
    return value


_PRINTERS = {"pdf": "paper_pdf", "docx": "paper_docx", "pptx": "paper_slides"}
