"""What is erased is gone, from the tables and from the files they lie in."""

from pathlib import Path

import pytest
from sqlalchemy import event
from sqlmodel import col, delete, select

from helu.errors import NotFound
from helu.services import accounts, erasing, exporting, gatherings, showing
from helu.settings import settings
from helu.store.backup import back_up
from helu.store.database import engine, is_sqlite, reading, writing
from helu.store.rows import Table
from helu.store.tables import Activity, Answer, Membership, Organisation, User, Workshop

SECRET = "Hemmelig-{number}-syltetoy"  # ASCII, so that it lies in the file as it is written here
CARDS = "short_only_together"
only_sqlite = pytest.mark.parametrize("kind_of_database", ["sqlite"])  # about its one file


def fill(gathering, rounds: int = 200) -> None:
    """So many answers that pages are split, and so many edits that old copies lie about."""
    for number in range(rounds):
        gathering.answer(CARDS, cards=[SECRET.format(number=number) * (1 + number % 9)])
    with writing() as db:
        for row in db.exec(select(Answer)).all()[::3]:
            row.content = {"cards": [row.content["cards"][0] + " mer" * 40]}
            db.add(row)
        db.commit()
        for row in db.exec(select(Answer)).all()[::7]:
            db.delete(row)


def remains(text: str) -> list[str]:
    """The files of the database that hold the text; SQLite only."""
    files = [path for path in Path(settings().data_dir).iterdir() if path.is_file()]
    return [path.name for path in files if text.encode() in path.read_bytes()]


def rows() -> dict[str, int]:
    with reading() as db:
        tables = Table.metadata.tables.values()
        return {table.name: len(db.execute(table.select()).all()) for table in tables if table.name != "answer"}


def test_an_erased_gathering_leaves_no_byte_behind(gathering):
    fill(gathering)
    with writing() as db:
        db.execute(delete(Answer).where(col(Answer.activity_id) == gathering.activity(CARDS).id))
    fill(gathering)
    if is_sqlite():
        assert remains("syltetoy")
    with writing() as db:
        said = erasing.erase_workshop(db, gathering.workshop)
    with reading() as db:
        assert [db.exec(select(table)).all() for table in (Workshop, Activity, Answer)] == [[], [], []]
        assert db.exec(select(Organisation)).one()
    assert gathering.workshop.title in said[0]
    assert "ryddet, så teksten ikke ligger igjen" in said[1]
    if is_sqlite():
        assert remains("syltetoy") == []
        assert remains("Hvor bør vi begynne?") == []


@only_sqlite
def test_nothing_is_left_in_pages_that_other_gatherings_share(gathering):
    """secure_delete blanks what is deleted, not the copies a page keeps when it is split."""
    with writing() as db:
        doomed = gatherings.make(db, gathering.organisation, "short")[0]
        items = [gatherings.items_in(db, each.id)[0] for each in (gathering.workshop, doomed)]
        for number in range(1000):
            item, text = items[number % 2], ("stays", SECRET.format(number=number))[number % 2]
            row = {
                "workshop_id": item.workshop_id,
                "item_id": item.id,
                "position": number,
                "key": text,
                "kind": "text_card",
            }
            db.add(Activity(**row, title=text * (1 + number % 7), script=text * (number * 7 % 60)))
            db.flush()
    with writing() as db:
        for number, row in enumerate(db.exec(select(Activity).where(Activity.kind == "text_card")).all()):
            row.script = row.script[: 200 * (number % 5)]
            db.add(row)
    with writing() as db:
        erasing.erase_workshop(db, doomed)
    assert remains("syltetoy") == []
    assert remains("stays") == ["helu.db"]


def test_other_gatherings_keep_everything(gathering):
    with writing() as db:
        other = gatherings.make(db, gathering.organisation, "short")[0]
    with reading() as db:
        before = exporting.export(db, other, "json")
    fill(gathering, 20)
    with writing() as db:
        erasing.erase_workshop(db, gathering.workshop)
    with reading() as db:
        assert exporting.export(db, other, "json") == before


