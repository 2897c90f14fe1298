"""The wheels of a platform on the desk: the wall's own drawing, in which an element can be chosen."""

import re
from typing import Any

import streamlit as st

from helu.activities.platform_wheel import ENTRY_KINDS, wheel_picture, year_picture
from helu.domain.platform import Year
from helu.domain.wheel import Wheel
from helu.i18n import _
from helu.settings import PAGES

_MODULE = re.compile(r"^import .*$|^export (?=function|const)", re.MULTILINE)


def draw_wheel(wheel: Wheel, chosen: str = "", key: str = "wheel", choose: bool = True) -> str:
    """Returns the element that was clicked just now, or an empty text."""
    picture = wheel_picture(wheel).as_json()
    said = _("Plattformhjulet: {elements}", elements=". ".join(each["said"] for each in picture["sectors"]))
    data = picture | {"chosen": chosen, "said": said, "choose": choose}
    return _component()(key=key, data=data, on_chosen_change=lambda: None).chosen or ""


def draw_year(year: Year, key: str = "year") -> None:
    picture = year_picture(year).as_json()
    said = [f"{picture['months'][each['month'] - 1]}: {each['when']} {each['title']}" for each in picture["marks"]]
    data = picture | {"said": _("Årshjulet: {entries}", entries=". ".join(said) or _("Ingenting ennå"))}
    _component()(key=key, data=data, on_chosen_change=lambda: None)
    st.caption(" · ".join(f"{SIGNS[kind]} {_(words)}" for kind, words in ENTRY_KINDS.items()))


SIGNS = {"meeting": "●", "matter": "■", "deadline": "▲", "follow_up": "◆"}


@st.cache_resource
def _component() -> Any:
    """One script out of the wall's modules and the desk's own: a component is given its script as one text."""
    assets = PAGES / "projector" / "assets"
    modules = [(assets / name).read_text(encoding="utf-8") for name in ("make.js", "wheel_art.js")]
    own = (PAGES / "desk" / "wheel.js").read_text(encoding="utf-8")
    return st.components.v2.component(
        "helu_platform_wheel",
        html='<div class="place"></div>',
        css=(PAGES / "desk" / "wheel.css").read_text(encoding="utf-8"),
        js="\n".join([*(_MODULE.sub("", each) for each in modules), own]),
    )
