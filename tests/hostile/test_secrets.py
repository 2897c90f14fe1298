"""What the database, the log and other sites may learn or do."""

import time

from helu.store.database import engine
from helu.store.tables import Answer
from tests.conftest import answer, stored


def test_nothing_stored_with_an_anonymous_answer_says_when_it_was_sent(kari, db, world, opened):
    sent = int(time.time() * 1000)
    answer(kari, world, opened("open_cards").id, attempt=sent, cards=["hei"])
    assert all(abs(row.attempt - sent) > 3_600_000 for row in stored(db, Answer))


def test_statements_that_fail_do_not_quote_what_people_wrote(store):
    assert engine().hide_parameters


def test_another_site_can_neither_log_in_nor_out(stranger):
    browser = stranger()
    foreign = {"origin": "http://evil.no", "sec-fetch-site": "cross-site"}
    assert browser.post("/logg-ut", headers=foreign).status_code == 403


def test_an_answer_is_not_acknowledged_when_the_database_file_is_gone(kari, world, opened, tmp_path):
    activity = opened("open_cards").id
    assert answer(kari, world, activity, cards=["hei"]).status_code == 200
    for name in ("helu.db", "helu.db-wal", "helu.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    assert answer(kari, world, activity, attempt=2, cards=["hei igjen"]).status_code == 503


def test_a_seat_a_named_and_an_anonymous_answer_share_no_id(kari, db, world, opened):
    from helu.store.tables import Participant

    answer(kari, world, opened("open_cards").id, cards=["hei"])
    answer(kari, world, opened("choice").id, chosen="mot")
    ids = [row.author for row in stored(db, Answer)] + [row.id for row in stored(db, Participant)]
    assert len(ids) == len(set(ids)) == 3
