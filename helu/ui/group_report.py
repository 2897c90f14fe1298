"""The group's report as files, in the language of whoever takes them."""

from functools import partial

import streamlit as st

from helu.i18n import _, language
from helu.services import group_report
from helu.services.access import Visitor
from helu.services.group_rounds import Picture
from helu.store.database import reading
from helu.store.tables import Group
from helu.ui.leader_report import OFFICE


def group_downloads(visitor: Visitor, group: Group, shown: Picture) -> None:
    """Nothing is printed before somebody asks for it."""
    kinds = {
        "pdf": ("application/pdf", _("PDF, to sider"), ":material/picture_as_pdf:"),
        "xlsx": (f"{OFFICE}.spreadsheetml.sheet", _("Regneark (Excel)"), ":material/table_chart:"),
    }
    with st.container(key="group-files", horizontal=True):
        for format_, (kind, label, icon) in kinds.items():
            st.download_button(
                label,
                data=partial(_file, visitor, group, shown, format_, language()),
                file_name=f"{_('gruppas-balanse')}.{format_}",
                mime=kind,
                icon=icon,
                key=f"group-{format_}-{shown.round_id}",
                on_click="ignore",
            )


def _file(visitor: Visitor, group: Group, shown: Picture, format_: str, spoken: str) -> bytes:
    with reading() as db:
        return group_report.file(db, visitor, group.id, shown.round_id, format_, spoken)
