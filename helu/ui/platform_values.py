"""The culture platform: vision, value words with their signs, structure and culture, and principles."""

from collections.abc import Sequence

import streamlit as st

from helu.domain.platform import Line, Principles, StructureCulture, Value, Values, new_id
from helu.domain.text import one_line
from helu.domain.wheel import lines_from_text
from helu.i18n import _
from helu.services.access import Visitor
from helu.store.platform_tables import Platform
from helu.ui.platform_sheet import Sheet, foot, meanwhile, open_sheet, save_buttons, state_words
from helu.ui.platform_taking import origins, take_form

MOST = 12
Written = tuple[Value, str, str, str]  # (as it was, word, actions, attitudes)


def values_page(visitor: Visitor, platform: Platform) -> None:
    sheet = open_sheet(visitor, platform, "values")
    st.header(_("Verdier"), anchor=False)
    st.caption(state_words(sheet.newest))
    meanwhile(sheet)
    held = sheet.began.content
    assert isinstance(held, Values)
    vision = sheet.area(_("Visjon"), "vision", held.vision, height=80, max_chars=400)
    written = [_value(sheet, each) for each in held.values]
    added = [] if sheet.locked or len(held.values) >= MOST else [_new_value(sheet, len(held.values))]
    save_buttons(sheet, lambda: Values(vision=vision, values=_values([*written, *added])))
    targets = {"values": _("Verdiord")}
    for each in held.values:
        targets[f"actions:{each.id}"] = _("Handlinger: {value}", value=each.text)
        targets[f"attitudes:{each.id}"] = _("Holdninger: {value}", value=each.text)
    take_form(sheet, targets)
    origins(sheet.name, [line for each in held.values for line in (each, *each.actions, *each.attitudes)])
    foot(sheet)


def _value(sheet: Sheet, value: Value) -> Written:
    with st.container(border=True):
        name, actions, attitudes = st.columns([2, 4, 4], gap="small")
        with name:
            word = sheet.area(_("Verdiord"), f"{value.id}-word", value.text, height=80, max_chars=400)
        with actions:
            doing = _signs(sheet, _("Handlinger som viser det, én per linje"), f"{value.id}-actions", value.actions)
        with attitudes:
            being = _signs(sheet, _("Holdninger som viser det, én per linje"), f"{value.id}-attitudes", value.attitudes)
    return value, word, doing, being


def _new_value(sheet: Sheet, count: int) -> Written:
    label = _("Nye verdiord, ett per linje") if count else _("Verdiordene deres, ett per linje")
    return Value(), sheet.area(label, "new", "", height=80, max_chars=2000), "", ""


def _signs(sheet: Sheet, label: str, field: str, lines: Sequence[Line]) -> str:
    return sheet.area(label, field, "\n".join(line.text for line in lines), height=120, max_chars=8000)


def _values(written: Sequence[Written]) -> list[Value]:
    made: list[Value] = []
    for value, word, actions, attitudes in written:
        signs = {
            "actions": lines_from_text(value.actions, actions),
            "attitudes": lines_from_text(value.attitudes, attitudes),
        }
        for at, text in enumerate(filter(None, map(one_line, word.splitlines()))):
            if at:  # several words in one field are several values
                made.append(Value(id=new_id(), text=text[:400]))
            else:
                made.append(value.model_copy(update={"text": text[:400], **signs}))
    return made


def culture_page(visitor: Visitor, platform: Platform) -> None:
    """Two columns: what structure and what culture a learning leader group wants."""
    sheet = open_sheet(visitor, platform, "structure_culture")
    st.header(_("Struktur og kultur"), anchor=False)
    st.caption(state_words(sheet.newest))
    meanwhile(sheet)
    held = sheet.began.content
    assert isinstance(held, StructureCulture)
    left, right = st.columns(2, gap="medium")
    with left:
        structure = _signs(sheet, _("Struktur: kjennetegn, ett per linje"), "structure", held.structure)
    with right:
        culture = _signs(sheet, _("Kultur: kjennetegn, ett per linje"), "culture", held.culture)
    save_buttons(
        sheet,
        lambda: StructureCulture(
            structure=lines_from_text(held.structure, structure), culture=lines_from_text(held.culture, culture)
        ),
    )
    take_form(sheet, {"structure": _("Struktur"), "culture": _("Kultur")})
    origins(sheet.name, held.rows())
    foot(sheet)


def principles_page(visitor: Visitor, platform: Platform) -> None:
    sheet = open_sheet(visitor, platform, "principles")
    st.header(_("Ledelsesprinsipper"), anchor=False)
    st.caption(state_words(sheet.newest))
    meanwhile(sheet)
    held = sheet.began.content
    assert isinstance(held, Principles)
    text = _signs(sheet, _("Prinsippene, ett per linje"), "lines", held.lines)
    save_buttons(sheet, lambda: Principles(lines=lines_from_text(held.lines, text)))
    take_form(sheet, {"lines": _("Ledelsesprinsipper")})
    origins(sheet.name, held.lines)
    foot(sheet)
