"""A server in a process of its own, and what it costs the machine."""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
STARTING, STOPPING = 60.0, 15.0  # seconds


@dataclass(frozen=True)
class Served:
    url: str
    pid: int

    def cpu(self) -> float:
        """Seconds of processor time used so far, by the process and those it started."""
        return sum(_cpu(pid) for pid in self._family())

    def memory(self) -> int:
        """Resident bytes."""
        return sum(int(_read(pid, "statm").split()[1]) * PAGE for pid in self._family() if _read(pid, "statm"))

    def _family(self) -> Iterator[int]:
        waiting = [self.pid]
        while waiting:
            pid = waiting.pop()
            yield pid
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                waiting += [int(child) for child in _text(task).split()]


@contextmanager
def serving(command: Sequence[str], port: int, ready: str, environment: Mapping[str, str]) -> Iterator[Served]:
    """Started, ready, and always ended. `ready` is a path that answers 200 when it is."""
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, start_new_session=True)
    try:
        _wait_for(process, f"http://127.0.0.1:{port}{ready}")
        yield Served(f"http://127.0.0.1:{port}", process.pid)
    finally:
        end(process)


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """The address of an empty database: what the environment says, else in a cluster made for this run."""
    if given := os.environ.get("HELU_BENCHMARK_DATABASE_URL"):
        yield given
        return
    user = "postgres" if os.getuid() == 0 else None  # PostgreSQL refuses to run as root
    data, port = folder / "cluster", free_port()
    data.mkdir()
    folder.chmod(0o755)
    if user:
        import pwd

        os.chown(data, pwd.getpwnam(user).pw_uid, -1)
    initdb = ["initdb", "-D", str(data), "-U", "helu", "--auth=trust", "-E", "UTF8"]
    subprocess.run(initdb, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)
    command = ["postgres", "-D", str(data), "-p", str(port), "-c", f"unix_socket_directories={data}"]
    process = subprocess.Popen(command, user=user, cwd="/", stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        ready = ["pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
        until = time.monotonic() + STARTING
        while subprocess.run(ready, check=False).returncode and time.monotonic() < until:
            time.sleep(0.2)
        yield f"postgresql://helu@127.0.0.1:{port}/postgres"
    finally:
        end(process, signal.SIGINT)


@contextmanager
def folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="helu-hall-") as name:
        yield Path(name)


def end(process: "subprocess.Popen[bytes]", how: signal.Signals = signal.SIGTERM) -> None:
    if process.poll() is None:
        process.send_signal(how)
        try:
            process.wait(STOPPING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def open_more_files() -> None:
    """Two connections a phone, at both ends; what we start inherits it."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _wait_for(process: "subprocess.Popen[bytes]", url: str) -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until:
        if process.poll() is not None:
            sys.exit(f"The server ended by itself with {process.returncode}.")
        try:
            with urllib.request.urlopen(url, timeout=2) as reply:
                if reply.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"{url} did not answer within {STARTING:.0f} s.")


def _cpu(pid: int) -> float:
    fields = _read(pid, "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK if fields else 0.0


def _read(pid: int, name: str) -> str:
    return _text(Path(f"/proc/{pid}/{name}"))


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended meanwhile
        return ""
