"""The document to take home, from the command line: for the archive, and for whoever runs Helu for others."""

from pathlib import Path
from typing import Annotated

import typer

from helu.cli.data import NoFile
from helu.cli.say import AsJson, say
from helu.cli.workshops import Code, ready
from helu.errors import NotFound, sentence
from helu.i18n import _
from helu.services import access, platforms, taking_home
from helu.store.database import reading


def platform(
    code: Code,
    out: Annotated[Path, typer.Option(help="The file to make.")],
    format: Annotated[str, typer.Option(help="pdf, docx or pptx.")] = "pdf",  # noqa: A002
    language: Annotated[str, typer.Option(help="nb, nn or en; else the gathering's own.")] = "",
    as_json: AsJson = False,
) -> None:
    """Print the leader group's platform as a document, or as slides for its next meeting."""
    with ready(), reading() as db:
        workshop = access.workshop_by_code(db, code)
        found = platforms.known_of(db, workshop)
        if found is None:
            raise NotFound(sentence("Ledergruppa har ikke skrevet noe i plattformen sin ennå."))
        _name, made = taking_home.printed(db, found, format, language or workshop.language)
        try:
            out.write_bytes(made)
        except OSError as problem:
            raise NoFile(file=out, why=problem.strerror or problem) from problem
        say(_("Skrevet til {file}.", file=out), as_json, file=out, format=format, bytes=len(made))
