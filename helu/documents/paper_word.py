"""What Word knows and python-docx has no name for: fields, bookmarks, links, languages and shading."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, text: str = "", /, **attributes: Any) -> Any:
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    if text:
        made.text = text
        made.set(qn("xml:space"), "preserve")
    return made


def speak(document: Any, tag: str) -> None:
    """The language of everything, and hyphens where a line needs them."""
    properties = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", val=tag, eastAsia=tag, bidi="ar-SA"))
    for style in document.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), tag)
    document.settings.element.find(qn("w:defaultTabStop")).addnext(element("w:autoHyphenation", val="true"))


def field(paragraph: Any, code: str) -> None:
    """A field such as PAGE, with a 1 until Word has counted."""
    begin_field(paragraph, code)
    paragraph.add_run("1")
    end_field(paragraph)


def begin_field(paragraph: Any, code: str) -> None:
    """What stands between the beginning and the end is shown until Word has found out."""
    run = paragraph.add_run()
    begin = element("w:fldChar", fldCharType="begin", dirty="true")
    for each in (begin, element("w:instrText", f" {code} "), element("w:fldChar", fldCharType="separate")):
        run._r.append(each)


def end_field(paragraph: Any) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Around all that the paragraph holds. `number` is the bookmark's own within the document."""
    first = paragraph._p.find(qn("w:pPr"))
    start = element("w:bookmarkStart", id=number, name=name)
    if first is None:
        paragraph._p.insert(0, start)
    else:
        first.addnext(start)
    paragraph._p.append(element("w:bookmarkEnd", id=number))


def link(paragraph: Any, text: str, to: str) -> None:
    """A link to a bookmark, in the paragraph's own dress."""
    run = element("w:r")
    run.append(element("w:t", text))
    made = element("w:hyperlink", anchor=to, history="1")
    made.append(run)
    paragraph._p.append(made)


def numbering(document: Any) -> int:
    """A list of its own that counts from 1, in the dress of the style «List Number»."""
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    numbers = document.part.numbering_part.element
    kind = numbers.num_having_numId(style).abstractNumId.val
    made = numbers.add_num(kind)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def numbered(paragraph: Any, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def shade(cell: Any, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))


def edge(cell: Any, colour: str) -> None:
    """A thick line along the left side, and nothing on the others."""
    borders = element("w:tcBorders")
    borders.append(element("w:left", val="single", sz=24, space=0, color=colour))
    cell._tc.get_or_add_tcPr().append(borders)


def head(row: Any) -> None:
    """The row is a heading: read as one, and drawn again on every page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))


def whole(row: Any) -> None:
    """Not broken over two pages."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))


def lines(table: Any, colour: str) -> None:
    """A quiet line under every row."""
    borders = element("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz=4, space=0, color=colour))
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)  # Word wants them in an order


def describe(table: Any, words: str) -> None:
    table._tbl.tblPr.append(element("w:tblDescription", val=words))


def columns(section: Any, count: int) -> None:
    """How many columns the section is set in."""
    section.different_first_page_header_footer = False
    found = section._sectPr.find(qn("w:cols"))
    found.set(qn("w:num"), str(count))
    found.set(qn("w:space"), "454")
