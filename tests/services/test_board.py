"""The theme board: what comes onto it, every move and its way back, and a room that moves at once.

Kari and Ola place cards from their phones; Astrid sorts on the desk.
"""

from threading import Thread
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlalchemy import text as sql
from sqlmodel import select

from helu.domain.board import Board
from helu.domain.material import Address, Thing
from helu.errors import HeluError, Misfit
from helu.services import answering, board, erasing, gatherings, material, results, running, showing
from helu.store.database import is_sqlite, reading, writing
from helu.store.platform_tables import BoardCard, BoardDeed, BoardTheme
from helu.store.tables import Activity, Answer

CARDS = ("Trygge ledere", "Trygge leiarar sier fra", "Færre møter", "Møter med agenda", "Mer tid", "trygge  ledere!")


@pytest.fixture
def tavle(world) -> Activity:
    """A board that takes the room's cards, planned after them."""
    with writing() as db:
        cards = world.activity("open_cards")
        made = Activity(
            workshop_id=world.workshop.id,
            item_id=cards.item_id,
            position=20,
            key="tavle",
            kind="theme_board",
            title="Hva er det vi sier?",
            settings={"material": [{"activity": "open_cards", "what": "cards"}]},
        )
        db.add(made)
    return made


@pytest.fixture
def opened(world, tavle) -> Activity:
    write(world, *CARDS)
    open_(world, tavle)
    return tavle


def write(world, *cards) -> None:
    """One person for each card."""
    with writing() as db:
        for text in cards:
            content = {"cards": [text]}
            answer = Answer(activity_id=world.activity("open_cards").id, author=uuid4(), slot="0", attempt=1)
            answer.content = content
            db.add(answer)


def open_(world, activity) -> None:
    with writing() as db:
        running.open_activity(db, world.workshop, activity.id)


def seen(activity) -> Board:
    with reading() as db:
        return board.read(db, db.get_one(Activity, activity.id))


def do(world, activity, deed, *about, **more) -> Board:
    with writing() as db:
        return deed(db, world.workshop, activity, *about, **more)


def number_of(activity, text) -> int:
    return next(card.number for card in seen(activity).cards if card.text.startswith(text))


def laid(found: Board):
    """All that people see of a board."""
    return found.cards, found.themes


def log(activity) -> list[BoardDeed]:
    with reading() as db:
        rows = select(BoardDeed).where(BoardDeed.activity_id == activity.id)
        return sorted(db.exec(rows), key=lambda row: row.number)


def place_from_phone(world, activity, device, card, theme, attempt=1):
    here = showing.current(world.workshop.id)
    values = {"card": f"k{card}", "theme": theme}
    return answering.store([answering.prepare(here, device, activity.id, 0, attempt, values)])[0]


def test_opening_the_board_lays_out_the_cards_and_an_exact_repeat_once(world, opened):
    cards = {card.text.casefold().strip("! "): card.count for card in seen(opened).cards}
    assert len(cards) == 5
    assert sum(cards.values()) == 6
    assert 2 in cards.values()


def test_opening_it_again_brings_only_what_is_new_and_moves_nothing(world, opened):
    do(world, opened, board.propose)
    before = seen(opened)
    write(world, "Helt nytt", "MER TID.")
    do(world, opened, board.fetch)
    after = seen(opened)
    assert [(card.number, card.theme) for card in after.cards[:-1]] == [(c.number, c.theme) for c in before.cards]
    assert after.cards[-1].text == "Helt nytt"
    assert next(card for card in after.cards if card.text == "Mer tid").count == 2
    do(world, opened, board.fetch)
    assert laid(seen(opened)) == laid(after)


