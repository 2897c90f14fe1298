"""Svar: committed, then acknowledged; and a sentence for everything that does not fit."""

import pytest
from sqlalchemy import event, text

from helu.errors import StoreFull
from helu.phone import seat
from helu.services import running
from helu.store import database
from helu.store.database import writing
from helu.store.tables import Answer, Organisation, Participant
from tests.conftest import answer, stored


def contents(db):
    return [row.content for row in stored(db, Answer)]


def test_kari_waits_until_something_is_opened(kari, world):
    assert "Vi begynner snart" in kari.get(f"/d/{world.workshop.code}").text


def test_kari_answers_with_a_plain_form(kari, db, world, opened):
    form = {"activity": str(opened("choice").id), "chosen": "mot"}
    reply = kari.post(f"/d/{world.workshop.code}/svar", data=form)
    assert "Sendt." in reply.text
    assert 'value="mot" checked' in reply.text
    assert contents(db) == [{"chosen": "mot"}]


def test_a_plain_form_that_does_not_fit_comes_back_filled_in_and_explained(kari, db, world, opened):
    form = {"activity": str(opened("points").id), "points-a": "60", "points-b": "70"}
    reply = kari.post(f"/d/{world.workshop.code}/svar", data=form)
    assert reply.status_code == 422
    assert "Du har brukt 130 av 100" in reply.text
    assert 'value="60"' in reply.text
    assert contents(db) == []


def test_every_kind_of_field_is_read_from_a_plain_form(kari, db, world, opened):
    opened("scale")
    form = {"activity": str(world.activity("scale").id), "s1": "4", "s2": ""}
    assert kari.post(f"/d/{world.workshop.code}/svar", data=form).status_code == 200
    assert contents(db) == [{"s1": 4, "s2": None}]


def test_an_acknowledged_answer_is_stored(kari, db, world, opened):
    activity = opened("open_cards")
    reply = answer(kari, world, activity.id, attempt=7, cards=["Tryggere ledere", " Tid  sammen "])
    assert reply.json() == {"stored": True, "attempt": 7}
    assert contents(db) == [{"cards": ["Tryggere ledere", "Tid sammen"]}]


def test_answering_again_replaces_the_earlier_answer(kari, db, world, opened):
    activity = opened("choice")
    answer(kari, world, activity.id, attempt=1, chosen="mot")
    answer(kari, world, activity.id, attempt=2, chosen="tid")
    assert contents(db) == [{"chosen": "tid"}]


def test_the_same_attempt_twice_is_one_answer(kari, db, world, opened):
    activity = opened("choice")
    replies = [answer(kari, world, activity.id, attempt=7, chosen="mot").json() for _ in range(2)]
    assert replies == [{"stored": True, "attempt": 7}] * 2
    assert contents(db) == [{"chosen": "mot"}]


def test_a_straggler_never_replaces_a_newer_answer(kari, db, world, opened):
    activity = opened("choice")
    answer(kari, world, activity.id, attempt=2, chosen="tid")
    answer(kari, world, activity.id, attempt=1, chosen="mot")
    assert contents(db) == [{"chosen": "tid"}]


def test_kari_and_ola_are_two_participants(kari, ola, db, world, opened):
    activity = opened("choice")
    for telephone in (kari, ola):
        answer(telephone, world, activity.id, chosen="mot")
    assert len(contents(db)) == len(stored(db, Participant)) == 2


def test_an_anonymous_answer_cannot_be_joined_with_its_participant(kari, db, world, opened):
    answer(kari, world, opened("choice").id, chosen="mot")
    answer(kari, world, opened("open_cards").id, cards=["Mot"])
    people = {row.id for row in stored(db, Participant)}
    first, second = stored(db, Answer)
    assert first.author not in people
    assert first.author != second.author
    assert first.given_at is None


def test_a_closed_activity_takes_no_answers(kari, db, world, opened):
    activity = opened("choice")
    with writing() as own:
        running.close(own, world.workshop)
    reply = answer(kari, world, activity.id, chosen="mot")
    assert (reply.status_code, contents(db)) == (409, [])
    assert reply.json()["problem"].startswith("Det er stengt for svar nå.")


def test_an_answer_to_the_activity_before_is_refused(kari, world, opened):
    before = opened("choice")
    opened("scale")
    assert answer(kari, world, before.id, chosen="mot").status_code == 409


