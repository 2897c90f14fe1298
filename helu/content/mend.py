"""What is wrong in a template file, where it is, and how to mend it: one sentence for whoever wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from helu.errors import HeluError, Misfit, sentence
from helu.i18n import _

_MENDS = {
    "missing": sentence("legg til «{last}», som mangler"),
    "extra_forbidden": sentence("ta bort «{last}», eller rett skrivefeilen"),
    "no_text": sentence("skriv teksten på minst ett språk, under nb, nn eller en"),
    "unknown_kind": sentence("velg en av disse aktivitetene: {known}"),
    "twice": sentence("id-en «{id}» er brukt to ganger, så gi den ene en ny"),
    "literal_error": sentence("velg en av disse: {expected}"),
    "string_type": sentence("skriv en tekst her, i hermetegn"),
    "string_too_short": sentence("skriv en tekst her, eller ta bort linjen"),
    "string_too_long": sentence("kort ned teksten til høyst {max_length} tegn"),
    "string_pattern_mismatch": sentence("skriv «{last}» med bare de tegnene mønsteret {pattern} tillater"),
    "int_type": sentence("skriv et helt tall"),
    "int_parsing": sentence("skriv et helt tall"),
    "int_from_float": sentence("skriv et helt tall"),
    "bool_type": sentence("skriv true eller false"),
    "bool_parsing": sentence("skriv true eller false"),
    "greater_than_equal": sentence("tallet må være minst {ge}"),
    "less_than_equal": sentence("tallet kan være høyst {le}"),
    "too_short": sentence("ta med minst {min_length}"),
    "too_long": sentence("ta med høyst {max_length}"),
    "list_type": sentence("lag en liste, med en strek foran hvert punkt"),
    "dict_type": sentence("skriv navn og verdi, som «tittel: …», her"),
    "model_type": sentence("skriv navn og verdi, som «tittel: …», her"),
    "model_attributes_type": sentence("skriv navn og verdi, som «tittel: …», her"),
    "invalid_key": sentence("skriv navnet på linjen i hermetegn"),
}
_START = sentence('skriv klokkeslettet med fire sifre i hermetegn, som "08:30"')
_ID = sentence("skriv id-en med små bokstaver fra a til z, tall og bindestrek eller understrek")
_ANY = sentence("rett verdien; den passer ikke her")


@dataclass(frozen=True)
class Place:
    """Where in the file. Said in the reader's language, so it is put into words late."""

    path: str = ""
    line: int | None = None

    def __str__(self) -> str:
        line = _("linje {line}", line=self.line) if self.line else ""
        return ", ".join(part for part in (line, self.path) if part)


class Unfit(Misfit):
    """A Misfit that also tells place and mend apart, for lists of problems."""

    sentence = sentence("Malen kan ikke brukes ennå. Se {place}: {mend}.")

    def __init__(self, place: Place, mend: HeluError) -> None:
        super().__init__(place=place, mend=mend)
        self.place = place
        self.mend = mend


def misfit(error: ValidationError, path: Sequence[Any], line: int | None = None) -> Unfit:
    """The gravest thing that is wrong; `path` is how to name the place it is in."""
    first = gravest(error)
    last = str(path[-1]) if path else ""
    told = {"last": last} | {name: str(each).replace(" or ", ", ") for name, each in first.get("ctx", {}).items()}
    where = " › ".join(str(step) for step in path)
    return Unfit(Place(where, line), HeluError(_mend(first["type"], last), **told))


def gravest(error: ValidationError) -> ErrorDetails:
    """What to tell first. A misspelt key also leaves another missing; the misspelling explains both."""
    errors = error.errors(include_url=False, include_input=False)
    return next((each for each in errors if each["type"] == "extra_forbidden"), errors[0])


def _mend(kind: str, last: str) -> str:
    if kind == "string_pattern_mismatch" and last in {"start", "id"}:
        return _START if last == "start" else _ID
    return _MENDS.get(kind, _ANY)
