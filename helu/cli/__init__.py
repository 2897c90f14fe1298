"""The command line: for those who keep Helu running, and for scripts."""

from helu.cli.main import app

__all__ = ["app"]
