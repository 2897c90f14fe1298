"""Keep and check passwords: bcrypt through streamlit-authenticator's hasher.

bcrypt reads 72 bytes and no NUL, so the password is first folded with SHA-256: every one of up to
128 characters counts. A check takes a quarter of a second: never do it while holding the database.
"""

from base64 import b64encode
from hashlib import sha256
from logging import getLogger
from typing import Any

NOBODY = "$2b$12$06JBgJbacMsMilz.QelWueUoNetGQBnvPVWaVg2d5DfZcXez.9Try"  # makes unknown people just as slow
NONE = "-"  # of an account that is somebody's, who comes in by single sign-on: no password matches it


def keep(password: str) -> str:
    return _hasher().hash(_folded(password))


def matches(password: str, kept: str) -> bool:
    """False for an account without a password, after the same time as for any other."""
    is_one = is_password(kept)
    return bool(_hasher().check_pw(_folded(password), kept if is_one else NOBODY)) and is_one


def is_password(kept: str) -> bool:
    return kept not in {"", NONE}


def _folded(password: str) -> str:
    return b64encode(sha256(password.encode("utf-8", "surrogatepass")).digest()).decode()


def _hasher() -> Any:
    # Slow to import, and first needed at a login. It declares widgets, which Streamlit warns of outside a page.
    chatter = getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    chatter.disabled = True
    from streamlit_authenticator import Hasher

    chatter.disabled = False

    return Hasher
