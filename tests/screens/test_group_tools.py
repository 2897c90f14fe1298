"""The desk beside a group's own activities: it says why there is nothing to show, and turns what is shown by turns."""

import pytest
from sqlmodel import col, update

from helu.services import groups, plans, profiles, running
from helu.services.plans import Content
from helu.store.database import reading, writing
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
    with writing() as db:
        group = groups.add(db, world.astrid, "Nettverk", "network_group")
        groups.set_members(db, world.astrid, group.id, [world.leif.user_id, world.astrid.user_id])
        db.execute(update(Workshop).where(col(Workshop.id) == world.workshop.id).values(group_id=group.id))
    for leader in (world.leif, world.astrid):
        with writing() as db:
            plans.begin(db, leader, content=Content({"al3_first_action": "Lytte mer"}))
            profiles.share(db, leader, group.id, profiles.PLAN)
    open_(world, "plan_follow_up", show="one")
    app = page_for("desk/run.py", samling=world.workshop.code)
    app.button(key="turn-on").click().run()
    assert not app.exception
    with reading() as db:
        assert db.get_one(Workshop, world.workshop.id).round == 1
