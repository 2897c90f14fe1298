"""The phases a gathering moves through. Public: phones and other clients see these words."""

from enum import StrEnum


class Phase(StrEnum):
    LOBBY = "lobby"  # people are joining; nothing has been opened
    OPEN = "open"  # the current activity takes answers
    SHOWN = "shown"  # it takes no more, and its answers are on the projector
    CLOSED = "closed"  # it takes no more, and its answers are hidden
    ENDED = "ended"  # the gathering is over
