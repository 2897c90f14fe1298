"""Min balanse: a leader's own radar, and what belongs to it. Drawn for nobody but the leader."""

from collections.abc import Sequence

import streamlit as st

from helu.content.balance_words import balance_words, in_language
from helu.content.profile_speech import named, spoken
from helu.domain.profile_words import MISSING, MOVES, STRENGTHS, WISHES, Said, paragraphs, words
from helu.i18n import _, language
from helu.services import assessing
from helu.services.access import Visitor
from helu.store.database import reading
from helu.store.profile_tables import Assessment
from helu.ui.group_part import own_parts
from helu.ui.launch_chart import day
from helu.ui.leader_beside import beside, beside_choices
from helu.ui.leader_development import development_page
from helu.ui.leader_figures import figures
from helu.ui.leader_keeping import keeping_page, shown_page
from helu.ui.leader_situation import situation_page
from helu.ui.leader_spoke import Looked, spoke
from helu.ui.radar_switches import layers_on, switched
from helu.ui.radar_words import MODEL
from helu.ui.words import plain

ASSESS = "/egenvurdering"
BEGUN = ("now", "wanted")  # the layers that are on until others are chosen


def leader_radar(visitor: Visitor) -> None:
    """The chosen view; the choice lives in the address."""
    st.caption(plain(in_language(balance_words().disclaimer, language())))
    with reading() as db:
        rounds = assessing.history(db, visitor)
        under_way = assessing.unfinished(db, visitor)
    names = {
        "radar": _("Radaren"),
        "situasjon": _("Situasjoner"),
        "utvikling": _("Utvikling"),
        "deling": _("Deling og data"),
        "andre": _("Delt med meg"),
    }
    chosen = _view(names)
    with st.container(key=f"balance-{chosen}"):
        if chosen == "deling":
            keeping_page(visitor)
        elif chosen == "andre":
            shown_page(visitor)
        elif chosen == "situasjon":
            situation_page(visitor, rounds[-1] if rounds else None)
        elif not rounds:
            _empty(under_way)
        elif chosen == "utvikling":
            development_page(rounds)
        else:
            radar_page(visitor, rounds, under_way)


def _view(names: dict[str, str]) -> str:
    asked = st.query_params.get("visning", "radar")
    wanted = asked if asked in names else "radar"
    chosen = st.segmented_control(
        _("Visning"), list(names), default=wanted, format_func=names.__getitem__, key="balance-view",
        label_visibility="collapsed", required=True, wrap=True,
    )  # fmt: skip
    if chosen != wanted:
        st.query_params["visning"] = str(chosen)
    return str(chosen)


def _empty(under_way: Assessment | None) -> None:
    st.header(_("Her kommer radaren din"), anchor=False)
    st.text(
        _(
            "Svar på noen korte påstander om hvordan du leder nå, og hvordan du vil lede om seks måneder. "
            "Kortversjonen tar omtrent fire minutter. Du kan ta pause og fortsette når du vil."
        )
    )
    st.text(_("Det du svarer, er ditt. Ingen andre ser det, heller ikke arbeidsgiver, med mindre du deler det selv."))
    label = _("Fortsett egenvurderingen") if under_way else _("Begynn på egenvurderingen")
    st.link_button(label, ASSESS, type="primary")
    st.page_link("leader/feedback.py", label=_("Tilbakemelding fra andre"), icon=":material/forum:")


def radar_page(visitor: Visitor, rounds: list[Assessment], under_way: Assessment | None) -> None:
    own_parts(visitor)
    newest, earlier = rounds[-1], _earlier(rounds)
    now, wanted = assessing.figures(newest)
    others, choices = beside(visitor)
    looked = Looked(newest, now, wanted, assessing.figures(earlier).current if earlier else None, others)
    art, page = st.columns([7, 5], gap="large")
    with art:
        chosen = _art(looked)
    with page:
        if chosen:
            spoke(looked, chosen)
        said(looked)
        figures(looked, layers_on("", BEGUN))
        _rounds(rounds, earlier)
        beside_choices(choices)
        st.link_button(_("Fortsett egenvurderingen") if under_way else _("Ta egenvurderingen på nytt"), ASSESS)
        st.page_link("leader/feedback.py", label=_("Tilbakemelding fra andre"), icon=":material/forum:")
        st.page_link("leader/plan.py", label=_("Min plan, og rapporten som PDF"), icon=":material/flag:")


def said(looked: Looked) -> None:
    """The radar in words: strengths, then wishes, then what has moved and what is missing."""
    found = words(MODEL, looked.now, looked.wanted, looked.earlier)
    parts = {
        _("Styrkene dine"): STRENGTHS,
        _("Det du vil videre med"): WISHES,
        _("Siden sist"): MOVES,
        _("Det som mangler"): MISSING,
    }
    with st.container(key="balance-words", gap="small"):
        for heading, kinds in parts.items():
            matters = paragraphs(found, kinds)
            if matters:
                st.header(heading, anchor=False)
                st.markdown("\n\n".join(plain(" ".join(map(spoken, matter))) for matter in matters))
            if kinds is WISHES:
                _way_on(found)


def _way_on(found: Sequence[Said]) -> None:
    """From a wish to a plan, without having to open the spoke first."""
    behaviour = next((each.about[0] for each in found if each.sentence == "most_in"), "")
    if behaviour:
        label = plain(_("Lag en plan for {name}", name=named(behaviour)))
        st.page_link("leader/plan.py", label=label, icon=":material/flag:", query_params={"atferd": behaviour})


def _art(looked: Looked) -> str:
    """The radar with its switches; the spoke that is open, or an empty text."""
    scores, names = {"now": looked.now, "wanted": looked.wanted}, {"now": _("Nå"), "wanted": _("Ønsket")}
    if looked.earlier:
        scores["earlier"], names["earlier"] = looked.earlier, _("Sist gang")
    scores |= {each.layer: each.scores for each in looked.beside}
    names |= {each.layer: each.name for each in looked.beside}
    return switched(scores, names, on=BEGUN)


def _earlier(rounds: list[Assessment]) -> Assessment | None:
    """The round that «sist gang» means: the one before the newest, until another is chosen."""
    others = {str(each.id): each for each in reversed(rounds[:-1])}
    if not others:
        return None
    return others.get(st.session_state.get("earlier-round", ""), rounds[-2])


def _rounds(rounds: list[Assessment], earlier: Assessment | None) -> None:
    if earlier is None:
        return
    names = {str(each.id): _when(each) for each in reversed(rounds[:-1])}
    st.selectbox(
        _("Sammenlign med"), list(names), index=list(names).index(str(earlier.id)), format_func=names.__getitem__,
        key="earlier-round",
    )  # fmt: skip


def _when(round_: Assessment) -> str:
    form = _("kort skjema") if round_.form == "short" else _("fullt skjema")
    return f"{day(round_.finished_at.date())} ({form})" if round_.finished_at else ""
