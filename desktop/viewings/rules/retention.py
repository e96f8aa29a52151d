"""When personal data of candidates go, and later the order table of the decision (R14)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused

ORDER_TABLE_MONTHS = 24
SMALLEST_CELL = 5
USUAL_WEEKS = 4


def wipe_day(
    lease_on: date | None, complaint_until: date | None, closed: Iterable[date], weeks: int
) -> date | None:
    """The day on which personal data go: `weeks` after the lease, and not before the complaint
    term is over or a complaint was closed `weeks` ago. None without a lease."""
    if lease_on is None:
        return None
    keep = timedelta(weeks=weeks)
    days = [lease_on + keep, *(day + keep for day in closed)]
    if complaint_until is not None:
        days.append(complaint_until + timedelta(days=1))
    return max(days)


def check_wipe(today: date, wipe_on: date | None, open_complaints: int) -> None:
    """Refuses to wipe too early, or while a complaint is open."""
    if open_complaints:
        raise Refused(_("A complaint is still open. Close it first."), "complaint")
    if wipe_on is None:
        raise Refused(
            _("The lease has not been signed yet. Fill in its date first."), "contract_on"
        )
    if today < wipe_on:
        raise Refused(
            _("These data may be wiped from {day}.").format(day=day_plain(wipe_on)), "wipe_on"
        )


def order_removal_day(decided_on: date) -> date:
    """The day on which the order table of a decision goes: 24 months after a colleague settled
    it, or the last day of a month that is too short."""
    years, month = divmod(decided_on.month - 1 + ORDER_TABLE_MONTHS, 12)
    year = decided_on.year + years
    return date(year, month + 1, min(decided_on.day, monthrange(year, month + 1)[1]))


def order_removed_words(removed_on: date) -> str:
    """What stands in the place of an order table that went."""
    return _(
        "The order of the candidates was removed on {day}: that happens {months} months after "
        "the decision."
    ).format(day=day_plain(removed_on), months=ORDER_TABLE_MONTHS)


def shown(count: int) -> bool:
    """Whether a cell of a table may be shown: fewer than five people could be recognised."""
    return count >= SMALLEST_CELL
