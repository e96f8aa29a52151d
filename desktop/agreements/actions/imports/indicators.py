"""Rows of the sheets Indicatoren and Tussendoelen: how it is measured, and the steps on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.agreements.actions.imports.taking import Changed, Taking, take_sheet
from desktop.agreements.actions.indicators import add_indicator, change_indicator
from desktop.agreements.exchange.given import GivenRow, GivenSheet
from desktop.agreements.exchange.held import HeldRow
from desktop.agreements.exchange.plan import RowState, SheetPlan
from desktop.agreements.exchange.sheets import Key
from desktop.agreements.model import Indicator
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.states import PathShape
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused
from desktop.store.found import found

FIELDS = {
    "naam": "name",
    "eenheid": "unit",
    "decimalen": "decimals",
    "richting": "direction",
    "optellend": "cumulative",
    "nul_waarde": "baseline",
    "nul_datum": "baseline_on",
    "doel_waarde": "goal",
    "doel_datum": "goal_on",
    "ondergrens": "low",
    "bovengrens": "high",
    "pad": "path",
    "marge_procent": "margin_percent",
    "marge_vast": "margin_absolute",
    "frequentie": "frequency",
    "bron": "source",
    "norm_artikel": "norm",
}
Steps = dict[date, Decimal]


@dataclass(frozen=True)
class IndicatorTaker:
    """Takes indicators in with the steps that the file has for them, by folded code."""

    steps: Mapping[str, Steps]

    def __call__(
        self, taking: Taking, row: GivenRow, known: HeldRow | None, changed: Changed
    ) -> int:
        code = row.values["indicator_code"]
        agreement_id = taking.named(Key.AGREEMENTS, row.values["afspraak_code"], _("agreement"))
        steps = self.steps.get(fold(code), {})
        if known is None:
            values = {FIELDS[name]: v for name, v in row.values.items() if name in FIELDS}
            wish = IndicatorWish(code=code, steps=tuple(sorted(steps.items())), **values)
            return add_indicator(taking.store, taking.who, agreement_id, wish)
        indicator = found(taking.store.running.session, Indicator, known.id)
        if indicator.agreement_id != agreement_id:
            sentence = _("indicator “{code}” belongs to agreement “{agreement}”.")
            raise Refused(sentence.format(code=code, agreement=indicator.agreement.code))
        wish = _changed(indicator, changed, steps)
        change_indicator(taking.store, taking.who, known.id, wish)
        return known.id


def _changed(indicator: Indicator, changed: Changed, steps: Steps) -> IndicatorWish:
    """The indicator as it is, with what changed. How long a measurement lasts follows how often
    is measured, when that changes."""
    names = {field.name for field in fields(IndicatorWish)} - {"steps"}
    values: dict[str, Any] = {name: getattr(indicator, name) for name in names}
    values |= {FIELDS[name]: value for name, value in changed.items() if name in FIELDS}
    if "frequentie" in changed:
        values["max_age_days"] = None
    held = {step.due_on: step.value for step in indicator.steps}
    return IndicatorWish(steps=tuple(sorted({**held, **steps}.items())), **values)


@dataclass(frozen=True)
class StepTaker:
    """Takes steps in, for indicators that are known by now. Those of an indicator that the file
    changes too went along with it."""

    along: frozenset[str]

    def __call__(
        self, taking: Taking, row: GivenRow, known: HeldRow | None, changed: Changed
    ) -> int:
        code = row.values["indicator_code"]
        id = taking.named(Key.INDICATORS, code, _("indicator"))
        indicator = found(taking.store.running.session, Indicator, id)
        if indicator.path is not PathShape.SCHEDULE:
            sentence = _("indicator “{code}” has no schedule. Put “schema” in the column pad.")
            raise Refused(sentence.format(code=code))
        if fold(code) not in self.along:
            step = {row.values["datum"]: row.values["waarde"]}
            change_indicator(taking.store, taking.who, id, _changed(indicator, {}, step))
        return known.id if known is not None else 0


def take_indicators(
    taking: Taking, indicators: GivenSheet | None, steps: GivenSheet | None
) -> list[SheetPlan]:
    """Take the two sheets in together, because a schedule is checked with its steps. When
    something is wrong with the steps, the indicators are looked at once more without them."""
    if not taking.tried or indicators is None or steps is None:
        return _both(taking, indicators, steps, _steps_of(steps))
    before = {key: dict(taking.held.rows[key]) for key in (Key.INDICATORS, Key.STEPS)}
    trial = taking.store.running.session.begin_nested()
    plans = _both(taking, indicators, steps, _steps_of(steps))
    if plans[1].fine:
        trial.commit()
        return plans
    trial.rollback()
    for key, rows in before.items():
        taking.held.rows[key].clear()
        taking.held.rows[key].update(rows)
    taking.failed.discard(Key.INDICATORS)
    return [take_sheet(taking, indicators, IndicatorTaker({})), plans[1]]


def _both(
    taking: Taking,
    indicators: GivenSheet | None,
    steps: GivenSheet | None,
    of_file: Mapping[str, Steps],
) -> list[SheetPlan]:
    plans: list[SheetPlan] = []
    along: frozenset[str] = frozenset()
    if indicators is not None:
        plan = take_sheet(taking, indicators, IndicatorTaker(of_file))
        taken = (row for row in plan.rows if row.state in (RowState.NEW, RowState.CHANGED))
        along = frozenset(fold(row.key) for row in taken) if plan.fine else along
        plans.append(plan)
    if steps is not None:
        plans.append(take_sheet(taking, steps, StepTaker(along)))
    return plans


def _steps_of(sheet: GivenSheet | None) -> Mapping[str, Steps]:
    """The steps of a sheet by the folded code of their indicator; none when one cannot be read."""
    found: dict[str, Steps] = defaultdict(dict)
    if sheet is None or any(row.errors for row in sheet.rows):
        return found
    for row in sheet.rows:
        found[fold(row.values["indicator_code"])][row.values["datum"]] = row.values["waarde"]
    return found
