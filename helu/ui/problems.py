"""Show people what went wrong, in words meant for them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException, StopException

from helu.errors import HeluError
from helu.i18n import _

log = logging.getLogger(__name__)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn a HeluError into a message on the page. A bug gets an id in the log and a sentence here."""
    try:
        yield
    except HeluError as problem:
        st.error(str(problem))
    except (RerunException, StopException):
        raise
    except Exception:
        number = token_hex(4)
        log.exception("Error %s on a desk page", number)
        st.error(_("Noe gikk galt hos oss. Ingenting du har skrevet er borte. Prøv igjen. (Feil {id})", id=number))
