"""The purpose poster from a file, ready to print or to go on with."""

from pathlib import Path
from typing import Annotated

import typer

from helu.cli.data import NoFile
from helu.cli.say import AsJson, plainly, say
from helu.documents import poster as posters
from helu.errors import Misfit, sentence
from helu.i18n import _

_ENDING = sentence("Filen må slutte på {known}, så vi vet hva som skal lages.")


def poster(
    file: Annotated[Path, typer.Argument(help="JSON with organisation, language, lines, words, date and version.")],
    out: Annotated[Path, typer.Option(help="What to make: a file that ends in .pdf, .png or .pptx.")],
    paper: Annotated[str, typer.Option(help="A4 or A3.")] = "A4",
    orientation: Annotated[str, typer.Option(help="portrait or landscape.")] = "portrait",
    design: Annotated[str, typer.Option(help="fjord, furu or lys.")] = "fjord",
    logo: Annotated[Path | None, typer.Option(help="A PNG or JPEG of at most 2 MB.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Add a page with what the words mean.")] = False,
    as_json: AsJson = False,
) -> None:
    """Draw the purpose poster as PDF, picture or slide."""
    with plainly():
        wanted = _format(out)
        read = posters.read_poster(_read(file))
        if logo:
            read = posters.poster_from({**dict(read), "logo": _read(logo)})
        made = posters.draw(read, paper, orientation, design, wanted, explain)
        pages = posters.count_pages(read, paper, orientation, design, explain) if wanted == "pdf" else 1
        try:
            out.write_bytes(made)
        except OSError as problem:
            raise NoFile(file=out, why=problem.strerror or problem) from problem
        say(_("Skrevet til {file}.", file=out), as_json, file=out, pages=pages, bytes=len(made))


def _format(out: Path) -> str:
    ending = out.suffix.lower().removeprefix(".")
    if ending not in posters.FORMATS:
        raise Misfit(_ENDING, known=", ".join(f".{each}" for each in posters.FORMATS))
    return ending


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise NoFile(file=file, why=problem.strerror or problem) from problem
