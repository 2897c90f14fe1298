"""Who is in the room: phones with and without JavaScript, the desk, and the projector."""

import re
from typing import Any, NamedTuple

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import settled
from tests.browser.house import Gathering

SENT = "Sendt. Du kan endre svaret til det stenges."
NOT_YET = "Ikke sendt ennå – prøver igjen."
THUMB = 600  # ms: a tap on a card that has just come is not taken for this one's
SHARES = {"g1": (60, 40), "g2": (100,), "g3": (50, 25, 25)}  # of 100 points


class Answer(NamedTuple):
    """As the exported file is to hold it."""

    values: dict[str, Any]
    label: str
    group: str


class Phone:
    """Somebody in the room. Each sits in a group of their own, so that no two answer alike."""

    def __init__(self, page: Page, name: str, group: str = "g1") -> None:
        self.page, self.name, self.group = page, name, group
        self.sent: list[str] = []  # all that ever left the phone
        page.on("request", lambda request: self.sent.append(f"{request.url} {request.post_data or ''}"))

    def __getattr__(self, what: str) -> Any:
        """A phone is a page first of all."""
        return getattr(self.page, what)

    @property
    def status(self) -> Locator:
        return self.page.locator("#status")

    @property
    def send(self) -> Locator:
        return self.page.locator("main form .send")

    def follows_to(self, title: str) -> None:
        expect(self.page.locator("main h1")).to_have_text(title)

    def fill(self, key: str) -> Answer:
        """Something in every field one can see, whatever it is, that nobody else writes."""
        values, label, group = {}, [], ""
        for field in self.page.locator("main form fieldset").all():
            name = (field.get_attribute("id") or "").removeprefix("field-")
            shape = (field.get_attribute("class") or "").split()[0]
            if not field.is_visible():
                continue
            if name == "group":
                field.locator(f"input[value={self.group}]").check()
                group = self.group
                label.append(f"Gruppe {group[1:]}")
            elif name == "name":
                field.locator("input").fill(self.name)
                label.append(self.name)
            else:
                values[name] = getattr(self, f"_{shape}")(field, key)
        return Answer(values, " · ".join(label), group)

    def places(self, theme: str) -> Answer:
        """The card it is shown now, on a board that all sort together."""
        expect(self.page.locator(".homes")).to_be_visible()
        self.page.wait_for_timeout(THUMB)
        text = self.page.locator(".slip").inner_text()
        card = self._offered("card")[text]
        self.page.locator(".homes").get_by_role("button", name=theme, exact=True).click()
        expect(self.status).to_have_text("Sendt.")
        return Answer({"card": card, "theme": self._offered("theme")[theme]}, "", "")

    def _offered(self, name: str) -> dict[str, str]:
        """What can be picked in that field: words -> value."""
        picks = self.page.locator(f"#field-{name} label").all()
        return {each.text_content() or "": each.locator("input").get_attribute("value") or "" for each in picks}

    @property
    def _turn(self) -> int:
        return int(self.group[1:]) - 1

    def _text(self, field: Locator, key: str) -> str:
        text = f"{self.name} på {key}"
        field.locator("textarea, input").fill(text)
        return text

    def _choice(self, field: Locator, key: str) -> str:
        """One of the buttons, or of the list when there are many."""
        picks = field.locator("input, option:not([value=''])").all()
        pick = picks[self._turn % len(picks)]
        value = pick.get_attribute("value") or ""
        if field.locator("select").count():
            field.locator("select").select_option(value)
        else:
            pick.check()
        return value

    def _choices(self, field: Locator, key: str) -> list[str]:
        return [self._choice(field, key)]

    def _scale(self, field: Locator, key: str) -> int:
        return int(self._choice(field, key))

    def _texts(self, field: Locator, key: str) -> list[str]:
        boxes = field.locator("textarea, input")
        most = min(boxes.count(), 1 if self.group == "g3" else 2)
        written = [f"{self.name} på {key} {each}" for each in ("først", "så")[:most]]
        for at, text in enumerate(written):
            box = boxes.nth(at)
            if not box.is_visible():
                field.get_by_role("button", name="+ Ett til").click()
            box.fill(text)
        return written

    def _points(self, field: Locator, key: str) -> dict[str, int]:
        boxes = field.locator("input[type=number]").all()
        given = {}
        for box, points in zip(boxes, SHARES[self.group], strict=False):
            box.fill(str(points))
            given[(box.get_attribute("name") or "").split("-", 1)[1]] = points
        return given

    def _matrix(self, field: Locator, key: str) -> dict[str, str]:
        """Every row but one: the group's own."""
        given = {}
        for at, box in enumerate(field.locator("textarea").all()):
            if at != int(self.group[1:]):
                text = f"{self.name} på {key} rad {at}"
                box.fill(text)
                given[(box.get_attribute("name") or "").split("-", 1)[1]] = text
        return given


class PlainPhone(Phone):
    """Without JavaScript nothing comes by itself."""

    def follows_to(self, title: str) -> None:
        self.looks_again()
        super().follows_to(title)

    def looks_again(self) -> None:
        self.page.get_by_role("link", name="Se etter noe nytt").click()

    def places(self, theme: str) -> Answer:
        """The first card of the list."""
        self.looks_again()
        expect(self.page.locator("#field-card")).to_be_visible()
        cards, themes = self._offered("card"), self._offered("theme")
        text, card = next(iter(cards.items()))
        self.page.locator("#field-card").get_by_label(text, exact=True).check()
        self.page.locator("#field-theme").get_by_label(theme, exact=True).check()
        self.send.click()
        expect(self.status).to_have_text(SENT)
        return Answer({"card": card, "theme": themes[theme]}, "", "")


class Desk:
    """While it is drawn again, an old copy of a button may stand beside the new one: the desk is let come to rest first."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def next(self) -> Locator:
        settled(self.page)
        return self.page.locator(".st-key-next button")

    @property
    def reveal(self) -> Locator:
        settled(self.page)
        return self.page.locator(".st-key-main-deed button").filter(has_text="Vis svarene")

    def stands_at(self, number: int, said: str = "") -> None:
        """What the line over the question says: `3/34 · Åpne kort · Åpen for svar`."""
        expect(self.page.get_by_text(re.compile(rf"^{number}/\d+ · .*{said}"))).to_be_visible()

    def press(self, name: str | re.Pattern[str], exact: bool = False) -> None:
        button = self.page.get_by_role("button", name=name, exact=exact)
        expect(button.first).to_be_visible()
        self.page.wait_for_timeout(200)  # a deed runs the page twice, and it stands still for a moment in between
        settled(self.page)
        button.click()

    def counts(self, joined: int) -> None:
        expect(self.page.locator(".pulse")).to_contain_text(f"{joined} har blitt med")


class Wall:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.main = page.locator("#main")

    @property
    def count(self) -> Locator:
        return self.page.locator(".hidden-answers .line:visible, #strip-count:not(:empty)")

    def asks(self, title: str) -> None:
        expect(self.page.locator("h1.question")).to_have_text(title)

    def shows(self, *texts: str) -> None:
        for text in texts:
            expect(self.main).to_contain_text(text, ignore_case=True)  # a cloud writes all in small letters


def everybody_joins(gathering: Gathering, *phones: Phone) -> None:
    for phone in phones:
        phone.page.goto(gathering.phone)
        expect(phone.status).to_have_text("Du er med. Vi begynner snart – siden følger med av seg selv.")
