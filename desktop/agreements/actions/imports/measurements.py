"""Rows of the sheet Metingen: by the thousand, checked as one by one and put in together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from desktop.agreements.actions.imports.taking import (
    Taking,
    differing,
    not_there,
    what_comes,
)
from desktop.agreements.actions.measuring import yesno_done
from desktop.agreements.exchange.cells import as_written
from desktop.agreements.exchange.given import GivenRow, GivenSheet, folded
from desktop.agreements.exchange.held import HeldRow, Rows
from desktop.agreements.exchange.plan import Change, RowPlan, RowState, SheetPlan
from desktop.agreements.exchange.sheets import MEASUREMENTS, Key
from desktop.agreements.model import Indicator, Measurement
from desktop.agreements.rules.form import check_measured_on, check_percentage
from desktop.agreements.states import Direction
from desktop.estate.texts import written
from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.refused import Refused
from desktop.store.bulk import put_in

PROGRESS_ROWS = 1_000


@dataclass(frozen=True)
class Measured:
    """What is known of an indicator to judge a row by."""

    id: int
    unit: str
    yesno: bool
    done_on: date | None


class MeasurementTaker:
    """Looks at the rows of the sheet and collects what is to be kept."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._today = local(taking.store.now()).date()
        self._held: Rows = taking.held.rows[Key.MEASUREMENTS]
        self._indicators = self._read_indicators()
        self._fine_days: set[date | None] = {None}
        self._fine_words: set[str] = {""}
        self.rows: list[dict[str, Any]] = []
        self.done: dict[int, date] = {}

    def _read_indicators(self) -> dict[str, Measured]:
        ids = {row.id: key for (key,), row in self._taking.held.rows[Key.INDICATORS].items()}
        wanted = select(Indicator.id, Indicator.unit, Indicator.direction, Indicator.done_on).where(
            Indicator.id.in_(ids)
        )
        if not self._taking.tried:
            # Two desks that measure the same indicator come one after the other.
            wanted = wanted.with_for_update()
        found = self._taking.store.running.session.execute(wanted)
        return {
            ids[id]: Measured(id, unit, direction is Direction.YESNO, done_on)
            for id, unit, direction, done_on in found
        }

    def look_at(self, row: GivenRow) -> RowPlan:
        """What becomes of a row; a wrong one is not collected."""
        values = row.values
        code, day = values.get("indicator_code", ""), values.get("meetdatum", "")
        shown = f"{code} · {day}"
        if row.errors:
            return RowPlan(row.number, shown, RowState.WRONG, wrong=row.errors)
        key = (folded(code), day)
        try:
            indicator = self._indicators.get(key[0]) or self._missing(code)
            if indicator.yesno:
                return self._look_at_deed(row, indicator, shown)
            known = self._held.get(key)
            changed = differing(MEASUREMENTS, row, known) if known is not None else values
            if not changed:
                return RowPlan(row.number, shown, RowState.SAME)
            self._collect(values, indicator, known)
        except Refused as refused:
            return RowPlan(row.number, shown, RowState.WRONG, wrong=(refused.sentence,))
        if known is None:
            return RowPlan(row.number, shown, RowState.NEW, what_comes(MEASUREMENTS, row))
        return RowPlan(row.number, shown, RowState.CHANGED, _changes(known, changed))

    def _missing(self, code: str) -> Measured:
        self._taking.named(Key.INDICATORS, code, _("indicator"))
        raise not_there(_("indicator"), code, ())

    def _look_at_deed(self, row: GivenRow, indicator: Measured, shown: str) -> RowPlan:
        """Yes or no: done on a day. A second day takes the place of the first."""
        value, day = row.values["waarde"], row.values["meetdatum"]
        if not isinstance(value, bool):
            if value not in (0, 1):
                raise Refused(_("This is answered with ja or nee."))
            value = bool(value)
        if not value:
            sentence = _("“nee” need not be recorded. Leave this row out until it is done.")
            raise Refused(sentence)
        self._check_day(day)
        if indicator.done_on == day:
            return RowPlan(row.number, shown, RowState.SAME)
        self.done[indicator.id] = day
        if indicator.done_on is None:
            return RowPlan(row.number, shown, RowState.NEW)
        change = Change("meetdatum", as_written(indicator.done_on), as_written(day))
        return RowPlan(row.number, shown, RowState.CHANGED, (change,))

    def _collect(
        self, values: Mapping[str, Any], indicator: Measured, known: HeldRow | None
    ) -> None:
        value, day, source = values["waarde"], values["meetdatum"], values["bron"]
        if isinstance(value, bool):
            raise Refused(_("This is measured with a number. Fill in the value."))
        assert isinstance(value, Decimal)
        self._check_day(day)
        check_percentage(value, indicator.unit)
        held = known.values if known is not None else {}
        source_date = values.get("brondatum", held.get("brondatum"))
        if source_date not in self._fine_days:
            self._check_source_date(source_date)
        remark = values.get("opmerking", held.get("opmerking", ""))
        self.rows.append(
            {
                "indicator_id": indicator.id,
                "measured_on": day,
                "value": value,
                "source": self._words("source", source),
                "source_date": source_date,
                "provisional": values.get("voorlopig", held.get("voorlopig", False)),
                "remark": self._words("remark", remark),
                "entered_at": self._taking.store.now(),
                "staff_id": self._taking.who.id,
                "meeting_id": None,
                "supersedes_id": known.id if known is not None else None,
            }
        )

    def _check_day(self, day: date) -> None:
        if day not in self._fine_days:
            check_measured_on(day, self._today)
            self._fine_days.add(day)

    def _check_source_date(self, day: date) -> None:
        if day > self._today:
            sentence = _("The day of the source, {day}, is still to come.")
            raise Refused(sentence.format(day=day_plain(day)))
        self._fine_days.add(day)

    def _words(self, field: str, words: str) -> str:
        """Words fit to be kept; of many rows with the same ones they are looked at once."""
        if words in self._fine_words:
            return words
        kept = written(Measurement, field, words)
        if kept == words and field == "source":
            self._fine_words.add(words)
        return kept


def take_measurements(taking: Taking, sheet: GivenSheet) -> SheetPlan:
    """Take all measurements in, or none. What is other than it was measured before is a
    correction: the old value stays visible."""
    taker = MeasurementTaker(taking)
    rows = []
    for at, row in enumerate(sheet.rows):
        if at % PROGRESS_ROWS == 0:
            taking.progress(at, len(sheet.rows))
        rows.append(taker.look_at(row))
    plan = SheetPlan(sheet.kind.key, rows, sheet.error, sheet.unused)
    if plan.fine and not taking.tried:
        with taking.store.act(taking.who, "agreements.import") as act:
            put_in(act, Measurement, taker.rows)
        for indicator_id, day in taker.done.items():
            yesno_done(taking.store, taking.who, indicator_id, day)
    return plan


def _changes(known: HeldRow, changed: Mapping[str, Any]) -> tuple[Change, ...]:
    return tuple(
        Change(name, as_written(known.values.get(name)), as_written(value))
        for name, value in changed.items()
    )
