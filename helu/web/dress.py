"""How Streamlit's pages look: our style sheet stands in the page itself, so nothing is ever seen without it."""

from helu.i18n import _, speaking
from helu.settings import PAGES
from helu.web import files


def style(language: str) -> str:
    """Our own type and contrast, and our words where Streamlit only knows English.

    Belongs at the end of the body: Streamlit adds its own styles to the head, and the last one wins.
    """
    with speaking(language):
        words = {"space": _("mellomrom"), "upload": _("Velg fil")}
    names = "".join(f'--{name}: "{word}"; ' for name, word in words.items())
    sheet = (PAGES / "desk" / "desk.css").read_text(encoding="utf-8")
    return f"<style>@import url('{files.address('fonts')}/inter.css'); :root {{ {names}}} {sheet}</style>"
