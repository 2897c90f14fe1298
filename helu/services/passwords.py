"""Keep and check passwords: bcrypt through streamlit-authenticator's hasher.

bcrypt reads 72 bytes and no NUL, so the password is first folded with SHA-256: every one of up to
128 characters counts. A check takes a quarter of a second: never do it while holding the database.
"""

from base64 import b64encode
from hashlib import sha256
from logging import getLogger
from typing import Any

NOBODY = "$2b$12$06JBgJbacMsMilz.QelWueUoNetGQBnvPVWaVg2d5DfZcXez.9Try"  # makes unknown people just as slow


def keep(password: str) -> str:
    return _hasher().hash(_folded(password))


def matches(password: str, kept: str) -> bool:
    """False for an account without a password, after the same time as for any other."""
    return bool(_hasher().check_pw(_folded(password), kept or NOBODY)) and bool(kept)


def _folded(password: str) -> str:
    return b64encode(sha256(password.encode("utf-8", "surrogatepass")).digest()).decode()


def _hasher() -> Any:
    # Slow to import, and first needed at a login. It declares widgets, which Streamlit warns of outside a page.
    chatter = getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    chatter.disabled = True
    from streamlit_authenticator import Hasher

    chatter.disabled = False

    return Hasher
