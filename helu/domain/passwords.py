"""What makes a password good enough: length, and not being one that everybody tries first."""

SHORTEST, LONGEST = 12, 128
# Long enough to be accepted, and still among the first guesses; compared without case and blanks.
_TRIED_FIRST = frozenset(
    """
    123456789012 1234567890123 12345678901234 123456123456 password1234 password12345 passwordpassword
    passord12345 passord123456 passordpassord qwertyuiop123 qwertyuiopå qwerty123456 asdfghjkløæ
    administrator administrator1 velkommen123 velkommen1234 velkommen2024 velkommen2025 velkommen2026
    sommer202412 sommeren2024 sommeren2025 sommeren2026 vinteren2025 vinteren2026 høsten202512
    kommune12345 lederplattform ledergruppen1 leiargruppa12 iloveyou1234 letmein12345 welcome12345
    abcdefghijkl abcdefghijklm aaaaaaaaaaaa 111111111111 000000000000 121212121212 changeme1234
    """.split()  # noqa: SIM905 - one literal per word would fill the page
)


def is_good(password: str, *own_words: str) -> bool:
    """12-128 characters, not a common guess, not one character repeated, not built on one's own words.

    `own_words`: the person's e-mail address and name, and the organisation's name.
    """
    plain = "".join(password.lower().split())
    if not SHORTEST <= len(password) <= LONGEST or len(set(plain)) < 5 or plain in _TRIED_FIRST:
        return False
    parts = {part for word in own_words for part in [word.lower().replace(" ", ""), word.lower().split("@")[0]]}
    return not any(len(part) >= 4 and len(plain.replace(part, "")) < 6 for part in parts)
