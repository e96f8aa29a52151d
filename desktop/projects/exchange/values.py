"""Numbers and days as they stand in the files of planning programs."""

from __future__ import annotations

import re
from datetime import date

from desktop.language import _
from desktop.refused import Refused

MOST_DAYS = 100_000


def whole(task: str, words: str) -> int:
    """A whole number of days. Refused, with the task: anything else, and more than `MOST_DAYS`
    either way."""
    plain = words.strip()
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", plain) or abs(int(plain)) > MOST_DAYS:
        sentence = _("In task {task}, “{words}” is no number of days. Nothing was read in.")
        raise Refused(sentence.format(task=task, words=words[:40]), "file")
    return int(plain)


def at_least_none(task: str, days: int) -> int:
    """A duration. Refused below 0."""
    if days < 0:
        sentence = _(
            "A task takes at least 0 days. Task {task} takes {days} in the file. Nothing was read "
            "in."
        )
        raise Refused(sentence.format(task=task, days=f"−{-days}"), "file")
    return days


def percentage(words: str | None) -> int:
    """What is done of a task; what is no number from 0 to 100 tells nothing."""
    plain = (words or "").strip()
    return int(plain) if re.fullmatch("[0-9]{1,2}|100", plain) else 0


def day_of(place: str, words: str | None) -> date | None:
    """A day, with or without the time behind it; None when there is none. Refused, with its
    place, when it is no day."""
    plain = (words or "").strip()
    if not plain:
        return None
    try:
        return date.fromisoformat(plain[:10])
    except ValueError as error:
        raise no_day(place, plain) from error


def no_day(place: str, words: str) -> Refused:
    sentence = _("“{words}” is no day ({place}). Nothing was read in.")
    return Refused(sentence.format(place=place, words=words[:40]), "file")


def unknown_link(before: str, after: str) -> Refused:
    sentence = _(
        "Between tasks {before} and {after} is an unknown kind of link. Nothing was read in."
    )
    return Refused(sentence.format(before=before, after=after), "file")
