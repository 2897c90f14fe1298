"""A handful of simulated leaders in a real gathering, on a real server, over real connections."""

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.served import Served, free_port, serving
from helu.cli import app
from helu.cli.trying import read_answers, texts_for
from helu.errors import Misfit
from helu.services import running
from helu.simulator import play
from helu.simulator.room import NoGathering, NoServer, Round
from helu.store.database import writing
from helu.store.tables import Answer, Participant
from tests.conftest import stored

TEXTS = ["Tid til å lede", "Et felles mål", "Mot", "Tillit", "Ro", "Retning", "Raushet"]


@pytest.fixture
def served(world) -> Iterator[Served]:
    port = free_port()
    command = [sys.executable, "-m", "helu", "serve", "--port", str(port), "--host", "127.0.0.1"]
    with serving(command, port, "/klar", {}) as served:
        yield served


def test_five_leaders_join_and_every_text_is_stored_once(world, opened, served, db) -> None:
    activity = opened("open_cards")
    texts = {str(activity.id): TEXTS}
    report = asyncio.run(play(served.url, world.workshop.code, 5, texts, 0.5, 1, activities=1, lasting=120))
    [round_] = report.rounds
    assert (round_.sent, round_.stored, round_.refused, round_.cards) == (5, 5, 0, 7)
    cards = [card for answer in stored(db, Answer) for card in answer.content["cards"]]
    assert sorted(cards) == sorted(TEXTS)
    assert len(stored(db, Participant)) == report.joined == 5


def test_they_follow_the_facilitator_until_the_gathering_ends(world, served, db) -> None:
    async def steer() -> None:
        await until(lambda: len(stored(db, Participant)) == 3)
        for answers in (0, 3, 6, 9, 12):  # the first is a text that asks nothing
            await asyncio.to_thread(move, running.go_next)
            await until(lambda: len(stored(db, Answer)) == answers)  # noqa: B023 - asked before the next
        await asyncio.to_thread(move, running.reveal)
        await until(lambda: len(over) == 4)  # every phone has heard that its answer is stored
        await asyncio.to_thread(move, running.end)

    async def until(so: Callable[[], bool]) -> None:
        async with asyncio.timeout(100):
            while not so():
                await asyncio.sleep(0.05)

    over: list[Round] = []

    def move(how: Callable[..., None]) -> None:
        with writing() as db:
            how(db, world.workshop)

    async def both() -> object:
        playing = play(served.url, world.workshop.code, 3, {}, 0.3, 1, lasting=120, told=over.append)
        report, _none = await asyncio.gather(playing, steer())
        return report

    report = asyncio.run(both())
    assert report.ended
    assert [(each.kind, each.sent, each.stored) for each in report.rounds] == [
        ("open_cards", 3, 3),
        ("choice", 3, 3),
        ("scale", 3, 3),
        ("points", 3, 3),
    ]
    assert len(stored(db, Answer)) == 12


def test_simulate_says_what_came_of_it(world, opened, served, tmp_path: Path) -> None:
    opened("open_cards")
    file = tmp_path / "svar.json"
    file.write_text(json.dumps({"open_cards": TEXTS}), encoding="utf-8")
    wanted = ["simulate", world.workshop.code.lower(), "--phones", "3", "--answers", str(file), "--seconds", "0.5"]
    said = CliRunner().invoke(app, [*wanted, "--url", served.url, "--activities", "1", "--json"])
    assert said.exit_code == 0, said.output
    report = json.loads(said.output)
    assert (report["joined"], report["stored"], report["rounds"][0]["cards"]) == (3, 3, 7)


def test_nobody_there_and_a_wrong_code_are_said_plainly(served) -> None:
    with pytest.raises(NoGathering):
        asyncio.run(play(served.url, "AAAAAAAA", 1, {}, 1, 1))
    with pytest.raises(NoServer):
        asyncio.run(play(f"http://127.0.0.1:{free_port()}", "AAAAAAAA", 1, {}, 1, 1))


def test_answers_are_read_from_a_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "svar.csv"
    file.write_text('question_key,text,language\nhva_vil_du_bidra_med,"Ro, og tid",nb\nopen_cards,Mot,nb\n')
    assert read_answers(file) == {"q_contribute": ["Ro, og tid"], "open_cards": ["Mot"]}


def test_a_file_that_holds_no_answers_is_refused_with_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "svar.json"
    file.write_text("[1]")
    with pytest.raises(Misfit):
        read_answers(file)


def test_texts_are_known_by_the_id_that_phones_are_told(world) -> None:
    texts = texts_for(world.workshop.code, {"open_cards": TEXTS, "somewhere_else": ["Ro"]})
    assert texts == {str(world.activity("open_cards").id): TEXTS}
