"""The parts of a platform: what is written on the desk, fetched from the room, and shown in the wheel."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from helu.activities import ACTIVITIES
from helu.domain.material import addresses
from helu.domain.platform import (
    ELEMENTS,
    Element,
    Line,
    Matter,
    Matters,
    Poster,
    StructureCulture,
    Value,
    Values,
    Year,
    YearEntry,
)
from helu.domain.wheel import balance, lines_from_text, without_line, without_matters
from helu.errors import EditedMeanwhile, Misfit, NoAccess, NotFound
from helu.services import gatherings, groups, material, platforms, pulses, running, showing, wheel
from helu.services import platform_parts as parts
from helu.store.database import reading, writing
from helu.store.platform_tables import Decision, Pulse
from helu.store.rows import now
from helu.store.tables import Activity, Answer, Workshop


class Group:
    """Astrid's leader group with one gathering, and its platform."""

    def __init__(self, world) -> None:
        self.world, self.astrid = world, world.astrid
        with writing() as db:
            self.group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
            groups.set_members(db, world.astrid, self.group.id, [world.leif.user_id])
            self.workshop = gatherings.make(db, world.fjell, "blank", title="Mars", group=self.group.id)[0]
            self.platform = parts.begin(db, world.astrid, self.group.id)

    def keep(self, part, content, based_on=None, visitor=None):
        with writing() as db:
            number = self.newest(part).number if based_on is None else based_on
            return parts.keep(db, visitor or self.astrid, self.platform.id, part, content, number)

    def newest(self, part):
        with reading() as db:
            return platforms.newest(db, self.platform, part)

    def do(self, deed, *about, **more):
        with writing() as db:
            return deed(db, self.astrid, self.platform.id, *about, **more)

    def ask(self, kind, settings, *answers):
        """An activity in the gathering, with what was answered."""
        with writing() as db:
            item = gatherings.items_in(db, self.workshop.id)[0]
            activity = Activity(
                workshop_id=self.workshop.id, item_id=item.id, position=50, key=uuid4().hex, kind=kind, title="Spørsmål"
            )
            activity.settings = settings
            db.add(activity)
            for values in answers:
                db.add(Answer(activity_id=activity.id, author=uuid4(), attempt=1, content=values))
            db.commit()
            return activity

    def stands(self):
        with reading() as db:
            return {each.key: each for each in wheel.stands(db, self.platform, "nb")}


@pytest.fixture
def group(world) -> Group:
    return Group(world)


def status_settings(high=5):
    statements = [{"id": each, "text": each} for each in ELEMENTS]
    return {"statements": statements, "low": 1, "high": high, "anchors": {}}


def test_a_group_gets_one_platform_however_often_it_begins(group):
    with writing() as db:
        assert parts.begin(db, group.astrid, group.group.id).id == group.platform.id


def test_another_organisations_group_does_not_exist(group):
    with writing() as db, pytest.raises(NotFound):
        parts.begin(db, group.world.ingrid, group.group.id)


def test_a_leader_of_the_group_writes_and_adopts_nothing(group):
    leif, here = group.world.leif, group.platform.id
    with writing() as db:
        for deed in (
            lambda: parts.keep(db, leif, here, "purpose", Element(text="Mitt"), 0),
            lambda: parts.adopt(db, leif, here, "purpose", 0),
            lambda: parts.reopen(db, leif, here, "purpose", 0),
            lambda: parts.restore(db, leif, here, "purpose", 1, 0),
            lambda: parts.add_work(db, leif, here, "purpose", "Noe"),
            lambda: parts.finish_work(db, leif, here, "purpose", "x"),
            lambda: parts.offers(db, leif, here),
            lambda: parts.suggest(db, leif, here, "purpose"),
            lambda: parts.begin(db, leif, group.group.id),
        ):
            with pytest.raises(NoAccess):
                deed()
    assert group.newest("purpose").number == 0


def test_text_is_cleaned_and_empty_lines_left_out(group):
    made = group.keep(
        "structure_culture", StructureCulture(structure=[Line(text=" Faste\u202e saker "), Line(text=" ")])
    )
    assert [line.text for line in made.content.structure] == ["Faste saker"]


def test_the_version_says_the_role_and_never_the_name(group):
    made = group.keep("purpose", Element(text="Tekst"))
    assert made.role == "fasilitator"
    assert "Astrid" not in made.role + made.note


