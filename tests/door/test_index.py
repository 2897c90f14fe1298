"""Streamlit's page as Helu sends it: what it asks for early is there, and what it does not need is not asked for."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from helu.door.headers import inline_scripts
from helu.door.index import CONNECT, HEAVY, PARTS, index
from helu.settings import DATA
from helu.web.squeezing import files
from tests.icons import named

STREAMLITS_OWN = {"star_filled"}  # named by a widget nobody uses, and not in Streamlit's own file either


def asked_for(path):
    return re.findall(r'(?:src|href)="\./(static/[^"]+)"', index("nb", path).decode())


@pytest.mark.parametrize("path", ["", "/radar"])
def test_every_file_it_asks_for_is_there_and_only_once(path):
    found = asked_for(path)
    assert len(found) == len(set(found)) > 50
    assert {f"/{each}" for each in found} <= files().keys()


def test_the_radars_parts_are_asked_for_early_and_plotly_nowhere_else():
    for name in (*PARTS["/radar"], *HEAVY["/radar"]):
        assert sum(each.startswith(f"static/js/{name}.") for each in asked_for("/radar")) == 1, name
    assert not [each for each in asked_for("") if "Plotly" in each]


def test_it_says_its_language_and_sends_only_our_own_type():
    page = index("nn", "/radar").decode()
    assert '<html lang="nn">' in page
    assert "SourceSans" not in page
    assert "MaterialSymbols-Rounded" not in page
    assert "SourceCodeVF-Upright" in page  # for what is set in columns
    assert page.count("icons.woff2") == 1
    assert 'rel="stylesheet"' not in page


def test_its_inline_scripts_are_the_ones_the_policy_names():
    ran = re.findall(r"<script>(.*?)</script>", index("nb", "").decode(), re.DOTALL)
    assert ran[0].startswith(CONNECT)
    assert [
        f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in ran
    ] == inline_scripts().split()


def test_every_icon_is_among_those_that_were_cut_out():
    kept = set((DATA / "fonts" / "icons.txt").read_text().split())
    assert named() - STREAMLITS_OWN <= kept
