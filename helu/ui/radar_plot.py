"""A radar on a page, in which a spoke can be clicked."""

from collections.abc import Sequence

import streamlit as st

from helu.i18n import _
from helu.ui.radar_figure import STILL, Axis, Layer, radar
from helu.ui.radar_still import still
from helu.ui.radar_words import MODEL, told


def plot(axes: Sequence[Axis], layers: Sequence[Layer], chosen: str, key: str, pills: str) -> str:
    """Returns the axis that was clicked just now, or an empty text.

    `pills` is the key of the pills that come right after it: until the chart has come, clicks in it are theirs.
    """
    if not layers:
        st.info(_("Slå på minst ett lag for å se radaren."))
        return ""
    figure = radar(MODEL, axes, layers, chosen)
    said = told(axes, layers)
    with st.container(key=f"{key}-art"):
        st.html(still(MODEL, axes, layers, said, chosen, pills))
        # The address of the chart holds what is open, so that an old click is never read once more.
        event = st.plotly_chart(
            figure, key=f"{key}-{chosen}", on_select="rerun", selection_mode="points", config=STILL, theme=None,
            alt=said,
        )  # fmt: skip
    points = event.selection.points if event else []
    clicked = points[0].get("customdata") if points else ""
    name = clicked[0] if isinstance(clicked, list) and clicked else clicked
    return str(name or "") if name in {each.id for each in axes} else ""


def picture(axes: Sequence[Axis], layers: Sequence[Layer], key: str) -> None:
    """The same, only to look at."""
    figure, said = radar(MODEL, axes, layers), told(axes, layers)
    with st.container(key=f"{key}-art"):
        st.html(still(MODEL, axes, layers, said))
        st.plotly_chart(figure, key=key, config=STILL, theme=None, alt=said)
