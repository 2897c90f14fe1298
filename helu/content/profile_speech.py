"""The sentences beside a radar, in the language of whoever reads: the model's own where it has them."""

from collections.abc import Mapping, Sequence

from helu.content.balance_words import ProfileTexts, balance_words, in_language
from helu.domain.profile_words import Said
from helu.errors import sentence
from helu.i18n import _, language, number_of

# What the model's file has no words for.
_OURS: Mapping[str, str] = {
    "nothing": sentence("Du har ikke svart på nok til at det blir en profil ennå."),
    "often": sentence("Dette gjør du ofte: {names}."),
    "more": sentence("Du vil mer av {name} enn du gjør nå: fra {from_} til {to}."),
    "less": sentence("Du vil mindre av {name} enn du gjør nå: fra {from_} til {to}."),
    "most_in": sentence("Mest gjelder det {name}."),
    "content": sentence("Du er omtrent der du vil være, i alle orienteringene du har svart for."),
    "no_wish": sentence("Du har ikke svart på hva du ønsker om seks måneder, så avstanden kan ikke vises."),
    "risen": sentence("Du gjør mer av {name} enn sist: fra {from_} til {to}."),
    "fallen": sentence("Du gjør mindre av {name} enn sist: fra {from_} til {to}."),
    "unmoved": sentence("Det er omtrent som sist."),
    "thin": sentence("For lite er besvart til å vise {names}."),
    "unanswered": sentence("Ikke besvart eller ikke aktuelt, og derfor vist som hull: {names}."),
}
_MODELS = frozenset(ProfileTexts.model_fields)  # strongest, least, even, reflect …


def spoken(said: Said) -> str:
    """One sentence."""
    names = [named(each) for each in said.about]
    if said.sentence in _MODELS:
        text = in_language(getattr(balance_words().profile_texts, said.sentence), language())
        return text.replace("{dimension}", listed(names))
    from_, to = [*(figure(each) for each in said.figures), "", ""][:2]
    values = {"name": names[0] if names else "", "names": listed(names), "from_": from_, "to": to}
    return _(_OURS[said.sentence], **values)


def listed(names: Sequence[str]) -> str:
    """«a, b og c»."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} og {last}", first=", ".join(names[:-1]), last=names[-1])


def figure(value: float | None, decimals: int = 1) -> str:
    """A step on the scale or a share of one, as it is written; a dash where it is missing."""
    if value is None:
        return "–"
    return number_of(value, decimals)


def named(id_: str) -> str:
    """As it stands inside a sentence: an orientation as a word, a behaviour in quotation marks."""
    for dimension in balance_words().dimensions:
        if dimension.id == id_:
            return in_language(dimension.title, language()).lower()
    return _("«{name}»", name=in_language(balance_words().behaviour(id_).label, language()))
