"""The desk's deeds, through the page itself."""

import pytest

from helu.services import running, showing
from helu.store.database import reading, writing
from helu.store.tables import Activity, Workshop


def here(world):
    with reading() as db:
        return db.get_one(Workshop, world.workshop.id)


@pytest.fixture
def desk(page_for, world):
    return page_for("desk/run.py", samling=world.workshop.code)


def test_the_big_button_starts_shows_and_goes_on(desk, world):
    desk.button(key="next").click().run()
    desk.button(key="next").click().run()
    assert here(world).current_activity_id == world.activities[1].id
    desk.button(key="main-deed").click().run()
    assert here(world).phase == "shown"
    desk.button(key="next").click().run()
    assert here(world).current_activity_id == world.activities[2].id
    assert not desk.exception


def test_the_second_facilitator_is_told_instead_of_overwriting(desk, world):
    with writing() as db:
        running.open_activity(db, world.workshop, world.activities[3].id)
    desk.button(key="next").click().run()
    assert desk.error[0].value.startswith("Noen andre flyttet samlingen i mellomtiden.")
    assert here(world).current_activity_id == world.activities[3].id
    desk.button(key="next").click().run()
    assert not desk.error


def test_the_clock_is_started_and_stopped(desk, world):
    desk.button(key="next").click().run()
    desk.button(key="timer").click().run()
    assert here(world).timer_ends_at
    desk.button(key="timer").click().run()
    assert here(world).timer_left


def test_the_gathering_ends_and_opens_again(desk, world):
    for _ in range(len(world.activities) + 1):
        desk.button(key="next").click().run()
    assert here(world).phase == "ended"
    desk.button(key="main-deed").click().run()
    assert here(world).phase == "closed"


def test_what_people_wrote_is_drawn_inert(page_for, world, opened, kari):
    from tests.conftest import answer

    activity = opened("open_cards")
    answer(kari, world, activity.id, cards=["**fet** <b>x</b> [lenke](http://x) $x^2$ :smile:"])
    page = page_for("desk/answers.py", samling=world.workshop.code)
    assert "**fet** <b>x</b> [lenke](http://x) $x^2$ :smile:" in [text.value for text in page.text]


def test_one_answer_is_hidden_and_shown_again(page_for, world, opened, kari):
    from tests.conftest import answer

    answer(kari, world, opened("open_cards").id, cards=["Upassende"])
    page = page_for("desk/answers.py", samling=world.workshop.code)
    hide = next(button for button in page.button if button.key and button.key.startswith("hide-"))
    hide.click().run()
    assert any(caption.value == "Skjult på storskjermen" for caption in page.caption)
    assert not page.exception


def test_the_editor_saves_a_question_and_its_settings(page_for, world):
    page = page_for("desk/edit.py", samling=world.workshop.code, aktivitet=str(world.activities[1].id))
    title = next(area for area in page.text_area if area.value == world.activities[1].title)
    title.set_value("Et bedre spørsmål")
    page.number_input(key=f"{world.activities[1].id}-0-cards").set_value(4)
    next(
        button for button in page.button if button.label == "Lagre" and "activity" in str(button.form_id)
    ).click().run()
    assert not page.exception
    with reading() as db:
        saved = db.get_one(Activity, world.activities[1].id)
    assert (saved.title, saved.settings["cards"]) == ("Et bedre spørsmål", 4)


def test_a_gathering_is_made_from_a_template(page_for, world):
    page = page_for("desk/gatherings.py")
    page.radio[0].set_value("short")
    next(button for button in page.button if button.label == "Lag samlingen").click().run()
    assert not page.exception
    with reading() as db:
        from helu.services import gatherings

        assert {each.workshop.template for each in gatherings.listed(db, world.fjell.id)} == {"blank", "short"}


def test_phones_see_the_move_that_was_made_on_the_desk(desk, world, kari):
    desk.button(key="next").click().run()
    desk.button(key="next").click().run()
    assert showing.current(world.workshop.id).activity.id == world.activities[1].id
    assert world.activities[1].title in kari.get(f"/d/{world.workshop.code}").text


def test_two_activities_of_one_kind_keep_their_own_settings_apart(page_for, world):
    with writing() as db:
        for at, cards in ((1, 3), (2, 5)):
            activity = db.get_one(Activity, world.activities[at].id)
            activity.kind, activity.settings = "open_cards", {"cards": cards}
            db.add(activity)
        db.commit()
    page = page_for("desk/edit.py", samling=world.workshop.code, aktivitet=str(world.activities[1].id))
    page.button(key=f"pick-{world.activities[2].id}").click().run()
    cards = next(each for each in page.number_input if each.key and each.key.endswith("-cards"))
    assert cards.value == 5


def test_what_is_removed_is_named_with_its_answers_and_comes_back(page_for, world, opened, kari):
    from tests.conftest import answer

    activity = opened("open_cards")
    answer(kari, world, activity.id, cards=["Tillit"])
    with writing() as db:
        running.open_activity(db, world.workshop, world.activities[0].id)
    page = page_for("desk/edit.py", samling=world.workshop.code, aktivitet=str(activity.id))
    page.button(key="remove").click().run()
    assert any("er slettet, med 1 svar" in each.value for each in page.markdown)
    next(button for button in page.button if button.label == "Angre").click().run()
    with reading() as db:
        assert db.get_one(Activity, activity.id).removed_at is None
    assert not any(button.label == "Angre" for button in page.button)


def test_nothing_to_undo_is_offered_for_a_removal_that_was_refused(page_for, world, opened):
    activity = opened("open_cards")
    page = page_for("desk/edit.py", samling=world.workshop.code, aktivitet=str(activity.id))
    page.button(key="remove").click().run()
    assert page.error[0].value == "Aktiviteten er i gang. Gå til en annen først."
    assert not any(button.label == "Angre" for button in page.button)


def test_an_address_in_a_title_does_not_become_a_link():
    from helu.ui import plain

    assert "http\\://" not in plain("http://a.no") and "@b" not in plain("kari@b.no")
