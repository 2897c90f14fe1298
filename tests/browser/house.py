"""A real Helu: its own process, its own data folder, and the command line beside it."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PASSWORD = "prøv deg fram nå"
PATIENCE = 200  # seconds for a server to come up on a machine that is busy with other tests

# Streamlit's own: the run of a page that was left ends while the next has begun, each with a lock of its own on the
# same state. What it was about to tidy up is gone anyway.
LEFT_BEHIND = re.compile(
    r"^Exception in thread ScriptRunner.*\nTraceback.*\n(?:  .*\n)+?.* in _remove_stale_widgets\n(?:  .*\n)+"
    r"RuntimeError: dictionary changed size during iteration$",
    re.MULTILINE,
)

Plan = list[dict[str, Any]]


@dataclass
class Gathering:
    house: "House"
    code: str

    @property
    def phone(self) -> str:
        return f"{self.house.url}/d/{self.code}"

    @property
    def wall(self) -> str:
        return f"{self.house.url}/storskjerm/{self.code}"

    @property
    def desk(self) -> str:
        return f"{self.house.url}/styr?samling={self.code}"

    def move(self, *to: str | int) -> None:
        """In another process, as somebody at the server would."""
        self.house.run("workshop", "move", self.code, *to)

    @property
    def now(self) -> dict[str, Any]:
        return json.loads(self.house.run("workshop", "show", self.code, "--json"))

    @property
    def exported(self) -> dict[str, Any]:
        return json.loads(self.house.run("export", self.code, "--format", "json"))

    @property
    def answers(self) -> dict[str, list[dict[str, Any]]]:
        """What the file holds, by the activity's key."""
        planned = [activity for item in self.exported["items"] for activity in item["activities"]]
        return {activity["key"]: activity["answers"] for activity in planned}


@dataclass
class House:
    folder: Path
    port: int = field(default_factory=lambda: _free_port())
    server: subprocess.Popen[bytes] | None = None
    beside: subprocess.Popen[str] | None = None  # see `beside.py`

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    def start(self) -> None:
        """Ready when this returns."""
        command = [sys.executable, "-m", "helu", "serve", "--port", str(self.port), "--host", "127.0.0.1"]
        with self.log.open("ab") as log:
            self.server = subprocess.Popen(command, cwd=ROOT, env=self._environment(), stdout=log, stderr=log)
        until = time.monotonic() + PATIENCE
        while not self._ready():
            assert self.server.poll() is None and time.monotonic() < until, self.log.read_text()
            time.sleep(0.1)

    def stop(self) -> None:
        """As a service manager stops it; open streams and pages must not hold it back."""
        assert self.server
        self.server.terminate()
        try:
            self.server.wait(PATIENCE)
        finally:
            self.server.kill()

    def leave(self) -> None:
        """The server is stopped, and whoever stood beside it goes home."""
        self.stop()
        if self.beside:
            self.beside.kill()

    def run(self, *arguments: str | int) -> str:
        return self._python("-m", "helu", *arguments)

    def inside(self, deed: str) -> str:
        """A few lines of Python with the services at hand, in a process of their own."""
        names = "from helu.services import access, accounts, gatherings, groups, logins, passwords\n"
        store = "from helu.store.database import reading, writing\nfrom helu.store.tables import *\n"
        return self._python("-c", names + store + deed)

    def person(self, name: str, role: str = "facilitator", organisation: str = "Fjell kommune") -> str:
        """An account with the password of all tests; the e-mail address."""
        email = f"{name.lower()}@{organisation.split()[0].lower()}.no"
        self.run("user", "add", email, "--name", name, "--role", role, "--organisation", organisation)
        self.inside(
            f"kept = passwords.keep({PASSWORD!r})\n"
            f"with writing() as db: accounts.user_by_email(db, {email!r}).password_hash = kept; db.commit()"
        )
        return email

    def gathering(self, template: str, title: str = "") -> Gathering:
        about = ["--template", template, "--title", title, "--organisation", "Fjell kommune", "--json"]
        return Gathering(self, json.loads(self.run("workshop", "create", *about))["code"])

    def planned(self, plan: Plan, title: str = "Samling i Fjell", language: str = "nb") -> Gathering:
        """A gathering with just these activities, read in from a file as an export is."""
        activities = [
            {"number": at, "language": language, "key": each["kind"]} | each for at, each in enumerate(plan, 1)
        ]
        item = {"key": "dagen", "kind": "workshop", "title": "Dagen", "activities": activities}
        file = self.folder / "plan.json"
        whole = {"helu": "gathering", "schema": 1, "title": title, "language": language, "items": [item]}
        file.write_text(json.dumps(whole), encoding="utf-8")
        made = self.run("import", str(file), "--organisation", "Fjell kommune", "--json")
        return Gathering(self, json.loads(made)["code"])

    def complaints(self) -> list[str]:
        """What the server logged that nobody should ever have to read."""
        said = LEFT_BEHIND.sub("", self.log.read_text())
        return re.findall(r"^.*(?:Traceback|Error |ERROR|Exception).*$", said, re.MULTILINE)

    def stores(self, words: str) -> bool:
        """Whether the words lie anywhere at all in the data folder."""
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        return any(words.encode() in file.read_bytes() for file in files)

    def _python(self, *arguments: str | int) -> str:
        """In a process of its own; what it printed."""
        command = [*map(str, arguments)]
        code, said, complained = self._done(command) if hasattr(os, "fork") else self._done_slowly(command)
        assert code == 0, f"{command}\n{said}\n{complained}"
        return said

    def _done(self, command: list[str]) -> tuple[int, str, str]:
        if self.beside is None:
            standing = [sys.executable, "-m", "tests.browser.beside"]
            how = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "encoding": "utf-8"}
            self.beside = subprocess.Popen(standing, cwd=ROOT, env=self._environment(), **how)
        assert self.beside.stdin and self.beside.stdout
        print(json.dumps(command), file=self.beside.stdin, flush=True)
        code, said, complained = json.loads(self.beside.stdout.readline())
        return code, said, complained

    def _done_slowly(self, command: list[str]) -> tuple[int, str, str]:
        how = {"cwd": ROOT, "env": self._environment(), "capture_output": True, "encoding": "utf-8", "check": False}
        done = subprocess.run([sys.executable, *command], **how)
        return done.returncode, done.stdout, done.stderr

    def _environment(self) -> dict[str, str]:
        ours = {"HELU_DATA_DIR": str(self.folder), "HELU_PUBLIC_URL": self.url, "PYTHONUTF8": "1"}
        return {name: value for name, value in os.environ.items() if not name.startswith("HELU_")} | ours

    def _ready(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.url}/klar", timeout=2).close()
            return True
        except OSError:
            return False


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
