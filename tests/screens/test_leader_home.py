"""A leader's first page: the self-assessment comes first until one is finished."""

from datetime import timedelta

from helu.documents.calendar import today
from helu.i18n import day_of
from helu.services import accounts, assessing, feedback, passwords, plan_log, plans
from helu.services.plan_log import Written
from helu.services.plans import Content
from helu.store.database import writing
from helu.store.profile_tables import Assessment
from helu.store.rows import now
from tests.screens.test_radar_page import answers

PAGE, LEIF = "leader/home.py", "leif@fjell.no"


def ways(app):
    assert not app.exception
    return [each.proto.label for each in app.get("link_button") if each.proto.url == "/egenvurdering"]


def test_it_is_begun_then_gone_on_with_and_then_silent(page_for, world):
    assert ways(page_for(PAGE, LEIF)) == ["Begynn med egenvurderingen (om lag fire minutter)"]
    with writing() as db:
        begun = assessing.begin(db, world.leif, "short")
    assert ways(page_for(PAGE, LEIF)) == ["Fortsett egenvurderingen"]
    with writing() as db:
        assessing.finish(db, world.leif, begun.id, {"current": answers("short"), "wanted": answers("short")})
    assert ways(page_for(PAGE, LEIF)) == []
    assert ways(page_for(PAGE, "astrid@fjell.no")) == []
    with writing() as db:
        assessing.begin(db, world.leif, "full")
    assert ways(page_for(PAGE, LEIF)) == ["Fortsett egenvurderingen"]


def test_a_locked_profile_says_nothing(page_for, world):
    with writing() as db:
        assessing.begin(db, world.leif, "short")
    with writing() as db:
        accounts.use_link(db, accounts.reset(db, world.astrid, world.leif.user_id), passwords.keep("en ny setning"))
    app = page_for(PAGE, LEIF)
    assert ways(app) == []
    assert not app.caption, "how it stands is locked too"


def following(app):
    """The pages' sentences, and what comes next."""
    assert not app.exception
    return [each.value.replace("\\", "") for each in app.caption], [each.proto.label for each in app.get("page_link")][
        :1
    ]


def test_it_tells_how_far_each_has_come_and_what_comes_next(page_for, world):
    said, first = following(page_for(PAGE, LEIF))
    assert (said, first) == ([], ["Min balanse"]), "the self-assessment has a button of its own"
    done(world)
    said, first = following(page_for(PAGE, LEIF))
    assert (said, first) == ([f"Sist {day_of(today(), 'medium')}"], ["Se radaren, og velg det første du vil trene på"])
    with writing() as db:
        plan = plans.begin(db, world.leif, content=Content(practise_on=[today() + timedelta(days=3)]))
    said, first = following(page_for(PAGE, LEIF))
    assert said[1] == f"Du trener neste gang {day_of(today() + timedelta(days=3), 'yMMMEd')}"
    assert first == ["Min balanse"]
    with writing() as db:
        plans.change(db, world.leif, plan.id, plan.changed_at, Content(practise_on=[today() - timedelta(days=2)]))
    said, first = following(page_for(PAGE, LEIF))
    assert said[1] == "Du har en plan, uten flere dager i kalenderen"
    assert first == ["Skriv i loggen hvordan det gikk"]
    with writing() as db:
        plan_log.add(db, world.leif, plan.id, Written(today(), "Møtet", {}))
    assert following(page_for(PAGE, LEIF))[1] == ["Min balanse"]


def test_a_round_of_feedback_tells_how_many_have_answered(page_for, world):
    done(world)
    with writing() as db:
        held = feedback.draft(db, world.leif).id
        feedback.add(db, world.leif, held, "colleagues", [(f"Kollega {at}", "") for at in range(6)])
    assert following(page_for(PAGE, LEIF))[0][-1] == "Runden er ikke sendt ennå"
    with writing() as db:
        feedback.open_round(db, world.leif, held, alone=False)
    assert following(page_for(PAGE, LEIF))[0][-1] == "0 av 6 har svart"
    assert following(page_for(PAGE, "astrid@fjell.no"))[0] == []


def test_after_half_a_year_it_is_time_again(page_for, world):
    finished = done(world)
    with writing() as db:
        db.get_one(Assessment, finished).finished_at = now() - timedelta(days=190)
    assert "Det er et halvt år siden" in following(page_for(PAGE, LEIF))[0][0]


def done(world):
    with writing() as db:
        begun = assessing.begin(db, world.leif, "short").id
        assessing.finish(db, world.leif, begun, {"current": answers("short"), "wanted": answers("short")})
    return begun
