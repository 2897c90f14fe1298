"""Somebody who means harm, or a machine that has lost its way."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from tests.conftest import house
from tests.hostile.furnished import Home, furnish
from tests.hostile.leaders import Theirs, fill
from tests.screens.conftest import page_for

__all__ = ["page_for"]


@pytest.fixture
def stranger(world) -> Callable[[], TestClient]:
    """A browser nobody knows; what breaks is seen as a 500, as by a real one."""

    def open_browser() -> TestClient:
        return TestClient(house(), follow_redirects=False, raise_server_exceptions=False)

    return open_browser


@pytest.fixture
def home(world, password_hash, keeper) -> Home:
    """A leader group with everything a platform can hold, and its board open on the phones."""
    made = keeper.once("home", lambda: furnish(world, password_hash), built_on=True)
    world.__dict__ = made.world.__dict__  # its gatherings have groups now, for whoever holds the world already
    return made


@pytest.fixture
def theirs(world, password_hash, keeper) -> Theirs:
    """A leader whose own part is full, and everybody who has no business in it."""
    made = keeper.once("theirs", lambda: fill(world, password_hash), built_on=True)
    world.__dict__ = made.world.__dict__
    return made
