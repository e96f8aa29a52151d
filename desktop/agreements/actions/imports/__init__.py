"""A file of a year that comes in: looked at first, then all of each sheet or nothing of it."""

from desktop.agreements.actions.imports.reading_in import look_at, take_in

__all__ = ["look_at", "take_in"]