def test_what_was_written_meanwhile_is_not_overwritten(group):
    group.keep("values", Values(vision="Vår"), 0)
    with pytest.raises(EditedMeanwhile):
        group.keep("values", Values(vision="Min"), 0)


def test_nothing_cannot_be_adopted(group):
    with pytest.raises(Misfit):
        group.do(parts.adopt, "purpose", 0)


def test_open_work_comes_and_goes_on_an_adopted_element_that_stays_adopted(group):
    group.keep("purpose", Element(text="Vedtatt"))
    group.do(parts.adopt, "purpose", 1)
    group.do(parts.add_work, "purpose", "Henge den opp")
    assert (group.newest("purpose").status, len(group.newest("purpose").content.open_work)) == ("adopted", 1)
    group.do(parts.finish_work, "purpose", group.newest("purpose").content.open_work[0].id)
    assert (group.newest("purpose").status, group.newest("purpose").content.open_work) == ("adopted", [])
    with pytest.raises(Misfit):
        group.do(parts.add_work, "purpose", "  ")


def test_matters_are_taken_from_the_room_with_the_way_back_to_the_cards(group):
    cards = group.ask("open_cards", {}, {"cards": ["Sykefravær"]}, {"cards": ["Rekruttering"]}, {"cards": ["Ferie"]})
    with reading() as db:
        offer = next(each for each in parts.offers(db, group.astrid, group.platform.id))
        keys = [thing.key for _place, thing in parts.offered(db, offer) if thing.text != "Ferie"]
    group.do(parts.take, "matter_list", "matters", offer, keys)
    made = group.newest("matter_list").content.matters
    assert sorted(each.text for each in made) == ["Rekruttering", "Sykefravær"]
    assert {ref.place for each in made for ref in each.sources} == {str(cards.id)}
    with reading() as db:
        (leaf,) = material.trail(db, addresses(ref.model_dump() for ref in made[0].sources))
    assert leaf.text == made[0].text


def test_taking_the_same_twice_gives_it_once(group):
    group.ask("open_cards", {}, {"cards": ["Sykefravær"]})
    with reading() as db:
        offer = parts.offers(db, group.astrid, group.platform.id)[0]
        keys = [thing.key for _place, thing in parts.offered(db, offer)]
    for _ in range(2):
        group.do(parts.take, "matter_list", "matters", offer, keys)
    assert len(group.newest("matter_list").content.matters) == 1


@pytest.mark.parametrize(
    ("kind", "settings", "answer"),
    [
        ("matrix_text", {"rows": [{"id": "more", "text": "Mer av"}]}, {"rows": {"more": "Tillit"}}),
        ("choice", {"options": [{"id": "a", "text": "Tillit"}, {"id": "b", "text": "Mot"}]}, {"chosen": "a"}),
    ],
)
@pytest.mark.parametrize(
    ("part", "into", "lines"),
    [
        ("values", "values", lambda content: content.values),
        ("values", "actions:v1", lambda content: content.values[0].actions),
        ("values", "attitudes:v1", lambda content: content.values[0].attitudes),
        ("structure_culture", "culture", lambda content: content.culture),
        ("principles", "lines", lambda content: content.lines),
    ],
)
def test_values_culture_and_principles_take_from_any_activity(group, kind, settings, answer, part, into, lines):
    group.keep("values", Values(vision="V", values=[Value(id="v1", text="Respekt")]))
    group.ask(kind, settings, answer)
    with reading() as db:
        offer = parts.offers(db, group.astrid, group.platform.id)[0]
        keys = [thing.key for _place, thing in parts.offered(db, offer) if thing.text == "Tillit"]
    group.do(parts.take, part, into, offer, keys)
    taken = lines(group.newest(part).content)[-1]
    assert (taken.text, len(taken.sources)) == ("Tillit", 1)


def test_an_element_takes_text_with_its_sources(group):
    group.keep("purpose", Element(text="Fra før"))
    group.ask("open_cards", {}, {"cards": ["Fra salen"]})
    with reading() as db:
        offer = parts.offers(db, group.astrid, group.platform.id)[0]
        keys = [thing.key for _place, thing in parts.offered(db, offer)]
    group.do(parts.take, "purpose", "text", offer, keys)
    held = group.newest("purpose").content
    assert (held.text, len(held.sources)) == ("Fra før\nFra salen", 1)


