"""The agreements of a year as they ended, for looking back on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.agreements.model import Agreement, Theme
from desktop.agreements.queries.detail import LookBackLine
from desktop.agreements.queries.lights import AgreementLight, lights_of_cycle
from desktop.agreements.rules.lifecycle import ENDED, SIGNED
from desktop.agreements.states import AgreementState


@dataclass(frozen=True)
class LookBackRow:
    """An agreement with its light on a day, how it ended, and what people say when they look
    back; None while they did not."""

    agreement_id: int
    code: str
    title: str
    state: AgreementState
    light: AgreementLight
    told: LookBackLine | None

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED


def look_back_rows(session: Session, cycle_id: int, on: date) -> list[LookBackRow]:
    """Every agreement that was signed, by theme and code."""
    lights = lights_of_cycle(session, cycle_id, on)
    agreements = session.scalars(
        select(Agreement)
        .join(Theme, Agreement.theme_id == Theme.id)
        .where(Agreement.cycle_id == cycle_id, Agreement.state.in_(SIGNED | ENDED))
        .options(joinedload(Agreement.look_back))
        .order_by(Theme.position, Agreement.code)
    )
    return [
        LookBackRow(
            agreement_id=a.id,
            code=a.code,
            title=a.title,
            state=a.state,
            light=lights[a.id],
            told=(
                LookBackLine(
                    a.look_back.result, a.look_back.cause, a.look_back.lesson, a.look_back.goes_on
                )
                if a.look_back is not None
                else None
            ),
        )
        for a in agreements
    ]