def test_a_hidden_card_leaves_the_board_and_comes_back_where_it_lay(world, opened):
    theme = do(world, opened, board.add_theme, "Møter").themes[0].number
    card = number_of(opened, "Færre møter")
    do(world, opened, board.place, card, theme)
    (origin,) = seen(opened).card(card).sources
    with writing() as db:
        results.hide_piece(db, world.workshop, world.activity("open_cards"), origin.piece)
    assert "Færre møter" not in [each.text for each in seen(opened).cards]
    do(world, opened, board.propose, again=True)
    with writing() as db:
        results.show_piece(db, world.workshop, world.activity("open_cards"), origin.piece)
    assert seen(opened).card(card).theme == theme


def test_one_hidden_repeat_of_two_is_one_fewer(world, opened):
    card = next(card for card in seen(opened).cards if card.count == 2)
    with writing() as db:
        results.hide_piece(db, world.workshop, world.activity("open_cards"), card.sources[0].piece)
    assert seen(opened).card(card.number).count == 1


def test_the_same_cards_give_the_same_proposal_and_a_reason_for_each(world, opened):
    one = do(world, opened, board.propose)
    do(world, opened, board.undo)
    other = do(world, opened, board.propose)
    assert [each.name for each in one.themes] == [each.name for each in other.themes]
    assert [card.theme is None for card in one.cards] == [card.theme is None for card in other.cards]
    assert any(theme.name for theme in one.themes)


def test_a_new_proposal_leaves_what_people_have_sorted(world, opened):
    theme = do(world, opened, board.add_theme, "Ukjent").themes[0].number
    card = number_of(opened, "Færre møter")
    do(world, opened, board.place, card, theme)
    assert do(world, opened, board.propose).card(card).theme == theme


def test_sorting_all_anew_keeps_the_themes_that_people_have_named(world, opened):
    proposed = do(world, opened, board.propose)
    do(world, opened, board.rename, proposed.themes[0].number, "Trygge ledere hos oss")
    names = [theme.name for theme in do(world, opened, board.propose, again=True).themes]
    assert "Trygge ledere hos oss" in names
    assert do(world, opened, board.undo).themes[0].name == "Trygge ledere hos oss"


def test_a_divided_card_stays_and_its_thoughts_lie_where_it_lay(world, opened):
    theme = do(world, opened, board.add_theme, "Alt").themes[0].number
    card = do(world, opened, board.add_card, "Mer tid til fag. Færre møter i uka.", theme).cards[-1].number
    after = do(world, opened, board.split_card, card)
    assert after.card(card).state == "split"
    assert [each.text for each in after.in_theme(theme)] == ["Mer tid til fag", "Færre møter i uka"]
    with pytest.raises(Misfit):
        do(world, opened, board.place, card, theme)
    with pytest.raises(Misfit):
        do(world, opened, board.split_card, after.cards[-1].number)


def test_a_repeat_of_a_divided_card_counts_for_its_thoughts(world, opened):
    card = number_of(opened, "Trygge leiarar")
    do(world, opened, board.split_card, card, ["Trygge leiarar", "Sier fra"])
    write(world, "trygge leiarar sier fra.")
    do(world, opened, board.fetch)
    assert [each.count for each in seen(opened).cards[-2:]] == [2, 2]


def test_numbers_are_never_used_again(world, opened):
    one = do(world, opened, board.add_card, "En til").cards[-1].number
    theme = do(world, opened, board.add_theme, "Et tema").themes[-1].number
    do(world, opened, board.undo)
    do(world, opened, board.undo)
    assert do(world, opened, board.add_card, "Enda en").cards[-1].number > one
    assert do(world, opened, board.add_theme, "Nytt tema").themes[-1].number > theme
    do(world, opened, board.remove_theme, theme + 1)
    assert do(world, opened, board.add_theme, "Enda et").themes[-1].number == theme + 2


def test_the_revision_only_goes_up(world, opened):
    revisions = [do(world, opened, board.add_theme, f"Tema {at}").revision for at in range(3)]
    revisions += [do(world, opened, board.undo).revision, do(world, opened, board.propose).revision]
    assert revisions == sorted(set(revisions))


