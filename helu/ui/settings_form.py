"""The settings of any kind as inputs, read off its pydantic model: a new kind needs no form of its own."""

from collections.abc import Sequence
from typing import Any, get_args, get_origin

import pandas as pd
import streamlit as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from helu.activities.base import Choosable, Kind
from helu.errors import sentence
from helu.i18n import _
from helu.services.editing import options_from_lines
from helu.services.material import Offer
from helu.ui.material import material_input

LABELS = {
    "cards": sentence("Kort per person"),
    "words": sentence("Ord per person"),
    "endings": sentence("Avslutninger per person"),
    "max_length": sentence("Tegn per svar"),
    "options": sentence("Alternativer, ett per linje"),
    "statements": sentence("Påstander, én per linje"),
    "rows": sentence("Rader, én per linje"),
    "several": sentence("Kan velge flere"),
    "low": sentence("Laveste trinn"),
    "high": sentence("Høyeste trinn"),
    "anchors": sentence("Hva trinnene betyr"),
    "skippable": sentence("Kan svare «ikke aktuelt»"),
    "total": sentence("Poeng å fordele"),
    "dots": sentence("Prikker per person"),
    "stacking": sentence("Flere prikker på det samme"),
    "lines": sentence("Linjer i hvert utkast"),
    "lead": sentence("Begynnelsen på setningen"),
    "text": sentence("Tekst"),
    "prompt": sentence("Oppgave"),
    "rounds": sentence("Runder"),
    "roles": sentence("Roller"),
    "draw": sentence("Hvordan rollene trekkes"),
    "phones": sentence("Telefonene kan også legge kort i temaer"),
    "proposals": sentence("Forslag, ett per linje"),
    "reason_from": sentence("Be om grunn fra og med grad (1 er full støtte, 8 er stopp)"),
    "floor": sentence("Vis ingenting før så mange har svart"),
    "show": sentence("Hva som vises"),
    "compare": sentence("Sammen med forrige gang"),
    "questions": sentence("Spørsmål å snakke om"),
}
LONG = {"text", "prompt"}
UNASKED = {"material", "before"}  # has an input of its own; is set by the desk's «Ny runde»
COLUMNS = {
    "phase": sentence("Fase"),
    "minutes": sentence("Minutter"),
    "how": sentence("Hva dere gjør"),
    "title": sentence("Rolle"),
    "draw": sentence("Hvem som får den"),
    "duty": sentence("Oppgave"),
    "playful": sentence("Etter regelen som står der"),
    "random": sentence("Ved å telle rundt bordet"),
    "individual": sentence("Individuell refleksjon"),
    "group": sentence("Gruppe"),
    "plenary": sentence("Plenum"),
    "wheel": sentence("Plattformhjulet"),
    "year": sentence("Årshjulet"),
    "values": sentence("Verdiene"),
    "matters": sentence("Sakene"),
    "dimensions": sentence("De tre orienteringene og kultur"),
    "behaviours": sentence("All atferd"),
    "one": sentence("Etter tur, fra skrivebordet"),
    "all": sentence("Alt på én gang"),
    "none": sentence("Ingen"),
}


def settings_inputs(kind: Kind, stored: dict[str, Any], key: str, offers: Sequence[Offer] = ()) -> dict[str, Any]:
    """What the facilitator has set, in the shape that `Settings` validates. `offers`: the material there is.

    `key` tells one activity, and one edition of it, from another of the same kind: an input with the
    same key keeps what was in it.
    """
    now = kind.settings_of(stored).model_dump(mode="json")
    fields = {name: info for name, info in kind.Settings.model_fields.items() if name not in UNASKED}
    material = material_input(kind, now["material"], f"{key}-material", offers)
    kept = {name: now[name] for name in UNASKED & now.keys()}
    return kept | {name: _input(f"{key}-{name}", name, info, now[name]) for name, info in fields.items()} | material


def _input(key: str, name: str, info: FieldInfo, value: Any) -> Any:
    label = _(LABELS.get(name, name))
    shape = info.annotation
    inner = get_args(shape)[0] if get_origin(shape) is list else None
    if inner is Choosable:
        lines = st.text_area(label, "\n".join(each["text"] for each in value), key=key, height=130)
        return options_from_lines(value, lines)
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return _table(inner, label, key, value)
    if get_origin(shape) is dict:
        return _anchors(label, key, value)
    if shape is bool:
        return st.toggle(label, value, key=key)
    if shape is int:
        least, most = _limits(info)
        return st.number_input(label, least, most, value, key=key)
    if get_args(shape) and shape is not str:
        return st.selectbox(
            label, get_args(shape), get_args(shape).index(value), key=key, format_func=lambda each: _(COLUMNS[each])
        )
    help_ = _("**To stjerner** rundt gir fet skrift, - først på linja gir et punkt.") if name in LONG else None
    return st.text_area(label, value, key=key, height=160 if name in LONG else 80, help=help_)


def _limits(info: FieldInfo) -> tuple[int, int]:
    least = next((each.ge for each in info.metadata if hasattr(each, "ge")), 0)
    most = next((each.le for each in info.metadata if hasattr(each, "le")), 1000)
    return least, most


def _anchors(label: str, key: str, value: dict[str, str]) -> dict[str, str]:
    lines = st.text_area(
        label,
        "\n".join(f"{step}: {words}" for step, words in value.items()),
        key=key,
        help=_("Ett per linje, slik: 1: I liten grad"),
    )
    pairs = [line.partition(":") for line in lines.splitlines() if line.strip()]
    return {step.strip(): words.strip() for step, _colon, words in pairs}


def _table(model: type[BaseModel], label: str, key: str, value: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows to add to, change and delete; a row without its first column is left out."""
    names = list(model.model_fields)
    st.caption(label)
    columns = {name: st.column_config.Column(_(COLUMNS[name])) for name in names}
    if "phase" in names:
        columns["phase"] = st.column_config.SelectboxColumn(
            _(COLUMNS["phase"]),
            options=["individual", "group", "plenary"],
            required=True,
            format_func=lambda each: _(COLUMNS[str(each)]),
        )
        columns["minutes"] = st.column_config.NumberColumn(_(COLUMNS["minutes"]), min_value=1, max_value=240, step=1)
    frame = pd.DataFrame(value, columns=names).astype(dict.fromkeys(names, "object"))
    edited = st.data_editor(frame, column_config=columns, num_rows="dynamic", hide_index=True, key=key)
    rows = [{name: _cell(row[name]) for name in names} for row in edited.to_dict("records")]
    return [{name: each for name, each in row.items() if each is not None} for row in rows if row[names[0]]]


def _cell(value: Any) -> Any:
    if value is None or value != value:  # an empty cell comes back as NaN
        return None
    return int(value) if isinstance(value, float) else value
