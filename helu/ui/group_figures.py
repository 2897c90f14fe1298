"""The figures behind a group's radar: a table with how alike the members are, the balance, and the composites."""

import streamlit as st

from helu.content.balance_words import balance_words
from helu.content.group_speech import day_called, spread_word
from helu.content.profile_speech import figure
from helu.i18n import _
from helu.services.group_rounds import Picture
from helu.ui.leader_figures import SCALE, balance_said, composite_said
from helu.ui.radar_words import MODEL, signed
from helu.ui.words import plain


def group_figures(shown: Picture, beside: Picture | None) -> None:
    with st.expander(_("Tallene i en tabell")):
        st.markdown(table(shown, beside))
        st.caption(
            _(
                "Skalaen går fra {low} til {high}. Tallene for atferdene er i halve trinn. «Samlet» betyr at de fleste "
                "svarer omtrent det samme, «ulikt» at svarene spriker. «–» betyr at for få har svart.",
                **SCALE,
            )
        )
    with st.expander(_("Balansen, og hvordan den regnes")):
        st.markdown("\n\n".join(plain(each) for each in balance_said(shown.current)))
        for composite in balance_words().composites:
            composite_said(shown.current, shown.wanted, composite)


def table(shown: Picture, beside: Picture | None) -> str:
    """Every dimension with its behaviours. A dimension has two decimals, so that the balance can be reckoned again."""
    heads = [_("Orientering og atferd"), _("Nå"), _("Ønsket"), _("Dere svarer")]
    heads += [plain(day_called(beside.on))] if beside else []
    rows = [heads, ["---", *["---:"] * (len(heads) - 1)]]
    for dimension in MODEL.dimensions:
        whole = [each.dimensions[dimension.id] for each in (shown.current, shown.wanted)]
        cells = [f"**{plain(signed(dimension.id))}**", *(plain(figure(each, 2)) for each in whole), ""]
        rows.append(cells + ([plain(figure(beside.current.dimensions[dimension.id], 2))] if beside else []))
        rows += [_row(shown, beside, each.id) for each in dimension.behaviours]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(shown: Picture, beside: Picture | None, id_: str) -> list[str]:
    figures = [each.behaviours[id_] for each in (shown.current, shown.wanted)]
    cells = [
        plain(signed(id_)),
        *(plain(figure(each)) for each in figures),
        plain(spread_word(shown.spread.get(id_, ""))),
    ]
    return cells + ([plain(figure(beside.current.behaviours[id_]))] if beside else [])
