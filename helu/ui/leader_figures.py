"""The figures behind a radar: a table with the same numbers, the balance and how it is reckoned, and the composites."""

import streamlit as st

from helu.content.balance_words import Composite, balance_words, in_language
from helu.content.profile_speech import figure
from helu.domain.balance import Scores
from helu.i18n import _, language
from helu.ui.leader_spoke import Looked
from helu.ui.radar_words import MODEL, distance, name_of, signed
from helu.ui.words import plain


def figures(looked: Looked) -> None:
    with st.expander(_("Tallene i en tabell")):
        st.markdown(table(looked))
        st.caption(
            _("Tallene er gjennomsnitt av svarene dine, fra {low} til {high}. «–» betyr at det mangler.", **SCALE)
        )
    with st.expander(_("Balansen, og hvordan den regnes")):
        st.markdown("\n\n".join(plain(each) for each in balance_said(looked.now)))
        for composite in balance_words().composites:
            _composite(looked, composite)


SCALE = {"low": MODEL.low, "high": MODEL.high}


def table(looked: Looked) -> str:
    """Every dimension with its behaviours; two decimals, so that it can be reckoned again."""
    heads = [
        _("Orientering og atferd"),
        _("Nå"),
        _("Ønsket"),
        _("Avstand"),
        *([_("Sist gang")] if looked.earlier else []),
    ]
    rows = [heads, ["---", *["---:"] * (len(heads) - 1)]]
    for dimension in MODEL.dimensions:
        rows.append(_row(looked, dimension.id, "**{}**"))
        rows += [_row(looked, each.id, "{}") for each in dimension.behaviours]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(looked: Looked, id_: str, dress: str) -> list[str]:
    now, wanted, between, earlier = looked.figures(id_)
    cells = [figure(now, 2), figure(wanted, 2), distance(between, 2)]
    cells += [figure(earlier, 2)] if looked.earlier else []
    return [dress.format(plain(signed(id_))), *(plain(each) for each in cells)]


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
            "Slik regnes den: Det er {span} trinn mellom den du bruker mest ({most}) og den du bruker minst ({least}). "
            "Skalaen er {steps} trinn lang. 1 − {span} : {steps} = {index}. Kultur er ikke med.",
            span=figure(most - least, 2),
            most=figure(most, 2),
            least=figure(least, 2),
            steps=MODEL.high - MODEL.low,
            index=figure(scores.balance_index, 2),
        ),
        _("1 betyr like mye av alle tre. Det er ikke et mål i seg selv: oppdraget avgjør hva som trengs nå."),
    ]


def _composite(looked: Looked, composite: Composite) -> None:
    now, wanted = looked.now.composites[composite.id], looked.wanted.composites[composite.id]
    label = in_language(composite.label, language())
    st.markdown(f"**{plain(label)}**: {plain(_('nå {now}, ønsket {wanted}', now=figure(now), wanted=figure(wanted)))}")
    whole = sum(composite.weights.values())
    weights = [f"{name_of(name)} {100 * weight / whole:.0f} %" for name, weight in composite.weights.items()]
    st.caption(plain(f"{in_language(composite.description, language())} ({' + '.join(weights)})"))