@pytest.mark.parametrize("into", ["nonsense", "actions:nobody", "vision", "text"])
def test_a_place_that_is_not_there_takes_nothing(group, into):
    group.ask("open_cards", {}, {"cards": ["Tillit"]})
    with reading() as db:
        offer = parts.offers(db, group.astrid, group.platform.id)[0]
    with pytest.raises(NotFound):
        group.do(parts.take, "values", into, offer, ["x"])


def test_nothing_is_taken_from_another_groups_gathering(group, world):
    foreign = parts.Offer(world.foreign, material.Source(activity="open_cards", what="cards"), "Annet", 1)
    with pytest.raises(NotFound):
        group.do(parts.take, "values", "values", foreign, ["x"])


def test_twelve_values_are_the_most(group):
    group.keep("values", Values(values=[Value(text=f"Verdi {at}") for at in range(12)]))
    group.ask("open_cards", {}, {"cards": ["Tillit"]})
    with reading() as db:
        offer = parts.offers(db, group.astrid, group.platform.id)[0]
        keys = [thing.key for _place, thing in parts.offered(db, offer)]
    with pytest.raises(Misfit):
        group.do(parts.take, "values", "values", offer, keys)


def test_status_is_what_five_or_more_have_said(group):
    group.ask("scale", status_settings(), *[{"purpose": 4, "matters": 2 if at else None} for at in range(5)])
    stands = group.stands()
    assert (stands["purpose"].status.mean, stands["purpose"].status.counts) == (4.0, [0, 0, 0, 5, 0])
    assert stands["matters"].status is None  # four people would be seen through
    assert stands["purpose"].status.gathering == "Mars"


def test_status_on_another_scale_is_not_mixed_in(group):
    group.ask("scale", status_settings(high=7), *[{"purpose": 4}] * 6)
    assert group.stands()["purpose"].status is None


def test_status_that_is_still_being_answered_stays_hidden(group):
    activity = group.ask("scale", status_settings(), *[{"purpose": 4}] * 6)
    with writing() as db:
        workshop = db.get_one(Workshop, group.workshop.id)
        running.open_activity(db, workshop, activity.id)
    assert group.stands()["purpose"].status is None
    with writing() as db:
        running.reveal(db, db.get_one(Workshop, group.workshop.id))
    assert group.stands()["purpose"].status.answered == 6


def pulse(group, closes_in):
    with writing() as db:
        workshop = gatherings.make(db, group.world.fjell, "blank", title="Puls", group=group.group.id)[0]
        moment = now()
        db.add(
            Pulse(workshop_id=workshop.id, platform_id=group.platform.id, opens_at=moment, closes_at=moment + closes_in)
        )
        db.commit()
        return workshop


def test_status_from_a_pulse_waits_until_it_is_closed(group):
    group.workshop = pulse(group, timedelta(days=7))
    group.ask("scale", status_settings(), *[{"purpose": 4}] * 6)
    assert group.stands()["purpose"].status is None
    with writing() as db:
        pulses.finish(db, db.get_one(Pulse, group.workshop.id))
    assert group.stands()["purpose"].status.answered == 6


def test_an_activity_is_never_added_to_a_pulse(group):
    pulse(group, timedelta(days=7))
    assert group.do(parts.suggest, "matters").workshop_id == group.workshop.id


def test_status_is_followed_over_time(group):
    group.ask("scale", status_settings(), *[{"purpose": 2}] * 5)
    with writing() as db:
        group.workshop = gatherings.make(db, group.world.fjell, "blank", title="Høst", group=group.group.id)[0]
    group.ask("scale", status_settings(), *[{"purpose": 4}] * 5)
    assert [(each.gathering, each.mean) for each in group.stands()["purpose"].statuses] == [
        ("Mars", 2.0),
        ("Høst", 4.0),
    ]


def test_last_decided_is_the_latest_decision_or_adoption(group):
    with writing() as db:
        for outcome, day in (("adopted", 3), ("returned", 20)):
            db.add(
                Decision(
                    platform_id=group.platform.id,
                    text="Vi vil",
                    outcome=outcome,
                    decided_on=date(2024, 1, day),
                    part="matters",
                )
            )
        db.commit()
    assert group.stands()["matters"].decided == date(2024, 1, 3)
    group.keep("matters", Element(text="Våre saker"))
    group.do(parts.adopt, "matters", 1)
    assert group.stands()["matters"].decided.year > 2024


