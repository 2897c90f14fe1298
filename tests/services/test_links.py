"""A gathering that went out as a file and came in again still knows where its texts came from."""

from sqlmodel import select

from helu.domain.material import Address, addresses
from helu.services import exporting, material, results, running
from helu.store.database import reading, writing
from helu.store.platform_tables import BoardCard, BoardTheme
from tests.services.test_material import CARDS, Room, room

__all__ = ["room"]


def again(room: Room) -> Room:
    with reading() as db:
        file = exporting.export(db, room.workshop, "json")
    with writing() as db:
        return Room(room.organisation, room.group, exporting.import_json(db, room.organisation, file))


def test_options_and_what_is_read_keep_their_words_and_their_cards(room):
    room.open("prikker")
    room.open("provd")
    came = again(room)
    vote = came.activity("prikker")
    assert {each["text"] for each in vote.material} == set(CARDS)
    assert {each["use"] for each in came.activity("provd").material} == {"read"}
    for each in vote.material:
        with reading() as db:
            (leaf,) = material.trail(db, addresses(each["from"]))
        assert (leaf.text, leaf.activity) == (each["text"], "ideer")
        assert leaf.address.place == str(came.activity("ideer").id)


def test_a_board_comes_along_with_themes_summaries_and_origins(room):
    ideas, board = room.activity("ideer"), room.activity("prikker")
    with writing() as db:
        pieces = results.pieces_in(db, ideas)
        db.add(BoardTheme(activity_id=board.id, number=3, name="Trygghet", summary="Trygge ledere først."))
        sources = [Address(str(ideas.id), piece.key).as_json() for piece in pieces]
        db.add(BoardCard(activity_id=board.id, number=7, text="Trygge ledere", sources=sources, theme=3))
        db.add(BoardCard(activity_id=board.id, number=8, text="Skrevet på tavla", sources=[], state="parked"))
    came = again(room)
    with reading() as db:
        kept = came.activity("prikker").id
        (theme,) = db.exec(select(BoardTheme).where(BoardTheme.activity_id == kept)).all()
        cards = db.exec(select(BoardCard).where(BoardCard.activity_id == kept).order_by("number")).all()
        leaves = material.trail(db, addresses(cards[0].sources))
    assert (theme.number, theme.name, theme.summary) == (3, "Trygghet", "Trygge ledere først.")
    assert [(card.number, card.theme, card.state) for card in cards] == [(7, 3, "open"), (8, None, "parked")]
    assert {leaf.text for leaf in leaves} == set(CARDS)


def test_what_the_file_does_not_hold_is_left_out_of_the_trail(room):
    vote = room.open("prikker")
    with writing() as db:
        held = db.merge(vote)
        held.material = [
            {
                "key": "x",
                "text": "Fra plattformen",
                "use": "answer",
                "from": [{"place": "platform:1:poster", "piece": "l1"}],
            }
        ]
    came = again(room)
    assert [(each["text"], each["from"]) for each in came.activity("prikker").material] == [("Fra plattformen", [])]
    with reading() as db:
        assert running.activities_in(db, came.workshop.id)
