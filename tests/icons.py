"""Cut Streamlit's icons, 370 kB, down to those in use: python -m tests.icons, with fonttools installed beside Helu.

Writes data/fonts/icons.woff2 and icons.txt. What stands in icons.txt is kept, so a name can be added there by hand.
"""

import re
from typing import Any

from helu.settings import DATA, ROOT
from helu.web.squeezing import origin

LIST, FONT = DATA / "fonts" / "icons.txt", DATA / "fonts" / "icons.woff2"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_ "


def named() -> set[str]:
    """Icons that Helu's and Streamlit's own code name."""
    files = [path for folder in ("helu", "pages") for path in (ROOT / folder).rglob("*.py")]
    files += (origin() / "static" / "js").glob("*.js")
    return {name for path in files for name in re.findall(r":material/([a-z0-9_]+):", path.read_text(encoding="utf-8"))}


def main() -> None:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(next((origin() / "static" / "media").glob("MaterialSymbols-Rounded.*")))
    letters, icons = font.getBestCmap(), _icons(font)
    wanted = sorted((named() | set(LIST.read_text().split())) & icons.keys())
    options = subset.Options(flavor="woff2", layout_closure=False, layout_features=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=[icons[name] for name in wanted] + [letters[ord(each)] for each in LETTERS])
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(FONT)
    LIST.write_text("\n".join(wanted) + "\n")


def _icons(font: Any) -> dict[str, str]:
    """Name -> glyph: an icon is a ligature of the letters in its name."""
    spelled = {glyph: chr(letter).lower() for letter, glyph in font.getBestCmap().items()}
    tables = [table for lookup in font["GSUB"].table.LookupList.Lookup for table in lookup.SubTable]
    return {
        "".join(spelled[each] for each in (first, *made.Component)): made.LigGlyph
        for table in tables
        for first, all_made in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items()
        for made in all_made
    }


if __name__ == "__main__":
    main()
