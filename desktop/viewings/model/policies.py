"""How a complex works: the pilot, the rules of a complex, what refusing means."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import Complex
from desktop.store.base import Versioned, words
from desktop.viewings.model.base import ViewingsBase
from desktop.viewings.states import Level, PilotRole, UrgencyPolicy


class Pilot(ViewingsBase, Versioned):
    """A complex that takes part in the pilot, or that it is compared with.

    `thresholds` (measure key → share or days) are fixed before the start (`fixed_on`)."""

    __tablename__ = "pilot"

    id: Mapped[int] = mapped_column(primary_key=True)
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), unique=True)
    role: Mapped[PilotRole] = words(PilotRole)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    turnover_percent: Mapped[float] = mapped_column(default=5.9)
    thresholds: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    fixed_on: Mapped[date | None]

    complex: Mapped[Complex] = relationship(Complex, lazy="joined")


class PriorityConsequence(ViewingsBase, Versioned):
    """What refusing or not appearing means for somebody with priority, per region (C3)."""

    __tablename__ = "priority_consequence"

    id: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(String(80))
    text_nl: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text)
    refusals_allowed: Mapped[int] = mapped_column(default=1)
    source: Mapped[str] = mapped_column(String(200))
    read_on: Mapped[date]


class PolicyVersion(ViewingsBase, Versioned):
    """Published rules for a complex (werkwijze). Immutable once `fixed_on` is set.

    `criteria` is a list of {key, text_nl, text_en, fact_nl, fact_en}; `points` a list of
    {key, text_nl, text_en}: the house-rule points that hosts explain."""

    __tablename__ = "policy_version"
    __table_args__ = (UniqueConstraint("complex_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), index=True)
    number: Mapped[int]
    level: Mapped[Level] = words(Level, default=Level.A)
    urgency: Mapped[UrgencyPolicy] = words(UrgencyPolicy, default=UrgencyPolicy.U2)
    buddy: Mapped[bool] = mapped_column(default=False)  # U5
    share_percent: Mapped[int] = mapped_column(default=25)  # U3: p
    share_window: Mapped[int] = mapped_column(default=4)  # U3: k
    municipality_agreed_on: Mapped[date | None]  # U3
    consequence_id: Mapped[int | None] = mapped_column(ForeignKey("priority_consequence.id"))
    criteria: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    points: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    advert_nl: Mapped[str] = mapped_column(Text, default="")
    advert_en: Mapped[str] = mapped_column(Text, default="")
    participation_required: Mapped[bool] = mapped_column(default=False)  # R13b
    alternatives: Mapped[list[str]] = mapped_column(JSON, default=list)  # individual, phone, day
    permit_needed: Mapped[bool] = mapped_column(default=False)  # C5
    min_hosts: Mapped[int] = mapped_column(default=2)
    group_max: Mapped[int] = mapped_column(default=6)
    slot_minutes: Mapped[int] = mapped_column(default=20)
    day_budget: Mapped[int] = mapped_column(default=3)  # R12: D days
    answer_hours: Mapped[int] = mapped_column(default=24)  # R7
    letters_working_days: Mapped[int] = mapped_column(default=5)  # R10
    complaint_weeks: Mapped[int] = mapped_column(default=6)
    retention_weeks: Mapped[int] = mapped_column(default=4)  # R14
    top_n: Mapped[int | None]  # level C
    sharing_ground: Mapped[str] = mapped_column(String(200), default="")  # level C
    hosts_trained_on: Mapped[date | None]
    corporation_agreed_on: Mapped[date | None]
    tenants_agreed_on: Mapped[date | None]
    jurist_name: Mapped[str] = mapped_column(String(120), default="")
    jurist_on: Mapped[date | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    fixed_on: Mapped[date | None]

    complex: Mapped[Complex] = relationship(Complex, lazy="joined")
    consequence: Mapped[PriorityConsequence | None] = relationship()
