"""Start Helu on a bare machine: `python3 start.py`, `python3 start.py demo`, `python3 start.py test`.

Standard library only, for Linux, macOS and Windows. Makes a virtual environment beside this file,
installs what requirements.txt pins, and hands over to Helu.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)


def main() -> int:
    if sys.version_info < OLDEST:
        print("Helu trenger Python 3.11 eller nyere. Denne maskinen har %d.%d." % sys.version_info[:2])  # noqa: UP031
        return 1
    arguments = read_arguments()
    install(testing=arguments.what == "test")
    if arguments.what == "test":
        return test(arguments.rest)
    return serve(arguments)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Start Helu.")
    parser.add_argument(
        "what", nargs="?", choices=["demo", "test"], help="demo: 31 simulated leaders; test: run every test"
    )
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--host", default="0.0.0.0")  # noqa: S104 - phones in the room must reach it
    parser.add_argument("--data", type=Path, help="where the database and the secret lie")
    parser.add_argument("--no-demo", action="store_true", help="start empty")
    known, rest = parser.parse_known_args()
    if rest and known.what != "test":
        parser.error(f"unknown: {' '.join(rest)}")
    known.rest = rest
    return known


def install(testing: bool) -> None:
    """Only when the pinned requirements differ from what was installed last."""
    wanted = [ROOT / "requirements.txt"] + ([ROOT / "requirements-dev.txt"] if testing else [])
    missing = [file for file in wanted if not is_installed(file)]
    if not PYTHON.exists():
        print("Lager et eget Python-miljø i .venv …", flush=True)
        venv.create(HOME, with_pip=True)
    for file in missing:
        print(f"Installerer {file.name} … (første gang tar det noen minutter)", flush=True)
        run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", file)
        stamp(file).write_text(digest(file))
    if not testing:
        squeeze()


def squeeze() -> None:
    """What browsers fetch, once for each set of requirements. Helu also runs without."""
    wanted, done = digest(ROOT / "requirements.txt"), stamp(Path("squeezed"))
    if done.exists() and done.read_text() == wanted:
        return
    print("Pakker filene nettleserne henter … (et halvt minutt)", flush=True)
    if subprocess.run([str(PYTHON), "-m", "helu", "squeeze"], cwd=ROOT, check=False).returncode == 0:
        done.write_text(wanted)


def is_installed(file: Path) -> bool:
    return PYTHON.exists() and stamp(file).exists() and stamp(file).read_text() == digest(file)


def stamp(file: Path) -> Path:
    return HOME / f"{file.stem}.sha256"


def digest(file: Path) -> str:
    whole = file.read_bytes() + (ROOT / "requirements.txt").read_bytes()
    return hashlib.sha256(whole).hexdigest()


def test(rest: list) -> int:
    """Every test: the browser and PostgreSQL are real, so they are fetched when they are missing."""
    run(PYTHON, "-m", "tests.browser.chromium")
    quick = [PYTHON, "-m", "pytest", "-n", "2", "--dist", "worksteal", *rest]
    return subprocess.run([*map(str, quick)], cwd=ROOT, check=False).returncode


def serve(arguments: argparse.Namespace) -> int:
    environment = dict(os.environ)
    if arguments.data:
        environment["HELU_DATA_DIR"] = str(arguments.data.resolve())
    first = "--no-demo" if arguments.no_demo else "--demo"
    command = [PYTHON, "-m", "helu", "serve", "--port", arguments.port, "--host", arguments.host, "--links", first]
    server = subprocess.Popen([*map(str, command)], cwd=ROOT, env=environment)
    try:
        if arguments.what == "demo":
            play(server, arguments.port, environment)
        return server.wait()
    except KeyboardInterrupt:
        return server.wait()


def play(server: subprocess.Popen, port: int, environment: dict) -> None:
    """When the server answers: 31 simulated leaders join Seljord's gathering and follow the facilitator."""
    if not wait_for(server, port):
        return
    found = subprocess.run(
        [str(PYTHON), "-m", "helu", "workshop", "list", "--json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
    )
    code = next(each["code"] for each in json.loads(found.stdout) if each["template"] == "seljord-samling-1")
    url = f"http://127.0.0.1:{port}"
    run(PYTHON, "-m", "helu", "simulate", code, "--phones", "31", "--url", url, env=environment)


def wait_for(server: subprocess.Popen, port: int) -> bool:
    while server.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/klar", timeout=2).close()
            return True
        except OSError:
            time.sleep(0.2)
    return False


def run(*command: object, env: object = None) -> None:
    done = subprocess.run([*map(str, command)], cwd=ROOT, env=env, check=False)  # type: ignore[arg-type]
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    sys.exit(main())
