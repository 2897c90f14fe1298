"""What a theme board costs: python -m benchmarks.board

Real answers and invented ones, numbered apart when there are too few, on SQLite in a folder of its own; on the
database in HELU_DATABASE_URL with --here, where it leaves a gathering behind.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.themes import LABELS, labelled

SIZES = (300, 2000)
TIMES = 20


def main() -> None:
    if "--here" in sys.argv:
        return measure()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("HELU_DATABASE_URL", None)
        os.environ["HELU_DATA_DIR"] = folder
        measure()


def measure() -> None:
    from helu.store.migrate import migrate

    migrate()
    print(f"{'':44}" + "".join(f"{size:>8} cards" for size in SIZES))
    columns = [one_board(size) for size in SIZES]
    for name in columns[0]:
        print(f"{name:44}" + "".join(f"{column[name] * 1000:11.1f} ms" for column in columns))


def one_board(size: int) -> dict[str, float]:
    """Seconds; of what is done many times, the median."""
    from helu.activities import ACTIVITIES
    from helu.domain.material import Thing
    from helu.services import board, running, showing
    from helu.store.database import reading, writing
    from helu.store.tables import Activity

    workshop, activity = gathering()
    found = [(str(activity.id), Thing(f"c{at}", text)) for at, text in enumerate(texts(size))]
    figures: dict[str, float] = {}

    def deed(what: Callable[..., Any], *about: Any, **more: Any) -> Any:
        with writing() as db:
            return what(db, workshop, activity, *about, **more)

    with writing() as db:
        figures["cards taken onto the board"] = timed(lambda: (board.fill(db, activity, found), db.commit()))
    with writing() as db:
        running.open_activity(db, workshop, activity.id)
    figures["the first proposal, stored"] = timed(lambda: deed(board.propose))
    deed(board.undo)
    figures["the proposal once more, stored"] = timed(lambda: deed(board.propose))
    figures["sorted anew, stored"] = timed(lambda: deed(board.propose, again=True))
    with reading() as db:
        laid = board.read(db, activity)
    themes, cards = [theme.number for theme in laid.themes], [card.number for card in laid.cards]
    turn = count()
    figures["one move, committed"] = often(lambda: deed(board.place, cards[0], themes[next(turn) % 2]))
    figures["one undo, committed"] = often(lambda: deed(board.undo), TIMES - 1)
    figures["30 phones' placings in one commit"] = often(lambda: phones(workshop, activity, cards, themes, next(turn)))

    def picture() -> Any:
        with reading() as db:
            return ACTIVITIES[activity.kind].picture(showing.settings_of(db.get_one(Activity, activity.id), db), [])

    def after_a_move() -> Any:
        deed(board.place, elsewhere.pop(), themes[0])
        return timed(lambda: picture().as_json())

    elsewhere = [card.number for card in laid.cards if card.theme != themes[0]]
    picture()
    figures["picture after a move"] = sorted(after_a_move() for _ in range(TIMES))[TIMES // 2]
    figures["picture, nothing new"] = often(lambda: picture().as_json())
    return figures


def phones(workshop: Any, activity: Any, cards: list[int], themes: list[int], turn: int) -> None:
    from helu.services.board import act
    from helu.store.database import writing_rows

    with writing_rows() as connection:
        for at in range(30):
            values = {"card": f"k{cards[at]}", "theme": f"t{themes[(at + turn) % len(themes)]}"}
            act(connection, activity.id, values)


def gathering() -> tuple[Any, Any]:
    from helu.services import accounts, gatherings
    from helu.store.database import writing
    from helu.store.tables import Activity

    with writing() as db:
        organisation = accounts.add_organisation(db, f"Prøve {time.time_ns()}")
        workshop, _missing = gatherings.make(db, organisation, "blank")
        item = gatherings.items_in(db, workshop.id)[0]
        activity = Activity(
            workshop_id=workshop.id, item_id=item.id, position=1, key="t", kind="theme_board", title="Sorter"
        )
        db.add(activity)
    return workshop, activity


def texts(size: int) -> list[str]:
    """Labelled cards, over again with a number when there are no more."""
    known = [card for path in sorted(Path(LABELS).glob("*.yaml")) for card in labelled(path)[0]]
    return [known[at % len(known)] + (f" {at // len(known)}" if at >= len(known) else "") for at in range(size)]


def timed(what: Callable[[], Any]) -> float:
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def often(what: Callable[[], Any], times: int = TIMES) -> float:
    return sorted(timed(what) for _ in range(times))[times // 2]


if __name__ == "__main__":
    main()
