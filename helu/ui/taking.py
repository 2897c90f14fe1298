"""Files out and in: take a gathering home, and bring answers in from a spreadsheet."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

import streamlit as st

from helu.i18n import _
from helu.services import exporting, importing
from helu.services.importing import Preview, Question
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.deeds import do
from helu.ui.words import plain

FORMATS: dict[exporting.Format, tuple[str, str]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel (.xlsx)"),
    "csv": ("text/csv", "CSV (.csv)"),
    "json": ("application/json", "JSON (.json)"),
}
KINDS_OF_FILE = ["xlsx", "csv", "txt"]


def take_home(workshop: Workshop) -> None:
    st.page_link(
        "desk/platform.py",
        label=_("Lederplattformen som PDF, Word og PowerPoint"),
        icon=":material/description:",
        query_params={"samling": workshop.code, "visning": "ta-med"},
    )
    st.text(_("Alt som er sagt i samlingen, som fil. Du kan hente den når som helst, også mens dere holder på."))
    for format_, (kind, label) in FORMATS.items():
        st.download_button(
            _("Last ned {format}", format=label),
            data=partial(_file, workshop, format_),
            file_name=f"helu-{workshop.code.lower()}.{format_}",
            mime=kind,
            key=f"take-{format_}",
            on_click="ignore",
        )
    st.caption(_("JSON-filen kan leses inn igjen i Helu. Skjulte svar er med, og merket."))


def _file(workshop: Workshop, format_: exporting.Format) -> bytes:
    with reading() as db:
        return exporting.export(db, workshop, format_)


def bring_in(workshop: Workshop, plan: Sequence[Activity]) -> None:
    st.text(_("Et regneark med én kolonne per spørsmål, for eksempel fra Mentimeter eller Forms."))
    file = st.file_uploader(_("Regneark"), type=KINDS_OF_FILE, key="answers-file")
    if file is None:
        return
    preview = importing.preview(file.getvalue(), file.name, None)
    if len(preview.sheets) > 1:
        sheet = st.selectbox(_("Ark"), preview.sheets, index=preview.sheets.index(preview.sheet))
        preview = importing.preview(file.getvalue(), file.name, sheet)
    _choose(workshop, plan, preview)


def _choose(workshop: Workshop, plan: Sequence[Activity], preview: Preview) -> None:
    cards = {each.id: each.title for each in plan if each.kind == "open_cards"}
    chosen: list[tuple[str, UUID | None]] = []
    for at, question in enumerate(preview.questions):
        take, where = st.columns([3, 2], vertical_alignment="center")
        label = plain(_("{heading} – {count} svar", heading=question.heading, count=len(question.answers)))
        if take.checkbox(label, value=bool(question.answers), key=f"take-column-{at}"):
            target = where.selectbox(
                _("Legg dem i"),
                [None, *cards],
                format_func=lambda each: cards.get(each, _("en ny aktivitet")),
                key=f"column-into-{at}",
            )
            chosen.append((question.heading, target))
        _sample(question)
    if st.button(_("Hent inn svarene"), type="primary", disabled=not chosen):
        do(importing.import_answers, workshop, chosen, preview, said=_("Svarene er hentet inn."))


def _sample(question: Question) -> None:
    st.dataframe({question.heading: question.answers[:5]}, hide_index=True, width="stretch")
    for row, why in question.skipped[:5]:
        st.caption(plain(_("Rad {row} er hoppet over: {why}", row=row, why=why)))
