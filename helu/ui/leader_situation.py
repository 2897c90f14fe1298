"""What a situation needs of the leader, beside what the leader does in it."""

from collections.abc import Mapping

import streamlit as st

from helu.content.balance_words import balance_words, in_language
from helu.content.profile_speech import figure, named
from helu.domain.balance import Figures
from helu.domain.profile_words import widest_gaps
from helu.domain.rounding import rounded
from helu.i18n import _, language
from helu.services import assessing, situations
from helu.services.access import Visitor
from helu.store.database import reading
from helu.store.profile_tables import Assessment, Situation
from helu.ui.deeds import do
from helu.ui.leader_spoke import plan_link
from helu.ui.radar_figure import Axis, Layer
from helu.ui.radar_plot import picture
from helu.ui.radar_words import MODEL, all_axes, name_of, orientation_axes, signed
from helu.ui.words import plain

FEWEST = 3  # spokes that make a figure
MOST_WORDS = 2
NEW = "new"
STEPS = range(MODEL.low, MODEL.high + 1)


def situation_page(visitor: Visitor, newest: Assessment | None) -> None:
    st.text(_("Hvor mye trengs nå, til denne oppgaven? Lag en situasjon, og se behovet ved siden av det du gjør."))
    with reading() as db:
        found = {str(each.id): each for each in situations.mine(db, visitor)}
    chosen = found.get(_choice(found))
    if chosen is None:
        _form(visitor, newest, None)
        return
    art, page = st.columns([7, 5], gap="large")
    needed, actual, axes = compared(chosen)
    with art:
        layers = [Layer("now", _("Slik er det"), actual), Layer("wanted", _("Situasjonen trenger"), needed)]
        with st.container(key="radar-all-art"):
            picture(axes, layers, key=f"situation-{chosen.id}-{chosen.changed_at.isoformat()}")
        st.caption(plain(" · ".join(signed(each.id) for each in axes)))
    with page:
        st.header(plain(chosen.title), anchor=False)
        _said(axes, needed, actual)
        with st.expander(_("Tallene i en tabell")):
            st.markdown(_table(axes, needed, actual))
        with st.expander(_("Endre situasjonen")):
            _form(visitor, newest, chosen)
        with st.popover(_("Slett situasjonen")):
            st.text(_("Situasjonen og tallene i den blir borte for godt."))
            if st.button(_("Slett for godt"), key=f"remove-{chosen.id}"):
                do(situations.remove, visitor, chosen.id, said=_("Situasjonen er slettet."))


def compared(situation: Situation) -> tuple[Figures, Figures, list[Axis]]:
    """What is needed, what is done, and the spokes to draw: the behaviours when they are enough to make a figure."""
    behaviours = [each.id for each in MODEL.behaviours() if each.id in situation.needs]
    if len(behaviours) >= FEWEST:
        needed = {id_: _float(situation.needs.get(id_)) for id_ in behaviours}
        return needed, {id_: _float(situation.actual.get(id_)) for id_ in behaviours}, all_axes(behaviours)
    needed, actual = (situations.by_dimension(MODEL, steps) for steps in (situation.needs, situation.actual))
    return needed, actual, orientation_axes()


def _float(step: int | None) -> float | None:
    return None if step is None else float(step)


def _choice(found: Mapping[str, Situation]) -> str:
    if not found:
        return NEW
    if st.session_state.get("situation") not in {*found, NEW}:
        st.session_state["situation"] = next(iter(found))
    names = {id_: plain(each.title) for id_, each in found.items()} | {NEW: _("Ny situasjon")}
    return str(
        st.pills(
            _("Situasjoner"), list(names), format_func=names.__getitem__, key="situation", required=True, wrap=True
        )
    )


def _said(axes: list[Axis], needed: Figures, actual: Figures) -> None:
    """The widest gaps in words; a plan can be made of a behaviour."""
    widest = widest_gaps([each.id for each in axes], actual, needed)[:MOST_WORDS]
    if not widest:
        known = any(actual.get(each.id) is not None and needed.get(each.id) is not None for each in axes)
        st.text(
            _("Du gir omtrent det situasjonen trenger.")
            if known
            else _("Svar på hvordan det er nå, for å se avstanden.")
        )
    behaviours = {each.id for each in MODEL.behaviours()}
    for id_, distance in widest:
        values = {"name": named(id_), "from_": figure(actual[id_]), "to": figure(needed[id_])}
        if distance > 0:
            st.text(_("Situasjonen trenger mer {name} enn du gir nå: fra {from_} til {to}.", **values))
        else:
            st.text(_("Situasjonen trenger mindre {name} enn du gir nå: fra {from_} til {to}.", **values))
        if id_ in behaviours:
            plan_link(id_)
    if widest and not behaviours & {id_ for id_, _distance in widest}:
        about = {"plan": "ny"}  # which behaviour of the orientation it is to be, the leader chooses there
        st.page_link("leader/plan.py", label=_("Lag en plan av dette"), icon=":material/flag:", query_params=about)


