"""The room's own cards for the document to take home: numbered, and pointed at by every text that came from them."""

from collections.abc import Iterable, Sequence
from typing import Protocol
from uuid import UUID

from sqlmodel import Session

from helu.activities import ACTIVITIES
from helu.activities.base import What
from helu.activities.fields import Matrix, Text, Texts
from helu.documents import paper
from helu.domain.board import Board
from helu.domain.material import Address, Thing, ends_of
from helu.domain.phase import Phase
from helu.i18n import _
from helu.services import access, gatherings, material, platforms, running, showing, states
from helu.services.material import Leaf
from helu.store.platform_tables import Platform
from helu.store.tables import Activity, AgendaItem, Workshop

IN_WORDS = (Text, Texts, Matrix)  # fields in which people write; choices and numbers are no cards
TOLD_ELSEWHERE = {"commitments", "decisions"}  # have a chapter of their own


class Reference(Protocol):
    """An Address, or a Ref as the parts of a platform hold it."""

    @property
    def place(self) -> str: ...

    @property
    def piece(self) -> str: ...


class Cards:
    """Everything the group's gatherings have written, read once for a whole document.

    Pulses are left out: what single people said there is shown to nobody.
    """

    def __init__(self, db: Session, platform: Platform) -> None:
        self._db = db
        self._made: dict[str, dict[str, Thing]] = {}
        self._leaves: dict[Address, Leaf] = {}
        self._numbers: dict[Address, int] = {}
        self._by_text: dict[tuple[str, str], int] = {}  # a line that was cut out of an answer has a key of its own
        held = reversed(platforms.gatherings_of(db, platform))
        self.held = [each for each in held if access.pulse_of(db, each.id) is None]  # the oldest first
        self.gatherings = tuple(self._gathering(each) for each in self.held)

    def text(self, words: str, sources: Iterable[Reference]) -> paper.Text:
        """The words with what they came from, as words and as numbers in the appendix.

        What is no card, such as a proposal that was typed on the desk, is told by where it was asked about.
        """
        leaves = self.leaves(Address(each.place, each.piece) for each in sources)
        cards = [leaf for leaf in leaves if self._number(leaf)]
        numbers = {found for leaf in cards if (found := self._number(leaf))}
        titles = dict.fromkeys(leaf.activity for leaf in leaves)
        return paper.Text(words, material.said_of(cards) or " · ".join(titles), tuple(sorted(numbers)))

    def leaves(self, origins: Iterable[Address]) -> list[Leaf]:
        """Where the trails end, as `material.trail` finds them; here each place is read only once."""
        ends = ends_of(origins, lambda at: self._things(at.place).get(at.piece))
        return material.in_order(leaf for at, thing in ends if (leaf := self._leaf(at, thing)))

    def boards(self) -> tuple[paper.Board, ...]:
        """The theme boards with something on them, in the order of the gatherings."""
        found = [each for workshop in self.held for each in running.activities_in(self._db, workshop.id)]
        return tuple(board for each in found if (board := self._board(each)) and board.themes)

    def _board(self, activity: Activity) -> paper.Board | None:
        state = states.read(self._db, activity) if ACTIVITIES[activity.kind].keeps else None
        if not isinstance(state, Board):
            return None
        themes = [(each, state.in_theme(each.number)) for each in state.themes]
        told = tuple(
            paper.Theme(theme.name, theme.summary, self._cited(activity, [each.number for each in cards]))
            for theme, cards in themes
            if cards
        )
        return paper.Board(activity.title, told)

    def _cited(self, activity: Activity, cards: Sequence[int]) -> tuple[int, ...]:
        return self.text("", [Address(str(activity.id), f"k{number}") for number in cards]).cards

    def _gathering(self, workshop: Workshop) -> paper.Gathering:
        """Numbers are given in the order of the plan."""
        plan = [each for each in running.activities_in(self._db, workshop.id) if not _at_work(workshop, each)]
        steps = []
        for item in gatherings.items_in(self._db, workshop.id):
            asked = tuple(self._asked(each) for each in plan if each.item_id == item.id)
            steps.append(paper.Step(item.title, tuple(each for each in asked if each.cards)))
        return paper.Gathering(workshop.title, workshop.created_at.date(), tuple(each for each in steps if each.asked))

    def _asked(self, activity: Activity) -> paper.Asked:
        cards = []
        for thing in self._written(activity):
            at = Address(str(activity.id), thing.key)
            number = self._numbers.setdefault(at, len(self._numbers) + 1)
            self._by_text.setdefault((at.place, thing.text), number)
            cards.append(paper.Card(number, thing.text))
        return paper.Asked(activity.title, tuple(cards))

    def _written(self, activity: Activity) -> list[Thing]:
        """What people wrote here, and nothing that was only taken along from elsewhere."""
        kind = ACTIVITIES[activity.kind]
        if kind.private or TOLD_ELSEWHERE & set(kind.gives):
            return []
        if "cards" not in kind.gives:
            fields = kind.fields(showing.settings_of(activity, self._db))
            if kind.keeps or not any(isinstance(each, IN_WORDS) for each in fields):
                return []
        things = [each for each in material.things_of(self._db, activity, "cards") if not each.origins and each.text]
        return list({each.key: each for each in things}.values())

    def _number(self, leaf: Leaf) -> int | None:
        return self._numbers.get(leaf.address) or self._by_text.get((leaf.address.place, leaf.text))

    def _things(self, place: str) -> dict[str, Thing]:
        if place not in self._made:
            self._made[place] = {each.key: each for each in self._all_of(place)}
        return self._made[place]

    def _all_of(self, place: str) -> list[Thing]:
        if place.startswith("platform:"):
            return platforms.all_of(self._db, place)
        activity = self._activity(place)
        if activity is None:
            return []
        kind = ACTIVITIES[activity.kind]
        cards: list[What] = [] if kind.private or kind.keeps or "cards" in kind.gives else ["cards"]
        return [thing for what in (*kind.gives, *cards) for thing in material.things_of(self._db, activity, what)]

    def _leaf(self, at: Address, thing: Thing) -> Leaf | None:
        activity = self._activity(at.place)
        if activity is None:
            return None
        if at not in self._leaves:
            item = self._db.get_one(AgendaItem, activity.item_id)
            self._leaves[at] = Leaf(at, thing.text, activity.title, item.title)
        return self._leaves[at]

    def _activity(self, place: str) -> Activity | None:
        try:
            return self._db.get(Activity, UUID(place))
        except ValueError:
            return None


def _at_work(workshop: Workshop, activity: Activity) -> bool:
    """Answers that are still hidden from the room are not printed for it."""
    waiting = workshop.current_activity_id == activity.id and workshop.phase in {Phase.OPEN, Phase.CLOSED}
    return waiting and not activity.live


def about(cards: Cards) -> str:
    """What the document is, and how to follow a text back."""
    said = _("Dette dokumentet samler det ledergruppa har blitt enig om, og viser hva det bygger på.")
    if not any(each.steps for each in cards.gatherings):
        return said
    return said + " " + _("Tallene i klammer er numrene på rommets egne kort, som står bakerst.")
