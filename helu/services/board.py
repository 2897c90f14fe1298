"""A theme board: cards come onto it, people and a proposal sort them, and every move can be undone.

Each deed is one transaction that holds the gathering's row: two who move at once do it one after the other, on the
board as it then is. What no longer fits is refused with a sentence. `services/board_rows.py` has the tables.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import Session, col, select

from helu.domain import board_moves, themes
from helu.domain.board import Board, Gone
from helu.domain.board_log import Altered, changes
from helu.domain.board_log import undo as undone
from helu.domain.board_moves import LONGEST_SUMMARY, OneThought
from helu.domain.board_proposal import LONGEST_NAME
from helu.domain.board_proposal import propose as proposed
from helu.domain.board_taking import gather
from helu.domain.material import Address, Thing
from helu.domain.text import clean, is_blank, one_line
from helu.errors import Misfit, NotFound, sentence
from helu.services import board_rows, material
from helu.services.states import Keeper
from helu.services.telling import tell_changed, tell_reshaped
from helu.store.tables import Activity, HiddenPiece, Workshop

LONGEST_CARD = 1000
MOST_CARDS, MOST_THEMES = 5000, 200  # made by hand

_GONE = sentence("Noen andre har flyttet eller tatt bort dette i mellomtiden. Se på tavla, og prøv på nytt.")
_ONE_THOUGHT = sentence("Kortet ser ut til å holde én tanke. Skriv selv hva det skal deles i.")
_NOTHING = sentence("Det er ingenting å angre.")
_FULL = sentence("Det er ikke plass til flere på tavla.")

Move = Callable[[Board], Board]


def read(db: Session, activity: Activity) -> Board:
    """The board without what is hidden: a card is gone when all that it stands on is."""
    board = board_rows.load(db.connection(), activity.id)
    hidden = _hidden(db, board)
    if not hidden:
        return board
    away = _away(board, hidden)
    seen = (card for card in board.cards if card.number not in away)
    return replace(
        board,
        cards=tuple(replace(card, sources=tuple(each for each in card.sources if each not in hidden)) for card in seen),
    )


def fill(db: Session, activity: Activity, found: Sequence[tuple[str, Thing]]) -> None:
    """Cards for what is new; nothing is moved or removed. Does not commit."""
    db.flush()
    _hold(db, activity.workshop_id)
    connection = db.connection()
    before = board_rows.load(connection, activity.id)
    after = gather(before, [(Address(place, thing.key), thing.text[:LONGEST_CARD]) for place, thing in found])
    if done := changes(before, after):
        board_rows.save(connection, activity.id, "fill", before, after, done)


def act(connection: Connection, activity_id: UUID, values: Mapping[str, Any]) -> None:
    """A card placed from a phone; nothing happens when the card or the theme is not there any more."""
    number, where = int(values["card"][1:]), values["theme"]
    theme = None if where == "p" else int(where[1:])
    before = board_rows.load_part(connection, activity_id, number, theme)
    try:
        after = board_moves.park(before, number, True) if theme is None else board_moves.place(before, number, theme)
    except Gone:
        return
    if done := changes(before, after):
        board_rows.save(connection, activity_id, board_rows.PHONE, before, after, done)


def forget_order(db: Session, activity: Activity) -> None:
    """When phones place no more: what tells in which order they did goes, and can no longer be undone one by one."""
    board_rows.forget_phones(db.connection(), activity.id)


KEEPER = Keeper(read, fill, act, forget_order)


def fetch(db: Session, workshop: Workshop, activity: Activity) -> None:
    """Take what has been written since the board was opened."""
    _hold(db, workshop.id)
    material.take(db, workshop, db.get_one(Activity, activity.id))
    tell_reshaped(db, workshop)


def place(db: Session, workshop: Workshop, activity: Activity, card: int, theme: int | None) -> Board:
    return _do(db, workshop, activity, "place", lambda board: board_moves.place(board, card, theme))


def park(db: Session, workshop: Workshop, activity: Activity, card: int, parked: bool = True) -> Board:
    what = "park" if parked else "unpark"
    return _do(db, workshop, activity, what, lambda board: board_moves.park(board, card, parked))


def merge(db: Session, workshop: Workshop, activity: Activity, theme: int, into: int) -> Board:
    return _do(db, workshop, activity, "merge", lambda board: board_moves.merge(board, theme, into))


def split_theme(
    db: Session, workshop: Workshop, activity: Activity, theme: int, cards: Sequence[int], name: str = ""
) -> Board:
    name = _text(name, LONGEST_NAME, blank=True)
    return _do(
        db, workshop, activity, "split_theme", lambda board: board_moves.split_theme(_room(board), theme, cards, name)
    )


def split_card(
    db: Session, workshop: Workshop, activity: Activity, card: int, texts: Sequence[str] | None = None
) -> Board:
    """Without `texts` it is divided where its thoughts seem to part."""
    given = None if texts is None else [_text(each, LONGEST_CARD) for each in texts if not is_blank(each)]

    def move(board: Board) -> Board:
        return board_moves.split_card(board, card, themes.split(board.card(card).text) if given is None else given)

    return _do(db, workshop, activity, "split_card", move)


def rename(db: Session, workshop: Workshop, activity: Activity, theme: int, name: str) -> Board:
    name = _text(name, LONGEST_NAME)
    return _do(db, workshop, activity, "rename", lambda board: board_moves.rename(board, theme, name))


def summarise(db: Session, workshop: Workshop, activity: Activity, theme: int, text: str) -> Board:
    text = _long(text, LONGEST_SUMMARY)
    return _do(db, workshop, activity, "summarise", lambda board: board_moves.summarise(board, theme, text))


def add_card(db: Session, workshop: Workshop, activity: Activity, text: str, theme: int | None = None) -> Board:
    text = _text(text, LONGEST_CARD)
    return _do(db, workshop, activity, "add_card", lambda board: board_moves.add_card(_room(board), text, theme))


def add_theme(db: Session, workshop: Workshop, activity: Activity, name: str) -> Board:
    name = _text(name, LONGEST_NAME)
    return _do(db, workshop, activity, "add_theme", lambda board: board_moves.add_theme(_room(board), name))


def remove_theme(db: Session, workshop: Workshop, activity: Activity, theme: int) -> Board:
    return _do(db, workshop, activity, "remove_theme", lambda board: board_moves.remove_theme(board, theme))


def order(db: Session, workshop: Workshop, activity: Activity, theme: int, position: int) -> Board:
    return _do(db, workshop, activity, "order", lambda board: board_moves.order(board, theme, position))


def propose(
    db: Session,
    workshop: Workshop,
    activity: Activity,
    groups: int | None = None,
    again: bool = False,
    headings: Sequence[str] | None = None,
) -> Board:
    """Sort the cards that lie in no theme; `again`: all of them. See `helu.domain.board_proposal`."""
    names = None if headings is None else [_text(each, LONGEST_NAME) for each in headings if not is_blank(each)]

    def move(board: Board) -> Board:
        own = board_rows.named_by_people(db.connection(), activity.id)
        return proposed(board, groups, names, again, own, _away(board, _hidden(db, board)))

    return _do(db, workshop, activity, "propose" if names is None else "headings", move)


def undo(db: Session, workshop: Workshop, activity: Activity) -> Board:
    """Take back the newest move that can be: one whose cards and themes are as it left them. Raises Misfit."""
    held = _hold(db, workshop.id)
    connection = db.connection()
    before = board_rows.load(connection, activity.id)
    tried = []
    for number, _what in board_rows.moves(connection, activity.id):
        tried.append(number)
        try:
            after = undone(before, board_rows.changed_by(connection, activity.id, number))
        except Altered:
            continue
        board_rows.mark_undone(connection, activity.id, tried)
        board_rows.save(connection, activity.id, "undo", before, after, changes(before, after))
        return _told(db, held, activity, before)
    board_rows.mark_undone(connection, activity.id, tried)
    tell_changed(db, held)
    raise Misfit(_NOTHING)


def origins_of(db: Session, activity: Activity, piece: str) -> list[Address]:
    """What a card, «k12», or a theme, «t3», on the board stands on. Raises NotFound."""
    board = read(db, activity)
    if not re.fullmatch(r"[kt][0-9]{1,7}", piece):
        raise NotFound
    number = int(piece[1:])
    try:
        cards = [board.card(number)] if piece[0] == "k" else board.in_theme(board.theme(number).number)
    except Gone:
        raise NotFound from None
    return list(dict.fromkeys(each for card in cards for each in card.sources))


def _do(db: Session, workshop: Workshop, activity: Activity, what: str, move: Move) -> Board:
    """One move, logged and told. Nothing is written when nothing changes."""
    held = _hold(db, workshop.id)
    connection = db.connection()
    before = board_rows.load(connection, activity.id)
    try:
        after = move(before)
    except Gone:
        raise Misfit(_GONE) from None
    except OneThought:
        raise Misfit(_ONE_THOUGHT) from None
    done = changes(before, after)
    if not done:
        return before
    board_rows.save(connection, activity.id, what, before, after, done)
    return _told(db, held, activity, before)


def _told(db: Session, workshop: Workshop, activity: Activity, before: Board) -> Board:
    """Commit, and have the screens redrawn."""
    after = board_rows.load(db.connection(), activity.id)
    tell = tell_changed if _asked(before) == _asked(after) else tell_reshaped
    tell(db, workshop)
    return after


def _asked(board: Board) -> tuple[Any, ...]:
    """What phones are asked: which cards there are to place, and where."""
    cards = [(card.number, card.text) for card in board.cards if card.state != "split"]
    return cards, [(theme.number, theme.name) for theme in board.themes], bool(board.unplaced())


def _hold(db: Session, workshop_id: UUID) -> Workshop:
    """The gathering's row as it is now, held until the deed is done."""
    held = db.get(Workshop, workshop_id, populate_existing=True, with_for_update=True)
    if held is None:
        raise NotFound
    return held


