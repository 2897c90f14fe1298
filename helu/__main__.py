"""`python -m helu`."""

from helu.cli import app

app(prog_name="python -m helu")
