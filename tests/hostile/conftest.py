"""Somebody who means harm, or a machine that has lost its way."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from tests.conftest import house
from tests.hostile.furnished import Home, furnish
from tests.screens.conftest import page_for

__all__ = ["page_for"]


@pytest.fixture
def stranger(world) -> Callable[[], TestClient]:
    """A browser nobody knows; what breaks is seen as a 500, as by a real one."""

    def open_browser() -> TestClient:
        return TestClient(house(), follow_redirects=False, raise_server_exceptions=False)

    return open_browser


@pytest.fixture
def home(world, password_hash) -> Home:
    """A leader group with everything a platform can hold, and its board open on the phones."""
    return furnish(world, password_hash)
