"""The pulse on the desk: make one, pass on the link, and see how things develop."""

from collections.abc import Sequence

import streamlit as st

from helu.domain.follow_up import FLOOR
from helu.i18n import LANGUAGES, _, language
from helu.services import editing, pulses
from helu.services.access import Visitor
from helu.services.pulses import Listed, Question
from helu.store.database import reading
from helu.store.platform_tables import Platform
from helu.ui import launch_chart
from helu.ui.deeds import Undo, do
from helu.ui.words import plain
from helu.web import address


def tab(visitor: Visitor, platform: Platform) -> None:
    with reading() as db:
        found = pulses.listed(db, platform)
        before = pulses.asked_before(db, platform)
        series = pulses.development(db, platform)
    with st.expander(_("Lag en puls"), expanded=not found, icon=":material/add:"):
        _form(visitor, platform, before)
    if not found:
        st.info(_("En puls er noen få spørsmål på lenke, uken eller måneden etter. Da ser dere om det virker."))
    over = [each for each in found if each.state == "closed"]
    for each in found:
        if each not in over:
            _card(visitor, each)
    if series:
        st.header(_("Utvikling"), anchor=False)
        launch_chart.charts(series)
    if over:
        st.header(_("Pulser som er stengt"), anchor=False)
    for each in over:
        _card(visitor, each)


def _form(visitor: Visitor, platform: Platform, before: Sequence[Question]) -> None:
    with st.form("pulse", border=False):
        ours = {each.id: each.text for each in pulses.standard(language())}
        known = ours | {each.id: each.text for each in before}
        chosen = st.multiselect(
            _("Spørsmål"),
            list(known),
            [each.id for each in before][: pulses.MOST] or list(ours),
            format_func=known.__getitem__,
            placeholder=_("Velg"),
            help=_("Spør om det samme som sist, så kan svarene sammenlignes."),
        )
        own = st.text_area(_("Egne påstander, én per linje"), height=80)
        weeks_in, days_in, floor_in, language_in = st.columns(4, gap="small")
        weeks = weeks_in.number_input(_("Åpner om så mange uker"), 0, 104, 6, help=_("0 er med en gang"))
        days = days_in.number_input(_("Åpen i så mange dager"), 1, 60, 7)
        floor = floor_in.number_input(
            _("Vises fra så mange svar"), FLOOR, 100, FLOOR, help=_("Kan ikke endres når pulsen er laget")
        )
        spoken = language_in.selectbox(
            _("Språk"), list(LANGUAGES), list(LANGUAGES).index(language()), format_func=LANGUAGES.__getitem__
        )
        if not st.form_submit_button(_("Lag pulsen"), type="primary"):
            return
    asked = _asked(chosen, known, ours, spoken) + [Question("", line) for line in own.splitlines() if line.strip()]
    do(
        pulses.make,
        visitor,
        platform.id,
        asked,
        weeks,
        days,
        spoken,
        floor,
        said=_("Pulsen er laget. Send lenken til dem som skal svare."),
    )


def _asked(chosen: Sequence[str], known: dict[str, str], ours: dict[str, str], spoken: str) -> list[Question]:
    """Our own questions in the language of the pulse, unless somebody has worded them anew."""
    there = {each.id: each.text for each in pulses.standard(spoken)}
    return [Question(id_, there[id_] if known[id_] == ours.get(id_) else known[id_]) for id_ in chosen]


def _card(visitor: Visitor, each: Listed) -> None:
    key, workshop = each.workshop.code, each.workshop
    with st.container(key=f"card-{key}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-{key}", gap=None):
            st.markdown(f"**{plain(_state_words(each))}**")
            st.caption(plain(_facts(each)))
        if each.state != "closed":
            with st.popover(_("Lenke og QR-kode"), icon=":material/qr_code_2:", width="content"):
                said = _("QR-kode til pulsen")
                picture = f"/storskjerm/{workshop.code}/qr.svg"
                st.html(f'<img src="{picture}" alt="{said}" style="width: 16rem; height: 16rem">')
                st.code(f"{address.public_url()}/d/{workshop.code}", language=None)
        if each.state == "waiting" and st.button(_("Åpne nå"), key=f"open-{key}"):
            do(pulses.open_now, visitor, workshop.id, said=_("Pulsen er åpen."))
        if each.state == "open":
            with st.popover(_("Steng nå"), width="content"):
                st.caption(_("Etterpå kan ingen svare, og pulsen kan ikke åpnes igjen."))
                if st.button(_("Steng pulsen"), key=f"close-{key}", type="primary"):
                    do(pulses.close_now, visitor, workshop.id, said=_("Pulsen er stengt."))
        with st.popover("⋯", help=_("Mer om denne pulsen"), type="tertiary", width="content"):
            st.caption(_("Sletter du pulsen, blir også svarene borte. Du kan angre i 30 sekunder."))
            if st.button(_("Slett pulsen"), key=f"remove-{key}"):
                said = _("Pulsen er slettet, med {count} svar.", count=each.answered)
                do(
                    editing.remove_workshop,
                    workshop,
                    undo=Undo(said, editing.bring_workshop_back, (visitor, workshop.id)),
                )


def _state_words(each: Listed) -> str:
    ends = (each.pulse.opens_at, each.pulse.closes_at)
    opens, closes = (launch_chart.day(at.astimezone(pulses.ZONE).date()) for at in ends)
    return {
        "waiting": _("Åpner {day}", day=opens),
        "open": _("Åpen til {day}", day=closes),
        "closed": _("Stengt {day}", day=closes),
    }[each.state]


def _facts(each: Listed) -> str:
    answered = _("ett svar") if each.answered == 1 else _("{count} svar", count=each.answered)
    if each.state != "closed":
        shown = _("resultatet vises når den er stengt, og bare med minst {floor} svar", floor=each.pulse.floor)
    elif each.answered < each.pulse.floor:
        shown = _("for få svar til å vise resultatet – det trengs {floor}", floor=each.pulse.floor)
    else:
        shown = _("resultatet står over")
    return f"{answered} · {shown} · {LANGUAGES[each.workshop.language]}"
