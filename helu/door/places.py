"""Which addresses are pages: Streamlit answers every other one in English, over the front page."""

LEADERS = frozenset({"", "radar", "gruppas-balanse", "var-plattform", "min-plan", "fra-andre", "konto"})
DESK = frozenset(
    {"mine-samlinger", "plattform", "maler", "personer", "styr", "rediger", "lansering", "svar", "plakat"}
)  # the first of them is a leader's front page, which has no name of its own


def is_page(path: str, facilitates: bool) -> bool:
    """As helu/ui/frame.py lays them out for each of the two."""
    name = path.strip("/")
    return name in LEADERS or (facilitates and name in DESK)
