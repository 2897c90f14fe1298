"""A logo is looked at before it is let in."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from pptx import Presentation

from helu.documents.poster import draw
from helu.documents.poster_logo import checked
from helu.errors import Misfit
from tests.documents.conftest import a_poster, as_image, opened, picture


def refused(logo: bytes) -> str:
    with pytest.raises(Misfit) as problem:
        a_poster(logo=logo)
    return str(problem.value)


def claiming(width: int, height: int) -> bytes:
    """A small file that says it is a huge picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 100_000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_drawn_anew_as_png(kind):
    made = as_image(a_poster(logo=picture(300, 200, kind)).logo)
    assert (made.format, made.size, made.mode) == ("PNG", (300, 200), "RGB")


def test_a_see_through_logo_stays_see_through():
    assert as_image(checked(picture(300, 200, mode="RGBA"))).getpixel((5, 5)) == (0, 60, 40, 128)


def test_a_large_logo_is_made_smaller_and_loses_its_metadata():
    out = BytesIO()
    about = Image.Exif()
    about[0x010E] = "Kari var her"
    Image.new("RGB", (4000, 2000)).save(out, "JPEG", exif=about)
    made = checked(out.getvalue())
    assert as_image(made).size == (1200, 600)
    assert b"Kari" not in made


@pytest.mark.parametrize(
    "logo",
    [
        b"",
        b"hei",
        b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>',
        picture(90, 90, "GIF"),
        picture(90, 90, "BMP"),
        picture(900, 900)[:-400],
        picture(90, 90)[:40],
    ],
)
def test_what_is_no_png_or_jpeg_is_refused(logo):
    assert "PNG" in refused(logo)


@pytest.mark.parametrize(
    "logo",
    [claiming(60_000, 60_000), claiming(8_000, 8_000), picture(9_000, 40), picture(400, 40), picture(20, 20)],
    ids=["bomb", "huge", "long", "slim", "tiny"],
)
def test_odd_measures_are_refused_before_anything_is_unpacked(logo):
    assert "piksler" in refused(logo)


def test_a_file_over_two_megabytes_is_refused():
    assert "2 MB" in refused(picture(90, 90) + b"\0" * 2_000_000)


def test_the_logo_is_on_the_paper_with_words_for_those_who_cannot_see_it():
    pdf = draw(a_poster(logo=picture(300, 160)))
    assert len(opened(pdf).pages[0].images) == 1
    assert "Logoen til Fjell kommune".encode("utf-16-be") in pdf or b"Logoen til Fjell kommune" in pdf
    slide = Presentation(BytesIO(draw(a_poster(logo=picture(300, 160)), format="pptx"))).slides[0]
    logo = next(shape for shape in slide.shapes if shape.name == "logo")
    assert logo._element.nvPicPr.cNvPr.get("descr") == "Logoen til Fjell kommune"
    assert round(logo.width / logo.height, 1) == 1.9
