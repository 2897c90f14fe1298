"""Slides with one thing on each: a list, a table or a chart, in PowerPoint's own placeholders and shapes."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Mm, Pt

OPENING, CONTENT, TITLE_ONLY = 0, 1, 5  # layouts of python-pptx's own template
WIDE, HIGH, EDGE = 338.7, 190.5, 20  # millimetres: 16:9
BLUE, GREY, INK, PALE = (RGBColor.from_string(each) for each in ("1B5670", "55656E", "16242C", "EEF4F6"))
WHITE = RGBColor(255, 255, 255)
FONT = "Calibri"
_SIZES = ((330, 26), (700, 22), (1000, 18), (1_000_000, 16))  # (fewer characters than, points)


class Deck:
    def __init__(self, presentation: Any, language: str, title: str) -> None:
        self.presentation, self.language, self.title = presentation, language, title
        presentation.slide_width, presentation.slide_height = Mm(WIDE), Mm(HIGH)

    def opening(self, title: str, facts: Sequence[str]) -> None:
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[OPENING])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = BLUE
        heading, below = slide.shapes.title, slide.placeholders[1]
        self.put(heading, EDGE, 45, WIDE - 2 * EDGE, 55)
        self.write(
            heading.text_frame, [title], 44 if len(title) < 70 else 30, WHITE, bold=True, anchor=MSO_ANCHOR.BOTTOM
        )
        self.put(below, EDGE, 106, WIDE - 2 * EDGE, 50)
        self.write(below.text_frame, facts, 22, WHITE)

    def lines(self, title: str, texts: Sequence[str], lead: str = "", numbered: bool = False) -> None:
        """A list in the slide's own text placeholder, larger when there is little of it."""
        slide = self.slide(CONTENT, title)
        body = slide.placeholders[1]
        self.put(body, EDGE, 46, WIDE - 2 * EDGE, HIGH - 64)
        length = sum(len(each) for each in texts) + len(lead)
        size = next(size for most, size in _SIZES if length < most)
        self.write(body.text_frame, [*([lead] if lead else []), *texts], size, INK, gap=size * 0.5)
        paragraphs = list(body.text_frame.paragraphs)
        if lead:
            first = paragraphs.pop(0)
            _mark(first, "buNone")
            for run in first.runs:
                run.font.bold, run.font.color.rgb = True, BLUE
        for paragraph in paragraphs if numbered else ():
            _mark(paragraph, "buAutoNum", room=Pt(size * 1.6), type="arabicPeriod")

    def table(
        self, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int], each: int = 7
    ) -> None:
        """So many rows on each slide; no slide when there are none."""
        for at in range(0, len(rows), each):
            self._table(title, [headings, *rows[at : at + each]], shares)

    def _table(self, title: str, rows: Sequence[Sequence[str]], shares: Sequence[int]) -> None:
        slide = self.slide(TITLE_ONLY, title)
        wide = WIDE - 2 * EDGE
        frame = slide.shapes.add_table(len(rows), len(shares), Mm(EDGE), Mm(46), Mm(wide), Mm(10 * len(rows)))
        frame.name = title
        table = frame.table
        size = 18 if sum(len(cell) for row in rows for cell in row) < 500 else 15
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Mm(wide * share / sum(shares))
        for at, texts in enumerate(rows):
            for cell, text in zip(table.rows[at].cells, texts, strict=True):
                cell.fill.solid()
                cell.fill.fore_color.rgb = BLUE if at == 0 else PALE
                self.write(cell.text_frame, [text], size, WHITE if at == 0 else INK, bold=at == 0, fit=False)

    def chart(
        self,
        title: str,
        values: Sequence[tuple[str, float]],
        most: float | None = None,
        note: str = "",
        form: str = "0",
    ) -> None:
        """Bars that lie down, the first at the top, with their numbers."""
        slide = self.slide(TITLE_ONLY, title)
        top = 46
        if note:
            box = slide.shapes.add_textbox(0, 0, 0, 0)
            self.put(box, EDGE, top, WIDE - 2 * EDGE, 26)
            self.write(box.text_frame, [note], 20, INK)
            top += 28
        data = CategoryChartData()
        data.categories = [name for name, _value in values]
        data.add_series(title, [value for _name, value in values])
        place = (Mm(EDGE), Mm(top), Mm(WIDE - 2 * EDGE), Mm(HIGH - top - 16))
        frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
        said = "; ".join(f"{name}: {value:g}" for name, value in values)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", f"{title}. {said}")
        _dress(frame.chart, most, form)

    def slide(self, layout: int, title: str) -> Any:
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[layout])
        self.put(slide.shapes.title, EDGE, 14, WIDE - 2 * EDGE, 26)
        self.write(slide.shapes.title.text_frame, [title], 34, BLUE, bold=True, anchor=MSO_ANCHOR.MIDDLE)
        foot = slide.shapes.add_textbox(0, 0, 0, 0)
        self.put(foot, EDGE, HIGH - 13, WIDE - 2 * EDGE, 8)
        self.write(foot.text_frame, [f"{self.title}  ·  {len(self.presentation.slides)}"], 12, GREY)
        return slide

    def put(self, shape: Any, left: float, top: float, wide: float, high: float) -> None:
        shape.left, shape.top, shape.width, shape.height = Mm(left), Mm(top), Mm(wide), Mm(high)

    def write(
        self,
        frame: Any,
        texts: Sequence[str],
        size: float,
        colour: RGBColor,
        bold: bool = False,
        gap: float = 0,
        anchor: Any = MSO_ANCHOR.TOP,
        fit: bool = True,
    ) -> None:
        frame.word_wrap = True
        if fit:  # a cell grows by itself
            frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
            frame.vertical_anchor = anchor
        for at, text in enumerate(texts):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.alignment, paragraph.space_after = PP_ALIGN.LEFT, Pt(gap)
            run = paragraph.add_run()
            run.text = " ".join(text.split())
            run.font.size, run.font.bold, run.font.name, run.font.color.rgb = Pt(size), bold, FONT, colour
            run._r.get_or_add_rPr().set("lang", self.language)


def _mark(paragraph: Any, mark: str, room: int = 0, **kind: str) -> None:
    """Another mark than the placeholder's bullet. PowerPoint goes on counting when a line is added."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(room))
    properties.set("indent", str(-room))
    properties.insert_element_before(properties.makeelement(qn(f"a:{mark}"), kind), "a:tabLst", "a:defRPr")


def _dress(chart: Any, most: float | None, form: str) -> None:
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(16), FONT
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = GREY
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    if most:
        chart.value_axis.maximum_scale = most
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 45, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = form, False
    fill = plot.series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = BLUE