def test_what_no_longer_fits_is_refused_with_a_sentence_and_changes_nothing(world, opened):
    one, other = (do(world, opened, board.add_theme, name).themes[-1].number for name in ("En", "To"))
    card = number_of(opened, "Mer tid")
    do(world, opened, board.place, card, one)
    do(world, opened, board.merge, one, other)
    before = seen(opened)
    for deed, about in (
        (board.rename, (one, "Sent")),
        (board.place, (card, one)),
        (board.place, (999, other)),
        (board.split_theme, (one, [card], "Del")),
        (board.split_theme, (other, [number_of(opened, "Færre")], "Del")),
        (board.remove_theme, (one,)),
        (board.rename, (other, "  ")),
        (board.add_card, ("x" * 1001,)),
    ):
        with pytest.raises(Misfit):
            do(world, opened, deed, *about)
    assert seen(opened) == before


def test_undo_with_nothing_to_undo_is_a_sentence(world, opened):
    with pytest.raises(Misfit, match="angre"):
        do(world, opened, board.undo)


def test_a_phone_places_a_card_and_the_desk_can_undo_it(world, opened):
    theme = do(world, opened, board.add_theme, "Tid").themes[0].number
    card = number_of(opened, "Mer tid")
    assert place_from_phone(world, opened, "kari", card, f"t{theme}") is None
    assert seen(opened).card(card).theme == theme
    assert place_from_phone(world, opened, "kari", card, "p", attempt=2) is None
    assert seen(opened).card(card).state == "parked"
    do(world, opened, board.undo)
    assert seen(opened).card(card).theme == theme


def test_a_phone_that_was_too_late_keeps_its_answer_and_moves_nothing(world, opened):
    theme, kept = (do(world, opened, board.add_theme, name).themes[-1].number for name in ("En", "To"))
    card = number_of(opened, "Mer tid")
    here = showing.current(world.workshop.id)
    late = answering.prepare(here, "kari", opened.id, 0, 1, {"card": f"k{card}", "theme": f"t{theme}"})
    do(world, opened, board.remove_theme, theme)
    before = seen(opened)
    assert answering.store([late]) == [None]
    assert seen(opened) == before
    with reading() as db:
        assert [row.content["card"] for row in db.exec(select(Answer).where(Answer.activity_id == opened.id))]
    assert [each.number for each in before.themes] == [kept]


def test_sent_twice_is_placed_once(world, opened):
    one, other = (do(world, opened, board.add_theme, name).themes[-1].number for name in ("En", "To"))
    card = number_of(opened, "Mer tid")
    place_from_phone(world, opened, "kari", card, f"t{one}", attempt=5)
    do(world, opened, board.place, card, other)
    place_from_phone(world, opened, "kari", card, f"t{one}", attempt=5)
    place_from_phone(world, opened, "kari", card, f"t{one}", attempt=4)
    assert seen(opened).card(card).theme == other


def test_when_phones_are_done_nothing_tells_in_which_order_they_placed(world, opened):
    theme = do(world, opened, board.add_theme, "Alt").themes[0].number
    for at, card in enumerate(reversed(seen(opened).cards)):
        place_from_phone(world, opened, f"phone{at}", card.number, f"t{theme}")
    revision = seen(opened).revision
    with writing() as db:
        running.close(db, world.workshop)
    assert "phone" not in [row.what for row in log(opened)]
    assert seen(opened).revision > revision
    if not is_sqlite():
        with reading() as db:
            rows = select(BoardCard.number).where(BoardCard.activity_id == opened.id).order_by(sql("ctid"))
            assert list(db.exec(rows)) == sorted(card.number for card in seen(opened).cards)


def test_after_that_the_desk_undoes_what_still_is_as_it_left_it(world, opened):
    theme = do(world, opened, board.add_theme, "Alt").themes[0].number
    card = number_of(opened, "Mer tid")
    do(world, opened, board.rename, theme, "Alt mulig")
    do(world, opened, board.place, card, theme)
    place_from_phone(world, opened, "kari", card, "p")
    with writing() as db:
        running.close(db, world.workshop)
    after = do(world, opened, board.undo)  # not the placing, which a phone has changed since
    assert after.themes[0].name == "Alt"
    assert after.card(card).state == "parked"


