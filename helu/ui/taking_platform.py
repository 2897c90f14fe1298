"""The leader group's platform as a file: for the archive, for going on writing, and for the next meeting."""

from functools import partial
from uuid import UUID

import streamlit as st

from helu.errors import sentence
from helu.i18n import LANGUAGES, _, language, speaking
from helu.services import platforms, taking_home
from helu.services.access import Visitor
from helu.store.database import reading
from helu.store.platform_tables import Platform

OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = (
    ("pdf", "application/pdf", sentence("PDF til arkivet"), ":material/picture_as_pdf:"),
    ("docx", f"{OFFICE}.wordprocessingml.document", sentence("Word til å skrive videre i"), ":material/description:"),
    ("pptx", f"{OFFICE}.presentationml.presentation", sentence("PowerPoint til neste møte"), ":material/slideshow:"),
)


def platform_downloads(visitor: Visitor, platform_id: UUID) -> None:
    """A choice of language and a button for each format. Nothing is printed before somebody asks for it.

    Raises NotFound when the platform is not the visitor's to read.
    """
    with reading() as db:
        name = platforms.name_of(db, platforms.for_visitor(db, visitor, platform_id))
    st.text(_("Alt gruppa har blitt enig om, med støtte og forbehold, og med rommets egne kort bakerst."))
    spoken = st.segmented_control(
        _("Språk i dokumentet"),
        list(LANGUAGES),
        default=language(),
        format_func=LANGUAGES.__getitem__,
        key=f"paper-language-{platform_id}",
    )
    wanted = spoken or language()
    for format_, kind, label, icon in FORMATS:
        st.download_button(
            _(label),
            data=partial(_file, visitor, platform_id, format_, wanted),
            file_name=file_name(name, format_, wanted),
            mime=kind,
            icon=icon,
            key=f"paper-{format_}-{platform_id}",
            on_click="ignore",
        )
    st.caption(_("Deres egne tekster står slik dere skrev dem. Overskriftene kommer på språket du velger."))


def taking_page(visitor: Visitor, platform: Platform) -> None:
    platform_downloads(visitor, platform.id)


def file_name(name: str, format_: str, wanted: str) -> str:
    """«Lederplattform for Ledergruppa i Fjell.pdf», without what file systems refuse."""
    with speaking(wanted):
        title = _("Lederplattform for {group}", group=name)
    kept = "".join(each if each.isalnum() or each in " -–.,()" else " " for each in title)
    return f"{' '.join(kept.split())[:100]}.{format_}"


def _file(visitor: Visitor, platform_id: UUID, format_: str, wanted: str) -> bytes:
    with reading() as db:
        return taking_home.file(db, visitor, platform_id, format_, wanted)[1]
