"""Promises every desk page keeps, for everybody who may come by."""

from pathlib import Path

import pytest

from helu.services import accounts
from helu.store.database import writing

ROOT = Path(__file__).parents[2]
PAGES = sorted(str(path.relative_to(ROOT / "pages")) for path in ROOT.glob("pages/*/*.py"))
every_page = pytest.mark.parametrize("path", PAGES)


@every_page
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_it_opens_without_an_exception_in_every_language(page_for, world, path, language):
    with writing() as db:
        accounts.change_self(db, world.astrid, "Astrid", language)
    app = page_for(path, samling=world.workshop.code)
    assert not app.exception
    assert not app.error
    assert app.title[0].value


@every_page
def test_strangers_are_shown_to_the_login_and_nothing_else(page_for, world, path):
    app = page_for(path, email="", samling=world.workshop.code)
    assert not app.exception
    assert [info.value for info in app.info] == ["Du er logget ut."]
    assert not app.title


@pytest.mark.parametrize("path", [path for path in PAGES if path.startswith("desk/") and path != "desk/account.py"])
def test_a_leader_has_no_desk(page_for, world, path):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        page_for(path, email="leif@fjell.no", samling=world.workshop.code)


@pytest.mark.parametrize("path", ["desk/run.py", "desk/edit.py", "desk/answers.py"])
def test_another_organisations_gathering_does_not_exist(page_for, world, path):
    app = page_for(path, email="ingrid@fjord.no", samling=world.workshop.code)
    assert not app.exception
    assert app.error[0].value.startswith("Fant ingen samling med koden")
    assert not app.title


@pytest.mark.parametrize("code", ["", "FEILKODE", "x" * 500, "<script>", "\0"])
def test_a_wrong_code_in_the_address_is_a_sentence(page_for, code):
    app = page_for("desk/run.py", samling=code)
    assert not app.exception
    assert (app.error or app.info)[0].value.endswith(".")
