"""The lock on a leader's own profile: where it is opened, and where a code for it is made."""

import streamlit as st

from helu.errors import Misfit, TooManyLogins, WrongPassword, sentence
from helu.i18n import _
from helu.services import profile_lock, profiles
from helu.services.access import Visitor
from helu.store.database import reading
from helu.ui.deeds import do, outcome

CODE = "unlock-code"
ERASED = "profile-erased"  # what was said when all of it was erased


def require_unlocked(visitor: Visitor) -> None:
    """Draws where the profile is opened, and nothing more, while it is locked."""
    with reading() as db:
        is_locked = profile_lock.is_locked(db, visitor)
    if is_locked:
        st.session_state.pop(CODE, None)
        with st.container(key="locked", width=720):
            _unlocking(visitor)
            _afresh(visitor)
        st.stop()


def _unlocking(visitor: Visitor) -> None:
    st.header(_("Profilen din er låst"), anchor=False)
    st.text(
        _(
            "Passordet ditt er satt på nytt med en lenke som noen andre har laget. For at de ikke skal kunne lese det "
            "som er ditt, er det låst til du åpner det selv. Det du har delt, vises heller ikke for noen imens."
        )
    )
    with st.form("unlock", clear_on_submit=True):
        key = st.text_input(
            _("Passordet du hadde før, eller opplåsingskoden din"), type="password", autocomplete="off", max_chars=200
        )
        if st.form_submit_button(_("Lås opp"), type="primary"):
            _unlock(visitor, key)


def _unlock(visitor: Visitor, key: str) -> None:
    """Slow, so before the database is held. What went wrong is said where the person is looking."""
    try:
        profile_lock.unlock(visitor, key)
    except (WrongPassword, TooManyLogins) as problem:
        st.error(str(problem))
    else:
        st.session_state["told"] = ("success", _("Profilen din er åpen igjen."))
        st.rerun()


def _afresh(visitor: Visitor) -> None:
    with st.expander(_("Jeg har verken passordet eller koden")):
        st.text(
            _(
                "Da kan ingen åpne profilen, heller ikke den som drifter Helu. Du kan slette den og begynne på nytt. Da blir "
                "egenvurderinger, situasjoner, planer og treningslogg borte for godt."
            )
        )
        word = _("SLETT")
        with st.form("afresh", border=False):
            typed = st.text_input(_("Skriv {word} for å bekrefte", word=word), key="afresh-word")
            if st.form_submit_button(_("Slett profilen og begynn på nytt")):
                do(erased, visitor, typed, word, said=_("Den gamle profilen er slettet."), then=remember)


def erased(db: object, visitor: Visitor, typed: str, word: str) -> list[str]:
    if typed.strip().upper() != word:
        raise Misfit(sentence("Ingenting er slettet. Skriv {word} for å bekrefte."), word=word)
    return profiles.erase(db, visitor)  # type: ignore[arg-type]


def remember(sentences: list[str]) -> None:
    st.session_state[ERASED] = sentences


def unlock_code(visitor: Visitor) -> None:
    """How the lock works, and a code to open it with: made beforehand, shown once."""
    st.header(_("Om noen lager en ny lenke til deg"), anchor=False)
    st.text(
        _(
            "En eier kan lage en lenke der passordet ditt settes på nytt. Da låses alt dette, så ingen kommer inn her "
            "den veien. Du åpner det med passordet du hadde, eller med en opplåsingskode som du lager nå og tar vare på."
        )
    )
    with reading() as db:
        there = profiles.has_code(db, visitor)
    code = st.session_state.pop(CODE, "")
    outcome()  # the code is shown here, and on no other page
    if code:
        st.success(
            _("Dette er koden din. Skriv den ned: den vises bare nå. En kode du har laget før, virker ikke lenger.")
        )
        st.code(code, language=None)
    label = _("Lag en ny opplåsingskode") if there else _("Lag en opplåsingskode")
    if st.button(label, key="make-code", icon=":material/lock:"):
        do(profiles.make_code, visitor, then=_remember_code)
    elif there and not code:
        st.caption(_("Du har en opplåsingskode. Lager du en ny, slutter den gamle å virke."))


def _remember_code(code: str) -> None:
    st.session_state[CODE] = code
