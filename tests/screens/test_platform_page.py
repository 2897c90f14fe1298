"""The platform on the desk, through the page itself, and as the members of the group read it."""

import pytest

from helu.domain.platform import Element, Line, Matter, Matters, Poster, Values, Year, YearEntry
from helu.services import gatherings, groups, platforms, running
from helu.services import platform_parts as parts
from helu.store.database import reading, writing


@pytest.fixture
def platform(world):
    with writing() as db:
        group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        groups.set_members(db, world.astrid, group.id, [world.leif.user_id])
        gatherings.make(db, world.fjell, "blank", title="Mars", group=group.id)
        return parts.begin(db, world.astrid, group.id)


@pytest.fixture
def keep(world, platform):
    def keep_(part, content, based_on=None):
        with writing() as db:
            number = platforms.newest(db, platform, part).number if based_on is None else based_on
            return parts.keep(db, world.astrid, platform.id, part, content, number)

    return keep_


def newest(platform, part):
    with reading() as db:
        return platforms.newest(db, platform, part)


def everything(app):
    held = [*app.text, *app.markdown, *app.caption, *app.title, *app.header]
    return "\n".join([str(each.value) for each in held] + [each.label for each in app.expander])


def button(app, label):
    return next(each for each in app.button if each.label == label)


def test_without_an_address_the_groups_are_listed(page_for, platform, world):
    with writing() as db:
        groups.add(db, world.astrid, "Oppvekst", "leader_group")
    app = page_for("desk/platform.py")
    assert not app.exception
    assert "Ledergruppa" in everything(app)
    button(app, "Begynn").click().run()
    assert not [each for each in app.button if each.label == "Begynn"]


def test_the_text_of_an_element_is_saved_adopted_and_opened_again(page_for, platform):
    app = page_for("desk/platform.py", plattform=str(platform.id), element="development_goals")
    app.text_area[0].set_value("Tre mål for året").run()
    button(app, "Lagre").click().run()
    assert not app.exception
    assert newest(platform, "development_goals").content.text == "Tre mål for året"
    button(app, "Vedta").click().run()
    assert newest(platform, "development_goals").locked
    assert not app.text_area
    button(app, "Åpne på nytt").click().run()
    assert app.text_area[0].value == "Tre mål for året"


def test_norms_are_written_before_during_and_between(page_for, platform):
    app = page_for("desk/platform.py", plattform=str(platform.id), element="group_norms")
    during = next(each for each in app.text_area if each.label == "Under")
    during.set_value("Vi lytter ferdig").run()
    button(app, "Lagre").click().run()
    assert newest(platform, "group_norms").content.asides == {"during": "Vi lytter ferdig"}


def test_what_was_typed_stays_when_somebody_else_saved_meanwhile(page_for, platform, keep):
    app = page_for("desk/platform.py", plattform=str(platform.id), element="purpose")
    app.text_area[0].set_value("Min tekst").run()
    keep("purpose", Element(text="Deres tekst"))
    button(app, "Lagre").click().run()
    assert app.error[0].value.startswith("Noen andre endret dette")
    assert app.text_area[0].value == "Min tekst"
    assert "Deres tekst" in everything(app)
    assert newest(platform, "purpose").content.text == "Deres tekst"
    button(app, "Lagre min tekst over deres").click().run()
    assert (newest(platform, "purpose").number, newest(platform, "purpose").content.text) == (2, "Min tekst")


def test_the_version_of_the_others_can_be_chosen_instead(page_for, platform, keep):
    app = page_for("desk/platform.py", plattform=str(platform.id), element="purpose")
    app.text_area[0].set_value("Min tekst").run()
    keep("purpose", Element(text="Deres tekst"))
    app.run()
    button(app, "Bruk deres versjon").click().run()
    assert app.text_area[0].value == "Deres tekst"
    assert not app.warning


def test_a_page_where_nothing_is_typed_follows_what_others_save(page_for, platform, keep):
    app = page_for("desk/platform.py", plattform=str(platform.id), element="purpose")
    keep("purpose", Element(text="Deres tekst"))
    app.run()
    assert app.text_area[0].value == "Deres tekst"
    assert not app.warning


def test_versions_show_what_changed_and_an_earlier_one_comes_back(page_for, platform, keep):
    keep("purpose", Element(text="Vi gir retning"))
    keep("purpose", Element(text="Vi gir ro"))
    app = page_for("desk/platform.py", plattform=str(platform.id), element="purpose")
    next(each for each in app.toggle if each.label == "Vis hva som ble endret").set_value(True).run()
    assert "~~retning~~:green-background[**ro**]" in everything(app)
    button(app, "Hent tilbake versjon 1").click().run()
    assert newest(platform, "purpose").content.text == "Vi gir retning"
    assert app.text_area[0].value == "Vi gir retning"


