"""Min plan, through the page itself. Leif is the leader; Mona is in his group."""

from datetime import date, timedelta

import pytest

from helu.documents.calendar import today
from helu.services import accounts, groups, plan_log, plans
from helu.services.plan_log import Written
from helu.services.plans import Content
from helu.store.database import reading, writing
from tests.conftest import visitor

PAGE, LEIF = "leader/plan.py", "leif@fjell.no"


@pytest.fixture
def plan(world):
    with writing() as db:
        content = Content({"al1_hallmark": "Ro og **retning**"}, ["vision"], [today() + timedelta(days=3)])
        return plans.begin(db, world.leif, content=content)


@pytest.fixture
def mona(world):
    with writing() as db:
        accounts.invite(db, world.fjell.id, "mona@fjell.no", "Mona", "leader")
        accounts.user_by_email(db, "mona@fjell.no").password_hash = "x"
        db.commit()
    found = visitor("mona@fjell.no")
    with writing() as db:
        group = groups.add(db, world.astrid, "Nettverk 1", "network_group")
        groups.set_members(db, world.astrid, group.id, [world.leif.user_id, found.user_id])
    return found


def button(page, label):
    return next(each for each in page.button if each.label == label)


def area(page, start):
    return next(each for each in page.text_area if each.key and each.key.startswith(start))


def mine(world):
    with reading() as db:
        return plans.listed(db, world.leif)


def entries(world, plan):
    with reading() as db:
        return plan_log.entries(db, world.leif, plan.id)


def shown_on(page):
    return " ".join(str(each.value) for kind in ("text", "markdown", "caption", "info") for each in page.get(kind))


def test_the_page_says_what_it_is_and_asks_the_five_questions(page_for):
    page = page_for(PAGE, LEIF)
    assert not page.exception
    assert any("ikke en test" in each.value and "Bare du ser svarene" in each.value for each in page.caption)
    asked = [each.value for each in page.subheader]
    assert len(asked) == 5
    assert asked[0].endswith("Hva ønsker du skal kjennetegne ditt lederskap?")


def test_opening_a_gap_from_the_radar_fills_in_the_behaviour_and_stores_nothing_yet(page_for, world):
    page = page_for(PAGE, LEIF, atferd="confronts")
    assert [each.label.split("**")[1] for each in page.checkbox if each.value] == ["Konfronterende"]
    assert mine(world) == []
    area(page, "al3_first_action").set_value("Si fra <b>tidlig</b>")
    button(page, "Lagre planen").click().run()
    assert not page.exception
    (made,) = mine(world)
    assert (made.behaviours, made.answers) == (["confronts"], {"al3_first_action": "Si fra <b>tidlig</b>"})
    assert [each.value for each in page.toast] == ["Planen er lagret."]


def test_the_same_gap_opens_the_plan_there_is(page_for, plan):
    page = page_for(PAGE, LEIF, atferd="vision")
    assert area(page, "al1_hallmark").value == "Ro og **retning**"


@pytest.mark.parametrize("odd", ["x", "<script>", "\0"])
def test_an_unknown_behaviour_is_a_plain_new_plan(page_for, odd):
    page = page_for(PAGE, LEIF, atferd=odd)
    assert not page.exception
    assert not [each for each in page.checkbox if each.value]


def test_an_empty_plan_is_a_sentence(page_for, world):
    page = page_for(PAGE, LEIF)
    button(page, "Lagre planen").click().run()
    assert page.error[0].value.startswith("Velg en atferd eller svar")
    assert mine(world) == []


def test_days_are_added_with_a_rhythm_and_taken_away(page_for, world, plan):
    page, first = page_for(PAGE, LEIF), today() + timedelta(days=70)
    next(each for each in page.date_input if each.key.startswith("first-")).set_value(first)
    next(each for each in page.selectbox if each.key.startswith("rhythm-")).set_value("week")
    next(each for each in page.number_input if each.key.startswith("times-")).set_value(3)
    button(page, "Lagre planen").click().run()
    before = today() + timedelta(days=3)
    assert plans.days(mine(world)[0]) == [before, *(first + timedelta(weeks=each) for each in range(3))]