def test_backups_that_still_hold_it_are_named(gathering):
    with writing() as db:
        said = erasing.erase_workshop(db, gatherings.make(db, gathering.organisation, "short")[0])
    assert any("ingen sikkerhetskopier" in each for each in said)
    settings().backups.mkdir()
    (settings().backups / "i-går.db").write_bytes(b"x")
    with writing() as db:
        said = erasing.erase_workshop(db, gathering.workshop)
    assert any("i-går.db (20" in each and "til filene slettes" in each for each in said)


@only_sqlite
def test_a_database_in_use_says_that_it_was_not_swept(gathering):
    fill(gathering, 20)
    engine().dispose()
    event.listen(engine(), "connect", lambda made, _record: made.execute("PRAGMA busy_timeout = 200"))  # not 10 s
    with reading() as reader:
        reader.exec(select(Answer)).all()
        with writing() as db:
            said = erasing.erase_workshop(db, gathering.workshop)
    assert any("erase sweep" in each for each in said)
    erasing.sweep()
    assert remains("syltetoy") == []


@only_sqlite
def test_a_backup_made_before_really_holds_it(gathering, tmp_path):
    fill(gathering, 20)
    back_up(settings().backups / "før.db")
    with writing() as db:
        said = erasing.erase_workshop(db, gathering.workshop)
    assert b"syltetoy" in (settings().backups / "før.db").read_bytes()
    assert any("før.db" in each for each in said)


def test_an_erased_user_is_gone_with_every_trace_of_the_account(gathering):
    with writing() as db:
        accounts.invite(db, gathering.organisation.id, "astrid@seljord.no", "Astrid", "owner")
        accounts.invite(db, gathering.organisation.id, "kari-b@seljord.no", "Kari Blåbær", "leader")
    with writing() as db:
        said = erasing.erase_user(db, "Kari-b@seljord.no")
    with reading() as db:
        assert [each.name for each in db.exec(select(User))] == ["Astrid"]
    assert rows()["onetimelink"] == rows()["membership"] == 1
    assert "kari-b@seljord.no" in said[0]
    if is_sqlite():
        assert remains("Kari Bl") == []
    with pytest.raises(NotFound), writing() as db:
        erasing.erase_user(db, "kari-b@seljord.no")


def test_the_last_owner_is_not_erased_while_others_depend_on_them(gathering):
    with writing() as db:
        accounts.invite(db, gathering.organisation.id, "astrid@seljord.no", "Astrid", "owner")
        accounts.invite(db, gathering.organisation.id, "kari@seljord.no", "Kari", "leader")
    with pytest.raises(accounts.LastOwner), writing() as db:
        erasing.erase_user(db, "astrid@seljord.no")
    with writing() as db:
        erasing.erase_user(db, "kari@seljord.no")
        erasing.erase_user(db, "astrid@seljord.no")
    assert rows()["account"] == 0


def test_an_erased_organisation_takes_everything_but_people_who_are_also_elsewhere(gathering):
    fill(gathering, 20)
    with writing() as db:
        fjord = accounts.add_organisation(db, "Fjord kommune")
        gatherings.make(db, fjord, "short")
        for email, where in (("kari@a.no", gathering.organisation), ("ingrid@a.no", gathering.organisation)):
            accounts.invite(db, where.id, email, email, "owner")
        ingrid = accounts.user_by_email(db, "ingrid@a.no")
        db.add(Membership(user_id=ingrid.id, organisation_id=fjord.id, role="facilitator"))
    with writing() as db:
        said = erasing.erase_organisation(db, gathering.organisation)
    with reading() as db:
        assert [each.email for each in db.exec(select(User))] == ["ingrid@a.no"]
        assert [each.name for each in db.exec(select(Organisation))] == ["Fjord kommune"]
        assert [each.organisation_id for each in db.exec(select(Membership))] == [fjord.id]
        assert len(db.exec(select(Workshop)).all()) == 1
    assert "1 samlinger og 1 brukere" in said[0]
    assert "andre organisasjoner" in said[1]
    if is_sqlite():
        assert remains("syltetoy") == remains("kari@a.no") == []


def test_an_erased_gathering_takes_no_more_answers(gathering):
    showing.current(gathering.workshop.id)
    with writing() as db:
        erasing.erase_workshop(db, gathering.workshop)
    with pytest.raises(NotFound):
        showing.current(gathering.workshop.id)
    with pytest.raises(NotFound):
        showing.by_code(gathering.workshop.code)
