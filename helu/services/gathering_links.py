"""Where texts came from, as a gathering's file says it: by places in the file, since reading it in makes new ids.

What came from another gathering or from the platform is not in the file, so that link is left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from helu.domain.given import Given
from helu.services.answered import Answered, key_of, places_in
from helu.services.gathering_file import ActivityInFile, OriginInFile
from helu.store.platform_tables import BoardCard, BoardTheme
from helu.store.tables import Activity

Origins = list[dict[str, Any]]


class Outward:
    """Addresses in the database -> places in the file."""

    def __init__(self, planned: Iterable[tuple[int, Activity]], told: Mapping[Any, Sequence[Answered]]) -> None:
        self._numbers: dict[str, int] = {}
        self._pieces: dict[tuple[str, str], dict[str, Any]] = {}
        for number, activity in planned:
            self._numbers[str(activity.id)] = number
            for at, answer in enumerate(told[activity.id]):
                for field, place, key in places_in(activity, answer.given):
                    there = {"activity": number, "answer": at, "field": field, "place": place}
                    self._pieces[str(activity.id), key] = there

    def material(self, activity: Activity) -> list[dict[str, Any]]:
        kept = ("key", "text", "use")
        return [
            {name: each[name] for name in kept} | {"origins": self._places(each["from"])} for each in activity.material
        ]

    def board(self, db: Session, activity: Activity) -> dict[str, Any] | None:
        themes = select(BoardTheme).where(BoardTheme.activity_id == activity.id).order_by(col(BoardTheme.number))
        cards = select(BoardCard).where(BoardCard.activity_id == activity.id).order_by(col(BoardCard.number))
        rows = [
            card.model_dump(exclude={"activity_id", "sources"}) | {"origins": self._places(card.sources)}
            for card in db.exec(cards).all()
        ]
        named = [theme.model_dump(exclude={"activity_id"}) for theme in db.exec(themes).all()]
        return {"cards": rows, "themes": named} if rows or named else None

    def _places(self, addresses: Iterable[Mapping[str, str]]) -> Origins:
        found = []
        for each in addresses:
            place, piece = each["place"], each["piece"]
            if (place, piece) in self._pieces:
                found.append(self._pieces[place, piece])
            elif place in self._numbers:
                found.append({"activity": self._numbers[place], "piece": piece})
        return found


class Inward:
    """Places in the file -> addresses in the database, once every answer is in."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Activity, ActivityInFile, list[Given]]] = {}

    def add(self, activity: Activity, file: ActivityInFile, given: list[Given]) -> None:
        self._made[file.number] = (activity, file, given)

    def write(self, db: Session) -> None:
        for activity, file, _given in self._made.values():
            activity.material = [
                {"key": each.key, "text": each.text, "use": each.use, "from": self._addresses(each.origins)}
                for each in file.material
            ]
            db.add(activity)
            if file.board:
                self._write_board(db, activity, file)

    def _write_board(self, db: Session, activity: Activity, file: ActivityInFile) -> None:
        assert file.board
        known = {theme.number for theme in file.board.themes}
        for theme in file.board.themes:
            db.merge(BoardTheme(activity_id=activity.id, **theme.model_dump()))
        for card in file.board.cards:
            row = card.model_dump(exclude={"origins"}) | {"sources": self._addresses(card.origins)}
            row["theme"] = card.theme if card.theme in known else None
            db.merge(BoardCard(activity_id=activity.id, **row))

    def _addresses(self, origins: Iterable[OriginInFile]) -> list[dict[str, str]]:
        found = []
        for each in origins:
            activity, _file, given = self._made.get(each.activity, (None, None, []))
            if activity is None:
                continue
            piece = each.piece
            if not piece and each.answer < len(given):
                piece = key_of(given[each.answer], activity, each.field, each.place)
            if piece:
                found.append({"place": str(activity.id), "piece": piece})
        return found
