"""The poster on a screen and as a slide, and its colours."""

import subprocess
import sys
from io import BytesIO
from itertools import pairwise, product

import pytest
from pptx import Presentation
from pptx.util import Mm, Pt

from helu.documents.poster import ORIENTATIONS, PAPERS, designs, draw
from helu.documents.poster_press import Sheet
from tests.documents.conftest import LINES, WORDS, a_poster, as_image

HIGH = {"portrait": 2715, "landscape": 1358}
MILLIMETRES = {"A4": (210, 297), "A3": (297, 420)}


def slide_of(**how):
    deck = Presentation(BytesIO(draw(a_poster(words=WORDS), format="pptx", **how)))
    assert len(deck.slides) == 1
    return deck, deck.slides[0]


def light(colour: tuple[int, ...]) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [each / 255 for each in colour]
    red, green, blue = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")[:6]))


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_picture_is_as_wide_as_a_screen_and_not_see_through(poster, paper, orientation):
    image = as_image(draw(poster, paper, orientation, format="png"))
    assert abs(image.width - 1920) <= 1
    assert abs(image.height - HIGH[orientation]) <= 2
    assert image.mode == "RGB"


@pytest.mark.parametrize(("design", "orientation"), product(designs(), ORIENTATIONS))
@pytest.mark.parametrize("count", [1, 6])
def test_every_text_has_contrast_enough_against_whatever_is_behind_it(design, orientation, count):
    sheet = Sheet(
        a_poster(lines=["gi retning og ro til alle i hele kommunen"] * count), "A4", orientation, design, False
    )
    drawing, colours = as_image(sheet.backdrop()), sheet.plan["colours"]
    scale = drawing.width / (sheet.millimetres[0] / 25.4 * 72)
    for box in sheet.plan["boxes"]:
        corners = (box["x"], box["y"], box["x"] + box["w"], box["y"] + box["h"])
        behind = drawing.crop([round(each * scale) for each in corners]).resize((60, 60)).get_flattened_data()
        for ink in [colours[box["name"]]] + [colours["accent"]] * (box["name"] == "lines"):
            assert min(contrast(rgb(ink), each) for each in set(behind)) >= 4.5, box["name"]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_no_box_runs_into_another_or_off_the_paper(paper, orientation):
    for design, count in product(designs(), (1, 6)):
        sheet = Sheet(a_poster(lines=["vi tar ansvar " * 14] * count), paper, orientation, design, False)
        boxes = {box["name"]: box for box in sheet.plan["boxes"]}
        wide, high = (each / 25.4 * 72 for each in sheet.millimetres)
        assert all(box["x"] > 0 and box["x"] + box["w"] < wide for box in boxes.values())
        order = [boxes["head"], boxes["lead"], boxes["foot"]], [boxes["head"], boxes["lines"], boxes["foot"]]
        assert all(above["y"] + above["h"] <= below["y"] + 0.01 for each in order for above, below in pairwise(each))
        assert boxes["foot"]["y"] + boxes["foot"]["h"] < high


@pytest.mark.parametrize(("paper", "orientation"), product(PAPERS, ORIENTATIONS))
def test_a_slide_has_the_paper_and_real_text(paper, orientation):
    deck, slide = slide_of(paper=paper, orientation=orientation)
    sides = MILLIMETRES[paper] if orientation == "portrait" else MILLIMETRES[paper][::-1]
    assert (deck.slide_width, deck.slide_height) == tuple(Mm(each) for each in sides)
    texts = {shape.name: shape.text_frame for shape in slide.shapes if shape.has_text_frame}
    assert [each.text for each in texts["lines"].paragraphs] == list(LINES)
    assert "MERVERDI" in slide.shapes.title.text_frame.text
    assert texts["head"].text == "Fjell kommune"
    assert "21. november 2026" in texts["foot"].text
    sizes = [run.font.size for text in texts.values() for line in text.paragraphs for run in line.runs]
    assert min(sizes) >= Pt(13 if paper == "A4" else 18)
    assert all(each.left >= 0 and each.left + each.width <= deck.slide_width for each in slide.shapes)
    assert all(each.top >= 0 and each.top + each.height <= deck.slide_height for each in slide.shapes)


def test_a_slide_has_a_title_a_language_numbers_and_the_drawing_behind():
    deck, slide = slide_of(design="lys")
    assert deck.core_properties.title == "Formålsplakaten – Fjell kommune"
    xml = slide._element.xml
    assert xml.count('type="arabicPlain"') == 3
    assert 'lang="nb-NO"' in xml
    assert "<p:bg>" in xml
    assert not slide.has_notes_slide


def test_a_slide_keeps_what_the_words_mean_in_its_notes():
    _, slide = slide_of(explain=True)
    assert "Mot: Vi tar opp det vanskelige tidlig." in slide.notes_slide.notes_text_frame.text


def test_typst_and_powerpoint_are_not_loaded_until_they_are_needed():
    code = "import sys, helu.documents.poster; print({'typst', 'pptx', 'PIL'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
