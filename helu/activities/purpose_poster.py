"""Formålsplakaten: the text as it stands now, the words that are explained, and the words the room asks about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from helu.activities.base import Kind, Settings, What, nothing_yet
from helu.activities.fields import Choices, Field, Matrix, Option
from helu.activities.pictures import Picture
from helu.activities.purpose_draft import LEAD
from helu.domain.given import Given
from helu.domain.material import Thing, addresses
from helu.domain.platform import Line, Meaning, Poster
from helu.domain.purpose import Word, meaning_of, spans, words_of
from helu.errors import sentence
from helu.i18n import _

STATUSES = {
    "idea": sentence("Idé"),
    "draft": sentence("Utkast"),
    "in_review": sentence("Til revidering"),
    "adopted": sentence("Vedtatt"),
}
_EXAMPLE = Poster(
    lines=[
        Line(id="example1", text="lede kommunen i samme retning"),
        Line(id="example2", text="skape trygghet og åpenhet, så vi gjør hverandre gode"),
        Line(id="example3", text="utvikle tjenester innbyggerne har tillit til"),
    ],
    meanings=[Meaning(what="åpenhet", text="Vi sier det vi mener, også når vi er uenige.")],
)
_ASKED = words_of(["tillit", "retning"])


@dataclass(frozen=True)
class PosterSpan:
    text: str
    explained: bool = False
    asked: int = 0  # how many want it explained


@dataclass(frozen=True)
class PosterLine:
    key: str
    spans: list[PosterSpan]
    explained: bool = False  # the line as a whole


@dataclass(frozen=True)
class Explained:
    key: str
    what: str
    text: str


@dataclass(frozen=True)
class Sheet(Picture):
    shape: ClassVar[str] = "poster"
    lead: list[PosterSpan]
    lines: list[PosterLine]
    explained: list[Explained]
    said: str  # the status and the version
    adopted: bool = False


class PurposePosterSettings(Settings):
    """Nothing to decide: the poster is the leader group's own."""


