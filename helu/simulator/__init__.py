"""A room full of phones without the people: they join by the public routes and answer what opens."""

from helu.simulator.room import Report, Round, play

__all__ = ["Report", "Round", "play"]