@pytest.mark.parametrize(
    "values",
    [{}, {"chosen": []}, {"chosen": "nei"}, {"chosen": ["mot"]}, {"chosen": {"a": 1}}, {"chosen": 3}, {"other": "x"}],
)
def test_an_answer_that_does_not_fit_is_explained_field_by_field(kari, db, world, opened, values):
    reply = answer(kari, world, opened("choice").id, **values)
    assert reply.status_code == 422
    assert reply.json()["errors"]["chosen"].endswith(".")
    assert contents(db) == []


@pytest.mark.parametrize("typed", ["x" * 401, "x" * 5000, "", "   ", "\u200b\u200d", "\0", "\0\x07"])
def test_too_long_and_invisible_text_is_explained(kari, db, world, opened, typed):
    reply = answer(kari, world, opened("open_cards").id, cards=[typed])
    assert reply.status_code == 422
    assert contents(db) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("👩‍👩‍👧‍👦 samen", "👩‍👩‍👧‍👦 samen"),
        ("a\0b", "ab"),
        ("\u202eabc", "abc"),
        ("=1+1", "=1+1"),
        ("to\r\nlinjer", "to\nlinjer"),
        ("ÆØÅ e\u0301", "ÆØÅ é"),
    ],
)
def test_odd_text_is_stored_and_never_becomes_markup(kari, db, world, opened, typed, kept):
    assert answer(kari, world, opened("open_cards").id, cards=[typed]).status_code == 200
    assert contents(db) == [{"cards": [kept]}]
    assert "<script>alert" not in kari.get(f"/d/{world.workshop.code}").text


@pytest.mark.parametrize(
    "sent",
    [b"", b"{", b"[]", b"null", b'{"activity": "x"}', b'{"activity": 1}', b"\xff", b"[" * 5000, b"x" * 70_000],
    ids=["empty", "open", "list", "null", "word", "number", "bytes", "deep", "large"],
)
def test_nonsense_is_refused_politely(kari, world, opened, sent):
    opened("choice")
    reply = kari.post(f"/d/{world.workshop.code}/svar", content=sent, headers={"Content-Type": "application/json"})
    assert reply.status_code == 422
    assert reply.json()["problem"].endswith(".")


@pytest.mark.parametrize(
    "attempt",
    ["x", -1, 1.5, True, 2**60, [1], "9" * 5000],
    ids=["word", "negative", "fraction", "bool", "large", "list", "long"],
)
def test_an_attempt_that_is_no_number_is_refused(kari, world, opened, attempt):
    sent = {"activity": str(opened("choice").id), "attempt": attempt, "values": {"chosen": "mot"}}
    assert kari.post(f"/d/{world.workshop.code}/svar", json=sent).status_code == 422


def test_an_unknown_device_is_asked_to_open_the_page_first(browser_of, world, opened):
    reply = answer(browser_of(None), world, opened("choice").id, chosen="mot")
    assert reply.status_code == 403


def test_a_phone_that_sends_like_a_machine_is_asked_to_wait(kari, world, opened, monkeypatch):
    monkeypatch.setattr(seat._deeds, "seconds", 3600)  # however slow this machine is
    activity = opened("choice")
    replies = [answer(kari, world, activity.id, attempt=at, chosen="mot") for at in range(40)]
    assert replies[-1].status_code == 429
    assert int(replies[-1].headers["retry-after"]) >= 1


def test_a_database_that_is_away_is_said_and_the_phone_keeps_the_answer(kari, db, world, opened):
    activity = opened("choice")
    execute(db, "ALTER TABLE answer RENAME TO answer_away")
    reply = answer(kari, world, activity.id, chosen="mot")
    assert reply.status_code == 503
    assert "står fortsatt på telefonen" in reply.json()["problem"]
    execute(db, "ALTER TABLE answer_away RENAME TO answer")
    assert answer(kari, world, activity.id, attempt=2, chosen="mot").status_code == 200


def test_a_full_disk_is_said_and_the_phone_keeps_the_answer(kari, db, world, opened):
    activity = opened("open_cards")
    pages = execute(db, "PRAGMA page_count").scalar_one()
    fill = event.listens_for(database.engine(), "connect")
    fill(lambda connection, _record: connection.execute(f"PRAGMA max_page_count = {pages}"))
    database.engine().dispose()
    with pytest.raises(StoreFull):
        for _ in range(2000):  # one by one, until no page is free
            with writing() as own:
                own.add(Organisation(name="x" * 120))
    reply = answer(kari, world, activity.id, cards=["x" * 399, "y" * 399, "z" * 399])
    assert reply.status_code == 503
    assert "står fortsatt på telefonen" in reply.json()["problem"]


def execute(db, statement):
    db.rollback()
    found = db.execute(text(statement))
    db.commit()
    return found
