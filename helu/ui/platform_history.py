"""The versions of a part: when, in which role, what changed, and back to an earlier one."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import streamlit as st

from helu.domain.platform import Part
from helu.domain.wording import diff
from helu.i18n import ZONE, _, day_of
from helu.services import platform_parts as parts
from helu.services import platforms
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.store.database import reading
from helu.store.platform_tables import Platform
from helu.ui.deeds import do
from helu.ui.platform_words import in_lines
from helu.ui.words import plain

MOST = 30  # versions listed; the older ones are kept


def history(
    visitor: Visitor, platform: Platform, part: str, seen: int, dirty: bool, then: Callable[[Any], None]
) -> None:
    with reading() as db:
        versions = platforms.versions(db, platform, part)
    if not versions:
        return
    with st.expander(_("Versjoner ({count})", count=len(versions)), icon=":material/history:"):
        if not st.toggle(_("Vis hva som ble endret"), key=f"history-{platform.id}-{part}"):
            for each in versions[:MOST]:
                st.caption(_words(each))
            return
        empty = Version(part, 0, type(versions[0].content)())
        for each, before in pairwise([*versions[:MOST], versions[MOST] if len(versions) > MOST else empty]):
            st.markdown(f"**{_words(each)}**")
            differences(before.content, each.content)
            if each.number != versions[0].number:
                _restore(visitor, platform, each, seen, dirty, then)


def differences(old: Part, new: Part) -> None:
    """What was taken away struck through, and what came in underlined: word by word, never by colour alone."""
    if in_lines(old) == in_lines(new):
        st.caption(_("Ordlyden er den samme."))
        return
    st.markdown(compared("\n".join(in_lines(old)), "\n".join(in_lines(new))))


def compared(old: str, new: str) -> str:
    """Markdown: what went is struck through, what came is in bold on a tint."""
    return "".join(_marked(fate, text) for fate, text in diff(old, new))


def _marked(fate: str, text: str) -> str:
    """Marks stand close to words, so each line is marked by itself and its outer blanks left outside."""
    said = []
    for line in text.split("\n"):
        core = line.strip()
        if not core:
            said.append(line)
            continue
        mark = {"kept": "{}", "gone": "~~{}~~", "new": ":green-background[**{}**]"}[fate].format(plain(core))
        at = line.index(core)
        said.append(line[:at] + mark + line[at + len(core) :])
    return "  \n".join(said)


def _restore(
    visitor: Visitor, platform: Platform, version: Version, seen: int, dirty: bool, then: Callable[[Any], None]
) -> None:
    words = _("Hent tilbake versjon {number}", number=version.number)
    help_ = _("Lagre først det du har skrevet.") if dirty else None
    key = f"restore-{platform.id}-{version.part}-{version.number}"
    if st.button(words, key=key, type="tertiary", icon=":material/restore:", disabled=dirty, help=help_):
        about = (visitor, platform.id, version.part, version.number, seen)
        do(parts.restore, *about, said=_("Versjon {number} er hentet tilbake.", number=version.number), then=then)


def _words(version: Version) -> str:
    when = f"{day_of(version.made_at, 'short')} {version.made_at.astimezone(ZONE):%H:%M}" if version.made_at else ""
    adopted = _("Vedtatt") if version.locked else ""
    facts = [_("Versjon {number}", number=version.number), when, version.role, adopted, version.note]
    return plain(" · ".join(filter(None, facts)))
