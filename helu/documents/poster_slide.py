"""The poster as one slide that a group can go on editing: real text boxes over the design's drawing."""

from datetime import datetime
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Mm, Pt

from helu.documents.poster_press import Sheet
from helu.i18n import LOCALES

TITLE_ONLY = 5  # the layout of python-pptx's own template that has a title and nothing else
NUMBER_ROOM = 1.6  # of the text size


def slide(sheet: Sheet) -> bytes:
    """PPTX with one slide in the paper's size. The lead is its title; words to explain go in the notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = (Mm(each) for each in sheet.millimetres)
    page = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    _lay_backdrop(page, sheet.backdrop())
    poster, plan = sheet.poster, sheet.plan
    boxes = {box["name"]: box for box in plan["boxes"]}
    _write(page.shapes.title, boxes["lead"], [plan["lead"]], sheet, bold=True)
    for name, texts in (("head", [poster.organisation]), ("lines", poster.lines), ("foot", [plan["foot"]])):
        shape = page.shapes.add_textbox(0, 0, 0, 0)
        shape.name = name
        _write(shape, boxes[name], texts, sheet, bold=name == "head")
    if poster.logo:
        _add_logo(page, boxes["logo"], poster.logo, sheet)
    if sheet.explain and poster.words:
        page.notes_slide.notes_text_frame.text = "\n".join(f"{word}: {means}" for word, means in poster.words.items())
    _describe(deck, sheet)
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def _write(shape: Any, box: dict[str, Any], texts: Any, sheet: Sheet, bold: bool) -> None:
    shape.left, shape.top, shape.width, shape.height = (Pt(box[side]) for side in ("x", "y", "w", "h"))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE  # later edits shrink rather than run off the paper
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    size = box["size"] * sheet.plan["office"]["share"]
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.line_spacing = 1 + 0.1 * sheet.plan["air"]
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.name = Pt(round(size * 2) / 2), bold, sheet.plan["office"]["font"]
        run.font.color.rgb = _colour(sheet, box["name"])
        run._r.get_or_add_rPr().set("lang", LOCALES[sheet.poster.language].replace("_", "-"))
        if box["name"] == "lines":
            paragraph.space_after = Pt(sheet.plan["gap"])
            _number(paragraph._p.get_or_add_pPr(), Pt(size * NUMBER_ROOM), str(_colour(sheet, "accent")))


def _number(properties: Any, room: int, colour: str) -> None:
    """Numbers that PowerPoint keeps counting when a line is added. python-pptx has no name for them."""
    properties.set("marL", str(room))
    properties.set("indent", str(-room))
    for xml in (
        f"<a:buClr {nsdecls('a')}><a:srgbClr val='{colour}'/></a:buClr>",
        f"<a:buFont {nsdecls('a')} typeface='+mj-lt'/>",
        f"<a:buAutoNum {nsdecls('a')} type='arabicPlain'/>",
    ):
        properties.append(parse_xml(xml))


def _lay_backdrop(page: Any, png: bytes) -> None:
    """As the slide's background, so that it is neither in the way of editing nor read aloud."""
    _part, picture = page.part.get_or_add_image_part(BytesIO(png))
    fill = f"<a:blipFill><a:blip r:embed='{picture}'/><a:stretch><a:fillRect/></a:stretch></a:blipFill>"
    names = nsdecls("p", "a", "r")
    background = parse_xml(f"<p:bg {names}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>")
    page._element.find(qn("p:cSld")).insert(0, background)


def _add_logo(page: Any, box: dict[str, Any], png: bytes, sheet: Sheet) -> None:
    picture = page.shapes.add_picture(BytesIO(png), *(Pt(box[side]) for side in ("x", "y", "w", "h")))
    picture._element.nvPicPr.cNvPr.set("descr", sheet.plan["logo"])
    picture.name = "logo"


def _describe(deck: Any, sheet: Sheet) -> None:
    about, day = deck.core_properties, sheet.poster.date
    about.title, about.author = sheet.plan["title"], sheet.poster.organisation
    about.language = LOCALES[sheet.poster.language].replace("_", "-")
    if day:
        about.created = about.modified = datetime(day.year, day.month, day.day)


def _colour(sheet: Sheet, name: str) -> RGBColor:
    return RGBColor.from_string(sheet.plan["colours"][name].removeprefix("#").upper())
