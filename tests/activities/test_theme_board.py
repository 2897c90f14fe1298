"""What a theme board asks, shows and hands on."""

from helu.activities import ACTIVITIES
from helu.domain.board import Board, Card, Theme
from helu.domain.material import Address

KIND = ACTIVITIES["theme_board"]


def origin(key):
    return Address("there", key)


BOARD = Board(
    cards=(
        Card(1, "Færre møter", (origin("a"), origin("b")), theme=1),
        Card(2, "Møter med agenda", (origin("c"),), theme=1),
        Card(3, "Tid til fag", (origin("d"), origin("e"), origin("f"), origin("g")), theme=2),
        Card(4, "Vet ikke", (origin("h"),), state="parked"),
        Card(5, "Tillit. Ro.", (origin("i"),), state="split"),
        Card(6, "Tillit", (origin("i"),), split_from=5),
        Card(7, "Ro", (origin("i"),), split_from=5, theme=3),
    ),
    themes=(Theme(1, "Møter", "Vi møtes for ofte."), Theme(2, "Tid"), Theme(3, ""), Theme(4, "Tomt")),
    revision=9,
    undoable="merge",
)


def made(board=BOARD, **settings):
    return KIND.settings_of(settings, state=board)


def test_phones_are_asked_where_each_card_belongs():
    card, theme = KIND.fields(made())
    assert [option.value for option in card.options] == ["k1", "k2", "k3", "k4", "k6", "k7"]
    assert [option.value for option in theme.options] == ["t1", "t2", "t3", "t4", "p"]
    assert [option.label for option in theme.options][2] == "Tema 3"


def test_phones_are_asked_nothing_when_there_is_nothing_to_place_or_nowhere_or_not_their_turn():
    assert not KIND.fields(made(Board()))
    assert not KIND.fields(made(Board(cards=BOARD.cards)))
    assert not KIND.fields(made(Board(cards=BOARD.cards[:3], themes=BOARD.themes)))
    assert not KIND.fields(made(phones=False))


def test_what_phones_share_is_small_and_says_where_each_card_is():
    assert KIND.shared_with(made()) == {
        "revision": 9,
        "themes": [
            {"id": "t1", "name": "Møter"},
            {"id": "t2", "name": "Tid"},
            {"id": "t3", "name": "Tema 3"},
            {"id": "t4", "name": "Tomt"},
        ],
        "where": {"k1": "t1", "k2": "t1", "k3": "t2", "k4": "p", "k6": None, "k7": "t3"},
    }


def test_the_picture_tells_how_many_said_it_and_why_it_lies_there():
    picture = KIND.picture(made(), []).as_json()
    assert picture["shape"] == "board"
    assert (picture["revision"], picture["undoable"]) == (9, "Temaer slått sammen")
    assert picture["themes"][0] == {"number": 1, "name": "Møter", "summary": "Vi møtes for ofte."}
    assert picture["cards"][0] == {
        "number": 1,
        "text": "Færre møter",
        "count": 2,
        "theme": 1,
        "state": "open",
        "split_from": None,
        "why": ["møter"],
    }
    assert [card["why"] for card in picture["cards"] if card["theme"] is None] == [[], [], []]


def test_themes_are_handed_on_the_largest_first_with_all_they_stand_on():
    themes = KIND.things(made(), [], "themes")
    assert [(thing.key, thing.text) for thing in themes] == [("t2", "Tid"), ("t1", "Møter")]
    assert themes[1].origins == (origin("a"), origin("b"), origin("c"))


def test_summaries_and_cards_are_handed_on_too():
    (summary,) = KIND.things(made(), [], "summaries")
    assert (summary.key, summary.text, len(summary.origins)) == ("s1", "Vi møtes for ofte.", 3)
    assert [thing.key for thing in KIND.things(made(), [], "cards")] == ["k1", "k2", "k3", "k6", "k7"]


def test_the_sentence_counts_what_lies_on_the_board():
    assert KIND.summarise(made(), []) == "4 temaer, 5 kort, 1 igjen å plassere."


def test_an_answer_is_exported_in_words():
    assert KIND.export_rows(made(), {"card": "k1", "theme": "t2"}) == [{"Kort": "Færre møter", "Tema": "Tid"}]
    assert KIND.export_rows(made(), {"card": "k99", "theme": "p"}) == [{"Kort": "k99", "Tema": "Sett til side"}]
