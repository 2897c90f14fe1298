"""The document to take home: the same content as PDF, in Word and, in short, as slides."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from time import process_time

import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation
from pptx.util import Emu
from pypdf import PdfReader

from helu.documents import paper_outline, paper_say
from helu.documents.paper import FORMATS, Decision, Element, Paper, State, Text, YearEntry, print_paper
from helu.documents.paper_blocks import Heading
from helu.i18n import speaking
from tests.documents.a_paper import LINES, a_paper, many_cards, the_elements
from tests.documents.conftest import opened

languages = pytest.mark.parametrize("language", ["nb", "nn"])
COMPOUND = "arbeidsmiljøutviklingsprosjektkoordineringsgruppeledermøtene"
HOSTILE = "#panic() $x^2$ *ikke fet* _heller ikke_ @kari <merke> = Tittel \\u{41} // /* ``` <b>&amp;</b> [12](x) -> --"


def bare(text: str) -> str:
    """Without what breaking lines adds and takes away."""
    return re.sub(r"[\s\u00ad\u2010\u200b-]", "", text)


def read_pdf(paper: Paper) -> str:
    return bare("".join(page.extract_text() for page in opened(print_paper(paper, "pdf")).pages))


def read_docx(paper: Paper) -> str:
    """Every letter in the document, boxes and links included."""
    document = Document(BytesIO(print_paper(paper, "docx")))
    return bare("".join(each.text or "" for each in document.element.body.iter(qn("w:t"))))


def slides_of(paper: Paper) -> list:
    return list(Presentation(BytesIO(print_paper(paper, "pptx"))).slides)


def on(slide) -> str:
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            texts += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(texts)


def texts_of(paper: Paper) -> list[str]:
    """Everything that somebody wrote or decided, and every card."""
    assert paper.poster
    said = [line.text for line in paper.poster.lines] + [each.text.text for each in paper.poster.meanings]
    said += [each.text.text for each in paper.elements] + [
        work.text for each in paper.elements for work in each.open_work
    ]
    said += [text for each in paper.elements for _title, text in each.asides]
    said += [each.text.text for each in paper.matters] + [each.word.text for each in paper.values]
    said += [sign.text for each in paper.values for sign in (*each.actions, *each.attitudes)]
    said += [each.text for each in (*paper.structure, *paper.culture, *paper.principles)]
    said += [each.text.text for each in paper.decisions] + [each.reservations for each in paper.decisions]
    said += [f"{each.what}|{each.who}|{each.when}|{each.sign}|{each.note}" for each in paper.commitments]
    said += [f"{each.audience}|{each.message.text}|{each.who}|{each.when}" for each in paper.launch]
    said += [each.title for each in paper.year] + [each.name for board in paper.boards for each in board.themes]
    said += [each.summary for board in paper.boards for each in board.themes]
    said += [card.text for each in paper.gatherings for step in each.steps for a in step.asked for card in a.cards]
    return [part for each in said for part in each.split("|") if part]


@languages
def test_every_decided_word_and_every_card_is_in_the_pdf(language):
    paper = a_paper(language)
    found = read_pdf(paper)
    assert [each for each in texts_of(paper) if bare(each) not in found] == []


@languages
def test_word_holds_the_same(language):
    paper = a_paper(language)
    found = read_docx(paper)
    assert [each for each in texts_of(paper) if bare(each) not in found] == []


@pytest.mark.parametrize("format_", ["pdf", "docx"])
def test_both_have_all_headings_in_the_same_order(format_):
    paper = a_paper()
    headings = [each.text for each in paper_outline.outline(paper) if isinstance(each, Heading)]
    assert {"Formålsplakaten", "De sju elementene", "Beslutninger", "Forpliktelser", "Årshjulet"} <= set(headings)
    if format_ == "docx":
        document = Document(BytesIO(print_paper(paper, "docx")))
        found = [each.text for each in document.paragraphs if each.style.name.startswith("Heading")]
    else:
        found = [each.title for each in flat(opened(print_paper(paper, "pdf")).outline)]
    assert found[: len(headings)] == headings
    assert found[len(headings) :][:2] == ["Forankring", "Hva er det aller viktigste?"]  # above the cards


def flat(outline: list) -> list:
    return [each for part in outline for each in (flat(part) if isinstance(part, list) else [part])]


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO")])
def test_the_pdf_is_fit_for_the_archive_and_for_reading_aloud(language, tag):
    pdf = opened(print_paper(a_paper(language), "pdf"))
    root = pdf.trailer["/Root"]
    metadata = root["/Metadata"].get_data()
    assert root["/Lang"] == tag
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in metadata
    assert re.search(rb"pdfaid:part>2<.*pdfaid:conformance>A<", metadata, re.DOTALL)
    assert "Ledergruppa i Seljord" in pdf.metadata.title
    assert pdf.metadata.author == "Seljord kommune"


def test_all_fonts_are_in_the_file():
    pdf = opened(print_paper(a_paper(), "pdf"))
    for page in pdf.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object().get("/DescendantFonts", [font])[0].get_object()
            descriptor = inner["/FontDescriptor"].get_object() if "/FontDescriptor" in inner else {}
            assert inner.get("/Subtype") == "/Type3" or {"/FontFile2", "/FontFile3"} & set(descriptor)


def tags_in(pdf: PdfReader) -> dict[str, int]:
    counted: dict[str, int] = {}

    def look(node) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for each in node:
                look(each)
        elif isinstance(node, dict):
            if "/S" in node:
                counted[node["/S"]] = counted.get(node["/S"], 0) + 1
                if node["/S"] == "/Figure":
                    assert node.get("/Alt")
            if "/K" in node:
                look(node["/K"])

    look(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return counted


def test_headings_tables_lists_and_drawings_are_tagged():
    tags = tags_in(opened(print_paper(a_paper(), "pdf")))
    assert tags["/H1"] >= 12
    assert tags["/H2"] >= 10
    assert tags["/TH"] >= 20
    assert tags["/L"] >= 10
    assert tags["/Figure"] == 2  # the wheel and the year


def test_pages_are_numbered_and_say_what_they_belong_to():
    pages = opened(print_paper(a_paper(), "pdf")).pages
    assert 10 <= len(pages) <= 18
    last = pages[-1].extract_text()
    assert f"{len(pages)} / {len(pages)}" in last
    assert "Lederplattform for Ledergruppa i Seljord" in last
    assert "21. november 2026" in last
    assert "Innhold" in pages[1].extract_text()


def test_the_poster_has_a_page_of_its_own():
    pages = [page.extract_text() for page in opened(print_paper(a_paper(), "pdf")).pages]
    posters = [text for text in pages if "MERVERDI" in text and "Hva betyr dette" not in text]
    assert len(posters) == 1
    assert all(bare(line) in bare(posters[0]) for line in LINES["nb"])


def test_every_text_can_be_followed_back_to_its_cards():
    paper = a_paper()
    pdf = opened(print_paper(paper, "pdf"))
    found = bare("".join(page.extract_text() for page in pdf.pages))
    assert bare("7 kort, Forankring [8–10, 12, 13, 20, 31]") in found
    contents = len(flat(pdf.outline))
    notes = [note.get_object() for page in pdf.pages[2:] for note in page.get("/Annots", [])]
    aims = [
        note["/A"]["/D"][0] if "/A" in note else note["/Dest"][0] for note in notes if "/Dest" in note or "/A" in note
    ]
    at = {page.indirect_reference.idnum: number for number, page in enumerate(pdf.pages)}
    first = next(
        number for number, page in enumerate(pdf.pages) if number > 1 and "Rommets egne kort" in page.extract_text()
    )
    assert contents > 20
    assert len(aims) > 20
    assert all(at[aim.idnum] >= first for aim in aims)


def test_in_word_the_numbers_are_links_to_the_cards():
    document = Document(BytesIO(print_paper(a_paper(), "docx")))
    marks = {each.get(qn("w:name")) for each in document.element.body.iter(qn("w:bookmarkStart"))}
    aims = {each.get(qn("w:anchor")) for each in document.element.body.iter(qn("w:hyperlink"))}
    assert aims <= marks
    assert {"card_1", "card_145"} <= marks
    assert "card_8" in aims


def test_word_gets_real_tables_lists_and_a_language():
    document = Document(BytesIO(print_paper(a_paper("nn"), "docx")))
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert next(defaults.iter(qn("w:lang"))).get(qn("w:val")) == "nn-NO"
    headed = [table for table in document.tables if table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None]
    assert len(headed) >= 8
    styles = {each.style.name for each in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "Card"} <= styles
    drawings = [each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))]
    assert len(drawings) == 2
    assert all(drawings)
    code = [each.text for each in document.sections[0].footer._element.iter(qn("w:instrText"))]
    assert [each.strip() for each in code] == ["PAGE", "NUMPAGES"]


def test_each_numbered_list_in_word_counts_from_one():
    document = Document(BytesIO(print_paper(a_paper(), "docx")))
    lists = [each._p.pPr.numPr.numId.val for each in document.paragraphs if each.style.name == "List Number"]
    assert len(lists) == 5
    assert len(set(lists)) == 2


@pytest.mark.parametrize("format_", ["docx", "pptx"])
def test_no_person_stands_as_the_author(format_):
    file = BytesIO(print_paper(a_paper(), format_))
    about = (Document if format_ == "docx" else Presentation)(file).core_properties
    assert (about.author, about.last_modified_by) == ("Seljord kommune", "Seljord kommune")
    assert about.title == "Lederplattform for Ledergruppa i Seljord"
    assert about.subject


@languages
def test_the_next_meeting_gets_about_ten_slides_of_text(language):
    paper = a_paper(language)
    slides = slides_of(paper)
    assert 8 <= len(slides) <= 12
    assert all(slide.shapes.title.text_frame.text for slide in slides)
    whole = "\n".join(on(slide) for slide in slides)
    for text in (
        *LINES[language],
        "Formålsplakaten gjelder fra 1. januar 2027.",
        "Ta opp plakaten i alle personalmøter",
    ):
        assert text in whole
    assert sum(shape.has_chart for slide in slides for shape in slide.shapes) == 2
    assert "?" in on(slides[-1])


def test_nothing_runs_off_a_slide():
    deck = Presentation(BytesIO(print_paper(a_paper(), "pptx")))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= Emu(deck.slide_height)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_group_that_has_just_begun_gets_a_short_paper(format_):
    empty = Paper("Fjell kommune", "Ledergruppa", date(2026, 11, 21))
    assert print_paper(empty, format_)
    if format_ == "pdf":
        assert len(opened(print_paper(empty, "pdf")).pages) == 2


def test_parts_without_content_are_left_out_and_elements_say_that_nothing_is_decided():
    bare_elements = tuple(Element(each.title, each.questions) for each in the_elements("nb"))
    paper = Paper("Fjell kommune", "Ledergruppa", date(2026, 11, 21), elements=bare_elements)
    headings = [each.text for each in paper_outline.outline(paper) if isinstance(each, Heading) and each.level == 1]
    assert headings == ["De sju elementene", "Veien videre"]
    assert read_pdf(paper).count(bare("Her er ingenting vedtatt ennå.")) == 7


@pytest.mark.parametrize("format_", ["pdf", "docx"])
def test_what_people_write_is_only_text(format_):
    paper = a_paper(
        group=HOSTILE, principles=(Text(HOSTILE), Text("første\nandre\n\ntredje")), decisions=(), vision=HOSTILE
    )
    found = read_pdf(paper) if format_ == "pdf" else read_docx(paper)
    assert found.count(bare(HOSTILE)) >= 3
    assert "førsteandretredje" in found


def test_control_characters_do_not_stop_any_format():
    paper = a_paper(principles=(Text("ro\x00 og\x0b retning\ud800"),))
    for format_ in FORMATS:
        assert print_paper(paper, format_)


def test_a_character_without_a_picture_costs_nobody_the_paper():
    odd = a_paper(principles=(Text("Vi leder 漢字 og \U00012000 sammen"), Text("😀 fint")))
    assert "sammen" in read_pdf(odd)
    many = "".join(map(chr, range(0x4E00, 0x4E40, 2)))
    scattered = a_paper(principles=tuple(Text(f"a {each} b") for each in many))
    assert "□" in read_pdf(scattered)


def test_long_words_and_texts_stay_on_the_page():
    long = " ".join([COMPOUND, "x" * 300, "https://" + "a" * 200])
    paper = a_paper(group=COMPOUND * 2, principles=(Text(long),), matters=(), structure=(Text(COMPOUND * 3),))
    for page in opened(print_paper(paper, "pdf")).pages:
        ends: list[float] = []
        page.extract_text(
            visitor_text=lambda text, cm, tm, *_rest, ends=ends: ends.append(tm[4]) if text.strip() else None
        )
        assert all(0 <= each <= 595 for each in ends)


def test_a_poster_too_long_for_a_page_is_still_in_the_chapter():
    line = "wwwwwwwwww " * 36
    paper = a_paper(poster=replace(a_paper().poster, lines=tuple(Text(line) for _ in range(6))))
    assert bare(line) in read_pdf(paper)


@pytest.mark.parametrize("format_", ["pdf", "docx"])
def test_a_thousand_cards_are_printed_in_seconds(format_):
    paper = a_paper(gatherings=many_cards(1000))
    began = process_time()
    made = print_paper(paper, format_)
    assert process_time() - began < 5
    assert made


def test_support_is_told_in_words_and_bars():
    found = read_pdf(a_paper())
    assert bare("14 svarte. Full støtte: 9; Støtter: 3; Støtter med små forbehold: 1; Kan leve med det: 1.") in found
    assert bare("Forbehold: To ønsker å prøve ordningen") in found


def test_what_remains_is_found_from_the_rest():
    with speaking("nb"):
        left = paper_say.remaining(a_paper())
    assert left == [
        "Ikke vedtatt ennå: Saker, Sakshåndtering, Årshjul og møtestruktur og Kontinuerlig forbedring.",
        "Tilbake til arbeid: Felles lederopplæring for nye ledere.",
        "Linjer på plakaten uten saker: 3.",
        "Saker som ikke er knyttet til en linje på plakaten: 1.",
        "Forpliktelser som ikke er innfridd ennå: 2.",
    ]


def test_a_newer_draft_is_mentioned_but_not_printed():
    paper = a_paper(
        elements=(Element("Formål", (), Text("Vi leder."), state=State("adopted", 2, date(2026, 1, 2), 4)),)
    )
    assert bare("Et nyere utkast, versjon 4, er under arbeid.") in read_pdf(paper)


@pytest.mark.parametrize(
    ("cards", "said"), [((3, 1, 2), "1–3"), ((1, 2, 5), "1, 2, 5"), ((7,), "7"), ((), ""), ((1, 2, 3, 9, 9), "1–3, 9")]
)
def test_numbers_in_a_row_are_drawn_together(cards, said):
    assert ", ".join(text for text, _first in paper_say.spans(cards)) == said


def test_a_year_entry_comes_round():
    assert YearEntry("Puls", 11, repeats="quarter").months == (2, 5, 8, 11)
    assert YearEntry("Møte", 3, repeats="month").months == tuple(range(1, 13))
    assert YearEntry("Budsjett", 3).months == (3,)


def test_the_paper_is_adopted_when_all_of_it_is():
    adopted = State("adopted", 1)
    paper = Paper("Fjell", "Ledergruppa", date(2026, 1, 1), elements=(Element("Formål", (), state=adopted),))
    assert paper.status == "adopted"
    assert replace(paper, elements=(*paper.elements, Element("Saker", ()))).status == "partly"
    assert replace(paper, elements=()).status == "draft"


def test_a_decision_without_support_has_no_bars():
    assert paper_say.support(Decision(Text("Ro"), "adopted", date(2026, 1, 1))) == ""


def test_printers_are_not_loaded_until_they_are_needed():
    code = "import sys, helu.documents.paper; print({'typst', 'pptx', 'docx'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
