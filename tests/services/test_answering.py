"""Many answers in one commit, groups with one secretary, and answers typed on the desk."""

from threading import Thread
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlmodel import select

from helu.errors import InvalidAnswer, NotOpen
from helu.services import answering, order, results, running, showing
from helu.services.answering import Stale
from helu.store.database import is_sqlite, reading, writing
from helu.store.tables import Activity, Answer, Participant


def open_(world, kind, **columns):
    with writing() as db:
        activity = db.get_one(Activity, world.activity(kind).id)
        for name, value in columns.items():
            setattr(activity, name, value)
        db.add(activity)
    with writing() as db:
        running.open_activity(db, world.workshop, activity.id)
    return activity


def prepare(world, device, activity, attempt=1, **values):
    here = showing.current(world.workshop.id)
    return answering.prepare(here, device, activity.id, 0, attempt, values)


def rows(table=Answer):
    with reading() as db:
        return list(db.exec(select(table)).all())


def test_six_hundred_answers_in_one_commit_are_six_hundred_rows(world):
    activity = open_(world, "choice")
    sent = [prepare(world, f"device{number}", activity, chosen="mot") for number in range(600)]
    assert answering.store(sent) == [None] * 600
    assert len(rows()) == len(rows(Participant)) == 600


def test_the_same_device_many_times_in_one_commit_keeps_the_newest(world):
    activity = open_(world, "choice")
    sent = [
        prepare(world, "kari", activity, attempt, chosen=what) for attempt, what in ((2, "tid"), (1, "mot"), (2, "tid"))
    ]
    answering.store(sent)
    assert [row.content for row in rows()] == [{"chosen": "tid"}]


def test_a_move_in_between_sends_the_answer_back_to_look_again(world):
    activity = open_(world, "choice")
    sending = prepare(world, "kari", activity, chosen="mot")
    with writing() as db:
        running.close(db, world.workshop)
    assert isinstance(answering.store([sending])[0], Stale)
    assert rows() == []


def test_answers_from_many_threads_while_the_gathering_moves_are_stored_or_refused_never_lost(world):
    activity = open_(world, "choice")
    accepted = []

    def send(number):
        sending = prepare(world, f"device{number}", activity, chosen="mot")
        if answering.store([sending])[0] is None:
            accepted.append(number)

    threads = [Thread(target=send, args=[number]) for number in range(40)]
    for thread in threads[:20]:
        thread.start()
    with writing() as db:
        running.reveal(db, world.workshop)
    for thread in threads[:20]:
        thread.join()
    for thread in threads[20:]:
        with pytest.raises(NotOpen):
            thread._target(*thread._args)
    assert len(rows()) == len(accepted)


def test_a_group_has_one_secretary_until_it_is_released(world):
    activity = open_(world, "open_cards", groups=3)
    assert answering.store([prepare(world, "kari", activity, group="g2", cards=["Vårt svar"])]) == [None]
    (refused,) = answering.store([prepare(world, "ola", activity, group="g2", cards=["Nei, vårt"])])
    assert isinstance(refused, InvalidAnswer)
    with writing() as db:
        results.release_group(db, world.workshop, activity, "g2")
    assert answering.store([prepare(world, "ola", activity, group="g2", cards=["Vårt også"])]) == [None]
    assert {row.content["cards"][0] for row in rows()} == {"Vårt svar", "Vårt også"}


def test_a_secretary_who_picked_the_wrong_group_moves_the_answer(world):
    activity = open_(world, "open_cards", groups=3)
    answering.store([prepare(world, "kari", activity, 1, group="g1", cards=["Svar"])])
    answering.store([prepare(world, "kari", activity, 2, group="g3", cards=["Svar"])])
    assert [(row.slot, row.label) for row in rows()] == [("g3", "Gruppe 3")]


def test_a_named_answer_has_a_name_and_a_time_and_an_anonymous_one_has_neither(world):
    activity = open_(world, "open_cards", anonymous=False)
    answering.store([prepare(world, "kari", activity, name="Kari", cards=["Svar"])])
    other = open_(world, "choice")
    answering.store([prepare(world, "kari", other, chosen="mot")])
    by_activity = {row.activity_id: row for row in rows()}
    assert (by_activity[activity.id].label, by_activity[activity.id].given_at is None) == ("Kari", False)
    assert (by_activity[other.id].label, by_activity[other.id].given_at) == ("", None)


def test_a_named_activity_wants_a_name(world):
    activity = open_(world, "open_cards", anonymous=False)
    with pytest.raises(InvalidAnswer) as problem:
        prepare(world, "kari", activity, cards=["Svar"])
    assert set(problem.value.errors) == {"name"}


def test_somebody_without_a_phone_is_counted_too(world):
    activity = open_(world, "choice")
    with writing() as db:
        answering.answer_by_hand(db, world.workshop, activity, {"chosen": "tid"})
    with reading() as db:
        assert results.count(db, activity.id) == 1
        assert results.numbers(db, world.workshop.id, activity.id).joined == 0


def test_an_answer_by_hand_must_fit_too(world):
    activity = open_(world, "choice")
    with writing() as db, pytest.raises(InvalidAnswer):
        answering.answer_by_hand(db, world.workshop, activity, {"chosen": "nei"})


def test_the_order_on_the_wall_says_nothing_about_the_order_of_sending(world):
    """Ranks of arrival and of display are uncorrelated over many answers."""
    activity = open_(world, "open_cards")
    for number in range(200):
        answering.store([prepare(world, f"{uuid4()}", activity, cards=[str(number)])])
    with reading() as db:
        shown = [int(given.values["cards"][0]) for given in results.answers_to(db, activity)]
    mean = sum(range(200)) / 200
    together = sum((at - mean) * (number - mean) for at, number in enumerate(shown))
    assert abs(together / sum((at - mean) ** 2 for at in range(200))) < 0.5  # seven times what luck gives two hundred


def test_once_closed_neither_rows_nor_log_tell_the_order_of_sending(world, tmp_path):
    activity = open_(world, "open_cards")
    for number in range(100):
        answering.store([prepare(world, f"{uuid4()}", activity, cards=[f"kort {number:03}"])])
    with writing() as db:
        running.close(db, world.workshop)
    order.settle()
    if is_sqlite():
        assert not (tmp_path / "helu.db-wal").exists() or (tmp_path / "helu.db-wal").stat().st_size == 0
        return
    with reading() as db:
        lying = db.execute(text("SELECT content->'cards'->>0 FROM answer ORDER BY ctid")).scalars().all()
        authors = db.execute(text("SELECT author FROM answer ORDER BY ctid")).scalars().all()
    assert authors == sorted(authors)
    assert lying != sorted(lying)
