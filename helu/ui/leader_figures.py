"""The figures behind a radar: a table with the same numbers, the balance and how it is reckoned, and the composites."""

from collections.abc import Callable, Collection
from functools import partial

import streamlit as st

from helu.content.balance_words import Composite, balance_words, in_language
from helu.content.profile_speech import figure
from helu.domain.balance import Scores
from helu.domain.orientations import MARKS
from helu.i18n import _, language
from helu.ui.leader_spoke import Beside, Looked
from helu.ui.radar_words import MODEL, distance, name_of, signed
from helu.ui.wide_table import wide_table
from helu.ui.words import plain


def figures(looked: Looked, on: Collection[str]) -> None:
    """`on` are the layers that are switched on: the table has the same."""
    with st.expander(_("Tallene i en tabell")):
        _table(looked, on)
        if any(each.layer in on for each in looked.beside):
            st.caption(
                _(
                    "Svarene fra andre og fra grupper vises i halve trinn, så ingen kan regne ut hva én person har svart."
                )
            )
        st.caption(
            _("Tallene er gjennomsnitt av svarene dine, fra {low} til {high}. «–» betyr at det mangler.", **SCALE)
        )
    with st.expander(_("Balansen, og hvordan den regnes")):
        st.markdown("\n\n".join(plain(each) for each in balance_said(looked.now)))
        for composite in balance_words().composites:
            composite_said(looked.now, looked.wanted, composite)


SCALE = {"low": MODEL.low, "high": MODEL.high}


def _table(looked: Looked, on: Collection[str]) -> None:
    """Every dimension with its behaviours; two decimals, so that it can be reckoned again."""
    columns = _columns(looked, on)
    ids = [id_ for each in MODEL.dimensions for id_ in (each.id, *(inside.id for inside in each.behaviours))]
    rows = [(signed(id_), [(said(id_), "") for said in columns.values()]) for id_ in ids]
    whole = [at for at, id_ in enumerate(ids) if id_ in MARKS]
    wide_table(_("Tallene i en tabell"), [_("Orientering og atferd"), *columns], rows, whole)


def _columns(looked: Looked, on: Collection[str]) -> dict[str, Callable[[str], str]]:
    """What a column is called, and what it says of a dimension or a behaviour. One's own now is always there."""
    columns: dict[str, Callable[[str], str]] = {_("Nå"): lambda id_: figure(looked.figures(id_)[0], 2)}
    if "wanted" in on:
        columns[_("Ønsket")] = lambda id_: figure(looked.figures(id_)[1], 2)
        columns[_("Avstand")] = lambda id_: distance(looked.figures(id_)[2], 2)
    if looked.earlier and "earlier" in on:
        columns[_("Sist gang")] = lambda id_: figure(looked.figures(id_)[3], 2)
    for each in looked.beside:
        if each.layer in on:
            columns[each.name] = partial(_of, each)
    return columns


def _of(beside: Beside, id_: str) -> str:
    return figure(beside.figure(id_), 2)


def balance_said(scores: Scores) -> list[str]:
    """The balance index with its formula, in plain words."""
    known = {each.id: scores.dimensions[each.id] for each in MODEL.dimensions if each.orientation}
    values = [value for value in known.values() if value is not None]
    if scores.balance_index is None:
        return [_("Balansen kan ikke regnes ut, for en av de tre orienteringene mangler.")]
    most, least = max(values), min(values)
    return [
        _("Balansen mellom de tre orienteringene er {index} av 1.", index=figure(scores.balance_index, 2)),
        _(
            "Slik regnes den: Det er {span} trinn mellom den som brukes mest ({most}) og den som brukes minst ({least}). "
            "Skalaen er {steps} trinn lang. 1 − {span} : {steps} = {index}. Kultur er ikke med.",
            span=figure(most - least, 2),
            most=figure(most, 2),
            least=figure(least, 2),
            steps=MODEL.high - MODEL.low,
            index=figure(scores.balance_index, 2),
        ),
        _("1 betyr like mye av alle tre. Det er ikke et mål i seg selv: oppdraget avgjør hva som trengs nå."),
    ]


def composite_said(of_now: Scores, of_wanted: Scores, composite: Composite) -> None:
    now, wanted = of_now.composites[composite.id], of_wanted.composites[composite.id]
    label = in_language(composite.label, language())
    st.markdown(f"**{plain(label)}**: {plain(_('nå {now}, ønsket {wanted}', now=figure(now), wanted=figure(wanted)))}")
    whole = sum(composite.weights.values())
    weights = [f"{name_of(name)} {100 * weight / whole:.0f} %" for name, weight in composite.weights.items()]
    st.caption(plain(f"{in_language(composite.description, language())} ({' + '.join(weights)})"))
