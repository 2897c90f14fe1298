"""What our scripts may ask of a browser."""

from pathlib import Path

PAGES = Path(__file__).parent.parent / "pages"
# What Safari 15.4 lacks. A script that calls for it stops there, and with it all that the page sends.
UNKNOWN = [
    "AbortSignal.timeout(",
    "(?<=",
    "(?<!",
    ".requestSubmit(",
    ".toSorted(",
    ".toReversed(",
    ".groupBy(",
    "randomUUID(",
]


def test_no_script_asks_for_more_than_an_iphone_of_2021_can_do():
    for path in PAGES.glob("**/*.js"):
        text = path.read_text(encoding="utf-8")
        assert not [name for name in UNKNOWN if name in text], path
