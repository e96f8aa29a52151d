"""How far a task is, from what was noted of it."""

from __future__ import annotations

from datetime import date
from enum import Enum

from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused

DONE = 100  # percent
LONGEST_DAYS = 5_000  # twenty years of work; more is a typing error


class TaskState(Enum):
    """The columns of the board."""

    TO_DO = "to do"
    UNDER_WAY = "under way"
    DONE = "done"


def task_state(started_on: date | None, finished_on: date | None) -> TaskState:
    """Where a task stands: what began is under way until it is finished."""
    if finished_on is not None:
        return TaskState.DONE
    return TaskState.UNDER_WAY if started_on is not None else TaskState.TO_DO


def check_days(days: int) -> None:
    """Refuses a task of fewer than 0 working days, and of more than anybody plans."""
    if days < 0:
        sentence = _("A task takes at least 0 days. You filled in {days}.")
        raise Refused(sentence.format(days=f"−{-days}"), "days")
    if days > LONGEST_DAYS:
        raise Refused(
            _("A task takes at most {n} working days here. Cut it in parts.").format(
                n=LONGEST_DAYS
            ),
            "days",
        )


def check_progress(
    started_on: date | None, finished_on: date | None, percent: int, today: date
) -> None:
    """Refuses work that ended before it began, that ended without beginning, a day still to come,
    and a percentage outside 0 to 100."""
    if not 0 <= percent <= DONE:
        raise Refused(_("Fill in a percentage from 0 to 100."), "percent_done")
    for field, day in (("started_on", started_on), ("finished_on", finished_on)):
        if day is not None and day > today:
            sentence = _("{day} is still to come. Fill in a day that was, or leave it empty.")
            raise Refused(sentence.format(day=day_plain(day)), field)
    if finished_on is not None and started_on is None:
        raise Refused(_("Fill in when it began, too."), "started_on")
    if started_on is not None and finished_on is not None and finished_on < started_on:
        sentence = _("It began on {day}. Fill in that day or a later one.")
        raise Refused(sentence.format(day=day_plain(started_on)), "finished_on")
