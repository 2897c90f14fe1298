"""The paper for Word: real headings, lists and tables that a secretary can go on editing."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.shared import Mm

from helu.documents import paper_dress, paper_pdf, paper_say, paper_word
from helu.documents.paper import Paper
from helu.documents.paper_blocks import (
    Block,
    Box,
    Cards,
    Front,
    Heading,
    Note,
    Points,
    Said,
    Sheet,
    Table,
    Wheel,
    Words,
    Year,
)
from helu.documents.paper_outline import outline
from helu.i18n import _, speaking

WIDE = 162  # millimetres between the margins


def made_of(paper: Paper) -> bytes:
    """The same content as the PDF, in the same order."""
    document = Document()
    tag = paper_say.LOCALES[paper.language].replace("_", "-")
    blocks = outline(paper)
    with speaking(paper.language):
        paper_word.speak(document, tag)
        paper_dress.styles(document)
        paper_dress.page(document, paper)
        _describe(document, paper, tag)
        writer = _Writer(document, blocks)
        for block in blocks:
            writer.write(block)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document: Any, paper: Paper, tag: str) -> None:
    """The organisation stands as author: no person does."""
    about = document.core_properties
    made = datetime(paper.date.year, paper.date.month, paper.date.day)
    about.title, about.subject = paper_say.title(paper), _("Lederplattform")
    about.author = about.last_modified_by = paper.organisation
    about.language, about.comments, about.version = tag, "", paper.version
    about.created = about.modified = made


class _Writer:
    def __init__(self, document: Any, blocks: list[Block]) -> None:
        self.document = document
        self.headings = [each for each in blocks if isinstance(each, Heading)]  # those that can stand in the contents
        self.headed = 0
        self.bookmarks = 0
        self.ids = {style.name: style.style_id for style in document.styles}
        self.fresh_anyway = False  # after the title page and the poster

    def write(self, block: Block) -> None:
        ways: dict[type[Block], Callable[[Any], None]] = {
            Front: self.front,
            Heading: self.heading,
            Words: lambda each: self.said(self.paragraph(), each.said),
            Note: lambda each: self.text(self.paragraph("Quiet"), each.text),
            Points: self.points,
            Table: self.table,
            Box: self.box,
            Sheet: self.sheet,
            Cards: self.cards,
            Wheel: self.drawing,
            Year: self.drawing,
        }
        ways[type(block)](block)

    def paragraph(self, style: str = "Normal", within: Any = None) -> Any:
        made = (within or self.document).add_paragraph()
        made._p.style = self.ids[style]  # python-docx looks through all styles each time it is given a name
        return made

    def run(self, paragraph: Any, text: str, style: str) -> None:
        paragraph.add_run(text)._r.style = self.ids[style]

    def text(self, paragraph: Any, words: str) -> Any:
        """Line breaks are kept. Characters that XML has no room for are gone already."""
        for at, line in enumerate(words.split("\n")):
            run = paragraph.add_run()
            if at:
                run.add_break()
            run.add_text(line)
        return paragraph

    def said(self, paragraph: Any, said: Said) -> None:
        if said.text:
            self.text(paragraph, said.text)
        if not said.origin and not said.cards:
            return
        if said.text:
            paragraph.add_run().add_break()
        self.run(paragraph, " ".join(filter(None, (said.origin, "[" if said.cards else ""))), "Origin")
        for at, (words, card) in enumerate(said.cards):
            if at:
                self.run(paragraph, ", ", "Origin")
            paper_word.link(paragraph, words, f"card_{card}")
        if said.cards:
            self.run(paragraph, "]", "Origin")

    def front(self, block: Front) -> None:
        self.paragraph("Organisation").add_run(block.organisation)
        self.paragraph("Title").add_run(block.title)
        table = self.grid(len(block.facts), (3, 9))
        for row, (name, value) in zip(table.rows, block.facts, strict=True):
            self.run(row.cells[0].paragraphs[0], name, "Origin")
            row.cells[1].paragraphs[0].add_run(value).bold = True
        contents = self.paragraph("Contents")
        contents.paragraph_format.page_break_before = True
        contents.add_run(block.contents)
        self.contents()

    def contents(self) -> None:
        """Word counts the pages when the file is opened; until then the headings stand there as links."""
        shown = [(at, each) for at, each in enumerate(self.headings) if each.level < 3]
        for n, (at, each) in enumerate(shown):
            paragraph = self.paragraph("toc 1" if each.level == 1 else "toc 2")
            if n == 0:
                paper_word.begin_field(paragraph, 'TOC \\o "1-2" \\h \\z \\u')
            paper_word.link(paragraph, each.text, f"_Toc{at}")
            if n == len(shown) - 1:
                paper_word.end_field(paragraph)

    def heading(self, block: Heading) -> None:
        paragraph = self.document.add_heading(block.text, block.level)
        paragraph.paragraph_format.page_break_before = block.fresh or self.fresh_anyway
        self.fresh_anyway = False
        self.mark(paragraph, f"_Toc{self.headed}")
        self.headed += 1

    def mark(self, paragraph: Any, name: str) -> None:
        self.bookmarks += 1
        paper_word.bookmark(paragraph, name, self.bookmarks)

    def points(self, block: Points) -> None:
        if block.lead:
            self.paragraph("Lead").add_run(block.lead)
        restart = paper_word.numbering(self.document) if block.numbered else None
        for each in block.items:
            paragraph = self.paragraph("List Number" if block.numbered else "List Bullet")
            if restart is not None:
                paper_word.numbered(paragraph, restart)
            self.said(paragraph, each)

    def grid(self, rows: int, shares: tuple[int, ...]) -> Any:
        table = self.document.add_table(rows=rows, cols=len(shares))
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Mm(WIDE * share / sum(shares))
            for cell in column.cells:
                cell.width = column.width
        return table

    def table(self, block: Table) -> None:
        table = self.grid(1 + len(block.rows), block.widths)
        paper_word.lines(table, "C9D3D8")
        paper_word.describe(table, block.about)
        paper_word.head(table.rows[0])
        rows = list(table.rows)
        for cell, words in zip(rows[0].cells, block.headings, strict=True):
            cell.paragraphs[0].style = "Table heading"
            cell.paragraphs[0].add_run(words)
        for row, texts in zip(rows[1:], block.rows, strict=True):
            paper_word.whole(row)
            for cell, each in zip(row.cells, texts, strict=True):
                cell.paragraphs[0].style = "Table text"
                self.said(cell.paragraphs[0], each)
        self.paragraph("After")

    def box(self, block: Box) -> None:
        """A table of one cell is the only box that every Word draws alike."""
        table = self.grid(1, (1,))
        paper_word.describe(table, block.title)
        cell = table.rows[0].cells[0]
        paper_word.edge(cell, paper_dress.TONES[block.tone])
        paper_word.shade(cell, "EEF4F6")
        first = cell.paragraphs[0]
        self.run(first, block.title, "Strong")
        self.run(first, f"   {block.facts}", "Origin")
        self.said(self.paragraph(within=cell), block.said)
        if block.reservations:
            name, words = block.reservations
            paragraph = self.paragraph(within=cell)
            self.run(paragraph, f"{name}: ", "Strong")
            self.text(paragraph, words)
        self.bars(cell, block)
        self.paragraph("After")

    def bars(self, cell: Any, block: Box) -> None:
        """A histogram of letters: it can be edited, and is read as the number beside it."""
        every = sum(count for _grade, count in block.bars)
        for grade, count in block.bars:
            paragraph = self.paragraph("Bar", within=cell)
            paragraph.add_run(f"{grade}\t")
            self.run(paragraph, "█" * round(24 * count / every), "Bars")
            paragraph.add_run(f" {count}")
        if block.bars_said:
            self.paragraph("Quiet", within=cell).add_run(block.bars_said)

    def sheet(self, block: Sheet) -> None:
        first = self.paragraph("Organisation")
        first.paragraph_format.page_break_before = True
        first.add_run(block.organisation)
        self.paragraph("Poster lead").add_run(block.lead)
        for at, line in enumerate(block.lines, 1):
            self.paragraph("Poster line").add_run(f"{at}\t{line}")
        self.paragraph("Quiet").add_run(block.foot)
        self.fresh_anyway = True

    def drawing(self, block: Wheel | Year) -> None:
        shape = self.document.add_picture(BytesIO(paper_pdf.picture(block)), width=Mm(150))
        shape._inline.docPr.set("descr", block.said)
        self.document.paragraphs[-1].style = "Drawing"

    def cards(self, block: Cards) -> None:
        """In two columns, which Word sets section by section."""
        paper_word.columns(self.document.add_section(WD_SECTION.CONTINUOUS), 2)
        for each in block.questions:
            if each.step:
                self.document.add_heading(each.step, 3)
            self.document.add_heading(each.title, 4)
            for number, words in each.cards:
                paragraph = self.paragraph("Card")
                self.run(paragraph, f"{number}\t", "Origin")
                self.text(paragraph, words)
                self.mark(paragraph, f"card_{number}")
        paper_word.columns(self.document.add_section(WD_SECTION.CONTINUOUS), 1)
