"""Dates, numbers and money as people in the chosen language write them (look.md)."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from desktop.language import N_, _, language

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MILLION = 1_000_000
NO_BREAK = "\xa0"
WORDS = (
    "",
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)


def _locale() -> str:
    return "nl_NL" if language() == "nl" else "en_GB"


@lru_cache(maxsize=2048)
def _day(day: date, pattern: str, locale: str) -> str:
    """Babel needs half a millisecond; lists and letters show the same days again and again."""
    return format_date(day, pattern, locale=locale)


def local(moment: datetime) -> datetime:
    """The aware moment on the clock of the Netherlands."""
    return moment.astimezone(AMSTERDAM)


def day_short(day: date) -> str:
    """`wo 26 nov`, `Wed 26 Nov`."""
    return _day(day, "EEE d MMM", _locale()).replace(".", "")


def day_tiny(day: date) -> str:
    """`26 nov`, for places where the weekday is shown already."""
    return _day(day, "d MMM", _locale()).replace(".", "")


def day_month(day: date) -> str:
    """`26 november`, in a sentence whose year is clear."""
    return _day(day, "d MMMM", _locale())


def day_year(day: date) -> str:
    """`26 nov 2026`."""
    return _day(day, "d MMM y", _locale()).replace(".", "")


def day_long(day: date) -> str:
    """`woensdag 26 november 2026`, as in letters."""
    return _day(day, "EEEE d MMMM y", _locale())


def day_plain(day: date) -> str:
    """`26 november 2026`."""
    return _day(day, "d MMMM y", _locale())


def day_figures(day: date) -> str:
    """`26-11-2026`, where two dates stand close together in one sentence."""
    return _day(day, "d-M-y" if language() == "nl" else "d/M/y", _locale())


def day_name(day: date) -> str:
    """`woensdag 26 november`, for headings on screen."""
    return _day(day, "EEEE d MMMM", _locale())


def month_name(day: date) -> str:
    """`november 2026`."""
    return _day(day, "MMMM y", _locale())


def month_tiny(day: date) -> str:
    """`nov`, over a column of a calendar."""
    return _day(day, "MMM", _locale()).replace(".", "")


def weekday_tiny(day: date) -> str:
    """`wo 26`, over a column of a calendar."""
    return _day(day, "EEE d", _locale()).replace(".", "")


def clock(moment: datetime | time) -> str:
    """`14:20` on screen, in Dutch time for an aware moment."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = local(moment)
    return moment.strftime("%H:%M")


def clock_letter(moment: datetime | time) -> str:
    """`14.20 uur` in Dutch letters, `14:20` in English ones."""
    shown = clock(moment)
    return f"{shown.replace(':', '.')} uur" if language() == "nl" else shown


def moment_short(moment: datetime) -> str:
    """`wo 26 nov 14:20`."""
    return f"{day_short(local(moment).date())} {clock(moment)}"


def moment_letter(moment: datetime) -> str:
    """`woensdag 26 november 2026, 14.20 uur`."""
    return f"{day_long(local(moment).date())}, {clock_letter(moment)}"


def money(cents: int) -> str:
    """Whole cents as `€ 641,20`. The sign stays with the number at the end of a line."""
    return format_currency(Decimal(cents) / 100, "EUR", locale=_locale())


def money_about(cents: int) -> str:
    """Whole cents in short, for what is large: `€ 2,1 mln`, `€ 38.000`; on one line as well."""
    euros = Decimal(cents) / 100
    if abs(euros) >= MILLION:
        return _("€ {n} million").format(n=number(euros / MILLION)).replace(" ", NO_BREAK)
    shown = format_currency(euros, "EUR", "¤ #,##0", locale=_locale(), currency_digits=False)
    return shown.replace(" ", NO_BREAK)


def area(square_metres: Decimal | float) -> str:
    """`25,5 m²`; whole numbers without a decimal."""
    return f"{number(square_metres)} m²"


def number(value: int | float | Decimal, decimals: int = 1) -> str:
    """`1.234,5`: at most `decimals` behind the mark."""
    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    return _number(value, pattern, _locale())


@lru_cache(maxsize=4096)
def _number(value: int | float | Decimal, pattern: str, locale: str) -> str:
    """As with days: lists show the same numbers at every reading."""
    return format_decimal(value, pattern, locale=locale)


def number_in_words(value: int) -> str:
    """`zes`: a whole number as a sentence has it; in figures from thirteen on."""
    return _(WORDS[value]) if 0 < value < len(WORDS) else number(value)


def number_fixed(value: int | float | Decimal, decimals: int) -> str:
    """`7,0`: always `decimals` behind the mark, for values that stand below each other."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=_locale())


def percent(share: float, decimals: int = 0) -> str:
    """A share of 0–1 as `23 %` (`23%` in English)."""
    pattern = "0" + ("." + "0" * decimals if decimals else "") + "%"
    shown = format_percent(share, pattern, locale=_locale())
    return shown.replace("%", " %") if language() == "nl" else shown
