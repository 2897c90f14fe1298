"""The desk beside a group's own activities: it says why there is nothing to show, and turns what is shown by turns."""

from datetime import timedelta

import pytest
from sqlmodel import col, select, update

from helu.content.balance_words import balance_words
from helu.domain.release import CLOSE, Sum, kept_sums
from helu.projector.stage import stage_of
from helu.services import groups, plans, profiles, running
from helu.services.group_rounds import ALL
from helu.services.plans import Content
from helu.store.database import reading, writing
from helu.store.rating_tables import GroupRound
from helu.store.rows import now as moment
from helu.store.tables import Activity, Workshop


def open_(world, kind, **settings):
    activity = world.activities[0]
    with writing() as db:
        db.execute(update(Activity).where(col(Activity.id) == activity.id).values(kind=kind, settings=settings))
    with writing() as db:
        running.open_activity(db, db.get_one(Workshop, world.workshop.id), activity.id)


@pytest.mark.parametrize("kind", ["self_assessment", "group_radar", "plan_follow_up"])
def test_a_gathering_without_a_group_is_told_so(page_for, world, kind):
    open_(world, kind)
    app = page_for("desk/run.py", samling=world.workshop.code)
    assert not app.exception
    assert ["ikke knyttet til en gruppe" in each.value for each in app.info] == [True]


def test_plans_are_turned_from_the_desk(page_for, world):
    group = with_group(world)
    for leader in (world.leif, world.astrid):
        with writing() as db:
            plans.begin(db, leader, content=Content({"al3_first_action": "Lytte mer"}))
            profiles.share(db, leader, group.id, profiles.PLAN)
    open_(world, "plan_follow_up", show="one")
    app = page_for("desk/run.py", samling=world.workshop.code)
    assert (app.button(key="turn-on").label, app.button(key="turn-on").proto.shortcut) == ("Neste leder", "space")
    assert app.button(key="next").proto.shortcut == ""
    app.button(key="turn-on").click().run()
    assert not app.exception
    assert now(world) == (world.activities[0].id, 1)
    assert "turn-on" not in [each.key for each in app.button]
    assert app.button(key="next").proto.shortcut == "space"
    app.button(key="turn-back").click().run()
    app.button(key="turn-on").click().run()
    app.button(key="next").click().run()
    assert now(world) == (world.activities[1].id, 0)


def now(world):
    with reading() as db:
        workshop = db.get_one(Workshop, world.workshop.id)
        return workshop.current_activity_id, workshop.round


def with_group(world):
    with writing() as db:
        group = groups.add(db, world.astrid, "Nettverk", "network_group")
        groups.set_members(db, world.astrid, group.id, [world.leif.user_id, world.astrid.user_id])
        db.execute(update(Workshop).where(col(Workshop.id) == world.workshop.id).values(group_id=group.id))
    return group


def weights(app):
    known = {"main-deed", "next", "reopen"}
    return {each.key: each.proto.type for each in app.button if each.key in known}


def test_the_picture_of_a_group_is_not_the_big_button_before_enough_have_handed_in(page_for, world):
    with_group(world)
    open_(world, "self_assessment")
    app = page_for("desk/run.py", samling=world.workshop.code)
    assert weights(app) == {"main-deed": "secondary", "next": "secondary"}
    said = " ".join(each.value for each in app.caption)
    assert "Alle svarer hver for seg" in said
    assert "Vises nå" not in said
    app.button(key="main-deed").click().run()
    assert weights(app) == {"reopen": "primary", "next": "secondary"}
    app.button(key="reopen").click().run()
    assert weights(app) == {"main-deed": "secondary", "next": "secondary"}
    assert not app.exception


@pytest.mark.parametrize("kind", ["self_assessment", "group_radar"])
def test_what_phones_do_not_answer_has_no_settings_of_how_they_do(page_for, world, kind):
    open_(world, kind)
    app = page_for("desk/edit.py", samling=world.workshop.code, aktivitet=str(world.activities[0].id))
    assert "Minutter" in [each.label for each in app.number_input]
    asked = {each.label for each in [*app.number_input, *app.toggle]}
    assert not asked & {"Grupper", "Svar per person", "Vis svarene fortløpende", "Be om navn"}
    next(each for each in app.button if each.label == "Lagre" and each.proto.type == "primary").click().run()
    assert [each.value for each in app.success] == ["Lagret."]


def test_the_only_group_is_chosen_and_a_gathering_about_a_group_without_one_is_warned_about(page_for, world):
    warning = "Velg gruppa samlingen gjelder. Uten gruppe kan ikke bildet av gruppa vises."
    app = page_for("desk/gatherings.py")
    app.radio[0].set_value("leadership-balance").run()
    assert warning in [each.value for each in app.caption]
    group = with_group(world)
    app = page_for("desk/gatherings.py")
    app.radio[0].set_value("leadership-balance").run()
    assert warning not in [each.value for each in app.caption]
    app.button(key="make-it").click().run()
    assert not app.exception
    with reading() as db:
        made = db.exec(select(Workshop).where(Workshop.template == "leadership-balance")).one()
    assert made.group_id == group.id


def with_rounds(world, count):
    """A group that has looked at itself so many times, half a year apart."""
    group = with_group(world)
    names = [f"{of}.{each.id}" for each in balance_words().behaviours() for of in ("current", "wanted")]
    held = kept_sums({ALL: dict.fromkeys(names, Sum(5, 20, 80, CLOSE))})
    with writing() as db:
        for at in range(count):
            when = moment() - timedelta(days=180 * at)
            db.add(GroupRound(group_id=group.id, made_at=when, closed_at=when, people={ALL: 5}, sums=held))


def on_the_wall(world):
    """How many spokes and layers it draws, and the question it asks."""
    drawn = stage_of(world.workshop.id)["activity"]["picture"]
    return len(drawn["spokes"]), len(drawn["layers"]), drawn["place"]


def test_what_the_wall_shows_of_the_radar_is_switched_by_one_click(page_for, world):
    with_rounds(world, 2)
    open_(world, "group_radar")
    app = page_for("desk/run.py", samling=world.workshop.code)
    app.button(key="turn-on").click().run()
    assert on_the_wall(world) == (4, 2, "Spørsmål 2 av 5")
    switch = f"wall-show-{world.activities[0].id}"
    app.button_group(key=switch).set_value("behaviours").run()
    assert not app.exception
    assert on_the_wall(world) == (18, 2, "Spørsmål 2 av 5")
    other = page_for("desk/run.py", samling=world.workshop.code)
    assert other.button_group(key=switch).value == "behaviours"
    other.toggle(key=f"wall-compare-{world.activities[0].id}").set_value(True).run()
    assert on_the_wall(world) == (18, 3, "Spørsmål 2 av 5")
    other.button_group(key=switch).set_value("dimensions").run()
    assert on_the_wall(world) == (4, 3, "Spørsmål 2 av 5")
    app.run()
    assert (app.button_group(key=switch).value, on_the_wall(world)[0]) == ("dimensions", 4), "the latest click stands"


def test_without_a_round_before_there_is_nothing_to_compare_with_and_without_any_nothing_to_switch(page_for, world):
    open_(world, "group_radar")
    for rounds, switches in ((0, 0), (1, 1)):
        with_rounds(world, rounds)
        app = page_for("desk/run.py", samling=world.workshop.code)
        assert not app.exception
        assert (len(app.button_group), len(app.toggle)) == (switches, 0)
