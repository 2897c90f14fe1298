"""What is wrong with a poster that somebody wrote, as one sentence that says where and what to do."""

from pydantic import ValidationError

from helu.errors import Misfit, sentence

_EMPTY_LINE = sentence("Linje {number} på plakaten er tom. Skriv noe der, eller ta den bort.")
_LONG_LINE = sentence("Linje {number} på plakaten er for lang. Kort den ned til høyst {max_length} tegn.")
_ODD_LINE = sentence("Linje {number} på plakaten er ikke en tekst. Skriv den i hermetegn.")
_LONG = sentence("Teksten i «{field}» er for lang. Kort den ned til høyst {max_length} tegn.")
_EMPTY = sentence("«{field}» er tom. Skriv noe der, eller ta den bort.")
_ODD = sentence("Verdien av «{field}» passer ikke. Sjekk hvordan den er skrevet.")

# (field, type of error) -> sentence; a field of "" is any.
_MENDS = {
    ("lines", "missing"): sentence("Plakaten har ingen linjer. Skriv minst én under «lines»."),
    ("lines", "too_short"): sentence("Plakaten har ingen linjer. Skriv minst én under «lines»."),
    ("lines", "too_long"): sentence(
        "Plakaten har {actual_length} linjer, men plass til {max_length}. Slå sammen noen."
    ),
    ("words", "too_long"): sentence("Plakaten forklarer for mange ord. Velg ut høyst {max_length}."),
    ("language", "literal_error"): sentence("Språket må være ett av {languages}."),
    ("date", ""): sentence("Skriv datoen som år-måned-dag, slik: 2026-01-31."),
    ("", "missing"): sentence("«{field}» mangler. Legg den til."),
    ("", "extra_forbidden"): sentence("«{field}» hører ikke til på en plakat. Ta den bort, eller rett skrivefeilen."),
    ("", "too_long"): _LONG,
    ("", "blank"): _EMPTY,
}
_IN_LINE = {"blank": _EMPTY_LINE, "too_long": _LONG_LINE}


def misfit(error: ValidationError) -> Misfit:
    """The first thing that is wrong; a misspelt name comes first, for it explains a missing one."""
    errors = error.errors(include_url=False, include_input=False)
    first = next((each for each in errors if each["type"] == "extra_forbidden"), errors[0])
    field, *below = first["loc"] or ("",)
    told = {"languages": "nb, nn, en"} | first.get("ctx", {})
    if field == "lines" and below and isinstance(below[0], int):
        return Misfit(_IN_LINE.get(first["type"], _ODD_LINE), **told | {"number": below[0] + 1})
    name, kind = ("" if below else str(field)), first["type"]  # below a field: one of its words, not all of them
    mend = _MENDS.get((name, kind)) or _MENDS.get((name, "")) or _MENDS.get(("", kind))
    place = " › ".join(str(step) for step in (field, *below[:1]))
    return Misfit(mend or _ODD, **told | {"field": place[:80]})
