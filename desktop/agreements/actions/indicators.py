"""How an agreement is measured: indicators and the steps on their way."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Indicator, IndicatorStep, Measurement, Party
from desktop.agreements.rules.indicators import IndicatorWish, checked
from desktop.agreements.states import Direction
from desktop.estate.texts import written
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale

__all__ = ["IndicatorWish", "add_indicator", "change_indicator", "remove_indicator"]

KEPT_APART = ("steps", "code")  # every other field of a wish is a column
WORDS = ("name", "unit", "source", "norm")


def add_indicator(store: Store, who: Actor, agreement_id: int, wish: IndicatorWish) -> int:
    """Agree how an agreement is measured. Refused: what `rules.indicators.checked` refuses, and
    a code that the cycle has already, because measurements are imported by it."""
    kept = checked(wish)
    with store.act(who, "agreements.indicator.add", undo=_("New indicator")) as act:
        agreement = found(act.session, Agreement, agreement_id)
        code = written(Indicator, "code", kept.code) or _next_code(act.session, agreement)
        _check_code(act.session, agreement, code, None)
        _check_owner(act.session, kept)
        indicator = Indicator(agreement_id=agreement_id, code=code, **_columns(kept))
        indicator.steps = [IndicatorStep(due_on=day, value=value) for day, value in kept.steps]
        act.session.add(indicator)
        act.session.flush()
        return indicator.id


def change_indicator(
    store: Store, who: Actor, indicator_id: int, wish: IndicatorWish, version: int | None = None
) -> None:
    """Agree on something else: every field as in the wish, the code only when it has one. What
    was measured stays. Refused as `add_indicator`, and when somebody changed it after `version`
    was shown."""
    kept = checked(wish)
    with store.act(who, "agreements.indicator.change", undo=_("Change indicator")) as act:
        indicator = found(act.session, Indicator, indicator_id)
        code = written(Indicator, "code", kept.code) or indicator.code
        _check_code(act.session, indicator.agreement, code, indicator_id)
        _check_owner(act.session, kept)
        values = {"code": code, **_columns(kept)}
        stale(indicator, version, values)
        for key, value in values.items():
            setattr(indicator, key, value)
        if kept.direction is not Direction.YESNO:
            indicator.done_on = None
        _write_steps(indicator, kept)


def remove_indicator(store: Store, who: Actor, indicator_id: int) -> None:
    """Take an indicator away that was never measured. Refused when it was: then it can stop
    counting, and what was measured stays."""
    with store.act(who, "agreements.indicator.remove", undo=_("Remove indicator")) as act:
        indicator = found(act.session, Indicator, indicator_id)
        measured = select(Measurement.id).where(Measurement.indicator_id == indicator_id)
        if indicator.done_on is not None or act.session.scalar(measured.limit(1)) is not None:
            raise Refused(
                _(
                    "This indicator has measurements, and those stay. You can choose that it no "
                    "longer counts for the light."
                )
            )
        # First the steps: undo puts things back in the opposite order.
        for step in indicator.steps:
            act.session.delete(step)
        act.session.flush()
        act.session.expire(indicator, ["steps"])
        act.session.delete(indicator)


def _columns(wish: IndicatorWish) -> dict[str, Any]:
    names = [field.name for field in fields(wish) if field.name not in KEPT_APART]
    columns = {name: getattr(wish, name) for name in names}
    for name in WORDS:
        columns[name] = written(Indicator, name, columns[name])
    return columns


def _next_code(session: Session, agreement: Agreement) -> str:
    """The code of the agreement, and from the second indicator on a number behind it."""
    taken = set(
        session.scalars(
            select(Indicator.code)
            .join(Agreement, Indicator.agreement_id == Agreement.id)
            .where(Agreement.cycle_id == agreement.cycle_id)
        )
    )
    candidates = (agreement.code, *(f"{agreement.code}-{n}" for n in range(2, len(taken) + 3)))
    return next(code for code in candidates if code not in taken)


def _check_code(session: Session, agreement: Agreement, code: str, own_id: int | None) -> None:
    other = session.scalar(
        select(Indicator.id)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .where(
            Agreement.cycle_id == agreement.cycle_id,
            func.lower(Indicator.code) == code.lower(),
            Indicator.id != (own_id or 0),
        )
        .limit(1)
    )
    if other is not None:
        sentence = _("There is an indicator {code} in this year already. Choose another code.")
        raise Refused(sentence.format(code=code), "code")


def _check_owner(session: Session, wish: IndicatorWish) -> None:
    if wish.owner_id is not None:
        found(session, Party, wish.owner_id)


def _write_steps(indicator: Indicator, wish: IndicatorWish) -> None:
    """In place, by day: a step that is replaced would for a moment be there twice."""
    wanted = dict(wish.steps)
    for step in list(indicator.steps):
        if step.due_on in wanted:
            step.value = wanted.pop(step.due_on)
        else:
            indicator.steps.remove(step)
    indicator.steps.extend(IndicatorStep(due_on=day, value=value) for day, value in wanted.items())
