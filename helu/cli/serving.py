"""Start the server, migrate, and check what lies in data/."""

import os
from typing import Annotated

import typer

from helu.cli.say import AsJson, plainly, rows, say
from helu.content import library
from helu.i18n import _
from helu.services import demo, providers
from helu.services.demo import Links
from helu.store import migrate
from helu.store.database import reading, writing
from helu.store.secret import secret
from helu.web import address, squeezing


def serve(
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8501,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "0.0.0.0",  # noqa: S104 - phones must reach it
    links: Annotated[bool, typer.Option("--links", help="Print where desk, projector and phone are.")] = False,
    first: Annotated[bool, typer.Option("--demo/--no-demo", help="Put a demo into an empty database.")] = False,
) -> None:
    """Start the server. Migrates the database first."""
    os.environ.setdefault("STREAMLIT_SERVER_COOKIE_SECRET", secret())
    address.serve_on(port)
    _allow_many_connections()
    with plainly():
        migrate.migrate()
        with reading() as db:
            providers.check(db)
        found = _prepare(first) if links or first else None
        if links and found:
            _print(port, found)
    from app import app  # imports Streamlit, which reads the environment

    app.run(config={"server.port": port, "server.address": host})


def migrate_database(as_json: AsJson = False) -> None:
    """Make or upgrade the database, and nothing else."""
    with plainly():
        touched = migrate.migrate()
        said = _("Databasen er klar ({revision}).", revision=migrate.newest())
        say(said, as_json, revision=migrate.newest(), changed=touched)


def squeeze(as_json: AsJson = False) -> None:
    """Compress what browsers fetch, once after installing, so that the first visit is quick on a slow line."""
    made = squeezing.squeeze_all()
    say(_("Filene nettleserne henter, er pakket."), as_json, files=made)


def check_content(as_json: AsJson = False) -> None:
    """Read every file in data/ and say what is wrong with it. Exit code 1 when something is."""
    problems = library.problems()
    rows([{"file": each.file, "place": str(each.place), "mend": str(each.mend)} for each in problems], as_json)
    if problems:
        raise typer.Exit(1)
    if not as_json:
        say(_("Alt innhold er i orden."))


def _prepare(with_demo: bool) -> Links:
    with writing() as db:
        return demo.first_links(db, with_demo)


def _print(port: int, links: Links) -> None:
    here = f"http://localhost:{port}"
    desk = f"{here}/velkommen/{links.welcome}" if links.welcome else here
    typer.echo("")
    typer.echo(_("Skrivebord:  {link}", link=desk))
    if links.welcome:
        typer.echo(_("             (virker én gang: her velger du passord)"))
    if links.code:
        typer.echo(_("Storskjerm:  {link}", link=f"{here}/storskjerm/{links.code}"))
        typer.echo(_("Telefon:     {link}", link=f"{address.public_url()}/d/{links.code}"))
    typer.echo("")


def _allow_many_connections() -> None:
    """A phone is an open connection, and many systems allow a process only 1,024 unless asked."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 16_384 if hard == resource.RLIM_INFINITY else min(16_384, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
