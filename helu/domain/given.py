"""One answer as the rules see it: what was given, and nothing about who gave it."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any


@dataclass(frozen=True)
class Given:
    values: Mapping[str, Any]  # field name -> value, as the activity's fields define it
    tag: str = ""  # opaque; the same for the same author in the same activity and slot
    label: str = ""  # a name or a group, when the activity asks for one

    def key(self, piece: str) -> str:
        """A lasting id for one card, word or row of this answer: 16 hex digits."""
        return sha256(f"{self.tag}\0{piece}".encode()).hexdigest()[:16]
