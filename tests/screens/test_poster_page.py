"""The poster's page: what is typed is kept, beside others, and comes back."""

import pytest

from helu.domain.platform import Line, Poster
from helu.services import platforms, poster
from helu.store.database import reading, writing


def newest(world):
    with reading() as db:
        platform = platforms.known_of(db, world.workshop)
        return platforms.newest(db, platform, "poster")


def write(world, *lines, **more):
    """As the other facilitator does it."""
    with writing() as db:
        platform = poster.of_workshop(db, world.astrid, world.workshop)
        before = platforms.newest(db, platform, "poster")
        return poster.save(db, world.astrid, platform.id, Poster(lines=list(lines), **more), before, fresh=True)


def areas(page):
    return [each for each in page.text_area if str(each.key).startswith("line-")]


@pytest.fixture
def page(page_for, world):
    write(world, Line(id="a", text="lede i samme retning"), Line(id="b", text="ledermøter hver mandag"))
    return page_for("desk/poster.py", samling=world.workshop.code)


def captions(page):
    return " ".join(each.value for each in page.caption)


def test_a_new_line_is_kept_without_any_button(page, world):
    areas(page)[-1].input("skape tillit").run()
    assert [line.text for line in newest(world).content.lines][-1] == "skape tillit"
    assert areas(page)[-1].value == ""  # and there is room for one more
    assert not page.exception


def test_one_sitting_is_one_version(page, world):
    before = newest(world).number
    areas(page)[0].input("lede i en retning").run()
    areas(page)[0].input("lede i én retning").run()
    assert newest(world).number == before
    assert newest(world).content.lines[0].text == "lede i én retning"


def test_advice_is_given_and_nothing_is_stopped(page):
    assert "Begynn gjerne med et verb" in captions(page)
    assert "Dette er noe dere gjør" in captions(page)


def test_changes_in_different_lines_are_put_together(page, world):
    write(world, Line(id="a", text="lede i samme retning"), Line(id="b", text="gjøre hverandre gode"))
    areas(page)[0].input("lede kommunen i samme retning").run()
    assert [line.text for line in newest(world).content.lines] == [
        "lede kommunen i samme retning",
        "gjøre hverandre gode",
    ]
    assert areas(page)[1].value == "gjøre hverandre gode"


def test_when_two_change_the_same_words_both_are_shown_and_nothing_is_lost(page, world):
    write(world, Line(id="a", text="deres ord"), Line(id="b", text="ledermøter hver mandag"))
    areas(page)[0].input("mine ord").run()
    assert areas(page)[0].value == "mine ord"
    assert newest(world).content.lines[0].text == "deres ord"
    assert any("Noen andre endret de samme ordene" in each.value for each in page.warning)
    page.button(key="keep-mine").click().run()
    assert newest(world).content.lines[0].text == "mine ord"
    with reading() as db:
        kept = platforms.versions(db, platforms.known_of(db, world.workshop), "poster")
    assert "deres ord" in [version.content.lines[0].text for version in kept]


def test_choosing_theirs_keeps_mine_among_the_versions(page, world):
    write(world, Line(id="a", text="deres ord"), Line(id="b", text="ledermøter hver mandag"))
    areas(page)[0].input("mine ord").run()
    page.button(key="keep-theirs").click().run()
    assert areas(page)[0].value == "deres ord"
    with reading() as db:
        kept = platforms.versions(db, platforms.known_of(db, world.workshop), "poster")
    assert "mine ord" in [version.content.lines[0].text for version in kept]


def test_a_line_that_is_taken_away_can_be_brought_back(page, world):
    page.button(key="away-a").click().run()
    assert [line.id for line in newest(world).content.lines] == ["b"]
    next(each for each in page.button if str(each.key).startswith("undo-")).click().run()
    assert [line.id for line in newest(world).content.lines] == ["a", "b"]


def test_lines_move_with_what_is_typed_in_them(page, world):
    areas(page)[1].input("gjøre hverandre gode").run()
    page.button(key="up-b").click().run()
    assert [line.text for line in newest(world).content.lines] == ["gjøre hverandre gode", "lede i samme retning"]
    assert [each.value for each in areas(page)][:2] == ["gjøre hverandre gode", "lede i samme retning"]


def test_it_is_adopted_locked_and_opened_again(page, world):
    page.button(key="poster-adopt").click().run()
    assert newest(world).locked
    assert all(each.disabled for each in areas(page))
    page.button(key="poster-reopen").click().run()
    assert not newest(world).locked
    assert not page.exception


@pytest.mark.parametrize("section", ["take", "words", "comments", "check", "versions"])
def test_every_section_opens(page, section):
    page.session_state["poster-section"] = section
    page.run()
    assert not page.exception
    assert not page.error
