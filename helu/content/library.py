"""The templates and the method that come with Helu, and templates people upload."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from helu.content.mend import Place, Unfit, gravest, misfit
from helu.content.reader import read
from helu.content.template import Template
from helu.errors import HeluError, Misfit, sentence
from helu.i18n import _
from helu.settings import DATA

TEMPLATES = DATA / "templates"
METHOD = DATA / "method"


@dataclass(frozen=True)
class Problem:
    """A template that is left out, and what to do about it. In the language of whoever reads it."""

    file: str
    place: Place
    mend: HeluError

    def __str__(self) -> str:
        if not str(self.place):
            return _("Malen {file} er utelatt. {mend}", file=self.file, mend=self.mend)
        return _("Malen {file} er utelatt. Se {place}: {mend}.", file=self.file, place=self.place, mend=self.mend)


def templates() -> dict[str, Template]:
    """The templates that can be used, by id."""
    return _shelf(TEMPLATES)[0]


def problems() -> list[Problem]:
    """The templates that cannot."""
    return _shelf(TEMPLATES)[1]


def read_template(text: str | bytes) -> Template:
    """A template someone wrote. Raises Misfit, whose sentence names the place and how to mend it."""
    document = read(text)
    try:
        return Template.model_validate(document.data)
    except ValidationError as error:
        path, line = document.find(gravest(error)["loc"])
        raise misfit(error, path, line) from None


@cache
def method(name: str) -> dict[str, Any]:
    """One file of the method, such as `six_steps`. Shared by all who ask: do not change it."""
    with (METHOD / f"{name}.yaml").open("rb") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def _shelf(folder: Path) -> tuple[dict[str, Template], list[Problem]]:
    usable: dict[str, Template] = {}
    broken: list[Problem] = []
    for file in sorted(folder.glob("*.yaml")):
        try:
            usable[file.stem] = _from_file(file)
        except Unfit as error:
            broken.append(Problem(file.name, error.place, error.mend))
        except Misfit as error:
            broken.append(Problem(file.name, Place(), error))
    return usable, broken


def _from_file(file: Path) -> Template:
    template = read_template(file.read_bytes())
    if template.id != file.stem:
        raise Unfit(Place("id"), HeluError(sentence("skriv «{stem}», som filen heter"), stem=file.stem))
    return template
