"""The desk's tool while a theme board is on."""

from uuid import uuid4

import pytest

from helu.services import board, running
from helu.store.database import reading, writing
from helu.store.tables import Activity, Answer


@pytest.fixture
def tavle(world):
    with writing() as db:
        cards = world.activity("open_cards")
        made = Activity(
            workshop_id=world.workshop.id,
            item_id=cards.item_id,
            position=20,
            key="t",
            kind="theme_board",
            title="Sorter",
        )
        made.settings = {"material": [{"activity": "open_cards", "what": "cards"}]}
        db.add(made)
    write(world, "Færre møter", "Møter med **agenda**", "Færre og kortere møter")
    with writing() as db:
        running.open_activity(db, world.workshop, made.id)
    return made


def write(world, *texts):
    with writing() as db:
        for text in texts:
            answer = Answer(activity_id=world.activity("open_cards").id, author=uuid4(), slot="0", attempt=1)
            answer.content = {"cards": [text]}
            db.add(answer)


def seen(tavle):
    with reading() as db:
        return board.read(db, tavle)


def test_a_proposal_new_cards_and_back_again(page_for, world, tavle):
    desk = page_for("desk/run.py", samling=world.workshop.code)
    assert "0 temaer · 3 kort · 3 ikke plassert" in [caption.value for caption in desk.caption]
    desk.button(key="propose").click().run()
    assert seen(tavle).themes[0].name
    write(world, "Helt ny")
    desk.button(key="fetch").click().run()
    assert seen(tavle).cards[-1].text == "Helt ny"
    desk.button(key="undo-board").click().run()
    assert not seen(tavle).themes
    assert not desk.exception


def test_the_summary_of_a_theme_is_written_on_the_desk(page_for, world, tavle):
    with writing() as db:
        board.propose(db, world.workshop, tavle)
    desk = page_for("desk/run.py", samling=world.workshop.code)
    assert "Møter med **agenda**" in [text.value for text in desk.text]
    next(area for area in desk.text_area if area.label == "Oppsummering").set_value("Vi møtes for ofte.")
    next(button for button in desk.button if button.label == "Lagre oppsummeringen").click().run()
    assert not desk.exception
    assert seen(tavle).largest_first()[0].summary == "Vi møtes for ofte."
