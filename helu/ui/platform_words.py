"""The parts of a platform in plain lines, for comparing versions and for reading."""

from helu.activities.platform_wheel import ENTRY_KINDS, MATTER_KINDS, MONTHS
from helu.domain.platform import (
    Element,
    Matter,
    Matters,
    Part,
    Poster,
    StructureCulture,
    Value,
    Values,
    Year,
    YearEntry,
)
from helu.errors import sentence
from helu.i18n import _

BALANCE = {"operations": sentence("Drift"), "development": sentence("Utvikling")}
REPEATS = {
    "year": sentence("Hvert år"),
    "quarter": sentence("Hvert kvartal"),
    "month": sentence("Hver måned"),
}


def in_lines(content: Part) -> list[str]:
    """Everything a part says, one line for each thing."""
    if isinstance(content, Element):
        work = [f"{_('Gjenstår')}: {each.text}" for each in content.open_work]
        return [*content.text.splitlines(), *(each for each in content.asides.values() if each), *work]
    if isinstance(content, Matters):
        return [matter_line(each) for each in content.matters]
    if isinstance(content, Values):
        signs = [line for each in content.values for line in value_lines(each)]
        return [*filter(None, [content.vision]), *signs]
    if isinstance(content, StructureCulture):
        structure = [f"{_('Struktur')}: {each.text}" for each in content.structure]
        return structure + [f"{_('Kultur')}: {each.text}" for each in content.culture]
    if isinstance(content, Year):
        return [entry_line(each) for each in content.entries]
    if isinstance(content, Poster):
        return [each.text for each in content.lines]
    return [each.text for each in content.rows()]


def matter_line(matter: Matter) -> str:
    return f"{matter.text} ({_(MATTER_KINDS[matter.kind])}, {_(BALANCE[matter.balance]).lower()})"


def value_lines(value: Value) -> list[str]:
    signs = [f"{_('Handling')}: {each.text}" for each in value.actions]
    return [value.text, *signs, *(f"{_('Holdning')}: {each.text}" for each in value.attitudes)]


def entry_line(entry: YearEntry) -> str:
    day = f"{entry.day}. " if entry.day else ""
    facts = [_(ENTRY_KINDS[entry.kind]), entry.who, _(REPEATS[entry.repeats])]
    return f"{day}{_(MONTHS[entry.month - 1])}: {entry.title} ({', '.join(filter(None, facts))})"