class PurposePoster(Kind):
    name = "purpose_poster"
    title = sentence("Formålsplakaten")
    use = sentence("Plakaten vises mens den blir til. Alle kan merke ord som må avklares, og kommentere linjene.")
    examples = (
        {"unclear": [each.id for each in _ASKED], "comments": {"example1": "Hva er den samme retningen?"}},
        {"unclear": [_ASKED[0].id], "comments": {}},
    )
    Settings = PurposePosterSettings
    gives = ("lines",)
    keeps = "poster"
    always_shown = True
    desk = "poster"

    def fields(self, settings: PurposePosterSettings) -> list[Field]:
        content = content_of(settings)
        words, lines = asked_words(content, first=_(LEAD)), _written(content)
        if not lines:
            return []
        return [
            Choices(
                name="unclear",
                label=sentence("Hvilke ord må vi avklare?"),
                options=[Option(value=each.id, label=each.text) for each in words],
                max_items=len(words),
                required=False,
            ),
            Matrix(
                name="comments",
                label=sentence("Merknad til linjen"),
                rows=[Option(value=line.id, label=f"{at}. {line.text}") for at, line in enumerate(lines, 1)],
                required=False,
            ),
        ]

    def picture(self, settings: PurposePosterSettings, answers: Sequence[Given], round_: int = 0) -> Picture:
        content, asked = content_of(settings), marks(answers)
        said = meaning_of(content.meanings)
        lines = _written(content)
        numbers = {line.id: at for at, line in enumerate(lines, 1)}
        shown = [PosterLine(line.id, _spans(line.text, said, asked), line.id in said) for line in lines]
        explained = [
            Explained(f"m{at}", _what(each, numbers), each.text)
            for at, each in enumerate(content.meanings)
            if each.text.strip() and _stands(each, lines)
        ]
        status = _status(settings)
        return Sheet(
            _spans(_(LEAD), said, asked), shown, explained, _said(settings) if shown else "", status == "adopted"
        )

    def summarise(self, settings: PurposePosterSettings, answers: Sequence[Given]) -> str:
        if not answers:
            return nothing_yet()
        comments = sum(len(each.values["comments"]) for each in answers)
        words = [f"{word.text} ({count})" for word, count in asked_most(content_of(settings), answers)]
        said = _("{answers} svar og {comments} merknader.", answers=len(answers), comments=comments)
        return _("{said} Ord å avklare: {words}.", said=said, words=", ".join(words)) if words else said

    def export_rows(self, settings: PurposePosterSettings, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        content = content_of(settings)
        known = {each.id: each.text for each in asked_words(content, first=_(LEAD))}
        numbers = {line.id: at for at, line in enumerate(_written(content), 1)}
        words = [known[each] for each in values["unclear"] if each in known]
        comments = [f"{numbers.get(row, '–')}: {text}" for row, text in values["comments"].items()]
        return [{_("Ord å avklare"): ", ".join(words), _("Merknader"): "; ".join(comments)}]

    def things(self, settings: PurposePosterSettings, answers: Sequence[Given], what: What) -> list[Thing]:
        lines = _written(content_of(settings)) if settings.state is not None else []
        return [Thing(each.id, each.text, addresses(ref.model_dump() for ref in each.sources)) for each in lines]


def content_of(settings: PurposePosterSettings) -> Poster:
    """The newest version, or an example where there is no poster to look at."""
    if settings.state is None:
        return _EXAMPLE
    content: Poster = settings.state.content
    return content


def marks(answers: Sequence[Given]) -> Counter[str]:
    """Word id -> how many asked about it."""
    return Counter(each for given in answers for each in given.values.get("unclear", ()))


def asked_words(content: Poster, first: str = "") -> list[Word]:
    """The words of the poster, with the great word of the sentence it begins with in front."""
    great = [word for word in first.rstrip(":").split() if word.isupper() and len(word) > 1]
    return words_of([line.text for line in content.lines], great)


def asked_most(content: Poster, answers: Sequence[Given]) -> list[tuple[Word, int]]:
    """The words that were asked about, those most asked about first."""
    asked = marks(answers)
    words = [each for each in asked_words(content, first=_(LEAD)) if asked[each.id]]
    return [(each, asked[each.id]) for each in sorted(words, key=lambda each: (-asked[each.id], each.text.casefold()))]


def status_said(status: str, number: int) -> str:
    """«Utkast · versjon 3»; only «Idé» before anything is written."""
    if not number:
        return _(STATUSES["idea"])
    return _("{status} · versjon {number}", status=_(STATUSES[status]), number=number)


def _status(settings: PurposePosterSettings) -> str:
    return settings.state.status if settings.state is not None else "draft"


def _said(settings: PurposePosterSettings) -> str:
    return status_said(_status(settings), settings.state.number if settings.state is not None else 1)


def _written(content: Poster) -> list[Line]:
    return [line for line in content.lines if line.text]


def _spans(text: str, said: Mapping[str, Meaning], asked: Counter[str]) -> list[PosterSpan]:
    """Neighbours that look the same are one."""
    found: list[PosterSpan] = []
    for each in spans(text):
        span = PosterSpan(each.text, bool(each.id) and each.id in said, asked[each.id] if each.id else 0)
        if found and not (span.explained or span.asked or found[-1].explained or found[-1].asked):
            span = PosterSpan(found.pop().text + span.text)
        found.append(span)
    return found


def _what(meaning: Meaning, numbers: Mapping[str, int]) -> str:
    at = numbers.get(meaning.what)
    return _("Linje {number}", number=at) if at else meaning.what


def _stands(meaning: Meaning, lines: Sequence[Line]) -> bool:
    """Whether what it explains is still on the poster."""
    ids = {line.id for line in lines} | {each.id for each in words_of([*(line.text for line in lines), _(LEAD)])}
    return meaning.what in ids or any(word.id in ids for word in words_of([meaning.what]))
