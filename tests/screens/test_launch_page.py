"""The page for launching, through the page itself."""

import pytest

from helu.services import answering, commitments, editing, gatherings, groups, platforms, pulses, running, showing
from helu.store.database import reading, writing
from helu.store.tables import Activity


@pytest.fixture
def platform(world):
    """A group whose first gathering ended with Kari's promise, and with a question per audience."""
    with writing() as db:
        group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        world.workshop = gatherings.make(db, world.fjell, "blank", group=group.id)[0]
        item = gatherings.items_in(db, world.workshop.id)[0]
        promise = editing.add_activity(db, world.workshop, "commitments", item.id)
        rows = [{"id": "employees", "text": "Medarbeidere"}]
        about = {"workshop_id": world.workshop.id, "item_id": item.id, "position": 9, "key": "s6_communicate"}
        asked = Activity(kind="matrix_text", title="Hvem skal vite hva?", settings={"rows": rows}, **about)
        db.add(asked)
        found = platforms.of_workshop(db, world.workshop)
        db.commit()
    say(world, promise, name="Kari", what="Ta opp **saken** <b>nå</b>", when="1. mars", sign="")
    say(world, asked, rows={"employees": "Fortell det på allmøtet"})
    return found


def say(world, activity, **values):
    """As a phone does, which never waits for a desk."""
    with writing() as db:
        running.open_activity(db, world.workshop, activity.id)
    sending = answering.prepare(showing.current(world.workshop.id), "kari", activity.id, 0, 1, values)
    assert answering.store([sending]) == [None]


def promised(platform):
    with reading() as db:
        return commitments.of_platform(db, platform)[0]


def button(page, label):
    return next(each for each in page.button if each.label == label)


def test_a_promise_is_shown_inert_and_its_status_is_changed(page_for, platform):
    page = page_for("desk/launch.py", plattform=str(platform.id))
    assert any("1 planlagt" in each.value for each in page.markdown)
    assert any("\\*\\*saken" in each.value and "<b>" not in each.value for each in page.markdown)
    status = next(each for each in page.selectbox if each.key and each.key.startswith("status-"))
    status.set_value("done").run()
    assert not page.exception
    assert promised(platform).status == "done"
    assert any("1 gjort" in each.value for each in page.markdown)


def test_a_note_is_kept(page_for, platform):
    page = page_for("desk/launch.py", plattform=str(platform.id))
    note = next(each for each in page.text_input if each.key and each.key.startswith("note-"))
    note.set_value("Tatt opp på mandag").run()
    assert promised(platform).note == "Tatt opp på mandag"


def test_what_the_room_said_is_taken_into_the_plan_and_what_was_typed_is_saved_with_it(page_for, platform):
    page = page_for("desk/launch.py", plattform=str(platform.id))
    page.text_input(key="who-0-employees").set_value("Kommunedirektøren")
    button(page, "Ta med").click().run()
    assert not page.exception
    with reading() as db:
        version = platforms.newest(db, platform, "launch")
    (planned,) = version.content.audiences
    assert (planned.audience, planned.message, planned.who) == (
        "Medarbeidere",
        "Fortell det på allmøtet",
        "Kommunedirektøren",
    )
    assert len(planned.sources) == 1


def test_an_audience_is_added_and_taken_away(page_for, platform):
    page = page_for("desk/launch.py", plattform=str(platform.id))
    page.text_input(key="more-0").set_value("Politikerne")
    button(page, "Lagre planen").click().run()
    with reading() as db:
        assert [each.audience for each in platforms.newest(db, platform, "launch").content.audiences] == ["Politikerne"]
    button(page, "Ta bort").click().run()
    with reading() as db:
        assert platforms.newest(db, platform, "launch").content.audiences == []


def test_a_pulse_is_made_opened_and_closed(page_for, platform):
    page = page_for("desk/launch.py", plattform=str(platform.id))
    button(page, "Lag pulsen").click().run()
    assert not page.exception
    with reading() as db:
        (made,) = pulses.listed(db, platform)
    assert made.state == "waiting"
    page.button(key=f"open-{made.workshop.code}").click().run()
    page.button(key=f"close-{made.workshop.code}").click().run()
    assert not page.exception
    with reading() as db:
        assert [each.state for each in pulses.listed(db, platform)] == ["closed"]
    assert any("for få svar" in each.value for each in page.caption)


def test_too_few_questions_are_a_sentence(page_for, platform):
    page = page_for("desk/launch.py", plattform=str(platform.id))
    page.multiselect[0].set_value(["pulse_help"])
    button(page, "Lag pulsen").click().run()
    assert page.error[0].value == "En puls har 3 til 5 spørsmål. Nå er det 1."


def test_a_gatherings_own_page_leads_to_the_groups(page_for, world, platform):
    page = page_for("desk/launch.py", samling=world.workshop.code)
    assert "Ledergruppa" in page.title[0].value


@pytest.mark.parametrize("wanted", ["x", "6f1c2b34-0000-4000-8000-000000000001"])
def test_a_platform_that_is_none_is_a_sentence(page_for, world, wanted):
    page = page_for("desk/launch.py", plattform=wanted)
    assert not page.exception
    assert page.error[0].value == "Det du leter etter, finnes ikke."


def test_another_organisations_platform_does_not_exist(page_for, platform):
    page = page_for("desk/launch.py", email="ingrid@fjord.no", plattform=str(platform.id))
    assert page.error[0].value == "Det du leter etter, finnes ikke."
    assert not page.title


def test_beside_the_activity_the_desk_shows_what_is_promised(page_for, world, platform):
    with writing() as db:
        activity = next(each for each in running.activities_in(db, world.workshop.id) if each.kind == "commitments")
        running.open_activity(db, world.workshop, activity.id)
    page = page_for("desk/run.py", samling=world.workshop.code)
    assert not page.exception
    assert any("Kari" in each.value for each in page.markdown)
    assert any(each.value == "1 planlagt" for each in page.caption)


def test_a_pulse_cannot_be_steered_from_the_ordinary_pages(page_for, world, platform):
    with writing() as db:
        pulse = pulses.make(db, world.astrid, platform.id, pulses.standard("nb"), weeks=0)
    for path in ("desk/run.py", "desk/edit.py", "desk/answers.py"):
        page = page_for(path, samling=pulse.code)
        assert page.error[0].value.startswith("Dette er en puls.")
        assert not page.title
