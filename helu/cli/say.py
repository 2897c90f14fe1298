"""How the command line speaks: sentences for people, JSON for scripts, exit codes for both.

0 done · 1 it could not be done, and the sentence on standard error says why · 2 wrong usage.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from helu.errors import HeluError

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@contextmanager
def plainly() -> Iterator[None]:
    """Turn a HeluError into its sentence on standard error and exit code 1."""
    try:
        yield
    except HeluError as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None


def say(words: str, as_json: bool = False, **facts: Any) -> None:
    typer.echo(json.dumps(facts, ensure_ascii=False, default=str) if as_json else words)


def rows(found: list[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        return typer.echo(json.dumps(found, ensure_ascii=False, default=str))
    for row in found:
        typer.echo("  ".join(str(value) for value in row.values()))
    return None
