"""Min balanse, through the page itself: the leader's own, and nobody else's."""

from datetime import timedelta

import pytest

from helu.content.balance_words import balance_words
from helu.services import access, accounts, groups, profiles, situations
from helu.store.database import reading, writing
from helu.store.profile_tables import Assessment
from helu.store.rows import now

PAGE = "leader/radar.py"
LEIF = "leif@fjell.no"
TITLE = "omorganisering **høsten**"


def answers(form="full", skip="", **of_dimension):
    return {
        statement.id: None if skip and statement.id.startswith(skip) else of_dimension.get(dimension.id, 4)
        for dimension in balance_words().dimensions
        for behaviour in dimension.behaviours
        for statement in behaviour.asked(form)
    }


@pytest.fixture
def look(world):
    def look_(who, days=1, wanted=None, form="full", **more):
        with writing() as db:
            at = now() - timedelta(days=days)
            row = Assessment(profile_id=profiles.mine(db, who).id, form=form, begun_at=at, finished_at=at)
            row.current, row.wanted = answers(form, **more), wanted if wanted is not None else answers(form)
            db.add(row)

    return look_


@pytest.fixture
def group(world):
    with writing() as db:
        made = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        groups.set_members(db, world.astrid, made.id, [world.astrid.user_id, world.leif.user_id])
        return made


def everything(app):
    held = [*app.text, *app.markdown, *app.caption, *app.title, *app.header, *app.info, *app.success, *app.error]
    return "\n".join([str(each.value) for each in held] + [each.label for each in app.expander])


def button(app, label):
    return next(each for each in app.button if each.label == label)


def charts(app):
    return [each.proto for each in app.get("plotly_chart")]


def pills(app, key):
    return next(each for each in app.button_group if each.key == key)


def test_before_the_first_time_the_way_in_is_shown(page_for, world):
    app = page_for(PAGE, LEIF)
    assert not app.exception
    assert "Her kommer radaren din" in everything(app)
    assert not charts(app)
    assert [each.proto.url for each in app.get("link_button")] == ["/egenvurdering"]


def test_the_radar_stands_with_its_words_and_its_disclaimer(page_for, world, look):
    look(world.leif, relation=6, change=4, task=2, wanted=answers(relation=6, task=5))
    app = page_for(PAGE, LEIF)
    said = everything(app)
    assert not app.exception
    assert "ikke en test" in said
    assert "Du bruker mest relasjonsorientering nå" in said
    assert "fra 2,0 til 5,0" in said
    assert "0,33 av 1" in said.replace("\\", "")
    assert "Oppgave 2,0" in charts(app)[0].alt


def test_a_spoke_is_opened_with_its_behaviours_and_own_answers(page_for, world, look):
    look(world.leif, task=2, wanted=answers(task=5))
    app = page_for(PAGE, LEIF)
    assert "Konfronterende" not in [each.value for each in app.header]
    pills(app, "spoke-few").set_value("task").run()
    said = everything(app).replace("\\", "")
    assert not app.exception
    assert app.header[0].value == "■ Oppgave"
    assert "■3 Konfronterende" in said
    assert "Du svarte: nå 2, ønsket 5. Avstand +3." in said


def test_all_behaviours_can_be_shown_and_one_of_them_opened(page_for, world, look):
    look(world.leif, skip="tsk_3", task=2)
    app = page_for(PAGE, LEIF)
    pills(app, "grain").set_value("all").run()
    assert "Konfronterende mangler" in charts(app)[0].alt
    pills(app, "spoke-all").set_value("confronts").run()
    said = everything(app).replace("\\", "")
    assert not app.exception
    assert "Jeg tar den vanskelige samtalen når den trengs." in said
    assert "Du svarte: nå ikke aktuelt, ønsket 4." in said


def test_layers_are_switched_and_last_time_is_the_round_that_is_chosen(page_for, world, look):
    look(world.leif, days=300, relation=1)
    look(world.leif, days=100, relation=3, form="short")
    look(world.leif, days=1, relation=5)
    app = page_for(PAGE, LEIF)
    assert "Sist gang" not in charts(app)[0].alt
    pills(app, "layers-3").set_value(["now", "wanted", "earlier"]).run()
    assert "Sist gang: Relasjon 3,0" in charts(app)[0].alt
    oldest = app.selectbox[0].options[-1]
    app.selectbox[0].select(oldest).run()
    assert "Sist gang: Relasjon 1,0" in charts(app)[0].alt
    pills(app, "layers-3").set_value(["wanted"]).run()
    assert "Nå:" not in charts(app)[0].alt
    pills(app, "layers-3").set_value([]).run()
    assert not app.exception
    assert not charts(app)


