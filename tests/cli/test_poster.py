"""The poster from the command line."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader
from typer.testing import CliRunner

from helu.cli import app

PLAIN = {"organisation": "Fjell kommune", "language": "nn", "lines": ["gi retning", "skape ro"], "version": 2}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plakat.json"
    path.write_text(json.dumps(PLAIN | {"date": "2026-11-21", "words": {"Ro": "Vi har tid."}}), encoding="utf-8")
    return path


def run(*words) -> str:
    done = CliRunner().invoke(app, ["poster", *map(str, words)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def refused(*words) -> str:
    done = CliRunner().invoke(app, ["poster", *map(str, words)], catch_exceptions=False)
    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def test_a_poster_is_printed(file, tmp_path):
    out = tmp_path / "plakat.pdf"
    assert str(out) in run(file, "--paper", "A3", "--orientation", "landscape", "--design", "furu", "--out", out)
    page = PdfReader(out).pages[0]
    assert page.mediabox.width > page.mediabox.height > 840
    assert "gi retning" in page.extract_text()


def test_a_script_is_told_what_was_made(file, tmp_path):
    out = tmp_path / "plakat.pdf"
    told = json.loads(run(file, "--out", out, "--explain", "--json"))
    assert told == {"file": str(out), "pages": 2, "bytes": out.stat().st_size}


def test_the_ending_decides_what_is_made(file, tmp_path):
    for ending in ("PNG", "pptx"):
        told = json.loads(run(file, "--out", tmp_path / f"plakat.{ending}", "--json"))
        assert told["pages"] == 1
    assert Image.open(tmp_path / "plakat.PNG").width == 1920
    assert len(Presentation(str(tmp_path / "plakat.pptx")).slides) == 1


def test_a_logo_comes_along(file, tmp_path):
    logo, out = BytesIO(), tmp_path / "plakat.pdf"
    Image.new("RGB", (200, 100)).save(logo, "JPEG")
    (tmp_path / "logo.jpg").write_bytes(logo.getvalue())
    run(file, "--out", out, "--logo", tmp_path / "logo.jpg")
    assert len(PdfReader(out).pages[0].images) == 1
    assert "PNG" in refused(file, "--out", out, "--logo", file)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"organisation": "Fjell"\n "lines": []}', "linje 2, tegn 2"),
        (json.dumps(PLAIN | {"lines": ["ro"] * 7}), "7 linjer"),
        (json.dumps(PLAIN | {"lines": ["ro", ""]}), "Linje 2"),
        (json.dumps(PLAIN | {"lines": []}), "ingen linjer"),
        (json.dumps(PLAIN | {"lines": ["漢"]}), "漢"),
    ],
)
def test_what_is_wrong_in_the_file_is_said_in_a_sentence(file, tmp_path, content, words):
    file.write_text(content, encoding="utf-8")
    assert words in refused(file, "--out", tmp_path / "plakat.pdf")
    assert not (tmp_path / "plakat.pdf").exists()


@pytest.mark.parametrize("choice", [("--design", "neon"), ("--paper", "A9"), ("--orientation", "skrå")])
def test_an_unknown_choice_is_said_in_a_sentence(file, tmp_path, choice):
    assert choice[1] in refused(file, "--out", tmp_path / "plakat.pdf", *choice)


def test_a_file_that_is_not_there_or_cannot_be_made_is_named(file, tmp_path):
    assert "borte.json" in refused(tmp_path / "borte.json", "--out", tmp_path / "plakat.pdf")
    assert "plakat.docx" in refused(file, "--out", tmp_path / "plakat.docx") or ".pptx" in refused(
        file, "--out", "x.docx"
    )
    assert "ingen-mappe" in refused(file, "--out", tmp_path / "ingen-mappe" / "plakat.pdf")
