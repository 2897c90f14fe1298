"""A pulse opens and closes by itself, and nobody reads anything of it too early or of too few."""

from datetime import timedelta

import pytest
from sqlmodel import select

from helu.domain.platform import Launch
from helu.errors import EditedMeanwhile, HeluError, Misfit, NoAccess, NotOpen
from helu.projector.stage import stage_of
from helu.services import (
    access,
    answering,
    commitments,
    exporting,
    gatherings,
    groups,
    importing,
    launching,
    material,
    platforms,
    pulses,
    reminders,
    results,
    running,
    showing,
)
from helu.services.answered import answered
from helu.services.pulses import Question
from helu.store.database import reading, writing
from helu.store.platform_tables import Pulse
from helu.store.rows import now
from helu.store.tables import Activity, Answer, Workshop

SCORE = 6  # what everybody answers to everything: a figure that is easy to look for


@pytest.fixture
def platform(world):
    with writing() as db:
        group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        workshop = gatherings.make(db, world.fjell, "blank", group=group.id)[0]
        found = platforms.of_workshop(db, workshop)
        db.commit()
        return found


def make(world, platform, questions=None, **more):
    with writing() as db:
        return pulses.make(db, world.astrid, platform.id, questions or pulses.standard("nb"), **more)


def activity_of(workshop):
    with reading() as db:
        return db.exec(select(Activity).where(Activity.workshop_id == workshop.id)).one()


def answer(workshop, many, score=SCORE):
    activity = activity_of(workshop)
    here = showing.current(workshop.id)
    values = {each["id"]: score for each in activity.settings["statements"]}
    sendings = [answering.prepare(here, f"phone{at}", activity.id, 0, 1, values) for at in range(many)]
    assert answering.store(sendings) == [None] * many


def phase(workshop):
    with reading() as db:
        return str(db.get_one(Workshop, workshop.id).phase)


def close(world, workshop):
    with writing() as db:
        pulses.close_now(db, world.astrid, workshop.id)


def at(moment):
    with writing() as db:
        return pulses.tick(db, moment)


def test_it_waits_opens_and_closes_by_itself(world, platform):
    workshop = make(world, platform, weeks=6, days=7)
    with reading() as db:
        pulse = db.get_one(Pulse, workshop.id)
    assert (pulse.opens_at - now()).days in range(39, 43)
    assert phase(workshop) == "lobby"
    assert at(pulse.opens_at - timedelta(minutes=1)) == 0
    assert at(pulse.opens_at + timedelta(seconds=1)) == 1
    assert phase(workshop) == "open"
    assert at(pulse.opens_at + timedelta(seconds=1)) == 0
    assert at(pulse.closes_at) == 1
    assert phase(workshop) == "ended"
    assert at(pulse.closes_at + timedelta(days=400)) == 0


def test_one_that_the_server_slept_through_is_closed_without_ever_being_open(world, platform):
    workshop = make(world, platform)
    at(now() + timedelta(days=300))
    assert phase(workshop) == "ended"


def test_in_no_weeks_it_is_open_at_once_and_the_servers_own_clock_closes_it(world, platform):
    workshop = make(world, platform, weeks=0)
    assert phase(workshop) == "open"
    with writing() as db:
        pulse = db.get_one(Pulse, workshop.id)
        pulse.closes_at = now() - timedelta(seconds=1)
        db.add(pulse)
    pulses.tick_all()
    assert phase(workshop) == "ended"


def test_a_closed_pulse_stays_closed(world, platform):
    workshop = make(world, platform, weeks=0)
    close(world, workshop)
    with pytest.raises(Misfit), writing() as db:
        pulses.open_now(db, world.astrid, workshop.id)
    with pytest.raises(NotOpen):
        answer(workshop, 1)


