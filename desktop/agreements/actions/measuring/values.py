"""Measuring: values that stay, and deeds that are done."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from desktop.agreements.model import Indicator, Measurement, Meeting
from desktop.agreements.rules.form import (
    AlreadyMeasured,
    check_measured_on,
    check_number,
    check_percentage,
)
from desktop.agreements.states import Direction
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found


def measure(
    store: Store,
    who: Actor,
    indicator_id: int,
    measured_on: date,
    value: Decimal,
    source: str,
    source_date: date | None = None,
    provisional: bool = False,
    remark: str = "",
    meeting_id: int | None = None,
) -> int:
    """A value as it was on a day. Refused: a day that is still to come (E2), a percentage that
    cannot be (E3), a day that was measured already (`AlreadyMeasured`, E6), and a value for an
    indicator that is answered with yes or no."""
    check_measured_on(measured_on, local(store.now()).date())
    day_of(store, source_date, "source_date")
    with store.act(who, "agreements.measure", undo=_("Measurement")) as act:
        indicator = _measurable(act.session, indicator_id)
        _check_value(indicator, value)
        _check_day_is_free(act.session, indicator_id, measured_on)
        _check_meeting(act.session, indicator, meeting_id)
        measurement = Measurement(
            indicator_id=indicator_id,
            measured_on=measured_on,
            value=value,
            source=written(Measurement, "source", source) or indicator.source,
            source_date=source_date,
            provisional=provisional,
            remark=written(Measurement, "remark", remark),
            entered_at=store.now(),
            staff_id=who.id,
            meeting_id=meeting_id,
        )
        act.session.add(measurement)
        act.session.flush()
        return measurement.id


def correct(
    store: Store,
    who: Actor,
    measurement_id: int,
    value: Decimal,
    source: str | None = None,
    remark: str = "",
    measured_on: date | None = None,
    source_date: date | None = None,
    provisional: bool = False,
    meeting_id: int | None = None,
) -> int:
    """Put a new value in the place of a measurement; the old one stays visible. What is not given
    is as it was, but a correction is definitive unless it says otherwise. Refused as `measure`,
    and when somebody corrected the measurement already."""
    day_of(store, source_date, "source_date")
    with store.act(who, "agreements.measurement.correct", undo=_("Correction")) as act:
        old = found(act.session, Measurement, measurement_id)
        indicator = _measurable(act.session, old.indicator_id)
        if act.session.scalar(select(exists().where(Measurement.supersedes_id == old.id))):
            raise Refused(
                _("This measurement was corrected already. Look at the newest one and correct it.")
            )
        day = measured_on or old.measured_on
        check_measured_on(day, local(store.now()).date())
        _check_value(indicator, value)
        _check_day_is_free(act.session, old.indicator_id, day, instead_of=old.id)
        _check_meeting(act.session, indicator, meeting_id)
        measurement = Measurement(
            indicator_id=old.indicator_id,
            measured_on=day,
            value=value,
            source=written(Measurement, "source", source or "") or old.source,
            source_date=source_date or old.source_date,
            provisional=provisional,
            remark=written(Measurement, "remark", remark),
            entered_at=store.now(),
            staff_id=who.id,
            meeting_id=meeting_id or old.meeting_id,
            supersedes_id=old.id,
        )
        act.session.add(measurement)
        act.session.flush()
        return measurement.id


def yesno_done(store: Store, who: Actor, indicator_id: int, on: date | None) -> None:
    """What was agreed as yes or no was done on a day; None when it was not after all."""
    if on is not None:
        check_measured_on(on, local(store.now()).date())
    with store.act(who, "agreements.indicator.done", undo=_("Done")) as act:
        indicator = found(act.session, Indicator, indicator_id)
        if indicator.direction is not Direction.YESNO:
            raise Refused(_("This indicator is measured with a number. Fill in the value."), "on")
        indicator.done_on = on


def _measurable(session: Session, indicator_id: int) -> Indicator:
    """The indicator, locked: two desks that measure the same day come one after the other."""
    indicator = session.get(Indicator, indicator_id, with_for_update=True)
    if indicator is None:
        return found(session, Indicator, indicator_id)
    if indicator.direction is Direction.YESNO:
        raise Refused(_("This is answered with yes or no. Fill in the day it was done."), "value")
    return indicator


def _check_value(indicator: Indicator, value: Decimal) -> None:
    check_number(value)
    check_percentage(value, indicator.unit)


def _check_day_is_free(
    session: Session, indicator_id: int, day: date, instead_of: int | None = None
) -> None:
    correction = aliased(Measurement)
    standing = session.scalar(
        select(Measurement)
        .where(
            Measurement.indicator_id == indicator_id,
            Measurement.measured_on == day,
            Measurement.id != (instead_of or 0),
            ~exists().where(correction.supersedes_id == Measurement.id),
        )
        .order_by(Measurement.provisional, Measurement.id.desc())
        .limit(1)
    )
    if standing is not None:
        raise AlreadyMeasured(day, standing.value, standing.id)


def _check_meeting(session: Session, indicator: Indicator, meeting_id: int | None) -> None:
    if meeting_id is None:
        return
    if found(session, Meeting, meeting_id).cycle_id != indicator.agreement.cycle_id:
        raise ValueError(f"meeting {meeting_id} is not of the year of indicator {indicator.id}")
