"""How Streamlit's pages look: our style sheet stands in the page itself, so nothing is ever seen without it."""

from helu.i18n import _, speaking
from helu.settings import DATA, PAGES
from helu.web import files


def style(language: str) -> str:
    """Our own type and contrast, and our words where Streamlit only knows English.

    Belongs at the end of the body: Streamlit adds its own styles to the head, and the last one wins.
    """
    with speaking(language):
        words = {"space": _("mellomrom"), "upload": _("Velg fil")}
    names = "".join(f'--{name}: "{word}"; ' for name, word in words.items())
    sheet = (PAGES / "desk" / "desk.css").read_text(encoding="utf-8")
    return f"<style>{_fonts()} :root {{ {names}}} {sheet}</style>"


def early() -> str:
    """For the head: the type everything is set in, which else is only asked for when there is a text to draw."""
    attributes = 'rel="preload" as="font" type="font/woff2" crossorigin'
    return f'<link {attributes} href="{files.address("fonts")}/inter-latin.woff2">'


def _fonts() -> str:
    """In the page itself. The last definition of a family wins, so Streamlit's icons, 370 kB, are never fetched."""
    sheets = [(DATA / "fonts" / name).read_text(encoding="utf-8") for name in ("inter.css", "icons.css")]
    return "".join(sheets).replace('url("', f'url("{files.address("fonts")}/')
