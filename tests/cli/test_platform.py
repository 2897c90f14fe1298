"""The document to take home, from the command line."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader
from typer.testing import CliRunner

from helu.cli import app
from helu.domain.platform import Element
from helu.services import platforms
from helu.store.database import writing


@pytest.fixture
def code(world) -> str:
    """A gathering whose group has begun on its platform."""
    with writing() as db:
        platform = platforms.of_workshop(db, world.workshop)
        platforms.write(db, platform, "purpose", Element(text="Vi leder sammen."), 0)
    return world.workshop.code


def run(*words) -> str:
    done = CliRunner().invoke(app, ["platform", *map(str, words)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def refused(*words) -> str:
    done = CliRunner().invoke(app, ["platform", *map(str, words)], catch_exceptions=False)
    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def test_a_platform_is_printed_for_the_archive(code, tmp_path):
    out = tmp_path / "plattform.pdf"
    assert str(out) in run(code, "--out", out)
    text = "".join(page.extract_text() for page in PdfReader(out).pages)
    assert "Vi leder sammen." in text
    assert "Samling i Fjell" in text


def test_the_code_is_read_as_people_write_it(code, tmp_path):
    run(f"{code[:3]} {code[3:]}".lower(), "--out", tmp_path / "plattform.pdf")


def test_word_and_powerpoint_are_made_too_and_a_script_is_told(code, tmp_path):
    for format_, opens in (("docx", Document), ("pptx", Presentation)):
        out = tmp_path / f"plattform.{format_}"
        told = json.loads(run(code, "--format", format_, "--out", out, "--json"))
        assert told == {"file": str(out), "format": format_, "bytes": out.stat().st_size}
        assert opens(BytesIO(out.read_bytes()))


def test_the_language_can_be_chosen_and_is_else_the_gatherings_own(code, tmp_path):
    for words, tag in ((("--language", "nn"), "nn-NO"), ((), "nb-NO")):
        run(code, "--out", tmp_path / "plattform.pdf", *words)
        assert PdfReader(tmp_path / "plattform.pdf").trailer["/Root"]["/Lang"] == tag


def test_what_cannot_be_made_is_said_in_a_sentence(code, world, tmp_path):
    out: Path = tmp_path / "plattform.pdf"
    assert "pdf, docx, pptx" in refused(code, "--format", "odt", "--out", out)
    assert "nb, nn, en" in refused(code, "--language", "sv", "--out", out)
    assert "ZZZZZZ" in refused("ZZZZZZ", "--out", out)
    assert "plattformen sin" in refused(world.foreign.code, "--out", out)
    assert "ingen-mappe" in refused(code, "--out", tmp_path / "ingen-mappe" / "plattform.pdf")
    assert not out.exists()
