"""Tematavle: cards become themes. People and a proposal sort them, on the desk, on the wall and on phones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from helu.activities.base import Kind, Settings, What
from helu.activities.fields import Choice, Field, Option
from helu.activities.pictures import Picture
from helu.domain.board import Board, Card, Theme
from helu.domain.board_proposal import whys
from helu.domain.given import Given
from helu.domain.material import Address, Thing
from helu.errors import sentence
from helu.i18n import _

# What the newest move was, for the button that takes it back: kinds of moves as services/board.py logs them.
MOVES = {
    "place": sentence("Kort flyttet"),
    "phone": sentence("Kort plassert fra en telefon"),
    "park": sentence("Kort satt til side"),
    "unpark": sentence("Kort hentet fram igjen"),
    "merge": sentence("Temaer slått sammen"),
    "split_theme": sentence("Tema delt"),
    "split_card": sentence("Kort delt"),
    "rename": sentence("Tema fikk nytt navn"),
    "summarise": sentence("Oppsummering skrevet"),
    "add_card": sentence("Kort lagt til"),
    "add_theme": sentence("Tema lagt til"),
    "remove_theme": sentence("Tema tatt bort"),
    "order": sentence("Tema flyttet"),
    "propose": sentence("Temaer foreslått"),
    "headings": sentence("Kort sortert"),
}
_CARDS = (
    sentence("Alle tør å si fra"),
    sentence("Mer tid til fag"),
    sentence("Tillit mellom ledere"),
    sentence("Færre møter"),
)
_LYING = {1: 1, 2: 2}  # card -> theme, in the example
ASIDE = "p"  # the choice of no theme: the card is set aside


@dataclass(frozen=True)
class Slip:
    number: int
    text: str
    count: int  # how many have written it
    theme: int | None
    state: str  # open, parked or split
    split_from: int | None
    why: list[str]  # the words it shares with the rest of its theme


@dataclass(frozen=True)
class Heading:
    number: int
    name: str
    summary: str


@dataclass(frozen=True)
class BoardPicture(Picture):
    shape: ClassVar[str] = "board"
    cards: list[Slip]
    themes: list[Heading]  # in the order they stand
    revision: int
    undoable: str  # what the newest move was, in words; empty when none can be undone


class ThemeBoardSettings(Settings):
    phones: bool = True  # participants may place cards too


class ThemeBoard(Kind):
    name = "theme_board"
    title = sentence("Tematavle")
    use = sentence("Kortene samles i temaer. Helu foreslår, og dere flytter, slår sammen og gir navn.")
    examples = ({"card": "k3", "theme": "t1"}, {"card": "k4", "theme": ASIDE})
    Settings = ThemeBoardSettings
    gives = ("themes", "cards", "summaries")
    keeps = "board"
    slot_field = "card"
    desk = "board"
    shared = True
    always_shown = True

    def fields(self, settings: ThemeBoardSettings) -> list[Field]:
        """All cards can be moved, so that a thumb can change its mind; `shared_with` says which lie in no theme."""
        board = board_of(settings)
        if not (settings.phones and board.unplaced() and board.themes):
            return []
        cards = [Option(value=f"k{card.number}", label=card.text) for card in board.cards if card.state != "split"]
        themes = [Option(value=f"t{theme.number}", label=name_of(theme)) for theme in board.themes]
        return [
            Choice(name="card", label=sentence("Kort"), options=cards),
            Choice(
                name="theme",
                label=sentence("Hvor hører det hjemme?"),
                options=[*themes, Option(value=ASIDE, label=sentence("Sett til side"))],
            ),
        ]

    def picture(self, settings: ThemeBoardSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        board = board_of(settings)
        why = whys(board)
        return BoardPicture(
            cards=[_slip(card, why.get(card.number, [])) for card in board.cards],
            themes=[Heading(theme.number, theme.name, theme.summary) for theme in board.themes],
            revision=board.revision,
            undoable=_(MOVES.get(board.undoable, board.undoable)) if board.undoable else "",
        )

    def summarise(self, settings: ThemeBoardSettings, answers: Sequence[Given]) -> str:
        board = board_of(settings)
        return _(
            "{themes} temaer, {cards} kort, {left} igjen å plassere.",
            themes=len(board.themes),
            cards=sum(card.state == "open" for card in board.cards),
            left=len(board.unplaced()),
        )

    def export_rows(self, settings: ThemeBoardSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        """In words; a card or a theme that has gone since is told by its number."""
        board = board_of(settings)
        said = {f"k{card.number}": card.text for card in board.cards}
        said |= {f"t{theme.number}": name_of(theme) for theme in board.themes} | {ASIDE: _("Sett til side")}
        card, theme = values["card"], values["theme"]
        return [{_("Kort"): said.get(card, card), _("Tema"): said.get(theme, theme)}]

    def shared_with(self, settings: ThemeBoardSettings) -> dict[str, Any]:
        board = board_of(settings)
        return {
            "revision": board.revision,
            "themes": [{"id": f"t{theme.number}", "name": name_of(theme)} for theme in board.themes],
            "where": {f"k{card.number}": _where(card) for card in board.cards if card.state != "split"},
        }

    def things(self, settings: ThemeBoardSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        board = board_of(settings)
        if what == "cards":
            return [Thing(f"k{card.number}", card.text, card.sources) for card in board.cards if card.state == "open"]
        named = [theme for theme in board.largest_first() if board.in_theme(theme.number)]
        if what == "themes":
            return [Thing(f"t{theme.number}", theme.name, _from(board, theme)) for theme in named if theme.name]
        return [Thing(f"s{theme.number}", theme.summary, _from(board, theme)) for theme in named if theme.summary]


def board_of(settings: ThemeBoardSettings) -> Board:
    """The board as it is; in previews a small one that shows what it is for."""
    return settings.state if isinstance(settings.state, Board) else _example()


def name_of(theme: Theme) -> str:
    return theme.name or _("Tema {number}", number=theme.number)


def _example() -> Board:
    lying = tuple(Card(number, _(text), theme=_LYING.get(number)) for number, text in enumerate(_CARDS, 1))
    return Board(lying, (Theme(1, _("Trygghet")), Theme(2, _("Tid"), position=1)), used_cards=4, used_themes=2)


def _slip(card: Card, why: list[str]) -> Slip:
    return Slip(card.number, card.text, card.count, card.theme, card.state, card.split_from, why)


def _where(card: Card) -> str | None:
    if card.state == "parked":
        return ASIDE
    return None if card.theme is None else f"t{card.theme}"


def _from(board: Board, theme: Theme) -> tuple[Address, ...]:
    return tuple(dict.fromkeys(each for card in board.in_theme(theme.number) for each in card.sources))
