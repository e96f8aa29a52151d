"""What is measured: indicators, measurements that stay, colours that people changed and why."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.agreements.model.base import AgreementsBase
from desktop.agreements.model.parties import Party
from desktop.agreements.states import Direction, Frequency, Light, PathShape
from desktop.estate.model import StaffUser
from desktop.store.base import Versioned, words

if TYPE_CHECKING:
    from desktop.agreements.model.clauses import Agreement
    from desktop.agreements.model.meetings import Meeting


class Indicator(AgreementsBase, Versioned):
    """How an agreement is measured (agreements, 2.1 and 2.3). `counts` says whether it is part
    of the light of the agreement; `owner_id` is the party that measures."""

    __tablename__ = "indicator"
    __table_args__ = (UniqueConstraint("agreement_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    code: Mapped[str] = mapped_column(String(20), index=True)
    name: Mapped[str] = mapped_column(String(160))
    unit: Mapped[str] = mapped_column(String(40))
    decimals: Mapped[int] = mapped_column(default=0)
    direction: Mapped[Direction] = words(Direction)
    cumulative: Mapped[bool] = mapped_column(default=False)
    baseline: Mapped[Decimal | None]
    baseline_on: Mapped[date | None]
    goal: Mapped[Decimal | None]
    goal_on: Mapped[date]
    low: Mapped[Decimal | None]
    high: Mapped[Decimal | None]
    path: Mapped[PathShape] = words(PathShape, default=PathShape.LINEAR)
    margin_percent: Mapped[Decimal] = mapped_column(default=Decimal(10))
    margin_absolute: Mapped[Decimal | None]
    frequency: Mapped[Frequency] = words(Frequency, default=Frequency.QUARTER)
    max_age_days: Mapped[int] = mapped_column(default=120)
    done_on: Mapped[date | None]  # of a yes/no: when it was done
    source: Mapped[str] = mapped_column(String(200))
    norm: Mapped[str] = mapped_column(String(120), default="")  # Btiv art. 54(1)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    counts: Mapped[bool] = mapped_column(default=True)

    agreement: Mapped[Agreement] = relationship(back_populates="indicators")
    owner: Mapped[Party | None] = relationship()
    steps: Mapped[list[IndicatorStep]] = relationship(
        back_populates="indicator", order_by="IndicatorStep.due_on", cascade="all, delete-orphan"
    )


class IndicatorStep(AgreementsBase):
    """A value that was agreed for a day on the way (schedule)."""

    __tablename__ = "indicator_step"
    __table_args__ = (UniqueConstraint("indicator_id", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"), index=True)
    due_on: Mapped[date]
    value: Mapped[Decimal]

    indicator: Mapped[Indicator] = relationship(back_populates="steps")


class Measurement(AgreementsBase):
    """A value as it was on a day. Never overwritten: a correction is a new row that supersedes
    this one, which stays on view."""

    __tablename__ = "measurement"
    # All that says which measurement counts on a day stands in the index: none is read in vain.
    __table_args__ = (Index("ix_measurement_of_day", "indicator_id", "measured_on", "provisional"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    measured_on: Mapped[date]
    value: Mapped[Decimal]
    source: Mapped[str] = mapped_column(String(200))
    source_date: Mapped[date | None]
    provisional: Mapped[bool] = mapped_column(default=False)
    remark: Mapped[str] = mapped_column(Text, default="")
    entered_at: Mapped[datetime]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("measurement.id"), unique=True)

    staff: Mapped[StaffUser | None] = relationship(StaffUser)
    meeting: Mapped[Meeting | None] = relationship()


@event.listens_for(Measurement, "before_update")
def _measured_once(_mapper: object, _connection: object, measurement: Measurement) -> None:
    """No action may change what was measured; a correction is another row."""
    raise ValueError(f"a measurement is entered once: {measurement.id}")


class Override(AgreementsBase, Versioned):
    """A colour that people decided on, of an agreement or of one of its indicators, until a day.
    The computed colour stays beside it."""

    __tablename__ = "light_override"

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicator.id"), index=True)
    light: Mapped[Light] = words(Light)
    reason: Mapped[str] = mapped_column(Text)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    decided_on: Mapped[date]
    valid_until: Mapped[date]

    party: Mapped[Party] = relationship()
    meeting: Mapped[Meeting | None] = relationship()
    objections: Mapped[list[Objection]] = relationship(
        back_populates="override", order_by="Objection.id"
    )


class Objection(AgreementsBase):
    """A party does not agree with a changed colour."""

    __tablename__ = "light_objection"
    __table_args__ = (UniqueConstraint("override_id", "party_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    override_id: Mapped[int] = mapped_column(ForeignKey("light_override.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    text: Mapped[str] = mapped_column(Text)
    made_on: Mapped[date]

    override: Mapped[Override] = relationship(back_populates="objections")
    party: Mapped[Party] = relationship()


class Explanation(AgreementsBase, Versioned):
    """Why an agreement does not go as agreed, and what is done about it: asked for each new
    amber or red. Empty `cause` means that it was put off, which keeps it on the list."""

    __tablename__ = "light_explanation"

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    reference_date: Mapped[date]
    cause: Mapped[str] = mapped_column(Text, default="")
    measure: Mapped[str] = mapped_column(Text, default="")
    who: Mapped[str] = mapped_column(String(120), default="")
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
