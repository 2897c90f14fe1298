"""Run a folder's tests against both databases: `from tests.both import kind_of_database` in its conftest."""

import pytest


@pytest.fixture(params=["sqlite", "postgresql"])
def kind_of_database(request: pytest.FixtureRequest) -> str:
    return request.param
