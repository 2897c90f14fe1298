"""Pulses from the command line: seen and moved, and never read."""

import json

import pytest
from typer.testing import CliRunner

from helu.cli import app
from helu.services import gatherings, groups, platforms, pulses
from helu.store.database import reading, writing


@pytest.fixture
def code(world) -> str:
    with writing() as db:
        group = groups.add(db, world.astrid, "Ledergruppa", "leader_group")
        workshop = gatherings.make(db, world.fjell, "blank", group=group.id)[0]
        platform = platforms.of_workshop(db, workshop)
        db.commit()
        return pulses.make(db, world.astrid, platform.id, pulses.standard("nb")).code


def run(*words):
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def listed():
    return [(each["code"], each["state"]) for each in json.loads(run("pulse", "list", "--json").stdout)]


def test_a_pulse_is_listed_opened_and_closed_for_good(code):
    assert listed() == [(code, "waiting")]
    assert run("pulse", "open", code).exit_code == 0
    assert listed() == [(code, "open")]
    assert run("pulse", "close", code).exit_code == 0
    assert listed() == [(code, "closed")]
    again = run("pulse", "open", code)
    assert (again.exit_code, again.stderr) == (
        1,
        "Pulsen er stengt og kan ikke åpnes igjen. Lag en ny, så kan svarene sammenlignes.\n",
    )


@pytest.mark.parametrize("move", ["next", "reveal", "end", "reopen"])
def test_it_is_not_moved_as_a_gathering_is(code, move):
    moved = run("workshop", "move", code, move)
    assert moved.exit_code == 1
    assert moved.stderr.startswith("Dette er en puls.")
    assert listed() == [(code, "waiting")]


def test_a_gathering_is_no_pulse_and_a_pulse_no_gathering_in_the_list(code, world):
    assert run("pulse", "open", world.workshop.code).exit_code == 1
    assert code not in run("workshop", "list").stdout
    with reading() as db:
        assert platforms.known_of(db, world.workshop) is None
