"""Two people's changes to the same poster, put together where they do not meet."""

from collections.abc import Sequence

from helu.domain.platform import Line, Meaning, Poster

MOST = 6


def together(base: Poster, mine: Poster, theirs: Poster, mine_wins: bool = False) -> Poster | None:
    """Theirs with what I have changed since `base`; None when both have changed the same words, or it is too much."""
    if theirs == base:
        return mine
    lines = _lines(base.lines, mine.lines, theirs.lines, mine_wins)
    meanings = _meanings(base.meanings, mine.meanings, theirs.meanings, mine_wins)
    if lines is None or meanings is None:
        return None
    added = [each for each in mine.checked if each not in base.checked]
    taken = set(base.checked) - set(mine.checked)
    checked = [each for each in dict.fromkeys([*theirs.checked, *added]) if each not in taken]
    return Poster(lines=lines, meanings=meanings, checked=checked)


def _lines(base: Sequence[Line], mine: Sequence[Line], theirs: Sequence[Line], wins: bool) -> list[Line] | None:
    before, found = {line.id: line.text for line in base}, {line.id: line for line in theirs}
    for line in mine:
        was = before.get(line.id)
        if line.text == was:
            continue
        if was is None:
            found.setdefault(line.id, line)
        elif line.id not in found and wins:
            found[line.id] = line
        elif not wins and (line.id not in found or found[line.id].text not in (was, line.text)):
            return None
        else:
            found[line.id] = found[line.id].model_copy(update={"text": line.text})
    return list(found.values()) if len(found) <= MOST else None


def _meanings(
    base: Sequence[Meaning], mine: Sequence[Meaning], theirs: Sequence[Meaning], wins: bool
) -> list[Meaning] | None:
    before, found = {each.what: each.text for each in base}, {each.what: each for each in theirs}
    for each in mine:
        was = before.get(each.what)
        if each.text == was:
            continue
        now = found.get(each.what)
        if now and not wins and now.text not in (was or "", each.text):
            return None
        found[each.what] = each
    return list(found.values())
