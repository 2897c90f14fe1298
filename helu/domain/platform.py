"""What a leader group's platform is made of: the parts, and the shape of each."""

from secrets import token_hex
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

ELEMENTS = (
    "purpose",
    "development_goals",
    "group_norms",
    "matters",
    "case_handling",
    "annual_cycle_meetings",
    "continuous_improvement",
)  # the wheel, in the order of data/method/platform_elements.yaml

Short = Annotated[str, Field(max_length=200)]
Long = Annotated[str, Field(max_length=4000)]
Id = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-zA-Z0-9_]+$")]


def new_id() -> str:
    return token_hex(5)


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Ref(Shape):
    """A stored Address: where a text came from."""

    place: str
    piece: str


class Line(Shape):
    id: Id = Field(default_factory=new_id)
    text: str = Field(default="", max_length=400)
    sources: list[Ref] = []


class Part(Shape):
    """One part of a platform, as a version holds it."""

    def rows(self) -> list[Line]:
        """What other steps can take as material."""
        return []


class Meaning(Shape):
    """«Hva betyr dette for oss?», said of a word or of a whole line."""

    what: Short  # the word as it stands, or a line's id
    text: str = Field(default="", max_length=1000)
    sources: list[Ref] = []


class Poster(Part):
    """Formålsplakaten. The sentence it begins with is the method's own."""

    lines: list[Line] = Field(default=[], max_length=6)
    meanings: list[Meaning] = Field(default=[], max_length=60)
    checked: list[Id] = []  # ids in the checklist of data/method/formalsplakat.yaml

    def rows(self) -> list[Line]:
        return self.lines


class Element(Part):
    """The text of one of the seven elements, and what remains to be done with it."""

    text: Long = ""
    sources: list[Ref] = []
    asides: dict[Id, Long] = {}  # the rows some questions have, such as before, during and between
    open_work: list[Line] = Field(default=[], max_length=30)


class Matter(Line):
    kind: Literal["information", "discussion", "decision"] = "discussion"
    balance: Literal["operations", "development"] = "development"
    line: str = ""  # the id of the poster line it serves; empty when it serves none


class Matters(Part):
    matters: list[Matter] = Field(default=[], max_length=100)

    def rows(self) -> list[Line]:
        return list(self.matters)


class Value(Line):
    actions: list[Line] = Field(default=[], max_length=20)
    attitudes: list[Line] = Field(default=[], max_length=20)


class Values(Part):
    vision: str = Field(default="", max_length=400)
    values: list[Value] = Field(default=[], max_length=12)

    def rows(self) -> list[Line]:
        return list(self.values)


class StructureCulture(Part):
    structure: list[Line] = Field(default=[], max_length=40)
    culture: list[Line] = Field(default=[], max_length=40)

    def rows(self) -> list[Line]:
        return [*self.structure, *self.culture]


class Principles(Part):
    lines: list[Line] = Field(default=[], max_length=20)

    def rows(self) -> list[Line]:
        return self.lines


class YearEntry(Shape):
    id: Id = Field(default_factory=new_id)
    title: Short
    month: int = Field(ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)
    kind: Literal["meeting", "matter", "deadline", "follow_up"] = "meeting"
    who: Short = ""
    repeats: Literal["year", "quarter", "month"] = "year"


class Year(Part):
    entries: list[YearEntry] = Field(default=[], max_length=120)


class Announcement(Shape):
    id: Id = Field(default_factory=new_id)
    audience: Short
    message: str = Field(default="", max_length=1000)
    who: Short = ""
    when: Short = ""
    sources: list[Ref] = []


class Launch(Part):
    audiences: list[Announcement] = Field(default=[], max_length=20)


PARTS: dict[str, type[Part]] = {
    "poster": Poster,
    **dict.fromkeys(ELEMENTS, Element),
    "matter_list": Matters,
    "values": Values,
    "structure_culture": StructureCulture,
    "principles": Principles,
    "year": Year,
    "launch": Launch,
}
