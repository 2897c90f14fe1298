"""What could be read between the lines: from what is let out, from who comes and goes, and from what is left."""

from helu.services import (
    accounts,
    assessing,
    erasing,
    feedback_results,
    group_rounds,
    groups,
    invitations,
    plans,
    profiles,
    shared_radars,
    taking_part,
)
from helu.services.taking_part import State
from helu.store import rating_tables
from helu.store.database import reading, writing
from tests.conftest import visitor
from tests.hostile.leaders import SECRET, respond, rows_of
from tests.services.test_feedback import close, open_round


def test_a_text_that_comes_late_and_alone_is_never_let_out(world):
    """Ten have answered and nobody wrote anything: then the first to write would be whoever came last."""
    id_, tokens = open_round(world.leif, colleagues=14)
    for each in tokens["colleagues"][:10]:
        respond(each)
    close(world.leif, id_)
    for at, each in enumerate(tokens["colleagues"][10:13], 1):
        respond(each, keep_on=f"Sen {at}")
        with writing() as db:
            feedback_results.release_more(db, world.leif, id_)
            assert len(feedback_results.texts(db, world.leif, id_).get("keep_on", [])) == (3 if at == 3 else 0)


def test_a_groups_picture_stands_when_those_in_it_erase_their_profiles(theirs):
    def seen():
        with reading() as db:
            held = db.get_one(rating_tables.GroupRound, theirs.pictured)
            return group_rounds.pictures(db, theirs.world.astrid, theirs.group.id), group_rounds.progress(db, held)

    before = seen()
    assert before[0][0].people == 8
    for at in range(4):
        who = visitor(f"leder{at}@fjell.no")
        with writing() as db:
            profiles.erase(db, who)
        with writing() as db:
            assert group_rounds.close(db, theirs.world.astrid, theirs.pictured) == 0
        assert seen() == before


def test_whoever_leaves_the_group_is_still_in_its_round_and_may_go(theirs):
    """Else a facilitator could send everybody away but one, and look at what is left."""
    liv = visitor("liv@fjell.no")
    with writing() as db:
        groups.set_members(db, theirs.world.astrid, theirs.group.id, [liv.user_id])
    with writing() as db:
        own = assessing.known(db, theirs.leif, theirs.finished)
        assert [each.state for each in taking_part.parts(db, theirs.leif, own)] == [State.IN]
        group_rounds.take_back(db, theirs.leif, theirs.round)
    with reading() as db:
        assert taking_part.parts(db, theirs.leif, own) == []


def test_whoever_leaves_the_organisation_shows_nothing_there_any_more(theirs):
    world, liv = theirs.world, visitor("liv@fjell.no")
    with writing() as db:
        profiles.share(db, theirs.leif, theirs.group.id, profiles.RADAR)
        profiles.share(db, theirs.leif, theirs.group.id, profiles.PLAN)
        token = accounts.invite(db, world.fjord.id, theirs.leif.email, "Leif", "leader")
    with writing() as db:
        invitations.accept(db, theirs.leif, token)
        assert len(shared_radars.shown(db, liv)) == len(plans.shown(db, liv)) == 1
        accounts.remove(db, world.astrid, theirs.leif.user_id)
        assert shared_radars.shown(db, liv) == plans.shown(db, liv) == []
    assert SECRET in str(rows_of(theirs))  # it is still Leif's, for when Leif comes back


def test_an_erased_organisation_takes_rounds_and_answers_along(theirs, tmp_path):
    with writing() as db:
        erasing.erase_organisation(db, theirs.world.fjell)
    assert rows_of(theirs) == {name: [] for name in rows_of(theirs)}
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert [each.name for each in files if SECRET.encode() in each.read_bytes()] == []
