"""Gruppas balanse, through the page itself: too few, shown, and nothing for anybody outside."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from helu.content.balance_words import balance_words
from helu.services import accounts, assessing, group_rounds, groups
from helu.store.database import reading, writing
from helu.store.rating_tables import GroupRound
from helu.store.rows import now
from tests.screens.test_radar_page import button, charts, everything, pills

PAGE = "leader/group.py"
LEIF = "leif@fjell.no"
GROUP = "Gruppa *vår*"


@pytest.fixture
def members(world):
    """Leif and five more, in one group."""
    people = [world.leif]
    with writing() as db:
        for at in range(5):
            accounts.invite(db, world.fjell.id, f"leder{at}@fjell.no", f"Leder {at}", "leader")
            user = accounts.user_by_email(db, f"leder{at}@fjell.no")
            people.append(replace(world.leif, user_id=user.id, email=user.email, name=user.name))
        made = groups.add(db, world.astrid, GROUP, "leader_group")
        groups.set_members(db, world.astrid, made.id, [each.user_id for each in people])
    return people


@pytest.fixture
def group(world, members):
    with reading() as db:
        return next(each.group for each in groups.listed(db, world.astrid) if each.group.name == GROUP)


def assessed(who, step=4, wanted=6, seed=None):
    """A finished one; with a seed the steps differ."""
    dice = random.Random(seed)
    ids = sorted(balance_words().statements("short"))
    given = {each: step if seed is None else dice.randint(1, 7) for each in ids}
    with writing() as db:
        begun = assessing.begin(db, who, "short")
        return assessing.finish(db, who, begun.id, {"current": given, "wanted": dict.fromkeys(ids, wanted)})


def a_round(world, group, members, title="", days=0, **of):
    with writing() as db:
        held = group_rounds.start(db, world.astrid, group.id, title).id
    for at, each in enumerate(members):
        done = assessed(each, **{name: value(at) if callable(value) else value for name, value in of.items()})
        with writing() as db:
            group_rounds.hand_in(db, each, held, done.id)
    if days:
        with writing() as db:
            group_rounds.close(db, world.astrid, held)
            db.get_one(GroupRound, held).closed_at = now() - timedelta(days=days)
    return held


def test_a_leader_is_told_hands_in_and_takes_back(page_for, world, members, group):
    a_round(world, group, [])
    assert "Gruppa \\*vår\\* lager et bilde" in everything(page_for("leader/home.py", LEIF))
    assert "Ta en egenvurdering først" in everything(page_for(PAGE, LEIF))
    assessed(world.leif)
    for page in (PAGE, "leader/radar.py"):
        app = page_for(page, LEIF)
        assert "Ingen ser svarene dine" in everything(app)
        button(app, "Ta med den siste egenvurderingen").click().run()
        assert not app.exception
        assert "Du er med i bildet" in everything(app)
        button(app, "Ta tilbake").click().run()
        assert app.success[0].value == "Svarene dine er tatt tilbake."
    assert "lager et bilde" in everything(page_for("leader/home.py", LEIF))


def test_below_the_floor_only_counts_are_shown(page_for, world, members, group):
    a_round(world, group, members[:4])
    for who in ("astrid@fjell.no", LEIF):
        app = page_for(PAGE, who)
        assert not app.exception
        assert not charts(app)
        assert "4 av 6 har tatt med egenvurderingen sin." in everything(app)
        assert "1 til trengs" in everything(app)
        assert not [each for each in app.button if each.label == "Vis bildet"]


def test_a_facilitator_opens_and_shows_and_hears_when_the_next_can_be(page_for, world, members, group):
    app = page_for(PAGE, visning="runder")
    assert "kan neste runde åpnes tidligst 30 dager etter" in everything(app)
    app.text_input[0].set_value("Vår 2027")
    button(app, "Åpne en runde").click().run()
    assert app.success[0].value == "Runden er åpen."
    with reading() as db:
        held = group_rounds.for_group(db, world.astrid, group.id)[0].id
    for each in members[:5]:
        done = assessed(each, step=5)
        with writing() as db:
            group_rounds.hand_in(db, each, held, done.id)
    app = page_for(PAGE)
    button(app, "Vis bildet").click().run()
    assert not app.exception
    assert "Relasjon 5,0" in charts(app)[0].alt
    assert "Dere vil mer av" in everything(app)
    app = page_for(PAGE, visning="runder")
    assert "Gruppa hadde en runde nylig" in everything(app)
    assert "tidligst 30 dager" not in everything(app)
    assert not [each for each in app.button if each.label in {"Slett runden for godt", "Åpne en runde"}]


def test_the_picture_is_opened_compared_and_never_names_anybody(page_for, world, members, group):
    a_round(world, group, members, "Høst", days=100, step=3)
    a_round(world, group, members, "<b>Vår</b>", days=40, seed=lambda at: at, step=5)
    for who in ("astrid@fjell.no", LEIF):
        app = page_for(PAGE, who)
        pills(app, "group-spoke-few").set_value("task").run()
        said = everything(app).replace("\\", "")
        assert not app.exception
        assert len(app.selectbox) == 2
        assert "Bildet bygger på 6 egenvurderinger" in said
        assert "dere svarer noe ulikt" in said  # six people: never said to be further apart
        assert "Snakk sammen om bildet" in said
        assert charts(app)[0].alt.count(":") == 3  # now, wanted and the round before
        assert not [each.name for each in members if each.name in said]
        pills(app, "group-grain").set_value("all").run()
        assert "Konfronterende" in charts(app)[0].alt
        assert len(charts(page_for(PAGE, who, visning="utvikling"))) == 4


@pytest.mark.parametrize("who", ["ingrid@fjord.no", "kollega@fjell.no"])
def test_outside_the_group_nothing_of_it_is_shown(page_for, world, members, group, who):
    with writing() as db:
        accounts.invite(db, world.fjell.id, "kollega@fjell.no", "Kollega", "leader")
        accounts.user_by_email(db, "kollega@fjell.no").password_hash = "x"
    a_round(world, group, members, days=1)
    for view in ("bildet", "utvikling", "runder"):
        app = page_for(PAGE, who, visning=view, gruppe=str(group.id))
        assert not app.exception
        assert not charts(app)
        assert "vår" not in everything(app)
