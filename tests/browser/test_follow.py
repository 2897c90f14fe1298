"""Phones, projector and desk follow the gathering by themselves, whoever moves it and whatever breaks."""

from playwright.sync_api import expect

from tests.browser.cast import SENT, Desk, Phone, Wall, everybody_joins
from tests.browser.conftest import PHONE, LogIn, Open
from tests.browser.house import Gathering, House
from tests.browser.plans import CHOICE, open_cards

PLAN = [open_cards("Hva er viktigst?"), CHOICE]


def at_the_wall(log_in: LogIn, gathering: Gathering) -> Wall:
    wall = Wall(log_in())
    wall.page.goto(gathering.wall)
    wall.shows(gathering.code[:4])
    return wall


def test_a_move_from_another_process_shows_everywhere_without_a_touch(
    helu: House, machine: Open, log_in: LogIn
) -> None:
    gathering = helu.planned(PLAN)
    wall, desk, kari = at_the_wall(log_in, gathering), Desk(log_in()), Phone(machine(PHONE).new_page(), "Kari")
    desk.page.goto(gathering.desk)
    everybody_joins(gathering, kari)
    gathering.move("next")
    wall.asks("Hva er viktigst?")
    kari.follows_to("Hva er viktigst?")
    desk.stands_at(1)
    answer = kari.fill("cards").values["cards"]
    kari.send.click()
    expect(kari.status).to_have_text(SENT)
    gathering.move("reveal")
    wall.shows(*answer)
    expect(kari.status).to_have_text("Det er stengt for svar nå. Følg med på storskjermen – neste kommer snart.")
    gathering.move("open", 2)
    wall.asks("Hva velger vi?")
    kari.follows_to("Hva velger vi?")
    gathering.move("end")
    wall.asks("Takk for innsatsen!")
    expect(kari.status).to_have_text("Samlingen er avsluttet. Takk for innsatsen!")
    expect(desk.page.get_by_role("heading", name="Samlingen er avsluttet")).to_be_visible()


def test_the_room_carries_on_after_the_server_was_away(helu: House, machine: Open, log_in: LogIn) -> None:
    gathering = helu.planned(PLAN)
    wall, desk, kari = at_the_wall(log_in, gathering), Desk(log_in()), Phone(machine(PHONE).new_page(), "Kari")
    everybody_joins(gathering, kari)
    desk.page.goto(gathering.desk)
    desk.next.click()
    wall.asks("Hva er viktigst?")

    helu.stop()
    expect(wall.page.locator("#link")).to_have_text("Kobler til igjen …")
    wall.asks("Hva er viktigst?")
    helu.start()
    expect(wall.page.locator("#link")).to_be_hidden()
    expect(kari.locator("#line")).to_be_hidden()
    expect(wall.count).to_have_text("0 av 1 har svart")

    expect(desk.page.locator(".pulse")).to_contain_text("1 er tilkoblet nå")
    desk.next.click()
    desk.stands_at(2)
    wall.asks("Hva velger vi?")
    kari.follows_to("Hva velger vi?")


def test_two_gatherings_at_once_keep_to_themselves(helu: House, machine: Open, log_in: LogIn) -> None:
    """Kari is in both, in two tabs of one phone; Ola is in Fjord's only."""
    fjell, fjord = helu.planned(PLAN, "Fjell"), helu.planned(PLAN, "Fjord")
    walls = {each.code: at_the_wall(log_in, each) for each in (fjell, fjord)}
    her_phone = machine(PHONE)
    kari, kari_too = Phone(her_phone.new_page(), "Kari"), Phone(her_phone.new_page(), "Kari")
    ola = Phone(machine(PHONE).new_page(), "Ola")
    everybody_joins(fjell, kari)
    everybody_joins(fjord, kari_too, ola)
    walls[fjell.code].shows("Én er med.")
    walls[fjord.code].shows("2 er med.")

    fjell.move("next")
    kari.follows_to("Hva er viktigst?")
    fjord.move("open", 2)
    for phone in (kari_too, ola):
        phone.follows_to("Hva velger vi?")
    walls[fjell.code].asks("Hva er viktigst?")
    kari.follows_to("Hva er viktigst?")

    written = kari.fill("cards")
    kari.send.click()
    expect(kari.status).to_have_text(SENT)
    for phone, choice in ((kari_too, "Ro"), (ola, "Mot")):
        phone.get_by_label(choice).check()
        phone.send.click()
        expect(phone.status).to_have_text(SENT)
    expect(walls[fjell.code].count).to_have_text("1 av 1 har svart")
    expect(walls[fjord.code].count).to_have_text("Alle 2 har svart")

    open_in_fjell = fjell.now["current"]["id"]
    strayed = kari.request.post(f"{fjord.phone}/svar", form={"activity": open_in_fjell, "cards": "På feil sted"})
    assert strayed.status == 409
    assert [each["values"] for each in fjell.answers["open_cards"]] == [written.values]
    assert fjell.answers["choice"] == fjord.answers["open_cards"] == []
    assert sorted(each["values"]["chosen"] for each in fjord.answers["choice"]) == ["mot", "ro"]
