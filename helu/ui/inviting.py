"""Many leaders invited from a list: pasted or from a file, checked, sent off, and their links once."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

import streamlit as st

from helu.errors import HeluError
from helu.i18n import LANGUAGES, _, language
from helu.services import groups, inviting
from helu.services.access import Visitor
from helu.services.inviting import Checked, Invited
from helu.store.database import reading
from helu.ui.deeds import do
from helu.ui.people import welcome
from helu.ui.personal_links import link_files, link_row

BOX, LINKS, READ = "invite-list", "invited", "invite-file-read"
SHOWN = 50  # rows with a button each; the rest are in the file
KINDS_OF_FILE = ["xlsx", "csv", "tsv", "txt"]


def invite_list(visitor: Visitor, known: Sequence[groups.Listed]) -> None:
    """The box, what was found in it, and the button. Nothing is stored before it is pressed."""
    with st.expander(_("Inviter ledere fra en liste"), icon=":material/group_add:", expanded=bool(_box())):
        st.text(_("Lim inn fra Excel eller Outlook, én på hver linje: Navn; e-post. Eller hent lista fra en fil."))
        _from_file()
        text = st.text_area(
            _("Liste"), key=BOX, height=180, max_chars=inviting.LONGEST,
            placeholder="Kari Nordmann; kari@kommune.no\nOla Nordmann <ola@kommune.no>",
        )  # fmt: skip
        if not text.strip():
            st.button(_("Se over lista"), key="look-over")
            return
        try:
            with reading() as db:
                found = inviting.check_for(db, visitor, text)
        except HeluError as problem:  # said here, so that the people below stay on the page
            st.error(str(problem))
            return
        _preview(found)
        _send(visitor, text, found, known)


def _box() -> str:
    return str(st.session_state.get(BOX, ""))


def _from_file() -> None:
    file = st.file_uploader(_("Fil med navn og e-post"), type=KINDS_OF_FILE, key="invite-file")
    if file is None or st.session_state.get(READ) == file.file_id:
        return
    st.session_state[READ] = file.file_id  # once: what the person mends in the box afterwards must stay
    try:
        st.session_state[BOX] = inviting.text_of(file.getvalue(), file.name)
    except HeluError as problem:
        st.error(str(problem))


def _preview(found: Checked) -> None:
    if found.wrong:
        with st.container(key="invite-wrong", gap="small"):
            st.error(_("Linjer som må rettes først: {count}. De blir stående i lista.", count=len(found.wrong)))
            st.text("\n".join(_("Linje {line}: {why}", line=each.line, why=str(each.why)) for each in found.wrong))
    if found.good:
        rows = [{_("Linje"): str(each.line), _("Navn"): each.name, _("E-post"): each.email} for each in found.good]
        st.dataframe(rows, hide_index=True, width="stretch", height="content" if len(rows) < 9 else 320)


def _send(visitor: Visitor, text: str, found: Checked, known: Sequence[groups.Listed]) -> None:
    names = {str(each.group.id): each.group.name for each in known}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        group = st.selectbox(
            _("Legg dem i en gruppe"), ["", *names], format_func=lambda each: names.get(each, _("Ingen gruppe")),
            key="invite-group",
        )  # fmt: skip
        spoken = st.selectbox(
            _("Språk i e-posten"), list(LANGUAGES), list(LANGUAGES).index(language()),
            format_func=LANGUAGES.__getitem__, key="invite-language",
        )  # fmt: skip
    count = len(found.good)
    label = _("Inviter {count} ledere", count=count) if count != 1 else _("Inviter 1 leder")
    if st.button(label, type="primary", disabled=not count, key="invite-all"):
        do(
            inviting.invite_for,
            visitor,
            text,
            UUID(group) if group else None,
            spoken,
            then=partial(_remember, spoken=spoken),
        )


def _remember(sent: tuple[list[Invited], str], spoken: str) -> None:
    """The links are known now and never again, so they stand until the person puts them away."""
    invited, left = sent
    before: list[tuple[Invited, str]] = st.session_state.get(LINKS, [])
    st.session_state[LINKS] = [*before, *((each, spoken) for each in invited)]
    st.session_state[f"{BOX}-left"] = left


def invited_table(visitor: Visitor) -> None:
    """Everybody just invited, with a link each. Drawn before the box, which it leaves with what must be mended."""
    if f"{BOX}-left" in st.session_state:
        st.session_state[BOX] = st.session_state.pop(f"{BOX}-left")
    sent: list[tuple[Invited, str]] = st.session_state.get(LINKS, [])
    if not sent:
        return
    people = [each for each, _spoken in sent]
    with st.container(key="invited", border=True):
        st.success(_("{count} er invitert. Send hver av dem lenken sin: den vises bare nå.", count=len(sent)))
        link_files(
            people,
            welcome(),
            lambda format_: inviting.as_file(people, welcome(), format_),
            _("invitasjoner"),
            "invited",
        )
        for at, (each, spoken) in enumerate(sent[:SHOWN]):
            _invited_row(visitor, each, spoken, at)
        if len(sent) > SHOWN:
            st.caption(_("Her står de {shown} første av {all}. Resten er i filen.", shown=SHOWN, all=len(sent)))
        if st.button(_("Jeg har tatt vare på lenkene"), key="invited-done"):
            st.session_state.pop(LINKS)
            st.rerun()


def _invited_row(visitor: Visitor, person: Invited, spoken: str, at: int) -> None:
    about = person.email + (f" · {_('har konto fra før')}" if person.waits else "")
    link_row(person, about, welcome(), inviting.letter(visitor, person, welcome(), spoken), f"invited-{at}")
