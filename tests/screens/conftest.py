from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from helu.ui import visitor
from tests.conftest import log_in

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"


@pytest.fixture
def page_for(world, monkeypatch):
    """A desk page as somebody sees it; AppTest has no browser to keep a cookie in."""

    def open_(path, email="astrid@fjell.no", **query):
        monkeypatch.setattr(visitor, "token", lambda: log_in(email) if email else "")
        app = AppTest.from_file(FRAME, default_timeout=30)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        return app.switch_page(path).run()

    return open_
