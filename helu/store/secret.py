"""The one secret of an installation: made on first use, in a file that only its owner can read."""

import os
import secrets
from functools import cache
from pathlib import Path

from helu.settings import settings

FILE = "secret.key"


def secret() -> str:
    return _read(settings().data_dir / FILE)


@cache
def _read(file: Path) -> str:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
                out.write(secrets.token_hex(32))
        except FileExistsError:
            pass  # another process was a moment quicker
    return file.read_text().strip()
