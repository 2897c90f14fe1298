"""Årshjulet: the year as a wheel, edited as a table, and taken along as a calendar file."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from helu.activities.platform_wheel import ENTRY_KINDS, MONTHS
from helu.documents.calendar import today
from helu.domain.platform import Year, YearEntry, new_id
from helu.i18n import _
from helu.services import platform_parts as parts
from helu.services.access import Visitor
from helu.store.database import reading
from helu.store.platform_tables import Platform
from helu.ui.platform_art import draw_year
from helu.ui.platform_sheet import Sheet, foot, meanwhile, open_sheet, save_buttons, state_words
from helu.ui.platform_words import REPEATS

COLUMNS = ["id", "title", "month", "day", "kind", "who", "repeats"]


def year_page(visitor: Visitor, platform: Platform) -> None:
    sheet = open_sheet(visitor, platform, "year")
    st.header(_("Årshjulet"), anchor=False)
    st.caption(state_words(sheet.newest))
    meanwhile(sheet)
    art, table = st.columns([4, 7], gap="large")
    assert isinstance(sheet.newest.content, Year)
    with art:
        draw_year(sheet.newest.content)
        calendar_button(visitor, platform, sheet.newest.content)
    with table:
        rows = _table(sheet)
        save_buttons(sheet, lambda: Year(entries=_entries(rows)))
        foot(sheet)


def calendar_button(visitor: Visitor, platform: Platform, year: Year) -> None:
    if not year.entries:
        return

    def file() -> bytes:
        with reading() as db:
            return parts.calendar_of(db, visitor, platform.id, today())

    st.download_button(
        _("Kalenderfil (.ics)"),
        file,
        file_name="arshjul.ics",
        mime="text/calendar",
        icon=":material/calendar_month:",
        key=f"calendar-{platform.id}",
        on_click="ignore",
        help=_("De neste tolv månedene, til Outlook eller en annen kalender. En nyere fil oppdaterer den gamle."),
    )


def _table(sheet: Sheet) -> list[dict[str, Any]]:
    held = sheet.began.content
    assert isinstance(held, Year)
    frame = pd.DataFrame([each.model_dump() for each in held.entries], columns=COLUMNS).astype("object")
    frame["day"] = pd.to_numeric(frame["day"]).astype("Int64")
    columns = {
        "id": None,
        "title": st.column_config.TextColumn(_("Hva"), max_chars=200, width="medium"),
        "month": _choice(_("Måned"), {at: _(name) for at, name in enumerate(MONTHS, 1)}, 1),
        "day": st.column_config.NumberColumn(_("Dag"), min_value=1, max_value=31, step=1, width=70),
        "kind": _choice(_("Type"), {kind: _(words) for kind, words in ENTRY_KINDS.items()}, "meeting"),
        "who": st.column_config.TextColumn(_("Ansvar"), max_chars=200),
        "repeats": _choice(_("Gjentas"), {each: _(words) for each, words in REPEATS.items()}, "year"),
    }
    about: dict[str, Any] = {"column_config": columns, "hide_index": True, "width": "stretch", "disabled": sheet.locked}
    about |= {"placeholder": "–", "height": 420}
    edited = st.data_editor(frame, key=sheet.key("table"), num_rows="fixed" if sheet.locked else "dynamic", **about)
    return list(sheet.given("table", None, edited).to_dict("records"))


def _choice(label: str, words: dict[Any, str], usual: Any) -> Any:
    return st.column_config.SelectboxColumn(
        label,
        options=list(words),
        default=usual,
        required=True,
        format_func=lambda each: words.get(each, ""),  # type: ignore[arg-type]
    )


def _entries(rows: Sequence[dict[str, Any]]) -> list[YearEntry]:
    made = []
    for row in rows:
        given = {name: row[name] for name in COLUMNS if not pd.isna(row[name])}
        if str(given.get("title", "")).strip():
            made.append(YearEntry.model_validate({"month": 1, **given, "id": given.get("id") or new_id()}))
    return sorted(made, key=lambda each: (each.month, each.day or 0))
