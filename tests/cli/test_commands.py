"""The command line, as somebody in the basement of the town hall uses it."""

import json
import os
import sqlite3
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from openpyxl import load_workbook
from typer.testing import CliRunner

from helu.cli import app
from helu.services import accounts
from helu.store.database import forget, reading, writing
from helu.store.tables import Membership

ROOT = Path(__file__).parents[2]
CSV = "Hva er viktigst?;Hva kan vente?\nRo;Møter\nMål;\n"


@pytest.fixture
def empty_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No database at all yet."""
    monkeypatch.setenv("HELU_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("HELU_PUBLIC_URL", "https://helu.kommune.no")
    monkeypatch.delenv("HELU_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    forget()
    yield tmp_path
    forget()


def run(*words: Any) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


def said(*words: Any) -> str:
    done = run(*words)
    assert done.exit_code == 0, done.output
    return done.stdout


def told(*words: Any) -> Any:
    return json.loads(said(*words, "--json"))


def refused(*words: Any) -> str:
    """The sentence on standard error; nothing on standard output."""
    done = run(*words)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


@pytest.fixture
def code(empty_house) -> str:
    return told("workshop", "create", "--template", "short")["code"]


def test_a_gathering_is_made_on_an_empty_machine(empty_house):
    made = told("workshop", "create", "--template", "short", "--title", "Samling i Fjell", "--language", "nn")
    assert list(made) == ["id", "code", "title", "template"]
    assert (made["title"], made["template"]) == ("Samling i Fjell", "short")
    with reading() as db:
        assert accounts.organisation_named(db, None).name == "Min organisasjon"
    assert [each["code"] for each in told("workshop", "list")] == [made["code"]]


def test_an_unknown_template_is_refused(empty_house):
    assert "«finnes-ikke»" in refused("workshop", "create", "--template", "finnes-ikke")


def test_a_gathering_is_shown_and_moved(code):
    shown = told("workshop", "show", code)
    assert (shown["phase"], shown["current"], shown["joined"]) == ("lobby", None, 0)
    assert [each["position"] for each in shown["activities"]] == [1, 2, 3, 4, 5, 6]
    assert set(shown["activities"][0]) == {"position", "id", "key", "kind", "title", "answered"}
    assert told("workshop", "move", code, "next") == {"phase": "open", "version": 1, "activity": 1}
    assert told("workshop", "move", code, "open", 4) == {"phase": "open", "version": 2, "activity": 4}
    assert told("workshop", "show", code.lower())["current"]["key"] == "short_only_together"
    steps = [("reveal", "shown"), ("hide", "closed"), ("close", "closed"), ("back", "open"), ("end", "ended")]
    for step, phase in [*steps, ("reopen", "closed")]:
        assert told("workshop", "move", code, step)["phase"] == phase
    assert told("workshop", "show", code)["current"]["position"] == 3
    assert "> 3." in said("workshop", "show", code)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("workshop", "show", "FEILKODE"), "FEILKODE"),
        (("workshop", "move", "FEILKODE", "next"), "FEILKODE"),
        (("export", "FEILKODE"), "FEILKODE"),
        (("erase", "workshop", "FEILKODE", "--yes"), "FEILKODE"),
        (("erase", "user", "kari@a.no", "--yes"), "kari@a.no"),
        (("erase", "organisation", "Fjell", "--yes"), "finnes ikke"),
        (("user", "reset", "kari@a.no"), "kari@a.no"),
        (("user", "remove", "kari@a.no"), "kari@a.no"),
        (("user", "add", "kari"), "e-postadresse"),
        (("import", "finnes-ikke.csv", "--into", "FEILKODE"), "finnes-ikke.csv"),
        (("import", "finnes-ikke.json"), "finnes-ikke.json"),
        (("restore", "finnes-ikke.db", "--yes"), "finnes-ikke.db"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(empty_house, words, sentence):
    assert sentence in refused(*words)


def test_a_move_that_cannot_be_made_is_refused(code):
    assert "første" in refused("workshop", "move", code, "back")
    assert "1 til 6" in refused("workshop", "move", code, "open", 7)
    assert "1 til 6" in refused("workshop", "move", code, "open")


def test_people_get_a_link_where_they_choose_a_password(empty_house):
    added = told("user", "add", "Astrid@fjell.no", "--name", "Astrid", "--role", "owner", "--organisation", "Fjell")
    assert added["link"].startswith("https://helu.kommune.no/velkommen/")
    assert "https://helu.kommune.no/velkommen/" in said("user", "add", "leif@fjell.no", "--role", "leader")
    people = told("user", "list")
    assert [(each["email"], each["role"], each["organisation"]) for each in people] == [
        ("astrid@fjell.no", "owner", "Fjell"),
        ("leif@fjell.no", "leader", "Fjell"),
    ]
    new = told("user", "reset", "astrid@fjell.no")["link"]
    with reading() as db:
        assert accounts.link_is_for(db, new.rsplit("/", 1)[1]).name == "Astrid"
    assert "eier" in refused("user", "remove", "astrid@fjell.no")
    said("user", "remove", "leif@fjell.no")
    assert len(told("user", "list")) == 1


def test_a_list_of_leaders_is_invited_whole_or_not_at_all_unless_asked(empty_house, tmp_path):
    said("user", "add", "astrid@fjell.no", "--role", "owner", "--organisation", "Fjell")
    file = tmp_path / "ledere.csv"
    file.write_text("Navn;E-post\nKari Nordmann;kari@fjell.no\nOla;ola\n", encoding="utf-8")
    assert "Linje 3: «ola»" in refused("user", "invite", file)
    assert len(told("user", "list")) == 1
    (kari,) = told("user", "invite", file, "--skip-wrong")
    assert (kari["name"], kari["email"]) == ("Kari Nordmann", "kari@fjell.no")
    with reading() as db:
        assert accounts.link_is_for(db, kari["link"].rsplit("/", 1)[1]).name == "Kari Nordmann"
    assert "finnes-ikke" in refused("user", "invite", tmp_path / "finnes-ikke.csv")
    assert "«Ingen»" in refused("user", "invite", file, "--skip-wrong", "--group", "Ingen")


def test_with_several_organisations_one_must_be_chosen(empty_house):
    for name in ("Fjell", "Fjord"):
        said("user", "add", "ingrid@a.no", "--organisation", name)
    with writing() as db:  # she has said yes
        fjord = accounts.organisation_named(db, "Fjord")
        user = accounts.user_by_email(db, "ingrid@a.no")
        db.add(Membership(user_id=user.id, organisation_id=fjord.id, role="facilitator"))
    assert "«Fjell», «Fjord»" in refused("workshop", "create", "--template", "short")
    assert "«Fjell», «Fjord»" in refused("workshop", "create", "--template", "short", "--organisation", "Fjæra")
    assert "«Fjell», «Fjord»" in refused("user", "reset", "ingrid@a.no")
    assert told("user", "reset", "ingrid@a.no", "--organisation", "Fjord")["organisation"] == "Fjord"
    told("workshop", "create", "--template", "short", "--organisation", "Fjord")
    assert told("workshop", "list", "--organisation", "Fjell") == []


def test_a_gathering_goes_out_and_in_again(code, empty_house):
    first = json.loads(said("export", code))
    (empty_house / "ut.json").write_text(json.dumps(first), encoding="utf-8")
    made = told("import", "ut.json")
    assert list(made) == ["id", "code", "title", "template"]
    again = json.loads(said("export", made["code"], "--format", "json"))
    assert first["items"] == again["items"]
    assert first["code"] != again["code"]


def test_csv_comes_on_standard_output_and_xlsx_in_a_file(code, empty_house):
    done = run("export", code, "--format", "csv")
    assert done.stdout_bytes.startswith(b"\xef\xbb\xbfNr.;")
    said("export", code, "--format", "xlsx")
    assert load_workbook(BytesIO((empty_house / f"{code}.xlsx").read_bytes())).sheetnames[0] == "Oversikt"
    said("export", code, "--format", "csv", "--out", empty_house / "ut.csv")
    assert (empty_house / "ut.csv").read_bytes() == done.stdout_bytes
    assert "mangler" in refused("export", code, "--out", empty_house / "mangler" / "ut.json")


def test_a_spreadsheet_becomes_open_cards(code, empty_house):
    (empty_house / "svar.csv").write_text(CSV, encoding="utf-8-sig")
    seen = told("import", "svar.csv", "--preview")
    assert [(each["heading"], each["answers"]) for each in seen["questions"]] == [
        ("Hva er viktigst?", 2),
        ("Hva kan vente?", 1),
    ]
    assert "--into" in refused("import", "svar.csv")
    told("import", "svar.csv", "--into", code)
    activities = told("workshop", "show", code)["activities"]
    assert [(each["kind"], each["answered"]) for each in activities[6:]] == [
        ("open_cards", 2),
        ("open_cards", 1),
    ]
    (empty_house / "svar.pdf").write_bytes(b"%PDF")
    assert "ikke et regneark" in refused("import", "svar.pdf", "--into", code)


def test_a_backup_is_put_back(code, empty_house):
    said("backup", "kopi/helu.db")
    said("erase", "workshop", code, "--yes")
    assert code in refused("workshop", "show", code)
    said("restore", "kopi/helu.db")  # a script is not asked
    assert told("workshop", "show", code)["code"] == code


def test_the_database_is_not_copied_onto_itself(code, empty_house):
    assert "selve databasen" in refused("backup", empty_house / "data" / "helu.db")
    assert "selve databasen" in refused("restore", empty_house / "data" / "helu.db", "--yes")
    assert told("workshop", "show", code)["code"] == code


def test_a_broken_database_can_be_replaced_by_a_copy(code, empty_house):
    said("backup", "helu-copy.db")
    forget()
    with sqlite3.connect(empty_house / "data" / "helu.db") as db:
        db.execute("DROP TABLE answer")
    said("restore", "helu-copy.db", "--yes")
    assert told("workshop", "show", code)["code"] == code


def test_a_person_at_a_keyboard_is_asked_first_and_no_means_no(code):
    pty = pytest.importorskip("pty")  # a real keyboard's line; Windows has none
    ours, theirs = pty.openpty()
    os.write(ours, b"n\n")
    command = [sys.executable, "-m", "helu", "erase", "workshop", code]
    done = subprocess.run(command, stdin=theirs, capture_output=True, cwd=ROOT, text=True)
    assert (done.returncode, "Vil du gjøre det?" in done.stdout + done.stderr) == (1, True)
    assert told("workshop", "show", code)


def test_what_is_erased_is_named(code, empty_house):
    said("user", "add", "astrid@fjell.no", "--role", "owner")
    assert "er slettet" in said("erase", "user", "astrid@fjell.no", "--yes")
    assert "er slettet" in said("erase", "organisation", "Min organisasjon", "--yes")
    assert told("workshop", "list") == told("user", "list") == []
    assert "ryddet" in said("erase", "sweep")
