"""What the desk is steered with."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from helu.activities import ACTIVITIES
from helu.domain.codes import show_code
from helu.domain.phase import Phase
from helu.i18n import _
from helu.services import projectors, running
from helu.services.showing import asks
from helu.store.database import reading, writing
from helu.store.tables import Activity, AgendaItem, Workshop
from helu.ui.deeds import do
from helu.ui.plan import Plan, plan_rows, short
from helu.ui.turning import turn_button
from helu.ui.visitor import require_facilitator
from helu.ui.words import plain
from helu.ui.work import picture_of, turns_of
from helu.web import address

Weight = Literal["primary", "secondary"]


def head_of_desk(workshop: Workshop) -> None:
    with st.container(key="head", horizontal=True, vertical_alignment="center"):
        with st.container(key="names"):
            st.title(plain(workshop.title), anchor=False)
            st.caption(plain(_("Kode {code} på {address}", code=show_code(workshop.code), address=address.shown())))
        about = {"samling": workshop.code}
        st.page_link("desk/edit.py", label=_("Rediger"), query_params=about)
        st.page_link("desk/answers.py", label=_("Svar og filer"), query_params=about)
        st.page_link("desk/platform.py", label=_("Plattform"), query_params=about)
        with st.popover(_("QR-kode"), width="content"):
            _way_in(workshop)
        with st.popover(_("Annen maskin"), width="content"):
            _connect(workshop)
        st.link_button(_("Åpne storskjermen"), f"/storskjerm/{workshop.code}", icon=":material/tv:")


def _way_in(workshop: Workshop) -> None:
    """The code and the address for those who sit beside the laptop, or for a mail before the gathering."""
    said = _("QR-kode til samlingen")
    st.html(f'<img src="/storskjerm/{workshop.code}/qr.svg" alt="{said}" style="width: 16rem; height: 16rem">')
    st.code(f"{address.public_url()}/d/{workshop.code}", language=None)


def _connect(workshop: Workshop) -> None:
    """A short code that lets another machine show this gathering and nothing else."""
    st.caption(
        plain(
            _(
                "Åpne {address} på maskinen som skal vise samlingen, og skriv koden.",
                address=f"{address.public_url()}/storskjerm",
            )
        )
    )
    if st.button(_("Lag en kode"), key="projector-code"):
        with writing() as db:
            code = projectors.make_code(db, require_facilitator(), workshop)
        st.code(f"{code[:3]} {code[3:]}", language=None)
        st.caption(_("Koden virker én gang, i ti minutter."))


def plan_list(workshop: Workshop, items: Sequence[AgendaItem], plan: Plan, seen: int) -> None:
    """The whole plan; a click opens an activity on every phone. What is over is drawn quietly."""
    st.caption(_("Trykk på en aktivitet for å åpne den på telefonene."))
    here = workshop.current_activity_id
    passed = next((at for at, each in enumerate(plan) if each.id == here), 0)
    if workshop.phase == Phase.ENDED:
        here, passed = None, len(plan)
    clicked = plan_rows(items, plan, here, "open", lambda _each, words: plain(words), passed)
    if clicked:
        do(running.open_activity, workshop, clicked.id, seen)


def now_card(workshop: Workshop, here: Activity | None, plan: Plan) -> None:
    if workshop.phase == Phase.ENDED:
        st.header(_("Samlingen er avsluttet"), anchor=False)
        st.text(_("Svarene er trygt lagret. Last ned det dere vil ta med hjem, under «Svar og filer»."))
        return
    if here is None:
        st.header(_("Alle kommer inn"), anchor=False)
        st.text(_("Vis storskjermen, og la folk skanne QR-koden. Start når de fleste er med."))
        return
    number = next((at + 1 for at, each in enumerate(plan) if each.id == here.id), 0)
    st.caption(plain(f"{number}/{len(plan)} · {_(ACTIVITIES[here.kind].title)} · {_state_words(workshop, here)}"))
    st.header(plain(here.title), anchor=False)


def _state_words(workshop: Workshop, here: Activity) -> str:
    phase = Phase(workshop.phase)
    if asks(here):
        states = {Phase.OPEN: _("Åpen for svar"), Phase.SHOWN: _("Svarene vises")}
        return states.get(phase, _("Stengt, svarene er skjult"))
    if not _hides(here):
        return _("Vises nå")
    if phase == Phase.OPEN:
        return _("Alle svarer hver for seg")
    shown = phase == Phase.SHOWN and picture_of(here) == "ready"
    return _("Vises nå") if shown else _("Bildet vises ikke")


def script_card(workshop: Workshop, here: Activity | None) -> None:
    """What to say and do, for as long as the activity is on."""
    if here and here.script and workshop.phase != Phase.ENDED:
        with st.container(key="script"):
            st.caption(_("Manus for fasilitator"))
            st.text(here.script)


def main_buttons(workshop: Workshop, here: Activity | None, plan: Plan, seen: int) -> None:
    """The next right action is the big one: the next turn, show what was answered, or go on."""
    if workshop.phase == Phase.ENDED:
        return _buttons_after(workshop, seen)
    turns = turns_of(here)
    if turns and turns.more(workshop):
        turn_button(workshop, turns, seen)
        _reveal_button(workshop, here, "secondary", seen)
        return _next_button(workshop, here, plan, "secondary", seen)
    ready = picture_of(here) == "ready"
    collects = _reveal_button(workshop, here, "primary" if ready else "secondary", seen)
    later = (collects and ready) or _waits(workshop, here) or _works_first(here)
    _next_button(workshop, here, plan, "secondary" if later else "primary", seen)


def _reveal_button(workshop: Workshop, here: Activity | None, weight: Weight, seen: int) -> bool:
    """Whether there is one: something waits to be shown."""
    if here is None or workshop.phase != Phase.OPEN or not _hides(here):
        return False
    if st.button(_show_words(here), key="main-deed", type=weight, width="stretch", shortcut="H"):
        do(running.reveal, workshop, seen)
    return True


def _next_button(workshop: Workshop, here: Activity | None, plan: Plan, weight: Weight, seen: int) -> None:
    """Space presses it, unless it is the next turn's."""
    turns = turns_of(here)
    key = None if turns and turns.more(workshop) else "Space"
    label = _next_words(here, _following(workshop, plan))
    if st.button(plain(label), key="next", type=weight, width="stretch", shortcut=key):
        do(running.go_next, workshop, seen)


