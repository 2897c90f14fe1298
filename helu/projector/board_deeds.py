"""What may be asked of a board, as JSON: read strictly, each deed with its own arguments."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limit

from helu.services import board

Number = Annotated[int, Limit(ge=1, le=1_000_000)]
Words = Annotated[str, Limit(max_length=10_000)]  # how long each may be, the service says with a sentence


class Deed(BaseModel):
    """The names of the fields are the arguments of the service's function."""

    model_config = ConfigDict(extra="forbid", strict=True)

    run: ClassVar[Any]


class Place(Deed):
    run = board.place
    card: Number
    theme: Number | None


class Park(Deed):
    run = board.park
    card: Number
    parked: bool


class Merge(Deed):
    run = board.merge
    theme: Number
    into: Number


class SplitTheme(Deed):
    run = board.split_theme
    theme: Number
    cards: list[Number] = Limit(min_length=1, max_length=5000)
    name: Words = ""


class SplitCard(Deed):
    run = board.split_card
    card: Number
    texts: list[Words] | None = Limit(max_length=50)


class Rename(Deed):
    run = board.rename
    theme: Number
    name: Words


class Summarise(Deed):
    run = board.summarise
    theme: Number
    text: Words


class AddCard(Deed):
    run = board.add_card
    text: Words
    theme: Number | None = None


class AddTheme(Deed):
    run = board.add_theme
    name: Words


class RemoveTheme(Deed):
    run = board.remove_theme
    theme: Number


class Order(Deed):
    run = board.order
    theme: Number
    position: int = Limit(ge=0, le=1000)


class Propose(Deed):
    run = board.propose
    groups: int | None = Limit(default=None, ge=1, le=40)
    again: bool = False


class Undo(Deed):
    run = board.undo


DEEDS: dict[str, type[Deed]] = {
    "place": Place,
    "park": Park,
    "merge": Merge,
    "split_theme": SplitTheme,
    "split_card": SplitCard,
    "rename": Rename,
    "summarise": Summarise,
    "add_card": AddCard,
    "add_theme": AddTheme,
    "remove_theme": RemoveTheme,
    "order": Order,
    "propose": Propose,
    "undo": Undo,
}