def test_what_was_changed_elsewhere_is_not_overwritten_unseen_and_the_text_stays(page_for, world, plan):
    page = page_for(PAGE, LEIF)
    with writing() as db:
        plans.change(db, world.leif, plan.id, plan.changed_at, Content({"al1_hallmark": "Fra telefonen"}))
    area(page, "al1_hallmark").set_value("Fra PC-en")
    button(page, "Lagre planen").click().run()
    assert "endret et annet sted" in page.error[0].value
    assert area(page, "al1_hallmark").value == "Fra PC-en"
    assert "Fra telefonen" in shown_on(page)
    button(page, "Lagre planen").click().run()
    assert mine(world)[0].answers == {"al1_hallmark": "Fra PC-en"}


def test_the_status_is_changed(page_for, world, plan):
    page = page_for(PAGE, LEIF)
    next(each for each in page.button_group if each.key == f"status-{plan.id}-planned").set_value("practising").run()
    assert not page.exception
    assert mine(world)[0].status == "practising"


def test_the_log_keeps_what_is_typed_until_it_is_stored_and_shows_it_inert(page_for, world, plan):
    page = page_for(PAGE, LEIF)
    button(page, "Skriv i loggen").click().run()
    assert page.error[0].value.startswith("Skriv minst ett av feltene")
    next(each for each in page.text_input if each.key.startswith("situation-")).set_value(
        "**Møte** med [Per](http://x)"
    )
    area(page, "what_i_did").set_value("Sa fra <script>")
    button(page, "Skriv i loggen").click().run()
    assert not page.exception
    (entry,) = entries(world, plan)
    assert entry.texts == {"what_i_did": "Sa fra <script>"}
    assert entry.on == today()
    assert "\\*\\*Møte" in shown_on(page)
    assert any(each.value == "Sa fra <script>" for each in page.text)
    assert area(page, "what_i_did").value == ""


def test_an_entry_that_is_taken_out_comes_back(page_for, world, plan):
    with writing() as db:
        plan_log.add(db, world.leif, plan.id, Written(date(2026, 11, 3), "Ledermøtet"))
    page = page_for(PAGE, LEIF)
    button(page, "Ta bort").click().run()
    assert entries(world, plan) == []
    button(page, "Angre").click().run()
    assert not page.exception
    assert [each.situation for each in entries(world, plan)] == ["Ledermøtet"]


def test_a_plan_that_is_taken_away_comes_back(page_for, world, plan):
    page = page_for(PAGE, LEIF, plan=str(plan.id))
    button(page, "Ja, ta bort").click().run()
    assert not page.exception
    assert mine(world) == []
    button(page, "Angre").click().run()
    assert [each.id for each in mine(world)] == [plan.id]


def test_a_plan_is_shared_with_one_group_and_taken_back(page_for, world, mona, plan):
    page = page_for(PAGE, LEIF)
    assert "aldri loggen" in shown_on(page)
    switch = next(each for each in page.toggle if each.key.startswith("share-"))
    switch.set_value(True).run()
    with reading() as db:
        assert [each.who for each in plans.shown(db, mona)] == ["Leif"]
    hers = page_for(PAGE, "mona@fjell.no")
    assert "Ro og **retning**" in shown_on(hers)
    again = page_for(PAGE, LEIF)
    next(each for each in again.toggle if each.key.startswith("share-")).set_value(False).run()
    with reading() as db:
        assert plans.shown(db, mona) == []


@pytest.mark.parametrize("email", ["astrid@fjell.no", "mona@fjell.no", "ingrid@fjord.no"])
def test_nobody_else_opens_it(page_for, mona, plan, email):
    page = page_for(PAGE, email, plan=str(plan.id))
    assert page.error[0].value == "Det du leter etter, finnes ikke."
    assert "retning" not in shown_on(page)
    assert not page.text_area


@pytest.mark.parametrize("wanted", ["x", "\0", "6f1c2b34-0000-4000-8000-000000000001"])
def test_a_plan_that_is_none_is_a_sentence(page_for, plan, wanted):
    page = page_for(PAGE, LEIF, plan=wanted)
    assert not page.exception
    assert page.error[0].value == "Det du leter etter, finnes ikke."


def test_files_are_offered_when_there_is_something_to_take(page_for, plan):
    labels = [each.label for each in page_for(PAGE, LEIF).get("download_button")]
    assert labels == ["Kalenderfil (1)", "PDF, 2–4 sider", "Regneark (Excel)"]
    assert not page_for(PAGE, "astrid@fjell.no").get("download_button")