def _buttons_after(workshop: Workshop, seen: int) -> None:
    with st.container(key="steer-home"):
        st.page_link(
            "desk/answers.py",
            label=_("Svar og filer"),
            icon=":material/download:",
            query_params={"samling": workshop.code},
            width="stretch",
        )
    if st.button(_("Åpne samlingen igjen"), key="main-deed", width="stretch"):
        do(running.reopen, workshop, seen)


def _show_words(here: Activity) -> str:
    if not asks(here):
        return _("Vis bildet av gruppa")
    return _("Steng for svar") if here.live else _("Vis svarene")  # live: they are on the wall already


def _next_words(here: Activity | None, following: Activity | None) -> str:
    if following is None:
        return _("Neste: avslutt samlingen")
    title = short(following.title, 40)
    return _("Neste: {title}", title=title) if here else _("Start: {title}", title=title)


def small_buttons(workshop: Workshop, here: Activity | None, seen: int) -> None:
    if st.button(_("Tilbake"), key="back", disabled=here is None, icon=":material/arrow_back:"):
        do(running.go_back, workshop, seen)
    if here is None or workshop.phase == Phase.ENDED or not (asks(here) or _hides(here)):
        return None
    if not _hides(here):
        return _open_or_close(workshop, here, seen)
    if workshop.phase == Phase.SHOWN and st.button(_("Skjul"), key="hide", shortcut="H"):
        do(running.hide, workshop, seen)
    if workshop.phase == Phase.CLOSED and st.button(_("Vis"), key="show", shortcut="H"):
        do(running.reveal, workshop, seen)
    _open_or_close(workshop, here, seen)


def _works_first(here: Activity | None) -> bool:
    return here is not None and ACTIVITIES[here.kind].desk_first


def _waits(workshop: Workshop, here: Activity | None) -> bool:
    """Whether it is for more to hand in before there is a picture, neither for the facilitator to show nor go on."""
    return workshop.phase in (Phase.OPEN, Phase.SHOWN) and picture_of(here) == "waiting"


def _hides(here: Activity) -> bool:
    """Whether there are answers that wait to be shown; a board or a poster is on the wall all the time."""
    kind = ACTIVITIES[here.kind]
    return kind.reveals or (asks(here) and not kind.always_shown)


def _open_or_close(workshop: Workshop, here: Activity, seen: int) -> None:
    if workshop.phase != Phase.OPEN:
        empty = workshop.phase == Phase.SHOWN and _waits(workshop, here)
        if st.button(_("Åpne igjen"), key="reopen", type="primary" if empty else "secondary"):
            do(running.open_activity, workshop, here.id, seen)
        return
    if st.button(_("Steng"), key="close", help=_("Stopp svarene uten å vise dem")):
        do(running.close, workshop, seen)
    if not (_hides(here) and asks(here)):
        return
    words = _("Skjul igjen") if here.live else _("Vis fortløpende")
    if st.button(words, key="live", help=_("Svarene vises på storskjermen mens de kommer")):
        do(running.set_live, workshop, not here.live, seen)


def timer_buttons(workshop: Workshop, here: Activity | None, seen: int) -> None:
    if here is None or workshop.phase == Phase.ENDED:
        return
    with reading() as db:
        planned = (workshop.timer_left or running.planned_seconds(db, workshop)) // 60
    if workshop.timer_ends_at:
        if st.button(_("Stopp klokka"), key="timer", shortcut="T"):
            do(running.pause_timer, workshop, seen)
    elif st.button(_("Start klokka ({minutes} min)", minutes=planned or "<1"), key="timer", shortcut="T"):
        do(running.start_timer, workshop, None, seen)
    if workshop.timer_ends_at or workshop.timer_left:
        if st.button(_("Ett minutt til"), key="minute"):
            do(running.add_minute, workshop, seen)
        if st.button(_("Fjern klokka"), key="timer-off"):
            do(running.stop_timer, workshop, seen)
    if here.kind == "group_work" and st.button(_("Neste runde"), key="round"):
        do(running.next_round, workshop, seen)


def _following(workshop: Workshop, plan: Plan) -> Activity | None:
    left = running.route(plan, workshop)
    after = running.place_in(left, workshop) + 1
    return left[after] if after < len(left) else None
