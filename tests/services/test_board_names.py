"""Groups name the themes of a board; the names come back to it with a click, not by typing them once more."""

from uuid import uuid4

from helu.services import board, board_names
from helu.store.database import reading, writing
from helu.store.tables import Answer
from tests.services.test_material import Room, add, from_, room

__all__ = ["room"]


def test_names_from_the_groups_reach_the_theme_they_are_for(room: Room) -> None:
    with writing() as db:
        add(db, room.workshop, "tavla", "theme_board", material=from_("ideer"))
        add(db, room.workshop, "navn", "matrix_text", material=from_("tavla", "themes"))
    sorted_on = room.open("tavla")
    with writing() as db:
        board.add_theme(db, room.workshop, sorted_on, "Uten navn")
    with reading() as db:
        (theme,) = board.read(db, sorted_on).themes
        cards = [card.number for card in board.read(db, sorted_on).cards]
    with writing() as db:
        board.place(db, room.workshop, sorted_on, cards[0], theme.number)
    naming = room.open("navn")
    (row,) = naming.material
    for text in ("Trygghet", "Trygghet ", "Mot"):
        with writing() as db:
            db.add(Answer(activity_id=naming.id, author=uuid4(), attempt=1, content={"rows": {row["key"]: text}}))
    with reading() as db:
        assert board_names.suggested(db, sorted_on) == {theme.number: ["Mot", "Trygghet"]}
        assert board_names.boards_of(naming) == [str(sorted_on.id)]
        assert board_names.boards_of(sorted_on) == []
