"""Names of fields that belong to an option: lasting, and never longer than the files allow."""

from hashlib import sha256

LONGEST = 40


def field_of(id_: str, what: str) -> str:
    """`field_of("o1", "effect")` is "o1_effect". An id too long for that is told by its digest instead."""
    name = f"{id_}_{what}"
    if len(name) <= LONGEST:
        return name
    return f"{sha256(id_.encode()).hexdigest()[: LONGEST - len(what) - 1]}_{what}"