def test_the_suggested_activity_is_added_to_the_newest_gathering(group):
    for element in (*ELEMENTS, "status"):
        activity = group.do(parts.suggest, element)
        assert activity.workshop_id == group.workshop.id
        assert ACTIVITIES[activity.kind].settings_of(activity.settings)
    with reading() as db:
        assert len([e for e in running.activities_in(db, group.workshop.id) if e.key.startswith("own_")]) == 8


def test_without_a_gathering_there_is_a_sentence(group):
    with writing() as db:
        other = groups.add(db, group.astrid, "Ny gruppe", "leader_group")
        platform = parts.begin(db, group.astrid, other.id)
        with pytest.raises(Misfit):
            parts.suggest(db, group.astrid, platform.id, "purpose")


def test_members_of_the_group_take_the_calendar_and_strangers_do_not(group):
    group.keep("year", Year(entries=[YearEntry(title="Ledermøte", month=1, day=5, repeats="month")]))
    with reading() as db:
        assert b"RRULE" in parts.calendar_of(db, group.world.leif, group.platform.id, date(2026, 1, 1))
        with pytest.raises(NotFound):
            parts.calendar_of(db, group.world.ingrid, group.platform.id, date(2026, 1, 1))


def test_members_find_the_platform_of_their_group_and_facilitators_find_all(group):
    with reading() as db:
        assert [each.name for each, _platform in wheel.mine(db, group.world.leif)] == ["Ledergruppa"]
        assert wheel.mine(db, group.world.ingrid) == []
        assert [(each.name, bool(each.platform)) for each in wheel.listed(db, group.astrid)] == [("Ledergruppa", True)]
        assert wheel.listed(db, group.world.ingrid) == []
        with pytest.raises(NoAccess):
            wheel.listed(db, group.world.leif)


@pytest.mark.parametrize("show", ["wheel", "year", "values", "matters"])
def test_the_wall_shows_the_platform_as_it_is_now(group, show):
    activity = group.ask("platform_wheel", {"show": show})
    group.keep("purpose", Element(text="Formålet"))
    group.keep("year", Year(entries=[YearEntry(title="Ledermøte", month=1)]))
    group.keep("values", Values(values=[Value(text="Respekt")]))
    group.keep("poster", Poster(lines=[Line(id="l1", text="å sette retning")]))
    group.keep("matter_list", Matters(matters=[Matter(text="Heltid", line="l1")]))
    with reading() as db:
        settings = showing.settings_of(activity, db)
    drawn = str(ACTIVITIES["platform_wheel"].picture(settings, []).as_json())
    assert {"wheel": "Formål", "year": "Ledermøte", "values": "Respekt", "matters": "Heltid"}[show] in drawn
    assert ("å sette retning" in drawn) == (show == "matters")


def test_the_wall_of_a_gathering_without_a_platform_is_an_empty_wheel(group, world):
    with writing() as db:
        item = gatherings.items_in(db, world.workshop.id)[0]
        activity = Activity(
            workshop_id=world.workshop.id, item_id=item.id, position=9, key="w", kind="platform_wheel", title=""
        )
        db.add(activity)
        db.commit()
        state = wheel.read(db, activity)
    assert [each.status for each in state.wheel.segments] == [None] * 7


def test_balance_and_links_between_matters_and_lines():
    lines = [Line(id="l1", text="retning"), Line(id="l2", text="læring")]
    matters = [Matter(text="A", line="l1"), Matter(text="B", balance="operations"), Matter(text="C", line="gone")]
    assert balance(matters).share == pytest.approx(2 / 3)
    assert [each.text for each in without_line(matters, lines)] == ["B", "C"]
    assert [each.text for each in without_matters(lines, matters)] == ["læring"]
    assert balance([]).share == 0.0


def test_lines_keep_their_ids_when_they_move_or_are_reworded():
    old = [Line(id="a", text="Tillit"), Line(id="b", text="Mot"), Line(id="c", text="Respekt")]
    assert [line.id for line in lines_from_text(old, "Respekt\nTillit\nMot")] == ["c", "a", "b"]
    assert [line.id for line in lines_from_text(old, "Tillit\nStort mot\nRespekt")] == ["a", "b", "c"]
    assert [line.id for line in lines_from_text(old, "Tillit\n\n Respekt ")] == ["a", "c"]
    made = lines_from_text(old, "Tillit\nTillit")
    assert made[0].id == "a" != made[1].id
