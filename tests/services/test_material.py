"""Material: what one step made is the next one's, and every text finds its way back to its cards."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from helu.activities.base import Source
from helu.domain.material import Address
from helu.domain.platform import Line, Poster, Ref
from helu.errors import Misfit
from helu.services import access, accounts, gatherings, groups, material, platforms, results, running, showing
from helu.services.access import Visitor
from helu.store.database import reading, writing
from helu.store.tables import Activity, Answer, Organisation, Workshop

CARDS = ["Trygge ledere", "Felles plattform", "Endringskraft"]


@dataclass
class Room:
    """A group's gathering with a brainstorm, a dot vote on it, a vote on the best two, and a text to read."""

    organisation: Organisation
    group: UUID
    workshop: Workshop

    def activity(self, key: str) -> Activity:
        with reading() as db:
            return next(each for each in running.activities_in(db, self.workshop.id) if each.key == key)

    def open(self, key: str) -> Activity:
        with writing() as db:
            running.open_activity(db, self.workshop, self.activity(key).id)
        return self.activity(key)

    def answer(self, key: str, **values: object) -> None:
        row = Answer(activity_id=self.activity(key).id, author=uuid4(), attempt=1, content=values)
        with writing() as db:
            db.add(row)


def add(db, workshop, key, kind, **settings):
    item = gatherings.items_in(db, workshop.id)[0]
    db.add(
        Activity(
            workshop_id=workshop.id, item_id=item.id, position=99, key=key, kind=kind, title=key, settings=settings
        )
    )
    db.flush()


def from_(key, what="cards", **more):
    return [Source(activity=key, what=what, **more).model_dump(mode="json")]


@pytest.fixture
def room(store) -> Room:
    with writing() as db:
        organisation = accounts.add_organisation(db, "Seljord kommune")
        accounts.invite(db, organisation.id, "astrid@seljord.no", "Astrid", "owner")
        group = groups.add(db, _astrid(db, organisation), "Ledergruppa", "leader_group")
        workshop = gatherings.make(db, organisation, "blank", group=group.id)[0]
        add(db, workshop, "ideer", "open_cards")
        add(db, workshop, "prikker", "dot_vote", material=from_("ideer"))
        add(db, workshop, "de_to", "ranking", material=from_("prikker", "options", top=2))
        add(db, workshop, "provd", "scale", material=from_("ideer", use="read"))
    made = Room(organisation, group.id, workshop)
    for card in CARDS:
        made.answer("ideer", cards=[card])
    return made


def _astrid(db, organisation):
    user = accounts.user_by_email(db, "astrid@seljord.no")
    return Visitor(user.id, organisation.id, "owner", "Astrid", user.email, organisation.name, "nb")


def offered(activity):
    (field,) = showing.fields_of(activity)
    return {option.label: option.value for option in field.options}


def test_the_cards_of_one_step_are_the_options_of_the_next(room):
    assert sorted(offered(room.open("prikker"))) == sorted(CARDS)


def test_only_the_best_go_on_and_they_remember_their_cards(room):
    ids = offered(room.open("prikker"))
    room.answer("prikker", dots={ids["Endringskraft"]: 2, ids["Trygge ledere"]: 1})
    last = room.open("de_to")
    assert set(offered(last)) == {"Endringskraft", "Trygge ledere"}
    with reading() as db:
        place = Address(str(last.id), ids["Endringskraft"])
        leaves = material.trail(db, [place])
    assert [(leaf.text, leaf.activity) for leaf in leaves] == [("Endringskraft", "ideer")]
    assert material.said_of(leaves).startswith("ett kort, ")


def test_what_is_only_to_be_read_stands_above_the_question(room):
    activity = room.open("provd")
    assert [field.label for field in showing.fields_of(activity)] == ["Vi har et tydelig og felles formål."]
    assert {each["text"] for each in activity.material if each["use"] == "read"} == set(CARDS)


def test_the_material_stands_still_once_somebody_has_answered(room):
    ids = offered(room.open("prikker"))
    room.answer("prikker", dots={ids["Endringskraft"]: 1})
    room.answer("ideer", cards=["Et kort til"])
    assert "Et kort til" not in offered(room.open("prikker"))
    with writing() as db, pytest.raises(Misfit, match="svart på dette stoffet"):
        material.take_again(db, room.workshop, room.activity("prikker"))


def test_it_can_be_fetched_anew_before_anybody_has_answered(room):
    room.open("prikker")
    room.answer("ideer", cards=["Et kort til"])
    with writing() as db:
        material.take_again(db, room.workshop, room.activity("prikker"))
    assert "Et kort til" in offered(room.activity("prikker"))


def test_a_hidden_card_goes_no_further(room):
    ideas = room.activity("ideer")
    with writing() as db:
        piece = next(each for each in results.pieces_in(db, ideas) if each.text == "Endringskraft")
        results.hide_piece(db, room.workshop, ideas, piece.key)
    assert "Endringskraft" not in offered(room.open("prikker"))


def test_more_than_a_phone_can_show_is_refused_with_a_way_out(room):
    for number in range(60):
        room.answer("ideer", cards=[f"Kort {number}"])
    with pytest.raises(Misfit, match="flere enn 60"):
        room.open("prikker")
    with reading() as db:
        assert access.workshop_by_code(db, room.workshop.code).current_activity_id is None


def test_without_material_the_facilitators_own_options_stand(room):
    with writing() as db:
        add(db, room.workshop, "tomt", "dot_vote", material=from_("finnes_ikke"))
    assert set(offered(room.open("tomt"))) == {"A", "B"}


def test_an_earlier_gathering_of_the_group_is_within_reach_but_nobody_elses(room):
    with writing() as db:
        mine = gatherings.make(db, room.organisation, "blank", group=room.group)[0]
        others = gatherings.make(db, room.organisation, "blank")[0]
        for workshop in (mine, others):
            add(db, workshop, "prikker", "dot_vote", material=from_("ideer"))
    with reading() as db:
        source = [Source(activity="ideer", what="cards")]
        assert {thing.text for _place, thing in material.collect(db, mine, source)} == set(CARDS)
        assert material.collect(db, others, source) == []


def test_lines_of_the_platform_are_material_with_a_past(room):
    ideas = room.activity("ideer")
    with writing() as db:
        key = next(piece.key for piece in results.pieces_in(db, ideas) if piece.text == "Trygge ledere")
        line = Line(id="l1", text="gjøre lederne trygge", sources=[Ref(place=str(ideas.id), piece=key)])
        platform = platforms.of_workshop(db, room.workshop)
        platforms.write(db, platform, "poster", Poster(lines=[line]), based_on=0, role="fasilitator")
        add(db, room.workshop, "linjer", "dot_vote", material=from_("poster", "lines"))
    activity = room.open("linjer")
    assert offered(activity) == {"gjøre lederne trygge": "l1"}
    with reading() as db:
        leaves = material.trail(db, [Address(str(activity.id), "l1")])
    assert [leaf.text for leaf in leaves] == ["Trygge ledere"]


def test_the_desk_is_offered_all_there_is(room):
    room.open("prikker")
    with reading() as db:
        found = material.offers(db, room.workshop, room.activity("de_to"))
    assert {(offer.source.activity, offer.source.what, offer.count) for offer in found} >= {
        ("ideer", "cards", 3),
        ("prikker", "options", 3),
    }
