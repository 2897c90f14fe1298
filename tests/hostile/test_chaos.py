"""Several at once on the same board and the same platform: nothing acknowledged is lost, nothing half done."""

import random
from threading import Thread

import pytest
from sqlmodel import select

from helu.domain.platform import Line, Principles
from helu.errors import EditedMeanwhile, Misfit
from helu.services import answering, board, platforms, showing
from helu.store.database import reading, writing
from helu.store.platform_tables import PlatformText
from helu.store.tables import Activity, Answer
from tests.both import kind_of_database  # noqa: F401

WRITERS, EACH = 8, 20


def together(*deeds) -> list[BaseException]:
    """Run at the same time; what they raised."""
    raised: list[BaseException] = []

    def run(deed) -> None:
        try:
            deed()
        except BaseException as problem:  # noqa: BLE001
            raised.append(problem)

    threads = [Thread(target=run, args=(deed,)) for deed in deeds]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return raised


def test_eight_writers_lose_no_line(home):
    """Each writes on from the newest, and looks again when somebody else was first."""
    with writing() as db:
        start = platforms.write(db, home.platform, "principles", Principles(), 1).number
    refused = [0] * WRITERS

    def write(who: int) -> None:
        for at in range(EACH):
            while not _added(home, f"{who}.{at}"):
                refused[who] += 1

    assert together(*(lambda who=who: write(who) for who in range(WRITERS))) == []
    with reading() as db:
        versions = platforms.versions(db, home.platform, "principles")[: WRITERS * EACH]
        rows = db.exec(select(PlatformText.number).where(PlatformText.part == "principles")).all()
    assert versions[0].number == start + WRITERS * EACH
    assert sorted(rows) == list(range(1, start + WRITERS * EACH + 1))
    written = [each.content.lines[-1].text for each in versions]
    assert sorted(written) == sorted(f"{who}.{at}" for who in range(WRITERS) for at in range(EACH))
    for newer, older in zip(versions, versions[1:], strict=False):  # each stands on the one before it
        assert newer.content.lines[:-1] == older.content.lines[-19:]


def _added(home, text: str) -> bool:
    with reading() as db:
        seen = platforms.newest(db, home.platform, "principles")
    lines = [*seen.content.lines, Line(text=text)][-20:]
    try:
        with writing() as db:
            platforms.write(db, home.platform, "principles", Principles(lines=lines), seen.number)
    except EditedMeanwhile:
        return False
    return True


def test_two_desks_and_phones_in_chaos_leave_a_board_that_holds_together(home):
    activity = home["theme_board"]
    texts = {card.text for card in seen(activity).cards}

    def desk(seed: int) -> None:
        dice = random.Random(seed)
        for _each in range(60):
            deed, about = a_deed(dice, seen(activity))
            try:
                with writing() as db:
                    deed(db, home.workshop, activity, *about)
            except Misfit:
                continue

    def phones() -> None:
        for at in range(60):
            here = showing.current(home.workshop.id)
            given = {"card": f"k{1 + at % 4}", "theme": f"t{1 + at % 2}"}
            try:
                sending = answering.prepare(here, f"{900 + at:032d}", activity.id, 0, 1, given)
            except Exception:  # noqa: BLE001, S112 - the theme went, or nothing is left to place
                continue
            answering.store([sending])

    assert together(lambda: desk(1), lambda: desk(2), phones) == []
    holds_together(seen(activity), texts)


def a_deed(dice, held):
    cards = [card.number for card in held.cards] or [1]
    themes = [theme.number for theme in held.themes] or [1]
    return dice.choice(
        [
            (board.place, (dice.choice(cards), dice.choice(themes))),
            (board.place, (dice.choice(cards), None)),
            (board.park, (dice.choice(cards), True)),
            (board.merge, (dice.choice(themes), dice.choice(themes))),
            (board.rename, (dice.choice(themes), f"Tema {dice.random()}")),
            (board.add_theme, (f"Nytt {dice.random()}",)),
            (board.remove_theme, (dice.choice(themes),)),
            (board.split_card, (dice.choice(cards), ["Ett", "To"])),
            (board.propose, (None, True)),
            *[(board.undo, ())] * 6,
        ]
    )


def holds_together(held, texts) -> None:
    themes = {theme.number for theme in held.themes}
    assert {card.theme for card in held.cards} <= themes | {None}
    assert texts <= {card.text for card in held.cards}
    assert all(card.theme is None for card in held.cards if card.state != "open")
    split = {card.number for card in held.cards if card.state == "split"}
    assert {card.split_from for card in held.cards if card.split_from} <= split


def seen(activity):
    with reading() as db:
        return board.read(db, db.get_one(Activity, activity.id))


def test_taking_everything_back_leads_to_where_it_began(home):
    activity = home["theme_board"]
    before, dice, made = seen(activity), random.Random(7), 0
    for _each in range(80):
        deed, about = a_deed(dice, seen(activity))
        if deed is board.undo:
            continue
        try:
            with writing() as db:
                deed(db, home.workshop, activity, *about)
            made += 1
        except Misfit:
            continue
    assert made > 20
    with pytest.raises(Misfit):
        for _each in range(200):
            with writing() as db:
                board.undo(db, home.workshop, activity)
    after = seen(activity)
    assert after.cards == before.cards
    assert after.themes == ()  # those the facilitator added before are taken back too


def sending(home, device, attempt, card, theme):
    here = showing.current(home.workshop.id)
    given = {"card": f"k{card}", "theme": f"t{theme}"}
    return answering.prepare(here, f"{device:032d}", home["theme_board"].id, 0, attempt, given)


@pytest.mark.parametrize("attempts", [(2, 1), (1, 2)])
def test_of_one_phones_attempts_in_one_commit_the_newest_moves_the_card(home, attempts):
    """A phone behind a bad line sends its earlier placing once more, after the later one."""
    sent = [sending(home, 1, at, 1, at) for at in attempts]
    assert answering.store(sent) == [None, None]
    assert lies(home, 1) == answered(home, 1) == 2


def test_the_same_attempt_twice_in_one_commit_moves_a_card_once(home):
    """In between Ola has placed it elsewhere."""
    kari, ola, again = sending(home, 1, 5, 1, 1), sending(home, 2, 1, 1, 2), sending(home, 1, 5, 1, 1)
    assert answering.store([kari, ola, again]) == [None, None, None]
    assert lies(home, 1) == 2


def test_a_change_of_mind_in_one_commit_comes_when_it_was_made(home):
    """Kari, Ola, and Kari again about the same card: hers is the last word."""
    assert (
        answering.store([sending(home, 1, 1, 1, 1), sending(home, 2, 1, 1, 2), sending(home, 1, 2, 1, 1)]) == [None] * 3
    )
    assert lies(home, 1) == 1


def lies(home, card) -> int | None:
    return seen(home["theme_board"]).card(card).theme


def answered(home, card) -> int:
    with reading() as db:
        rows = db.exec(select(Answer).where(Answer.activity_id == home["theme_board"].id)).all()
    return int(next(row.content["theme"][1:] for row in rows if row.content["card"] == f"k{card}"))
