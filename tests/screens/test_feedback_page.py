"""Tilbakemelding fra andre, through the page itself: Leif asks, waits, closes, and sees what may be seen."""

import re

import pytest

from helu.content.balance_words import balance_words
from helu.domain.release import CLOSE, Sum, kept_sums
from helu.services import assessing, feedback, groups
from helu.services.group_rounds import ALL
from helu.store.database import reading, writing
from helu.store.rating_tables import GroupRound
from helu.store.rows import now
from tests.services.test_feedback import close, open_round, respond

PAGE, RADAR, LEIF = "leader/feedback.py", "leader/radar.py", "leif@fjell.no"
NASTY = "<script>alert(1)</script> **fet** [lenke](http://ond.no) $x$"


def everything(app):
    held = [*app.text, *app.markdown, *app.caption, *app.header, *app.info, *app.warning, *app.success, *app.error]
    return "\n".join(str(each.value) for each in held).replace("\\", "")


def button(app, label):
    return next(each for each in app.button if each.label.startswith(label))


def alt(app):
    return app.get("plotly_chart")[0].proto.alt


def layers(app):
    return next(each for each in app.button_group if "layers-" in each.key)


@pytest.fixture
def own(world):
    """Leif's own answers."""
    with writing() as db:
        found = assessing.begin(db, world.leif, "short")
        steps = dict.fromkeys(balance_words().statements("short"), 2)
        assessing.finish(db, world.leif, found.id, {"current": steps, "wanted": steps})


def answered(world, **roles):
    """A closed round in which everybody has answered: role -> (how many, step)."""
    id_, tokens = open_round(world.leif, **{role: n for role, (n, _step) in roles.items()})
    for role, each in ((role, each) for role, all_ in tokens.items() for each in all_):
        respond(each, roles[role][1], texts={"keep_on": NASTY})
    close(world.leif, id_)


def test_a_round_is_made_filled_and_opened_and_the_links_are_shown_once(page_for, world):
    app = page_for(PAGE, LEIF)
    assert "minst 5 har svart" in everything(app)
    button(app, "Lag en runde").click().run()
    area = next(each for each in app.text_area if each.key.startswith("who-colleagues"))
    area.set_value("Kari **x**; kari@fjell.no\nOla Dahl\nPer\nMona\nfeil@").run()
    next(each for each in app.button if each.key.startswith("add-colleagues")).click().run()
    assert "«feil@» er ikke en e-postadresse" in app.error[0].value
    area = next(each for each in app.text_area if each.key.startswith("who-colleagues"))
    area.set_value("Kari **x**; kari@fjell.no\nOla Dahl\nPer\nMona\nIda\nUlf").run()
    next(each for each in app.button if each.key.startswith("add-colleagues")).click().run()
    assert "Kolleger (6): vises for seg når minst 5 svarer." in everything(app)
    next(each for each in app.button if each.key.startswith("out-")).click().run()
    button(app, "Åpne runden").click().run()
    assert not app.exception
    links = [each.value for each in app.code if "/tilbakemelding/" in each.value]
    assert len([each for each in links if "\n" not in each]) == 5
    assert "0 av 5" in everything(app).replace("*", "")
    assert not [each for each in page_for(PAGE, LEIF).code if "/tilbakemelding/" in each.value]


def test_an_open_round_shows_counts_alone_and_is_closed_when_asked_twice(page_for, world):
    _id, tokens = open_round(world.leif, alone=True, own_leader=1, colleagues=7)
    for each in tokens["colleagues"][:4]:
        respond(each)
    app = page_for(PAGE, LEIF)
    said = everything(app).replace("*", "")
    assert "4 av 7" in said and "0 av 1" in said
    assert "4 svar vises ikke ennå" in said
    assert not app.get("plotly_chart")
    button(app, "Ja, lukk runden").click().run()
    assert not app.exception
    assert "Det er for få svar til å vise noe ennå" in everything(app)
    respond(tokens["colleagues"][4])
    app = page_for(PAGE, LEIF)
    button(app, "Vis bildet").click().run()
    assert "Antall svar: Kolleger 5." in everything(app)


def test_results_are_layers_words_a_table_and_inert_texts(page_for, world, own):
    answered(world, own_leader=(1, 5), colleagues=(5, 4), employees=(6, 2), network=(4, 5))
    app = page_for(PAGE, LEIF)
    said = everything(app)
    assert not app.exception
    assert "Øvrige er egen leder og nettverksgruppe." in said
    assert "Der andre ser mer enn du gjør selv" in said
    assert "(du 2,0, andre 3,6)" in said
    assert "Veien videre" in said and "ligger som PDF under «Filer»" in said
    assert "Andre samlet: Relasjon 3,6" in alt(app)
    assert [each.value for each in app.text].count(NASTY) == 16
    layers(app).set_value(["now", "others", "colleagues", "employees"]).run()
    assert "Du selv:" in alt(app) and "Medarbeidere:" in alt(app) and "Andre samlet:" not in alt(app)
    assert "«Andre samlet» er slått av" in everything(app)
    button(app, "Ja, slett for godt").click().run()
    with reading() as db:
        assert feedback.mine(db, world.leif) == []


def test_the_own_radar_has_others_and_the_group_as_layers_and_never_more_than_three(page_for, world, own):
    answered(world, colleagues=(5, 4), employees=(6, 6))
    with writing() as db:
        group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        groups.set_members(db, world.astrid, group.id, [world.leif.user_id])
        sums = {f"current.{each.id}": Sum(5, 20, 80, CLOSE) for each in balance_words().behaviours()}
        held = GroupRound(group_id=group.id, closed_at=now(), people={ALL: 5}, sums=kept_sums({ALL: sums}))
        db.add(held)
    app = page_for(RADAR, LEIF)
    assert "Ønsket:" in alt(app) and "Andre:" not in alt(app)
    layers(app).set_value(["now", "wanted", "others"]).run()
    layers(app).set_value(["now", "wanted", "others", "group"]).run()
    assert not app.exception
    assert layers(app).value == ["now", "others", "group"]
    assert "«Ønsket» er slått av" in everything(app)
    assert "Andre: Relasjon 5,1" in alt(app) and "Gruppa: Relasjon 4,0" in alt(app)
    next(each for each in app.selectbox if each.key == "others-whose").set_value("employees").run()
    assert "Medarbeidere: Relasjon 6,0" in alt(app)
    table = app.get("html")[-1].proto.body
    assert re.findall('<th scope="col">(.*?)<', table)[1:] == ["Nå", "Medarbeidere", "Gruppa"]


def test_what_the_leader_left_out_is_told_from_what_too_few_have_answered(page_for, world):
    with writing() as db:
        found = assessing.begin(db, world.leif, "short")
        first = next(iter(sorted(balance_words().statements("short"))))
        assessing.finish(db, world.leif, found.id, {"current": {first: 4}, "wanted": {}})
    answered(world, colleagues=(5, 4))
    table = page_for(PAGE, LEIF).get("html")[-1].proto.body
    left, some = (table.count(f"<td>–<small>{why}</small></td>") for why in ("ikke svart", "ikke nok svart"))
    assert (left, some) == (len(balance_words().behaviours()) - 1 + 3, 1)  # and three orientations, and one in part
