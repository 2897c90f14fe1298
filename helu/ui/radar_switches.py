"""A radar with its switches: how fine it is, which layers are on, and which spoke is open."""

from collections.abc import Mapping, Sequence

import streamlit as st

from helu.domain.balance import Scores
from helu.i18n import _
from helu.ui.radar_figure import LOOKS, MOST_LAYERS, Axis, Layer
from helu.ui.radar_plot import plot
from helu.ui.radar_words import all_axes, orientation_axes, signed
from helu.ui.words import plain


def switched(
    scores: Mapping[str, Scores], names: Mapping[str, str], of: str = "", on: Sequence[str] | None = None
) -> str:
    """Draws it. Returns the spoke that is open, or an empty text.

    `scores` and `names` are layers by their names in LOOKS, in the order they are drawn; `of` tells
    one radar's switches from another's. `on` are the layers that are on until others are chosen: the first
    three when nothing is said.
    """
    with st.container(key="radar-switches", horizontal=True):
        grain = _grain(of)
        layers = _layers(scores, names, grain, of, on or list(names))
    _told_of_three(names, of)
    axes = all_axes() if grain == "all" else orientation_axes()
    key = f"{of}spoke-{grain}"
    clicked = plot(axes, layers, st.session_state.get(key) or "", key=f"radar-{grain}{of}", pills=key)
    if clicked and clicked != st.session_state.get(key):
        st.session_state[key] = clicked
        st.rerun()
    return _pills(axes, key)


def _grain(of: str) -> str:
    names = {"few": _("Orienteringene"), "all": _("Alle atferdene")}
    return str(
        st.segmented_control(
            _("Hva radaren viser"), list(names), default="few", format_func=names.__getitem__, key=f"{of}grain",
            required=True,
        )
    )  # fmt: skip


def _layers(
    scores: Mapping[str, Scores], names: Mapping[str, str], grain: str, of: str, begun: Sequence[str]
) -> list[Layer]:
    """Those that are switched on: never more than three, and in the same order whatever was clicked first."""
    key = f"{of}layers-{len(names)}"
    remembered = [each for each in st.session_state.get(key, layers_on(of, begun)) if each in names][:MOST_LAYERS]
    if st.session_state.get(key) != remembered:
        st.session_state[key] = remembered
    on = st.pills(
        _("Lag"), list(names), selection_mode="multi", key=key, wrap=True, on_change=_keep_three, args=(key, of, begun),
        format_func=lambda each: f"{LOOKS[each].sign} {plain(names[each])}",
    )  # fmt: skip
    known = {name: each.behaviours if grain == "all" else each.dimensions for name, each in scores.items()}
    return [Layer(each, names[each], known[each]) for each in names if each in on][:MOST_LAYERS]


def layers_on(of: str, begun: Sequence[str]) -> list[str]:
    """Those that are on, the one that was chosen first before the others; `begun` when nothing was chosen yet."""
    return list(st.session_state.get(f"{of}layers-on", begun[:MOST_LAYERS]))


def _keep_three(key: str, of: str, begun: Sequence[str]) -> None:
    """A fourth takes the place of the one that has been on longest, but never of the one the others are held against."""
    chosen, before = st.session_state[key], layers_on(of, begun)
    on = [each for each in before if each in chosen] + [each for each in chosen if each not in before]
    while len(on) > MOST_LAYERS:
        off = next(each for each in on if each != "now")
        on.remove(off)
        st.session_state[f"{of}layer-off"] = off
        st.session_state[key] = on
    st.session_state[f"{of}layers-on"] = on


def _told_of_three(names: Mapping[str, str], of: str) -> None:
    """Once."""
    off = st.session_state.pop(f"{of}layer-off", "")
    if off in names:
        said = _("Radaren er lettest å lese med høyst tre lag om gangen, så «{name}» er slått av.", name=names[off])
        st.caption(plain(said))


def _pills(axes: Sequence[Axis], key: str) -> str:
    """The same spokes as buttons, for touch and keyboard."""
    chosen = st.pills(
        _("Trykk i radaren eller her for å åpne en del"), [each.id for each in axes],
        format_func=lambda each: plain(signed(each)), key=key, wrap=True,
    )  # fmt: skip
    return chosen or ""
