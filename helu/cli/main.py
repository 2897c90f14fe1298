"""The commands, and what they are called."""

import typer

from helu.cli import balance, data, people, platform, poster, pulses, serving, themes, trying, workshops

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Helu: gatherings for leader groups.")
app.command("serve")(serving.serve)
app.command("migrate")(serving.migrate_database)
app.command("squeeze")(serving.squeeze)
app.command("check-content")(serving.check_content)
app.add_typer(people.app, name="user")
app.add_typer(workshops.app, name="workshop")
app.add_typer(pulses.app, name="pulse")
app.add_typer(balance.app, name="balance")
app.command("export")(data.export)
app.command("import")(data.import_file)
app.command("poster")(poster.poster)
app.command("platform")(platform.platform)
app.command("backup")(data.backup)
app.command("restore")(data.restore_file)
app.add_typer(data.erasing, name="erase")
app.command("themes")(themes.themes)
app.command("simulate")(trying.simulate)
