"""Who lets whom in, and what a link can and cannot do. Astrid owns Fjell; Leif has a password there."""

from unicodedata import category
from urllib.parse import unquote

import pytest
from sqlmodel import select

from helu.errors import HeluError, Misfit, NoAccess, UsedLink
from helu.services import accounts, groups, invitations, inviting, logins
from helu.services.access import Visitor
from helu.store.database import reading, writing
from helu.store.tables import GroupMember, Membership, OneTimeLink, User
from tests.conftest import stored, visitor

CRLF = "\r\n"
LIST = """Navn;E-post
Kari Nordmann;kari@fjell.no
Ola;ola@
per.hansen@fjell.no
Leif;leif@fjell.no
Kari igjen;KARI@fjell.no
Ingrid;ingrid@fjord.no"""


@pytest.fixture
def frida(world) -> Visitor:
    """Facilitates in Fjell."""
    with writing() as db:
        accounts.invite(db, world.fjell.id, "frida@fjell.no", "Frida", "facilitator")
        accounts.user_by_email(db, "frida@fjell.no").password_hash = "x"
    return visitor("frida@fjell.no")


def memberships(db, email) -> dict:
    user = accounts.user_by_email(db, email)
    return {each.organisation_id: each.role for each in accounts.memberships_of(db, user.id)}


def invited(world, email="ingrid@fjord.no", role="leader", **more) -> str:
    with writing() as db:
        return accounts.invite(db, world.fjell.id, email, "Ingrid", role, **more)


def test_a_list_is_checked_line_by_line_and_nothing_is_stored(world, frida):
    with reading() as db:
        found = inviting.check_for(db, frida, LIST)
    assert [each.name for each in found.good] == ["Kari Nordmann", "Per Hansen", "Ingrid"]
    assert [(each.line, str(each.why)) for each in found.wrong] == [
        (3, "«ola@» er ikke en e-postadresse."),
        (5, "leif@fjell.no er allerede med."),
        (6, "kari@fjell.no står også på linje 2."),
    ]
    assert found.left == "Navn;E-post\nOla;ola@\nLeif;leif@fjell.no\nKari igjen;KARI@fjell.no"
    with reading() as db:
        assert stored(db, OneTimeLink) == [each for each in stored(db, OneTimeLink) if each.role == ""]
        assert not db.exec(select(User).where(User.email == "kari@fjell.no")).first()


def test_a_facilitator_invites_the_good_lines_to_a_group_and_those_with_an_account_are_asked(world, frida):
    with writing() as db:
        group = groups.add(db, frida, "Ledergruppa", "leader_group")
    with writing() as db:
        sent, left = inviting.invite_for(db, frida, LIST, group.id, "nn")
    assert [(each.email, each.waits) for each in sent] == [
        ("kari@fjell.no", False), ("per.hansen@fjell.no", False), ("ingrid@fjord.no", True),
    ]  # fmt: skip
    with reading() as db:
        kari = accounts.user_by_email(db, "kari@fjell.no")
        assert (kari.name, kari.language, memberships(db, kari.email)) == (
            "Kari Nordmann",
            "nn",
            {world.fjell.id: "leader"},
        )
        assert db.get(GroupMember, (group.id, kari.id))
        assert world.fjell.id not in memberships(db, "ingrid@fjord.no")
        assert "Ola" in left
        again = inviting.check_for(db, frida, "ingrid@fjord.no")
    assert "ikke sagt ja" in str(again.wrong[0].why)
    with writing() as db:
        invitations.accept(db, world.ingrid, sent[2].token)
    with reading() as db:
        assert memberships(db, "ingrid@fjord.no") == {world.fjell.id: "leader", world.fjord.id: "facilitator"}
        assert db.get(GroupMember, (group.id, world.ingrid.user_id))
    lines = inviting.as_file(sent, "=1+1/", "csv").decode("utf-8-sig").splitlines()
    assert lines[1].startswith("Kari Nordmann;kari@fjell.no;'=1+1/")
    letter = unquote(inviting.letter(frida, sent[0], "https://x.no/", "nb"))
    assert letter.startswith("mailto:kari@fjell.no?subject=Invitasjon ")
    assert "andre ser det bare hvis du deler det" in letter
    assert f"\r\nhttps://x.no/{sent[0].token}\r\n" in letter
    assert not [each for each in letter if category(each) == "Cf"]


def test_a_link_made_by_itself_has_a_letter_and_nobody_learns_what_a_stranger_is_called(world):
    def letter(token):
        with reading() as db:
            return unquote(inviting.letter_for(db, world.astrid, token, "https://x.no/"))

    with writing() as db:
        new = accounts.invite_to(db, world.astrid, "ny@fjell.no", "Åse & Co", "leader")
        elsewhere = accounts.invite_to(db, world.astrid, "ingrid@fjord.no", "", "leader")
        renewed = accounts.reset(db, world.astrid, world.leif.user_id)
    assert letter(new).startswith("mailto:ny@fjell.no?subject=Invitasjon til Helu fra Fjell kommune&body=Hei Åse & Co!")
    assert "logg inn og si ja" in letter(elsewhere)
    assert f"Hei Ingrid!{CRLF}" in letter(elsewhere)
    assert f"?subject=Nytt passord i Helu&body=Hei {world.leif.name}!" in letter(renewed)
    for token in (new, elsewhere, renewed):
        assert f"{CRLF}https://x.no/{token}{CRLF}" in letter(token)
    with reading() as db, pytest.raises(UsedLink):
        inviting.letter_for(db, world.astrid, "nei", "https://x.no/")


