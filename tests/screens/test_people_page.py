"""Personer, through the page itself: a list of leaders, checked, invited and mended."""

from io import BytesIO
from urllib.parse import unquote

from openpyxl import Workbook

from helu.services import accounts, groups, inviting
from helu.store.database import reading, writing

PAGE = "desk/people.py"


def button(page, start):
    return next(each for each in page.button if each.label.startswith(start))


def emails(world):
    with reading() as db:
        return {each.email for each in accounts.people_in(db, world.fjell.id)}


def test_a_list_is_checked_invited_and_what_is_wrong_stays_to_be_mended(page_for, world):
    with writing() as db:
        group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
    before = emails(world)
    page = page_for(PAGE)
    assert "**Ledergruppa** · Ledergruppe" in [each.value for each in page.markdown]
    box = page.text_area(key="invite-list")
    box.set_value("Kari *N*; kari@fjell.no\nOla; ola@\nLeif; leif@fjell.no").run()
    assert emails(world) == before
    assert next(each.value for each in page.text if each.value.startswith("Linje")).splitlines() == [
        "Linje 2: «ola@» er ikke en e-postadresse.",
        "Linje 3: leif@fjell.no er allerede med.",
    ]
    page.selectbox(key="invite-group").set_value(str(group.id))
    button(page, "Inviter 1 leder").click().run()
    assert not page.exception
    assert emails(world) == before | {"kari@fjell.no"}
    assert page.text_area(key="invite-list").value == "Ola; ola@\nLeif; leif@fjell.no"
    assert [len(members.value) for members in page.multiselect] == [1]  # saved as they stand, nobody is lost
    (link, everybody) = sorted({each.value for each in page.code}, key=len)
    assert everybody == f"Kari *N*\tkari@fjell.no\t{link}"
    with reading() as db:
        assert accounts.link_is_for(db, link.rsplit("/", 1)[1]).email == "kari@fjell.no"
        assert len(groups.listed(db, world.astrid)[0].members) == 1
    page.text_area(key="invite-list").set_value("Ola; ola@fjell.no").run()
    button(page, "Inviter 1 leder").click().run()
    assert len([each for each in page.code if "\n" not in each.value]) == 2  # the earlier link stands too
    button(page, "Jeg har tatt vare på").click().run()
    assert not page.code


def test_a_list_that_is_too_long_is_said_where_it_stands_and_the_people_stay(page_for, world):
    page = page_for(PAGE)
    page.text_area(key="invite-list").set_value("\n".join(f"p{at}@fjell.no" for at in range(301))).run()
    assert ["høyst 300" in each.value for each in page.error] == [True]
    assert button(page, "Ny lenke")


def test_a_facilitator_sees_the_list_and_no_roles(page_for, world):
    with writing() as db:
        accounts.change_role(db, world.astrid, world.leif.user_id, "facilitator")
        accounts.invite(db, world.fjell.id, "ny@fjell.no", "Ny", "leader")
    page = page_for(PAGE, "leif@fjell.no")
    assert not page.exception
    assert page.text_area(key="invite-list")
    assert not [each for each in page.selectbox if each.label.startswith("Rolle")]
    assert [each for each in page.text if each.value.startswith("En gruppe er ledere")]
    assert [each.label for each in page.button].count("Ny lenke") == 1  # for the leader who has not come in yet


def test_a_workbook_becomes_the_lines_of_the_list(page_for, world):
    book, file = Workbook(), BytesIO()
    for row in (("Navn", "E-post"), ("Kari\nNordmann", "kari@fjell.no"), (None, None), ("Ola", 7)):
        book.active.append(row)
    book.save(file)
    assert inviting.text_of(file.getvalue(), "ledere.xlsx") == "Navn\tE-post\nKari Nordmann\tkari@fjell.no\n\nOla\t7"


def test_somebody_invited_alone_has_a_link_and_a_letter_with_it(page_for, world):
    page = page_for(PAGE)
    next(each for each in page.text_input if each.label == "E-post").set_value("ny@fjell.no")
    next(each for each in page.text_input if each.label == "Navn").set_value("Åse Ny")
    button(page, "Lag invitasjon").click().run()
    assert not page.exception
    (link,) = [each.value for each in page.code]
    letter = unquote(next(each.proto.url for each in page.get("link_button") if each.proto.url.startswith("mailto:")))
    assert letter.startswith("mailto:ny@fjell.no?subject=Invitasjon") and link in letter and "Hei Åse Ny!" in letter
