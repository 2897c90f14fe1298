"""Join codes: eight letters in two groups of four, as on the printed slides of a live poll.

Twenty letters that are not mistaken for each other, in speech or in print, and no digits, so a
phone's keyboard need not be switched: 20**8 = 2.56e10 codes. With at most `WRONG_AN_HOUR` wrong
guesses an hour on a server with 25 gatherings the chance of a hit stays below one in a million an hour.
"""

import secrets

LETTERS = "ABCDEFGHJKMNPRSTUVXY"
LENGTH = 8
WRONG_AN_HOUR = 1000


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def read_code(typed: str) -> str:
    """The code as stored, whatever case, blanks and dashes it was typed with."""
    return "".join(c for c in typed.upper() if c.isalnum())[:32]


def show_code(code: str) -> str:
    """Four and four, for reading aloud."""
    return f"{code[:4]} {code[4:]}".strip()
