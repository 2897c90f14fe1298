"""User text on Streamlit's pages: drawn inert, with everything that markdown would act on taken literally."""

import re

_ACTIVE = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def plain(text: str) -> str:
    """For labels, captions and headings, where Streamlit reads markdown."""
    return _ACTIVE.sub(r"\\\1", " ".join(text.split()))