# What a pulse is, and whether anything of it may be seen.
STATES = {
    "open, one has answered": (1, False, False),
    "open, nine have answered": (9, False, False),
    "closed, nobody answered": (0, True, False),
    "closed, four have answered": (4, True, False),
    "closed, five have answered": (5, True, True),
}
# Every way out of the store there is. Each returns whether it told what somebody answered.
WAYS_OUT = {
    "the answers": lambda db, w, a, p: results.answers_to(db, a) != [],
    "the answers, hidden ones too": lambda db, w, a, p: results.answers_to(db, a, hidden_too=True) != [],
    "the pieces on the desk": lambda db, w, a, p: results.pieces_in(db, a) != [],
    "a file's answers": lambda db, w, a, p: answered(db, a) != [],
    "the json file": lambda db, w, a, p: b'"values"' in exporting.export(db, w, "json"),
    "the csv file": lambda db, w, a, p: f";{SCORE};".encode() in exporting.export(db, w, "csv").replace(b",", b";"),
    "material for another activity": lambda db, w, a, p: material.things_of(db, a, "cards") != [],
    "the development": lambda db, w, a, p: any(
        point.mean is not None for each in pulses.development(db, p) for point in each.points
    ),
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_comes_out_before_it_is_closed_or_below_the_floor(world, platform, state):
    many, closed, seen = STATES[state]
    workshop = make(world, platform, weeks=0)
    answer(workshop, many)
    if closed:
        close(world, workshop)
    activity = activity_of(workshop)
    with reading() as db:
        held = db.get_one(Workshop, workshop.id)
        told = {name for name, way in WAYS_OUT.items() if way(db, held, activity, platform)}
    assert told == (set(WAYS_OUT) if seen else set())
    stage = str(stage_of(workshop.id)["activity"])
    assert "counts" not in stage or f"'counts': [0, 0, 0, 0, 0, {many}, 0]" not in stage


def test_a_higher_floor_holds_and_a_lower_one_is_refused(world, platform):
    workshop = make(world, platform, weeks=0, floor=8)
    answer(workshop, 7)
    close(world, workshop)
    with reading() as db:
        assert results.answers_to(db, activity_of(workshop)) == []
    with pytest.raises(Misfit):
        make(world, platform, floor=4)


def test_the_floor_holds_even_if_somebody_lowers_it_in_the_store(world, platform):
    workshop = make(world, platform, weeks=0)
    answer(workshop, 2)
    close(world, workshop)
    with writing() as db:
        pulse = db.get_one(Pulse, workshop.id)
        pulse.floor = 1
        db.add(pulse)
    with reading() as db:
        assert results.answers_to(db, activity_of(workshop)) == []


DEEDS = {
    "steer it": lambda db, who, w, a: access.workshop_for(db, who, w.code),
    "answer by hand": lambda db, who, w, a: answering.answer_by_hand(db, w, a, {}),
    "bring answers in": lambda db, who, w, a: importing.import_answers(db, w, [], None),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_nobody_steers_it_or_fills_it_up_to_the_floor(world, platform, deed):
    workshop = make(world, platform, weeks=0)
    with pytest.raises(NoAccess), writing() as db:
        DEEDS[deed](db, world.astrid, workshop, activity_of(workshop))


@pytest.mark.parametrize("what", ["", "/hendelser", "/puls"])
def test_no_wall_shows_it_but_its_link_can_be_passed_on(world, platform, browser_of, what):
    workshop = make(world, platform, weeks=0)
    astrid = browser_of("astrid@fjell.no")
    assert astrid.get(f"/storskjerm/{workshop.code}{what}").status_code in {303, 403}
    assert astrid.get(f"/storskjerm/{workshop.code}/qr.svg").status_code == 200
    assert browser_of("ingrid@fjord.no").get(f"/storskjerm/{workshop.code}/qr.svg").status_code == 403


def test_it_stands_in_no_list_of_gatherings(world, platform):
    workshop = make(world, platform)
    with reading() as db:
        assert workshop.id not in {each.workshop.id for each in gatherings.listed(db, world.fjell.id)}
        assert workshop.id in {each.workshop.id for each in pulses.listed(db, platform)}
        assert commitments.of_platform(db, platform) == []


@pytest.mark.parametrize("who", ["leif", "ingrid"])
def test_it_is_made_opened_and_closed_by_the_organisations_own_facilitators(world, platform, who):
    stranger = getattr(world, who)
    workshop = make(world, platform)
    for deed in (
        lambda db: pulses.make(db, stranger, platform.id, pulses.standard("nb")),
        lambda db: pulses.open_now(db, stranger, workshop.id),
        lambda db: pulses.close_now(db, stranger, workshop.id),
        lambda db: launching.save(db, stranger, platform.id, [], 0),
    ):
        with pytest.raises(HeluError), writing() as db:
            deed(db)


@pytest.mark.parametrize("count", [0, 2, 6])
def test_it_has_three_to_five_questions(world, platform, count):
    with pytest.raises(Misfit, match=f"Nå er det {count}"):
        make(world, platform, [Question("", f"Påstand {at}") for at in range(count)] or [Question("", " ")])


def test_the_same_question_twice_or_one_that_is_too_long_is_refused(world, platform):
    three = [Question("", text) for text in "abc"]
    for bad in ([*three, Question("", "a")], [*three, Question("", "x" * 201)]):
        with pytest.raises(Misfit):
            make(world, platform, bad)


def test_a_question_that_is_asked_again_is_the_same_question(world, platform):
    first = make(world, platform, [Question("", text) for text in ("En", "To", "Tre")], weeks=0)
    answer(first, 6, score=3)
    close(world, first)
    with reading() as db:
        again = pulses.asked_before(db, platform)
    second = make(world, platform, [*again[:2], Question("", "Fire")], weeks=0)
    answer(second, 6, score=5)
    close(world, second)
    with writing() as db:
        pulse = db.get_one(Pulse, first.id)
        pulse.opens_at -= timedelta(days=90)
        db.add(pulse)
    with reading() as db:
        series = {each.text: [point.mean for point in each.points] for each in pulses.development(db, platform)}
    assert series == {"En": [3.0, 5.0], "To": [3.0, 5.0], "Tre": [3.0], "Fire": [5.0]}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_its_own_questions_stand_in_the_language_of_the_pulse(world, platform, language):
    workshop = make(world, platform, pulses.standard(language), language=language)
    texts = [each["text"] for each in activity_of(workshop).settings["statements"]]
    assert texts == [each.text for each in pulses.standard(language)]
    assert workshop.language == language


def test_phones_are_told_when_it_opens_and_who_sees_what(world, platform, browser_of):
    workshop = make(world, platform, weeks=3)
    phone = browser_of(None)
    assert "Undersøkelsen åpner" in phone.get(f"/d/{workshop.code}").text
    with writing() as db:
        pulses.open_now(db, world.astrid, workshop.id)
    page = phone.get(f"/d/{workshop.code}").text
    assert "Svaret kan ikke spores til deg." in page
    assert "bare hvis minst 5 har svart" in page
    close(world, workshop)
    assert "Undersøkelsen er stengt." in phone.get(f"/d/{workshop.code}").text


def test_an_answer_has_no_name_and_no_time(world, platform):
    workshop = make(world, platform, weeks=0)
    answer(workshop, 3)
    with reading() as db:
        rows = db.exec(select(Answer).where(Answer.activity_id == activity_of(workshop).id)).all()
    assert {(row.label, row.given_at) for row in rows} == {("", None)}


def test_the_calendar_holds_pulses_to_come_and_deadlines(world, platform):
    workshop = make(world, platform, weeks=6)
    with reading() as db:
        (entry,) = reminders.entries(db, platform, reminders.today())
        file = reminders.calendar(db, platform).decode()
    assert entry.kind == "follow_up"
    assert workshop.title in file.replace("\r\n ", "")
    assert file.count("BEGIN:VEVENT") == 1


@pytest.fixture
def asked(world, platform):
    """A question per audience that two groups have answered."""
    with writing() as db:
        workshop = platforms.gatherings_of(db, platform)[0]
        item = gatherings.items_in(db, workshop.id)[0]
        rows = [{"id": "employees", "text": "Medarbeidere"}, {"id": "union_reps", "text": "Tillitsvalgte"}]
        about = {"workshop_id": workshop.id, "item_id": item.id, "position": 1, "key": "s6_communicate"}
        activity = Activity(kind="matrix_text", title="Hvem skal vite hva?", settings={"rows": rows}, **about)
        db.add(activity)
        db.flush()
        running.open_activity(db, workshop, activity.id)
    here = showing.current(workshop.id)
    for device, text in (("kari", "Fortell det på allmøtet"), ("ola", "Ta det i avdelingene")):
        sending = answering.prepare(here, device, activity.id, 0, 1, {"rows": {"employees": text}})
        assert answering.store([sending]) == [None]
    return activity


def launch(platform):
    with reading() as db:
        version = platforms.newest(db, platform, "launch")
        assert isinstance(version.content, Launch)
        return version


def test_what_the_room_wrote_is_taken_into_the_plan_with_its_source(world, platform, asked):
    with reading() as db:
        (question,) = launching.asked(db, platform)
    employees = question.audiences[0]
    assert {card.text for card in employees.cards} == {"Fortell det på allmøtet", "Ta det i avdelingene"}
    typed = [{"id": "union_reps", "audience": "Tillitsvalgte", "message": "Drøftes først", "who": "", "when": ""}]
    with writing() as db:
        launching.take(db, world.astrid, platform.id, employees, employees.cards[0], typed, 0)
    with writing() as db:
        rows = [each.model_dump() for each in launch(platform).content.audiences]
        launching.take(db, world.astrid, platform.id, employees, employees.cards[1], rows, 1)
    version = launch(platform)
    assert version.number == 2
    assert [each.message for each in version.content.audiences] == [
        "Drøftes først",
        f"{employees.cards[0].text}\n{employees.cards[1].text}",
    ]
    with reading() as db:
        sources = material.addresses(ref.model_dump() for ref in version.content.audiences[1].sources)
        assert {leaf.text for leaf in material.trail(db, sources)} == {card.text for card in employees.cards}


def test_sources_stay_with_their_audience_when_the_words_are_changed(world, platform, asked):
    with reading() as db:
        employees = launching.asked(db, platform)[0].audiences[0]
    with writing() as db:
        launching.take(db, world.astrid, platform.id, employees, employees.cards[0], [], 0)
    row = launch(platform).content.audiences[0].model_dump() | {"message": "Skrevet om", "audience": "Alle ansatte"}
    with writing() as db:
        launching.save(db, world.astrid, platform.id, [row], 1)
    (kept,) = launch(platform).content.audiences
    assert (kept.audience, kept.message, len(kept.sources)) == ("Alle ansatte", "Skrevet om", 1)


def test_the_plan_says_what_does_not_fit_and_when_somebody_else_was_first(world, platform, asked):
    row = {"id": "a", "audience": "Alle", "message": "Kort"}
    with writing() as db:
        launching.save(db, world.astrid, platform.id, [row], 0)
    with pytest.raises(EditedMeanwhile), writing() as db:
        launching.save(db, world.astrid, platform.id, [row | {"message": "Noe annet"}], 0)
    for bad in ({"message": "x" * 1001}, {"who": "x" * 201}, {"audience": ""}):
        with pytest.raises(Misfit), writing() as db:
            launching.save(db, world.astrid, platform.id, [row | bad], 1)
    assert launch(platform).number == 1