def test_themes_and_summaries_go_back_to_the_cards(world, opened):
    theme = do(world, opened, board.add_theme, "Møter").themes[0].number
    do(world, opened, board.place, number_of(opened, "Færre møter"), theme)
    do(world, opened, board.place, number_of(opened, "Møter med agenda"), theme)
    do(world, opened, board.summarise, theme, "Vi møtes for ofte.")
    with reading() as db:
        activity = db.get_one(Activity, opened.id)
        (named,) = material.things_of(db, activity, "themes")
        (summary,) = material.things_of(db, activity, "summaries")
        leaves = material.trail(db, [Address(str(opened.id), named.key)])
        assert (named.text, summary.text) == ("Møter", "Vi møtes for ofte.")
        assert [leaf.text for leaf in leaves] == ["Færre møter", "Møter med agenda"]
        assert board.origins_of(db, activity, f"t{theme}") == list(summary.origins)
        for nonsense in ("t999", "k0", "x1", "", "t", "k" + "9" * 30):
            with pytest.raises(HeluError):
                board.origins_of(db, activity, nonsense)


NUMBER = st.integers(1, 9)
TEXT = st.sampled_from(["Tid", "Tillit. Og ro i møtene.", "Åpenhet", "Færre møter"])
DEEDS = st.one_of(
    st.tuples(st.just(board.place), NUMBER, st.none() | NUMBER),
    st.tuples(st.just(board.park), NUMBER, st.booleans()),
    st.tuples(st.just(board.merge), NUMBER, NUMBER),
    st.tuples(st.just(board.split_theme), NUMBER, st.lists(NUMBER, min_size=1, max_size=3), TEXT),
    st.tuples(st.just(board.split_card), NUMBER, st.none() | st.just(["En", "To", "Tre"])),
    st.tuples(st.just(board.rename), NUMBER, TEXT),
    st.tuples(st.just(board.summarise), NUMBER, TEXT),
    st.tuples(st.just(board.add_card), TEXT, st.none() | NUMBER),
    st.tuples(st.just(board.add_theme), TEXT),
    st.tuples(st.just(board.remove_theme), NUMBER),
    st.tuples(st.just(board.order), NUMBER, NUMBER),
    st.tuples(st.just(board.propose), st.none() | NUMBER, st.booleans()),
    st.just((board.undo,)),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, max_size=14))
def test_undoing_all_gives_the_first_board_back(world, opened, deeds):
    _lay_anew(world, opened)
    first = seen(opened)
    revision = first.revision
    for deed, *about in deeds:
        try:
            after = do(world, opened, deed, *about)
        except Misfit:
            continue
        assert after.revision >= revision
        revision = after.revision
    while seen(opened).undoable:
        do(world, opened, board.undo)
    assert laid(seen(opened)) == laid(first)


def _lay_anew(world, activity) -> None:
    """The board as when it was first opened, with two themes."""
    with writing() as db:
        for table in (BoardCard, BoardTheme, BoardDeed):
            db.execute(delete(table).where(table.activity_id == activity.id))
    do(world, activity, board.fetch)
    for name in ("Møter", "Tid"):
        do(world, activity, board.add_theme, name)
    with writing() as db:
        for row in db.exec(select(BoardDeed)):
            row.undone = True
            db.add(row)


