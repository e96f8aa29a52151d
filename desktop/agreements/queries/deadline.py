"""One day of a year of agreements, as screens and papers show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.agreements.rules.deadlines import Doer
from desktop.language import _
from desktop.refused import Refused
from desktop.terms.holidays import last_working_day
from desktop.terms.statutory import Rule


@dataclass(frozen=True)
class Deadline:
    """One day of a year. `code` names it in calendars and stays the same. `day` is None when the
    rule sets none, `days_left` then too; `lapsed` says why nothing is due (any more).

    `working_day` is the last working day before, when the day itself is none: a day of the
    calendar never moves. `reasons` say how a counted term came to its day. `known` is False when
    nobody records that it was done; then the day is `over` once it has passed. So is one that only
    helps to come to agreements, once they are signed: then nothing is left to do."""

    code: str
    day: date | None
    what: str
    who: str
    article: str
    done_on: date | None
    days_left: int | None
    lapsed: str
    words: str = ""
    caution: str = ""
    working_day: date | None = None
    reasons: tuple[str, ...] = ()
    statutory: bool = True
    known: bool = True
    over: bool = False

    @property
    def is_cancelled(self) -> bool:
        """Whether a rule says that nothing is due on this day after all."""
        return bool(self.lapsed) and not self.over

    @property
    def is_open(self) -> bool:
        """Whether somebody must still do it."""
        return self.day is not None and self.done_on is None and not self.lapsed

    @property
    def is_late(self) -> bool:
        """Whether it was done after its day, or is not done although the day is over."""
        if self.day is None or (self.lapsed and self.done_on is None):
            return False
        if self.done_on is not None:
            return self.done_on > self.day
        return self.known and self.days_left is not None and self.days_left < 0


def coming(days: Iterable[Deadline], n: int) -> list[Deadline]:
    """The first days on which somebody must still do something, late ones among them."""
    return [one for one in days if one.is_open][:n]


def doer_word(doer: Doer) -> str:
    """Who does it, in words."""
    return {
        Doer.CORPORATION: _("corporation"),
        Doer.MUNICIPALITY: _("municipality"),
        Doer.TENANTS: _("tenants' organisation"),
        Doer.MINISTER: _("minister"),
        Doer.ALL: _("all parties"),
    }[doer]


def counted(
    row: Rule,
    code: str,
    who: str,
    day: date | None,
    done_on: date | None,
    reasons: tuple[str, ...],
    today: date,
    about: str = "",
) -> Deadline:
    """A day that counts from what happened in the year, by one row of a rule; `about` says what
    it is about when there can be more of them."""
    return Deadline(
        code=code,
        day=day,
        what=f"{row.name}: {about}" if about else row.name,
        who=who,
        article=row.article,
        done_on=done_on,
        days_left=days_left_until(day, today),
        lapsed="",
        words=row.words,
        caution=row.caution,
        working_day=working_day_before(day),
        reasons=reasons,
    )


def days_left_until(day: date | None, today: date) -> int | None:
    """How many days it still takes; below nothing when it is over."""
    return None if day is None else (day - today).days


def working_day_before(day: date | None) -> date | None:
    """The last working day before a day that is none; None for one that is."""
    if day is None:
        return None
    try:
        before = last_working_day(day)
    except Refused:
        return None  # after 2100: nobody has set the holidays yet
    return before if before != day else None
