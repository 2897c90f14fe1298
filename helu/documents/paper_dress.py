"""How the paper looks in Word: styles to change in one place, and the lines above and below every page."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from helu.documents import paper_say, paper_word
from helu.documents.paper import Paper
from helu.i18n import _, day_of

FONT = "Calibri"
BLUE, GREY, INK = (RGBColor.from_string(each) for each in ("1B5670", "55656E", "16242C"))
TONES = {"adopted": "00664B", "reserved": "8A5A00", "returned": "A33C00"}

# (name, size, bold, colour, space before, space after, keeps with next)
_PARAGRAPHS = (
    ("Normal", 11, False, INK, 0, 6, False),
    ("Title", 34, True, BLUE, 24, 24, False),
    ("Heading 1", 20, True, BLUE, 28, 10, True),
    ("Heading 2", 14, True, BLUE, 18, 6, True),
    ("Heading 3", 11, True, INK, 12, 4, True),
    ("Heading 4", 10, True, GREY, 8, 3, True),
    ("Organisation", 12, True, GREY, 60, 6, False),
    ("Contents", 20, True, BLUE, 0, 10, True),
    ("toc 1", 11, True, INK, 6, 0, False),
    ("toc 2", 11, False, INK, 0, 0, False),
    ("Quiet", 9.5, False, GREY, 0, 6, False),
    ("Lead", 11, True, INK, 6, 6, True),
    ("Table heading", 10, True, BLUE, 3, 3, True),
    ("Table text", 10, False, INK, 2, 3, False),
    ("Bar", 9.5, False, INK, 0, 0, True),
    ("Poster lead", 26, True, BLUE, 12, 24, True),
    ("Poster line", 24, False, INK, 0, 16, False),
    ("Drawing", 11, False, INK, 6, 10, False),
    ("Card", 9.5, False, INK, 0, 3, False),
    ("After", 4, False, INK, 0, 4, False),
)
_CHARACTERS: tuple[tuple[str, float | None, bool, RGBColor], ...] = (
    ("Origin", 9, False, GREY),
    ("Strong", None, True, INK),
    ("Bars", None, False, BLUE),
)
_HANGING = {"Card": 9, "Poster line": 14}  # millimetres
_TABS = {"Bar": 55}


def styles(document: Any) -> None:
    known = {each.name for each in document.styles}
    for name, size, bold, colour, before, after, keeps in _PARAGRAPHS:
        style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _letters(style, size, bold, colour)
        form = style.paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), keeps
        if name in _HANGING:
            form.left_indent, form.first_line_indent = Mm(_HANGING[name]), -Mm(_HANGING[name])
            form.tab_stops.add_tab_stop(Mm(_HANGING[name]))
        if name in _TABS:
            form.tab_stops.add_tab_stop(Mm(_TABS[name]))
    document.styles["toc 2"].paragraph_format.left_indent = Mm(5)
    for name, points, bold, colour in _CHARACTERS:
        style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        _letters(style, points, bold, colour)
    _unlined(document.styles["Title"])


def _letters(style: Any, size: float | None, bold: bool, colour: RGBColor) -> None:
    font = style.font
    font.name, font.bold, font.color.rgb = FONT, bold, colour
    if size:
        font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for each in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # would win over the name
        fonts.attrib.pop(qn(f"w:{each}"), None)


def _unlined(style: Any) -> None:
    """python-docx's own template draws a line under the title."""
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def page(document: Any, paper: Paper) -> None:
    """A4, with the title above and the page number below, but on the title page."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(27), Mm(24)
    section.different_first_page_header_footer = True
    _ends(section.header.paragraphs[0], paper_say.title(paper)).add_run(f"\t{paper.organisation}", style="Origin")
    version = _("Versjon {version}", version=paper.version) if paper.version else ""
    parts = (day_of(paper.date), version, _(paper_say.STATUSES[paper.status]))
    foot = _ends(section.footer.paragraphs[0], "  ·  ".join(filter(None, parts)))
    foot.add_run("\t")
    paper_word.field(foot, "PAGE")
    foot.add_run(" / ")
    paper_word.field(foot, "NUMPAGES")


def _ends(paragraph: Any, words: str) -> Any:
    """One text to the left; what follows after a tab stands to the right."""
    paragraph.paragraph_format.tab_stops.clear_all()
    paragraph.style.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(162), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(words, style="Origin")
    return paragraph