def test_a_list_that_is_too_long_is_a_sentence(world):
    for text in ("\n".join(f"a{at}@fjell.no" for at in range(301)), "x" * 70_000):
        with pytest.raises(Misfit), reading() as db:
            inviting.check_for(db, world.astrid, text)


@pytest.mark.parametrize("role", ["owner", "facilitator"])
def test_a_facilitator_invites_nobody_but_leaders_and_changes_nobody(world, frida, role):
    for email in ("ny@fjell.no", "leif@fjell.no"):
        with pytest.raises(HeluError), writing() as db:
            accounts.invite_to(db, frida, email, "Ny", role)
    with pytest.raises(Misfit), writing() as db:
        accounts.invite_to(db, frida, "astrid@fjell.no", "Astrid", "leader")
    invited(world, role=role)
    with pytest.raises(NoAccess), writing() as db:  # not even what an owner has asked somebody
        accounts.invite_to(db, frida, "ingrid@fjord.no", "Ingrid", "leader")
    for deed in (
        lambda db: accounts.reset(db, frida, world.leif.user_id),
        lambda db: inviting.check_for(db, world.leif, "a@b.no"),
    ):
        with pytest.raises(NoAccess), writing() as db:
            deed(db)


def test_a_facilitators_link_to_somebody_new_dies_when_the_person_gets_a_higher_role(world, frida):
    with writing() as db:
        token = accounts.invite_to(db, frida, "ny@fjell.no", "Ny", "leader")
        user_id = accounts.user_by_email(db, "ny@fjell.no").id
    with writing() as db:
        newer = accounts.reset(db, frida, user_id)
    with writing() as db:
        accounts.change_role(db, world.astrid, user_id, "owner")
    for each in (token, newer):
        with pytest.raises(UsedLink), writing() as db:
            accounts.use_link(db, each, "theirs")
    with pytest.raises(NoAccess), writing() as db:
        accounts.reset(db, frida, user_id)


def test_an_invitation_never_sets_the_password_of_somebody_who_has_one(world):
    token = invited(world, role="owner")
    with reading() as db:
        before = accounts.user_by_email(db, "ingrid@fjord.no").password_hash
    with pytest.raises(UsedLink), writing() as db:
        accounts.use_link(db, token, "stolen")
    for other in (world.astrid, world.leif):
        with pytest.raises(UsedLink), writing() as db:
            invitations.accept(db, other, token)
    with reading() as db:
        assert accounts.user_by_email(db, "ingrid@fjord.no").password_hash == before
        assert memberships(db, "ingrid@fjord.no") == {world.fjord.id: "facilitator"}


def test_an_account_that_waits_for_its_own_password_is_not_opened_by_another_organisation(world):
    with writing() as db:
        own = accounts.invite(db, world.fjord.id, "nils@fjord.no", "Nils", "owner")
    foreign = invited(world, "nils@fjord.no")
    with pytest.raises(UsedLink), writing() as db:
        accounts.use_link(db, foreign, "stolen")
    with writing() as db:
        login = accounts.use_link(db, own, "his own")
    with reading() as db:
        nils = logins.who(db, login)
    with writing() as db:
        assert invitations.accept(db, nils, foreign) == world.fjell.id


def test_a_question_can_be_taken_back_and_answered_with_no(world):
    first = invited(world)
    with reading() as db:
        assert [each.email for each in invitations.waiting(db, world.astrid)] == ["ingrid@fjord.no"]
    with writing() as db:
        invitations.withdraw(db, world.astrid, world.ingrid.user_id)
    second = invited(world)
    with writing() as db:
        invitations.decline(db, world.ingrid, second)
    for token in (first, second):
        with pytest.raises(UsedLink), writing() as db:
            invitations.accept(db, world.ingrid, token)
    with reading() as db:
        assert invitations.waiting(db, world.astrid) == []


def test_nobody_resets_a_person_who_is_also_elsewhere_and_links_from_before_are_dead(world):
    with writing() as db:
        early = accounts.reset(db, world.astrid, world.leif.user_id)
        token = accounts.invite(db, world.fjord.id, "leif@fjell.no", "Leif", "leader")
    with writing() as db:
        invitations.accept(db, world.leif, token)
    with pytest.raises(UsedLink), writing() as db:
        accounts.use_link(db, early, "stolen")
    with pytest.raises(Misfit, match="annen organisasjon"), writing() as db:
        accounts.reset(db, world.astrid, world.leif.user_id)
    with writing() as db:  # at the server
        accounts.use_link(db, accounts.reset_for(db, world.fjell.id, world.leif.user_id), "new")
    with reading() as db:
        assert db.exec(select(Membership).where(Membership.user_id == world.leif.user_id)).all()
