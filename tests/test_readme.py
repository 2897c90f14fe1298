"""The README must keep telling the truth."""

from pathlib import Path

import pytest

from helu.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_part_of_helu_is_explained():
    parts = [path for path in (ROOT / "helu").iterdir() if not path.name.startswith("__")]
    assert [path.name for path in parts if f"`helu/{path.name}" not in README] == []


def test_every_file_the_readme_names_is_there():
    named = [word.split(")")[0] for word in README.split("](")[1:]]
    assert [name for name in named if "://" not in name and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("command", [group.name for group in [*app.registered_commands, *app.registered_groups]])
def test_every_command_is_mentioned(command):
    assert f"`{command}" in README


def test_both_ways_to_start_are_there():
    assert "python3 start.py\n" in README
    assert "python3 start.py test" in README
