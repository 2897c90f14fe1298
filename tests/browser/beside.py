"""Somebody at the server, beside it: each command is a process of its own, made from one that knows Helu already.

To start Python and read Helu's code takes far longer than most commands. Reads a line of JSON for each command, the
arguments of `python`, and answers with a line: [exit code, what it printed, what it complained of].
"""

import json
import os
import sys
import tempfile
import traceback
from typing import Any

import helu.services.groups  # what the commands and `House.inside` begin with
import helu.services.logins  # noqa: F401
from helu.cli import app


def main() -> None:
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_done(json.loads(line))) + "\n")
        sys.stdout.flush()


def _done(arguments: list[str]) -> list[Any]:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            for stream, file in ((sys.stdout, out), (sys.stderr, err)):
                os.dup2(file.fileno(), stream.fileno())
            os._exit(_run(arguments))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0)
        err.seek(0)
        return [code, out.read().decode(), err.read().decode()]


def _run(arguments: list[str]) -> int:
    """`-m helu …` or `-c …`; the exit code."""
    code = 0
    try:
        if arguments[0] == "-c":
            exec(compile(arguments[1], "<at the server>", "exec"), {"__name__": "__main__"})
        else:
            app(arguments[2:], prog_name="python -m helu")
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else int(done.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    main()
