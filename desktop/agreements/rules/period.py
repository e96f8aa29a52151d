"""For how long agreements hold: at least the whole calendar year after the talks."""

from __future__ import annotations

from datetime import date

from desktop.language import _
from desktop.language.format import day_figures
from desktop.refused import Refused

FIRST_YEAR = 2015  # since 1 July of that year tenants are a party (Woningwet, art. 44)
LAST_YEAR = 2100


def period(year: int, first: date | None, last: date | None) -> tuple[date, date]:
    """The period of the agreements that are talked about in `year`; without other days the
    calendar year that follows. Refuses one that is shorter (Woningwet, art. 44(2)), one that ends
    before it begins, and a year that cannot be."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        sentence = _("Choose a year from {first} up to and including {last}.")
        raise Refused(sentence.format(first=FIRST_YEAR, last=LAST_YEAR), "year")
    first = first or date(year + 1, 1, 1)
    last = last or date(year + 1, 12, 31)
    check_order(first, last)
    check_whole_year(year, first, last)
    return first, last


def check_order(first: date, last: date) -> None:
    """Refuses a period that ends before it begins."""
    if last < first:
        raise Refused(_("The end comes after the start. Choose a later end."), "applies_to")


def holds_whole_year(year: int, first: date, last: date) -> bool:
    """Whether a period holds the whole calendar year after the talks."""
    return first <= date(year + 1, 1, 1) and date(year + 1, 12, 31) <= last


def check_whole_year(year: int, first: date, last: date) -> None:
    """Refuses a period that does not hold the whole calendar year after the talks (Woningwet, art.
    44(2)). That lapses when the municipality gave no policy (art. 44(3))."""
    if first > date(year + 1, 1, 1):
        sentence = _(
            "The agreements apply from {day}. They must hold for at least the whole of {year} "
            "(Woningwet, art. 44(2))."
        )
        raise Refused(sentence.format(day=day_figures(first), year=year + 1), "applies_from")
    if last < date(year + 1, 12, 31):
        sentence = _(
            "The agreements apply until {day}. They must hold for at least the whole of {year} "
            "(Woningwet, art. 44(2))."
        )
        raise Refused(sentence.format(day=day_figures(last), year=year + 1), "applies_to")


def check_own_period(year: int, own: tuple[date, date], whole: tuple[date, date]) -> None:
    """One agreement holds the whole calendar year too, unless those of its year hold shorter.
    Refuses another period, and one that ends before it begins."""
    check_order(*own)
    if holds_whole_year(year, *whole):
        check_whole_year(year, *own)


def years_later(day: date, years: int) -> date:
    """The same day some years later; of 29 February the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