def _table(axes: list[Axis], needed: Figures, actual: Figures) -> str:
    rows = [[_("Orientering og atferd"), _("Trengs"), _("Slik er det")], ["---", "---:", "---:"]]
    rows += [[plain(signed(each.id)), *(plain(figure(of.get(each.id), 2)) for of in (needed, actual))] for each in axes]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _form(visitor: Visitor, newest: Assessment | None, held: Situation | None) -> None:
    """Which behaviours to speak of is chosen above the form, so that the form can ask for each of them."""
    key = f"{held.id}-{held.changed_at.isoformat()}" if held else NEW
    about = _about(held, key)
    with st.form(f"situation-form-{key}", border=False):
        title = st.text_input(
            _("Hva er situasjonen?"), value=held.title if held else "", max_chars=situations.LONGEST_TITLE,
            placeholder=_("omorganisering høsten"), key=f"title-{key}",
        )  # fmt: skip
        st.caption(plain(_scale_said(newest is not None and held is None)))
        needs, actual = {}, {}
        for id_ in about:
            st.markdown(f"**{plain(signed(id_))}**")
            before = held.actual.get(id_) if held else _as_answered(newest, id_)
            with st.container(horizontal=True):  # side by side where there is room
                needs[id_] = _step(_("Trengs"), id_, held.needs.get(id_) if held else None, f"need-{key}")
                actual[id_] = _step(_("Slik er det nå"), id_, before, f"actual-{key}")
        if st.form_submit_button(_("Lagre situasjonen"), type="primary"):
            _keep(visitor, held, title, needs, actual)


def _scale_said(suggested: bool) -> str:
    """What the steps mean, and where those that stand there already come from."""
    anchors = [
        f"{step} = {in_language(name, language()).lower()}" for step, name in balance_words().scale.anchors.items()
    ]
    said = [f"{', '.join(anchors)}."]
    if suggested:
        said.append(_("«Slik er det nå» er hentet fra den siste egenvurderingen din. Rett det som ikke stemmer her."))
    return " ".join(said)


def _about(held: Situation | None, key: str) -> list[str]:
    behaviours = [each.id for each in MODEL.behaviours()]
    chosen = [each for each in behaviours if held and each in held.needs]
    names = {"few": _("Orienteringene"), "some": _("Enkelte atferder")}
    grain = st.segmented_control(
        _("Hva vil du se på?"), list(names), default="some" if chosen else "few", format_func=names.__getitem__,
        key=f"about-{key}", required=True,
    )  # fmt: skip
    if grain == "few":
        return [each.id for each in MODEL.dimensions]
    return st.multiselect(
        _("Hvilke atferder? Velg minst tre, så blir det en radar."), behaviours, default=chosen, format_func=signed,
        key=f"which-{key}",
    )  # fmt: skip


def _step(label: str, id_: str, before: int | None, key: str) -> int | None:
    name = f"{label}: {name_of(id_)}"
    return st.segmented_control(plain(name), list(STEPS), default=before, key=f"{key}-{id_}")


def _as_answered(newest: Assessment | None, id_: str) -> int | None:
    """What the leader last answered of oneself, as a first suggestion."""
    if newest is None:
        return None
    now = assessing.figures(newest).current
    value = (now.dimensions | now.behaviours).get(id_)
    return None if value is None else int(rounded(value, 0))


def _keep(
    visitor: Visitor,
    held: Situation | None,
    title: str,
    needs: dict[str, int | None],
    actual: dict[str, int | None],
) -> None:
    if held:
        do(situations.change, visitor, held.id, title, needs, actual, said=_("Situasjonen er lagret."))
    do(situations.add, visitor, title, needs, actual, said=_("Situasjonen er lagret."), then=_open)


def _open(added: Situation) -> None:
    st.session_state.pop("situation", None)  # the one that was changed last comes first
    for name in [each for each in st.session_state if str(each).endswith(f"-{NEW}") or f"-{NEW}-" in str(each)]:
        del st.session_state[name]
