"""`samenspraak agreements`: how a year goes, without a window."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import Parser, Several, accepts_common, accepts_json, day
from desktop.cli.commands import opened
from desktop.cli.report import Report
from desktop.language import _

if TYPE_CHECKING:
    from desktop.agreements.queries.overrides import OverrideLine
    from desktop.agreements.queries.status import AgreementStatus, IndicatorStatus, YearStatus

EXACT_DIGITS = 16  # of a whole number that every reader of JSON keeps


def status(asked: Namespace) -> Report:
    """The light of every indicator and agreement of a year on a day."""
    from desktop.agreements.queries.status import status_of_year
    from desktop.language.format import local

    with opened(asked) as store, store.reading() as session:
        today = local(store.now()).date()
        year = status_of_year(session, asked.cycle, asked.on or today, today)
    return Report(tuple(_lines(year)), _values(year))


def _values(year: YearStatus) -> Mapping[str, Any]:
    return {
        "cycle": year.year,
        "agreements_for": year.applies_in,
        "on": year.on.isoformat(),
        "indicators": [_indicator(line) for line in year.indicators],
        "agreements": {line.code: _agreement(line) for line in year.agreements},
        "counts": {light.value: count for light, count in year.counts.items()},
    }


def _indicator(line: IndicatorStatus) -> dict[str, Any]:
    """`light` is the computed one; `override` what people decided, for it or its agreement;
    `reason` is in the words of the rule (agreements, 2.3), in the user's language."""
    from desktop.agreements.wording import reason_sentence, word

    reckoned = line.reckoned
    return {
        "agreement": line.agreement,
        "indicator": line.code,
        "name": line.name,
        "light": reckoned.light.value,
        "override": _light(line.override),
        "measured": _number(reckoned.measured),
        "measured_on": reckoned.measured_on and reckoned.measured_on.isoformat(),
        "provisional": reckoned.provisional,
        "expected": _number(reckoned.expected),
        "gap": _number(reckoned.gap),
        "tolerance": _number(reckoned.tolerance),
        "reason": word(reckoned.reason).lower(),
        "reason_code": reckoned.reason.value,
        "sentence": reason_sentence(reckoned, line.target, line.unit),
    }


def _agreement(line: AgreementStatus) -> dict[str, Any]:
    return {
        "title": line.title,
        "light": line.computed.value,
        "override": _light(line.override),
        "shown": line.light.value,
    }


def _light(override: OverrideLine | None) -> str | None:
    return None if override is None else override.light.value


def _number(value: Decimal | None) -> int | float | str | None:
    """A number of JSON when it holds the value exactly; else its figures as text."""
    if value is None:
        return None
    if value == value.to_integral_value() and len(value.as_tuple().digits) < EXACT_DIGITS:
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else f"{value:f}"


def _lines(year: YearStatus) -> Iterable[str]:
    from desktop.agreements.states import Light
    from desktop.agreements.wording import word

    yield _("Yearly cycle {year}, agreements for {applies}, on {day}").format(
        year=year.year, applies=year.applies_in, day=year.on.isoformat()
    )
    if not year.agreements:
        yield _("There are no agreements in this year yet.")
        return
    headings = (
        _("Agreement"),
        _("Indicator"),
        _("Light"),
        _("Measured"),
        _("Expected"),
        _("Difference"),
        _("Margin"),
        _("Why"),
    )
    yield from _table(headings, [_row(line) for line in year.indicators])
    yield " · ".join(f"{word(light)}: {year.counts.get(light, 0)}" for light in Light)
    for line in year.agreements:
        if line.override is not None:
            sentence = _("{code}: shown as “{light}”, decided by {party}: {reason}")
            yield sentence.format(
                code=line.code,
                light=word(line.override.light),
                party=line.override.party,
                reason=line.override.reason,
            )


def _row(line: IndicatorStatus) -> tuple[str, ...]:
    from desktop.agreements.wording import reason_sentence, word

    reckoned = line.reckoned
    numbers = (reckoned.measured, reckoned.expected, reckoned.gap, reckoned.tolerance)
    shown = ("–" if value is None else _shown(value, line.target.decimals) for value in numbers)
    why = reason_sentence(reckoned, line.target, line.unit)
    return (line.agreement, line.code, word(reckoned.light), *shown, why)


def _shown(value: Decimal, decimals: int) -> str:
    from desktop.agreements.wording import quantity

    return quantity(value, "", decimals)


def _table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterable[str]:
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    for row in (headings, *rows):
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def add_agreements(commands: Several[Parser]) -> None:
    """The word `agreements` with its own commands."""
    words = _("agreements: how a year goes")
    agreements = commands.add_parser("agreements", help=words, description=words)
    several = agreements.add_subparsers(
        title=_("commands"), dest="agreements_command", metavar=_("COMMAND"), required=True
    )
    words = _("say how every agreement of a year goes")
    command = several.add_parser("status", help=words, description=words)
    command.set_defaults(run=status)
    command.add_argument(
        "--cycle", metavar="YEAR", help=_("the year of the talks; without, the one that holds now")
    )
    command.add_argument("--on", type=day, metavar="DATE", help=_("on which day; without, today"))
    accepts_common(command)
    accepts_json(command)