def test_a_room_that_places_while_the_desk_moves_and_others_vote_loses_nothing(world, opened):
    """Every acknowledged answer is there once, no renaming is lost, and the log explains the whole board."""
    with writing() as db:
        board.fill(db, opened, [(str(uuid4()), Thing(f"c{at}", f"Kort nummer {at}")) for at in range(60)])
    themes = [do(world, opened, board.add_theme, f"Tema {at}").themes[-1].number for at in range(4)]
    cards = [card.number for card in seen(opened).cards]
    start = seen(opened)
    vote = _voting(world)
    acknowledged: list[tuple[str, str]] = []
    voted: list[str] = []
    renamed: list[tuple[int, str]] = []
    errors: list[BaseException] = []

    def phone(at):
        here = showing.current(world.workshop.id)
        for attempt in range(6):
            values = {"card": f"k{cards[(at * 7 + attempt) % len(cards)]}", "theme": f"t{themes[attempt % 4]}"}
            sending = answering.prepare(here, f"phone{at}", opened.id, 0, attempt + 1, values)
            assert answering.store([sending]) == [None]
            acknowledged.append((f"phone{at}", values["card"]))

    def voter(at):
        here = showing.current(world.foreign.id)
        sending = answering.prepare(here, f"voter{at}", vote.id, 0, 1, {"dots": {"a": 2, "b": 1}})
        assert answering.store([sending]) == [None]
        voted.append(f"voter{at}")

    def desk(which):
        for at in range(12):
            theme = themes[which]
            do(world, opened, board.rename, theme, f"Navn {which}.{at}")
            renamed.append((theme, f"Navn {which}.{at}"))
            do(world, opened, board.place, cards[at], theme)

    def careful(work, at):
        try:
            work(at)
        except BaseException as problem:
            errors.append(problem)

    work = [(phone, at) for at in range(30)] + [(voter, at) for at in range(10)] + [(desk, 0), (desk, 1)]
    threads = [Thread(target=careful, args=each) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not errors
    with reading() as db:
        placed = list(db.exec(select(Answer).where(Answer.activity_id == opened.id)))
        votes = list(db.exec(select(Answer).where(Answer.activity_id == vote.id)))
    assert len(placed) == len(acknowledged) == len({(row.author, row.slot) for row in placed}) == 180
    assert len(votes) == len(voted) == 10
    end = seen(opened)
    assert [end.theme(themes[which]).name for which in (0, 1)] == ["Navn 0.11", "Navn 1.11"]
    assert end.revision == log(opened)[-1].number == len(log(opened))
    names = [row for row in log(opened) if row.what == "rename"]
    assert len(names) == len(renamed) == 24
    _replay(opened, start, end)


def _replay(activity, start, end) -> None:
    """The moves in the log, one by one on the board as it was, give the board as it is."""
    where = {card.number: (card.theme, card.state) for card in start.cards}
    for row in log(activity):
        if row.number <= start.revision:
            continue
        for change in row.changed:
            if change.get("row") == "card":
                theme, state = where[change["number"]]
                assert change["before"].get("theme", theme) == theme
                where[change["number"]] = (change["after"].get("theme", theme), change["after"].get("state", state))
    assert where == {card.number: (card.theme, card.state) for card in end.cards}


def _voting(world) -> Activity:
    with writing() as db:
        item = gatherings.items_in(db, world.foreign.id)[0]
        vote = Activity(
            workshop_id=world.foreign.id, item_id=item.id, position=30, key="v", kind="dot_vote", title="Stem"
        )
        db.add(vote)
        db.commit()
        running.open_activity(db, world.foreign, vote.id)
    return vote


def test_two_thousand_cards_are_laid_out_and_read_in_few_statements(world, tavle):
    found = [(str(uuid4()), Thing(f"c{at}", f"Møter og tid nummer {at}")) for at in range(2000)]
    with writing() as db:
        board.fill(db, db.get_one(Activity, tavle.id), found)
    assert len(seen(tavle).cards) == 2000
    assert do(world, tavle, board.propose, groups=5).revision == 2
    assert laid(do(world, tavle, board.undo))[1] == ()


def test_erasing_a_gathering_takes_its_boards(world, opened):
    do(world, opened, board.propose)
    with writing() as db:
        erasing.erase_workshop(db, world.workshop)
    with reading() as db:
        assert not [row for table in (BoardCard, BoardTheme, BoardDeed) for row in db.exec(select(table))]