def test_development_has_one_small_chart_for_each_orientation(page_for, world, look):
    look(world.leif, days=100, relation=3)
    look(world.leif, days=1, relation=5)
    app = page_for(PAGE, LEIF, visning="utvikling")
    assert not app.exception
    assert len(charts(app)) == 4
    assert "nå 3,0" in charts(app)[0].alt and "nå 5,0" in charts(app)[0].alt


def test_a_situation_is_made_looked_at_changed_and_removed(page_for, world, look):
    look(world.leif, change=3)
    app = page_for(PAGE, LEIF, visning="situasjon")
    app.text_input[0].set_value(TITLE)
    pills(app, "need-new-change").set_value(7)
    button(app, "Lagre situasjonen").click().run()
    assert not app.exception
    said = everything(app)
    assert app.success[0].value == "Situasjonen er lagret."
    assert "Situasjonen trenger mer endringsorientering enn du gir nå: fra 3,0 til 7,0." in said
    assert "omorganisering \\*\\*høsten\\*\\*" in said
    assert "Endring 7,0" in charts(app)[0].alt
    button(app, "Slett for godt").click().run()
    assert not app.exception
    with reading() as db:
        assert situations.mine(db, world.leif) == []


def test_a_situation_without_a_title_is_a_sentence_and_what_was_chosen_stays(page_for, world):
    app = page_for(PAGE, LEIF, visning="situasjon")
    pills(app, "need-new-task").set_value(7)
    button(app, "Lagre situasjonen").click().run()
    assert app.error[0].value.startswith("Skriv hva situasjonen er")
    assert pills(app, "need-new-task").value == 7


def test_the_radar_is_shown_to_a_group_and_taken_back(page_for, world, look, group):
    look(world.leif, task=2)
    app = page_for(PAGE, LEIF, visning="deling")
    button(app, "Vis radaren").click().run()
    assert app.success[0].value == "Ledergruppa ser den nå."
    other = page_for(PAGE, visning="andre")
    assert "Leif har valgt å vise deg denne" in everything(other)
    assert "Oppgave 2,0" in charts(other)[0].alt
    app = page_for(PAGE, LEIF, visning="deling")
    button(app, "Slutt å vise radaren").click().run()
    assert "Leif" not in everything(page_for(PAGE, visning="andre"))


def test_all_is_erased_only_when_the_word_is_written(page_for, world, look, group):
    look(world.leif)
    app = page_for(PAGE, LEIF, visning="deling")
    button(app, "Slett alt for godt").click().run()
    assert app.error[0].value.startswith("Ingenting er slettet")
    app.text_input[0].set_value("slett")
    button(app, "Slett alt for godt").click().run()
    assert not app.exception
    assert app.success[0].value == "Alt er slettet."
    assert "sikkerhetskopier" in everything(app)
    with reading() as db:
        assert profiles.known(db, world.leif) is None


@pytest.mark.parametrize("view", ["radar", "situasjon", "utvikling", "deling", "andre", "tull"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_view_opens_in_every_language(page_for, world, look, view, language):
    look(world.leif, skip="rel")
    with writing() as db:
        accounts.change_self(db, world.leif, "Leif", language)
    app = page_for(PAGE, LEIF, visning=view)
    assert not app.exception and not app.error


@pytest.mark.parametrize("view", ["radar", "situasjon", "utvikling", "deling", "andre"])
@pytest.mark.parametrize("who", ["astrid@fjell.no", "ingrid@fjord.no", "kollega@fjell.no"])
def test_nobody_else_sees_anything_of_it_in_any_view(page_for, world, look, group, view, who):
    """Astrid owns the house and is in Leif's group; a colleague is a leader beside him; Ingrid is from elsewhere."""
    with writing() as db:
        accounts.invite(db, world.fjell.id, "kollega@fjell.no", "Kollega", "leader")
        accounts.user_by_email(db, "kollega@fjell.no").password_hash = "x"
        situations.add(db, world.leif, "hemmelig sak", {"task": 7}, {"task": 1})
        profiles.share(db, world.leif, group.id, profiles.PLAN)
    look(world.leif, task=2)
    app = page_for(PAGE, who, visning=view)
    assert not app.exception
    said = everything(app) + "".join(each.alt for each in charts(app))
    assert not charts(app)
    for secret in ("hemmelig sak", "Leif", "2,0"):
        assert secret not in said


def test_a_facilitator_has_a_radar_too(page_for, world, look):
    facilitator = access.Visitor(**world.astrid.__dict__)
    look(facilitator, relation=7)
    assert "Relasjon 7,0" in charts(page_for(PAGE))[0].alt
