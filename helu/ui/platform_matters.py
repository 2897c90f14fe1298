"""Sakene: what the group works on, of what type, and which line of the poster each one serves."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from helu.activities.platform_wheel import MATTER_KINDS
from helu.domain.platform import Line, Matter, Matters, Poster, new_id
from helu.domain.wheel import balance, without_line, without_matters
from helu.i18n import _
from helu.services import platforms
from helu.services.access import Visitor
from helu.store.database import reading
from helu.store.platform_tables import Platform
from helu.ui.plan import short
from helu.ui.platform_sheet import Sheet, foot, meanwhile, open_sheet, save_buttons, state_words
from helu.ui.platform_taking import origins, take_form
from helu.ui.platform_words import BALANCE
from helu.ui.words import plain

COLUMNS = ["id", "text", "kind", "balance", "line"]
NONE = "-"  # an empty cell reads as something that is missing


def matters_page(visitor: Visitor, platform: Platform) -> None:
    sheet = open_sheet(visitor, platform, "matter_list")
    lines = poster_lines(platform)
    st.header(_("Sakene våre"), anchor=False)
    st.caption(state_words(sheet.newest))
    meanwhile(sheet)
    table, checks = st.columns([7, 3], gap="large")
    with table:
        rows = _table(sheet, lines)
        save_buttons(sheet, lambda: Matters(matters=_matters(sheet, rows)))
        take_form(sheet, {"matters": _("Sakene våre")})
        origins(sheet.name, sheet.newest.content.rows())
        foot(sheet)
    with checks:
        assert isinstance(sheet.newest.content, Matters)
        matter_checks(sheet.newest.content.matters, lines)


def poster_lines(platform: Platform) -> list[Line]:
    with reading() as db:
        poster = platforms.newest(db, platform, "poster").content
    assert isinstance(poster, Poster)
    return [line for line in poster.lines if line.text]


def _table(sheet: Sheet, lines: Sequence[Line]) -> list[dict[str, Any]]:
    held = sheet.began.content
    assert isinstance(held, Matters)
    names = {NONE: _("Ingen"), **{line.id: f"{at}. {short(line.text, 50)}" for at, line in enumerate(lines, 1)}}
    frame = pd.DataFrame([_row(each, names) for each in held.matters], columns=COLUMNS).astype("object")
    columns = {
        "id": None,
        "text": st.column_config.TextColumn(_("Sak"), max_chars=400, width="medium"),
        "kind": _choice(_("Type"), {kind: _(words) for kind, words in MATTER_KINDS.items()}, "discussion"),
        "balance": _choice(_("Balanse"), {each: _(BALANCE[each]) for each in BALANCE}, "development"),
        "line": _choice(_("Linje i plakaten"), names, NONE, "medium"),
    }
    key = sheet.key("table")
    about: dict[str, Any] = {"column_config": columns, "hide_index": True, "width": "stretch", "disabled": sheet.locked}
    about["placeholder"] = "–"
    edited = st.data_editor(frame, key=key, num_rows="fixed" if sheet.locked else "dynamic", **about)
    return list(sheet.given("table", None, edited).to_dict("records"))


def _row(matter: Matter, names: dict[str, str]) -> dict[str, str]:
    return matter.model_dump() | {"line": matter.line if matter.line in names else NONE}


def _choice(label: str, words: dict[str, str], usual: str, width: Any = "small") -> Any:
    return st.column_config.SelectboxColumn(
        label,
        width=width,
        options=list(words),
        default=usual,
        required=True,
        format_func=lambda each: words.get(each, ""),  # type: ignore[arg-type]
    )


def _matters(sheet: Sheet, rows: Sequence[dict[str, Any]]) -> list[Matter]:
    known = {each.id: each.sources for each in sheet.began.content.rows()}
    made = []
    for row in rows:
        given = {name: row[name] for name in COLUMNS if isinstance(row[name], str)}
        if given.get("text", "").strip():
            id_ = given.get("id") or new_id()
            line = "" if given.get("line") == NONE else given.get("line", "")
            made.append(Matter.model_validate({**given, "line": line, "id": id_, "sources": known.get(id_, [])}))
    return made


def matter_checks(matters: Sequence[Matter], lines: Sequence[Line]) -> None:
    """Drift and development in words and as a bar; matters without a line, and lines without matters."""
    held = balance(matters)
    st.markdown(f"**{_('Balanse')}**")
    if held.all:
        said = _("{development} av {all} saker handler om utvikling", development=held.development, all=held.all)
        st.progress(held.share, f"{said} ({held.share:.0%})".replace("%", " %"))
    else:
        st.caption(_("Her er det ingen saker ennå."))
    st.markdown(f"**{_('Linjer uten saker')}**")
    if not lines:
        st.caption(_("Formålsplakaten har ingen linjer ennå."))
    elif missing := without_matters(lines, matters):
        _list([line.text for line in missing])
    else:
        st.caption(_("Alle linjene i plakaten har saker."))
    if lines and matters:
        st.markdown(f"**{_('Saker uten linje')}**")
        if loose := without_line(matters, lines):
            _list([each.text for each in loose])
        else:
            st.caption(_("Alle sakene hører til en linje i plakaten."))


def _list(texts: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {plain(text)}" for text in texts))
