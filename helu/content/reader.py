"""Reads YAML that anyone may have written: plain data only, and not more of it than a template needs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from helu.errors import Misfit, sentence

MOST_BYTES = 500_000
MOST_PARTS = 50_000  # the largest template that comes with Helu has 2,000
DEEPEST = 20

# Characters that cannot be seen, and those that make a text read as another.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as fast

_NOT_YAML = sentence("Filen er ikke gyldig YAML. Se på linje {line}, og sjekk innrykk, kolon og hermetegn.")
_NO_VALUE = sentence("Filen har en dato eller et tall som ikke finnes. Sett verdien i hermetegn.")
_ALIAS = sentence("Linje {line} viser til en annen del av filen med & eller *. Skriv teksten rett inn i stedet.")
_TAG = sentence("Linje {line} har en merkelapp med utropstegn. Ta bort merkelappen, eller sett teksten i hermetegn.")
_MANY = sentence("Filen har for mange deler. Del den i flere maler.")
_DEEP = sentence("Linje {line} ligger for dypt. Bruk færre innrykk og klammer.")
_UNSEEN = sentence("Linje {line} har et usynlig tegn. Slett tegnet, eller skriv linjen på nytt.")
_TWICE = sentence("Linje {line} har «{name}», som alt står lenger oppe. Ta bort den ene.")


@dataclass(frozen=True)
class Document:
    data: dict[str, Any]
    node: yaml.MappingNode

    def find(self, location: Sequence[Any]) -> tuple[list[str], int]:
        """How to name the place to a person, with ids rather than numbers, and its line from 1."""
        path: list[str] = []
        node: Any = self.node
        line = self.node.start_mark.line
        for step in location:
            key, below = _below(node, step)
            path.append(_id(below) or str(step + 1 if isinstance(step, int) else step))
            node, line = below, key.start_mark.line if key else line
        return path, line + 1


def read(given: str | bytes) -> Document:
    """The document. Raises Misfit with a sentence when it is not plain YAML with names and values."""
    text = _text(given)
    try:
        _look_through(text)
        loader = _Loader(text)
        node = loader.get_single_node()
        data = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Misfit(_NOT_YAML, line=mark.line + 1 if mark else 1) from None
    except ValueError:  # YAML lets through numbers and dates that are none, such as 2023-13-40
        raise Misfit(_NO_VALUE) from None
    if not isinstance(data, dict):
        raise Misfit(sentence("Filen er ikke en mal. Den skal ha navn og verdier, og begynne med «schema: 1»."))
    _no_name_twice(node)
    return Document(data, node)


def _text(given: str | bytes) -> str:
    try:
        raw = given.encode() if isinstance(given, str) else given
        text = raw.decode("utf-8-sig")
    except UnicodeError:
        raise Misfit(sentence("Filen er ikke lagret som UTF-8. Lagre den på nytt med tegnsettet UTF-8.")) from None
    if len(raw) > MOST_BYTES:
        raise Misfit(sentence("Filen er for stor. Kort den ned til høyst {most} kB."), most=MOST_BYTES // 1000)
    if hidden := _HIDDEN.search(text):
        raise Misfit(_UNSEEN, line=text.count("\n", 0, hidden.start()) + 1)
    return text


def _look_through(text: str) -> None:
    """Before anything is built: no references that multiply, no types but the plain ones, no abyss."""
    depth = 0
    for at, event in enumerate(yaml.parse(text, Loader=_Loader)):
        if at > MOST_PARTS:
            raise Misfit(_MANY)
        line = event.start_mark.line + 1 if event.start_mark else 0
        if getattr(event, "anchor", None):
            raise Misfit(_ALIAS, line=line)
        if getattr(event, "tag", None):
            raise Misfit(_TAG, line=line)
        if isinstance(event, yaml.ScalarEvent) and _HIDDEN.search(event.value):  # written as "\0"
            raise Misfit(_UNSEEN, line=line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise Misfit(_DEEP, line=line)


def _no_name_twice(node: yaml.Node) -> None:
    """YAML keeps the last of two and says nothing; the first would be lost."""
    for mapping in _mappings(node):
        names: set[str] = set()
        for key, _ in mapping.value:
            if key.value in names:
                raise Misfit(_TWICE, line=key.start_mark.line + 1, name=key.value)
            names.add(key.value)


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, below in node.value:
            yield from _mappings(below)
    elif isinstance(node, yaml.SequenceNode):
        for below in node.value:
            yield from _mappings(below)


def _below(node: yaml.Node | None, step: Any) -> tuple[yaml.Node | None, yaml.Node | None]:
    """(where it begins, what it is), or nothing when the file has no such place."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), (None, None))
    return None, None


def _id(node: yaml.Node | None) -> str:
    if not isinstance(node, yaml.MappingNode):
        return ""
    return next((value.value for key, value in node.value if key.value == "id" and value.value), "")
