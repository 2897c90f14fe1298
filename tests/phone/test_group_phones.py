"""What phones say of the activities of a group: where to go, and what an answer may tell of who gave it."""

from sqlmodel import col, update

from helu.services import running
from helu.store.database import writing
from helu.store.tables import Activity


def open_(world, **values):
    activity = world.activities[0]
    with writing() as db:
        db.execute(update(Activity).where(col(Activity.id) == activity.id).values(settings={}, **values))
    with writing() as db:
        running.open_activity(db, world.workshop, activity.id)


def test_the_way_to_the_self_assessment_comes_first_and_speaks_of_no_group_when_there_is_none(kari, world):
    open_(world, kind="self_assessment")
    page = kari.get(f"/d/{world.workshop.code}").text
    assert page.index('href="/egenvurdering"') < page.index("Har du levert") < page.index("Se på din egen ledelse")
    assert "bildet av gruppa" not in page
    assert "Følg med på storskjermen" not in page


def test_a_plan_is_not_promised_to_be_without_a_trace(kari, world):
    for anonymous, said in ((True, "innholdet kan røpe hvem du er"), (False, "med navnet ditt")):
        open_(world, kind="plan_follow_up", anonymous=anonymous)
        page = kari.get(f"/d/{world.workshop.code}").text
        assert (said in page, "kan ikke spores" in page) == (True, False)