def test_open_work_is_added_and_done(page_for, platform):
    app = page_for("desk/platform.py", plattform=str(platform.id), element="matters")
    work = next(each for each in app.text_input if each.label == "Hva gjenstår?")
    work.set_value("Rydde i sakslisten")
    button(app, "Legg til").click().run()
    assert [line.text for line in newest(platform, "matters").content.open_work] == ["Rydde i sakslisten"]
    button(app, "Gjort").click().run()
    assert newest(platform, "matters").content.open_work == []


def test_the_next_step_is_put_in_the_gathering(page_for, platform):
    app = page_for("desk/platform.py", plattform=str(platform.id), element="group_norms")
    app.button(key="suggest-group_norms").click().run()
    assert app.success[0].value == "Aktiviteten er lagt til i «Mars»."
    with reading() as db:
        workshop = platforms.gatherings_of(db, platform)[0]
        assert "før, under og mellom" in running.activities_in(db, workshop.id)[-1].title


def test_matters_without_a_line_and_lines_without_matters_are_shown(page_for, platform, keep):
    keep("poster", Poster(lines=[Line(id="l1", text="sette retning"), Line(id="l2", text="skape læring")]))
    keep(
        "matter_list",
        Matters(matters=[Matter(text="Heltid", line="l1"), Matter(text="Brøyting", balance="operations")]),
    )
    app = page_for("desk/platform.py", plattform=str(platform.id), visning="saker")
    said = everything(app)
    assert not app.exception
    assert "- skape læring" in said and "- sette retning" not in said
    assert "- Brøyting" in said and "- Heltid" not in said


def test_values_are_written_a_line_for_each_sign(page_for, platform):
    app = page_for("desk/platform.py", plattform=str(platform.id), visning="verdier")
    next(each for each in app.text_area if each.label == "Visjon").set_value("God innsats gir livsmestring").run()
    next(each for each in app.text_area if each.label.startswith("Verdiordene")).set_value("Respekt\nMot").run()
    button(app, "Lagre").click().run()
    actions = [each for each in app.text_area if each.label.startswith("Handlinger")]
    actions[0].set_value("Vi møter forberedt\nVi lytter").run()
    button(app, "Lagre").click().run()
    held = newest(platform, "values").content
    assert held.vision == "God innsats gir livsmestring"
    assert [(each.text, [line.text for line in each.actions]) for each in held.values] == [
        ("Respekt", ["Vi møter forberedt", "Vi lytter"]),
        ("Mot", []),
    ]


@pytest.mark.parametrize("view", ["hjul", "saker", "verdier", "kultur", "prinsipper", "arshjul", "tull"])
def test_every_view_opens(page_for, platform, keep, view):
    keep("year", Year(entries=[YearEntry(title="Ledermøte", month=1, day=3)]))
    app = page_for("desk/platform.py", plattform=str(platform.id), visning=view)
    assert not app.exception and not app.error


def test_lines_are_fetched_from_the_room(page_for, platform, world, opened, kari):
    from tests.conftest import answer

    answer(kari, world, opened("open_cards").id, cards=["**Tillit**"])
    app = page_for("desk/platform.py", samling=world.workshop.code, visning="prinsipper")
    next(each for each in app.toggle if each.label == "Vis hva som finnes").set_value(True).run()
    app.multiselect[0].set_value(app.multiselect[0].options[:1]).run()
    button(app, "Hent inn").click().run()
    assert not app.exception
    with reading() as db:
        own = platforms.known_of(db, world.workshop)
    assert [line.text for line in newest(own, "principles").content.lines] == ["**Tillit**"]
    assert len(newest(own, "principles").content.lines[0].sources) == 1


def test_another_organisation_and_a_wrong_address_are_sentences(page_for, platform):
    for app in (
        page_for("desk/platform.py", email="ingrid@fjord.no", plattform=str(platform.id)),
        page_for("desk/platform.py", plattform="tull"),
    ):
        assert not app.exception
        assert app.error[0].value == "Det du leter etter, finnes ikke."
        assert not app.title


def test_a_member_reads_the_platform_of_the_group(page_for, platform, keep):
    keep("poster", Poster(lines=[Line(text="sette retning")]))
    keep("purpose", Element(text="Formålet **vårt**"))
    keep("values", Values(vision="Livsmestring"))
    app = page_for("leader/platform.py", email="leif@fjell.no")
    said = everything(app)
    assert not app.exception
    assert "Formålet **vårt**" in said and "sette retning" in said and "Livsmestring" in said
    assert not [each for each in app.button if each.label in {"Lagre", "Vedta"}]


def test_a_leader_in_no_group_is_told_so(page_for, world):
    app = page_for("leader/platform.py", email="leif@fjell.no")
    assert app.info[0].value.startswith("Ingen av gruppene dine")


def test_the_address_of_a_platform_opens_nothing_for_those_outside_the_group(page_for, platform, world):
    with writing() as db:
        groups.set_members(db, world.astrid, platform.group_id, [])
    app = page_for("leader/platform.py", email="leif@fjell.no", plattform=str(platform.id))
    assert "Ledergruppa" not in everything(app)
