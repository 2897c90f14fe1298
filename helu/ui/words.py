"""User text on Streamlit's pages: drawn inert, with everything that markdown would act on taken literally."""

import re

_ACTIVE = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")
_LINK = re.compile(r"(?i)(https?:|\bwww|@)(?=\S)")  # what becomes a link without any mark, even when escaped
_JOINER = "\u2060"  # invisible, and never breaks a line


def plain(text: str) -> str:
    """For labels, captions and headings, where Streamlit reads markdown."""
    return _ACTIVE.sub(r"\\\1", _LINK.sub(rf"\1{_JOINER}", " ".join(text.split())))
