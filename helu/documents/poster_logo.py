"""A logo that somebody uploaded: looked at with suspicion, then drawn anew so that nothing else comes along."""

import warnings
from io import BytesIO

from helu.errors import Misfit, sentence

MOST_BYTES = 2_000_000
MOST_PIXELS = 24_000_000
SHORTEST, LONGEST = 32, 8_000  # pixels along a side
SLIMMEST = 8  # times as long as it is high, or the other way round
KEPT = 1_200  # pixels along the longest side: sharp at 7 cm on A3, which is as large as a logo gets

_NO_IMAGE = sentence("Logoen er ikke et bilde i PNG eller JPEG. Lagre den på nytt som PNG, og prøv igjen.")


def checked(file: bytes) -> bytes:
    """The logo as a PNG without metadata, at most 1200 pixels along a side.

    Raises Misfit unless it really is a PNG or JPEG of at most 2 MB with sane measures. SVG is refused: it can
    fetch from elsewhere and run scripts.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(file) > MOST_BYTES:
        raise Misfit(sentence("Logoen er for stor. Bruk et bilde på høyst {most} MB."), most=MOST_BYTES // 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(file), formats=("PNG", "JPEG")) as image:
                _require_sane(*image.size)  # the header only: nothing is unpacked yet
                upright = ImageOps.exif_transpose(image)
                drawn = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _unsane() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):  # also files cut short
        raise Misfit(_NO_IMAGE) from None
    drawn.thumbnail((KEPT, KEPT))
    out = BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return out.getvalue()


def measures(png: bytes) -> tuple[int, int]:
    """Width and height in pixels of a checked logo."""
    from PIL import Image

    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        return image.size


def _require_sane(width: int, height: int) -> None:
    sides = sorted((width, height))
    if sides[0] < SHORTEST or sides[1] > LONGEST or width * height > MOST_PIXELS or sides[1] > SLIMMEST * sides[0]:
        raise _unsane()


def _unsane() -> Misfit:
    said = sentence("Logoen må være mellom {least} og {most} piksler på hver side, og ikke smalere enn 1 til {slim}.")
    return Misfit(said, least=SHORTEST, most=LONGEST, slim=SLIMMEST)