def _hidden(db: Session, board: Board) -> set[Address]:
    """What is hidden of all that the cards stand on."""
    places = {each.place for card in board.cards for each in card.sources if ":" not in each.place}
    if not places:
        return set()
    rows = select(HiddenPiece).where(col(HiddenPiece.activity_id).in_([UUID(place) for place in places]))
    return {Address(str(row.activity_id), row.key) for row in db.exec(rows)}


def _away(board: Board, hidden: set[Address]) -> set[int]:
    return {card.number for card in board.cards if card.sources and hidden.issuperset(card.sources)}


def _room(board: Board) -> Board:
    if len(board.cards) >= MOST_CARDS or len(board.themes) >= MOST_THEMES:
        raise Misfit(_FULL)
    return board


def _text(text: str, most: int, blank: bool = False) -> str:
    return _long(one_line(text), most, blank)


def _long(text: str, most: int, blank: bool = True) -> str:
    """Cleaned. Raises Misfit when it is too long, or when there is nothing in it and there should be."""
    kept = clean(text)
    if len(kept) > most:
        raise Misfit(sentence("Teksten har {length} tegn, og det er plass til {most}."), length=len(kept), most=most)
    if is_blank(kept):
        if not blank:
            raise Misfit(sentence("Skriv noe først."))
        return ""
    return kept
