"""What groups have suggested to call the themes of a board, in an activity that took the themes as its rows."""

from collections import defaultdict
from collections.abc import Mapping

from sqlmodel import Session, col, select

from helu.domain.text import one_line
from helu.services import results
from helu.store.tables import Activity

MOST = 6  # suggestions for one theme


def boards_of(activity: Activity) -> list[str]:
    """The boards whose themes are this activity's rows, as ids."""
    places = (o["place"] for each in activity.material if each["use"] == "answer" for o in each["from"] if _is_theme(o))
    return list(dict.fromkeys(places))


def suggested(db: Session, board: Activity) -> dict[int, list[str]]:
    """Theme's number -> names, each once, in the order of the alphabet."""
    planned = select(Activity).where(Activity.workshop_id == board.workshop_id, col(Activity.removed_at).is_(None))
    found: defaultdict[int, set[str]] = defaultdict(set)
    for activity in db.exec(planned).all():
        rows = _rows(board, activity)
        for answer in results.answers_to(db, activity) if rows else ():
            written = answer.values.get("rows")
            for key, text in written.items() if isinstance(written, Mapping) else ():
                if key in rows and one_line(str(text)):
                    found[rows[key]].add(one_line(str(text))[:200])
    return {number: sorted(names, key=str.casefold)[:MOST] for number, names in found.items()}


def _rows(board: Activity, activity: Activity) -> dict[str, int]:
    """The activity's rows that are themes of this board: row's key -> theme's number."""
    return {
        each["key"]: int(origin["piece"][1:])
        for each in activity.material
        for origin in each["from"]
        if each["use"] == "answer" and origin["place"] == str(board.id) and _is_theme(origin)
    }


def _is_theme(origin: Mapping[str, str]) -> bool:
    return origin["piece"][:1] == "t" and origin["piece"][1:].isdecimal()
