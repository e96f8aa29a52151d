"""The values that the screen of one vacancy shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop.viewings.queries.vacancy.nomination import NominationLine
from desktop.viewings.rules.hosts import Turn
from desktop.viewings.rules.order import PassCode
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import (
    Answer,
    CandidateState,
    ComplaintAbout,
    ComplaintState,
    DecisionState,
    GuardEvent,
    Level,
    OfferAnswer,
    Presence,
    Route,
    ShiftRole,
    ShiftState,
    SkipCode,
    UrgencyPolicy,
    VacancyState,
    ViewingKind,
    ViewingState,
    Want,
)


@dataclass(frozen=True)
class PolicyLine:
    """The policy version of a vacancy in short; points and criteria as (key, Dutch, English)."""

    id: int
    number: int
    level: Level
    urgency: UrgencyPolicy
    fixed_on: date | None
    participation_required: bool
    min_hosts: int
    day_budget: int
    group_max: int
    slot_minutes: int
    answer_hours: int
    points: tuple[tuple[str, str, str], ...]
    criteria: tuple[tuple[str, str, str], ...]
    permit_needed: bool
    top_n: int | None


@dataclass(frozen=True)
class InvitationLine:
    """The newest invitation of a candidate that stands."""

    id: int
    version: int
    viewing_id: int
    slot_at: datetime
    kind: ViewingKind
    sent_on: date | None
    answer: Answer
    answer_until: datetime | None
    reminders: tuple[str, ...]
    presence: Presence
    points: int
    ics_sequence: int


@dataclass(frozen=True)
class CandidateLine:
    """A candidate in the order of the law: priority first, then rank."""

    id: int
    rank: int
    number: str
    name: str
    priority: bool
    protected: bool
    persons: int
    visit_need: str
    language: str
    registered_on: date | None
    state: CandidateState
    want: Want | None
    skip: SkipCode | None
    skip_asked: SkipCode | None
    invitation: InvitationLine | None
    passed: str | None
    money_alarm: bool
    guard_open: bool
    wiped: bool


@dataclass(frozen=True)
class ShiftLine:
    """A host at a viewing; `turn` says why the rota proposed this one, when it was asked."""

    id: int
    host_id: int
    name: str
    role: ShiftRole
    state: ShiftState
    turn: Turn | None
    list_back_on: date | None


@dataclass(frozen=True)
class QuestionLine:
    """A question that a visitor asked, with the answer when staff gave one."""

    id: int
    question: str
    answer: str
    answered_on: date | None


@dataclass(frozen=True)
class ViewingLine:
    """A viewing with how it stands: hosts, seats and answers."""

    id: int
    version: int
    kind: ViewingKind
    state: ViewingState
    starts_at: datetime
    ends_at: datetime
    slot_minutes: int
    capacity: int
    companions: int
    place: str
    staff_hosts: bool
    staff_on_call_id: int | None
    shifts: tuple[ShiftLine, ...]
    seats: int
    invited: int
    coming: int
    came: int
    to_remind: tuple[int, ...]
    has_report: bool
    unrecorded: int
    tablet_used: bool
    cancel_reason: str
    questions: tuple[QuestionLine, ...]


@dataclass(frozen=True)
class OfferLine:
    id: int
    number: int
    candidate_id: int
    rank: int
    name: str
    priority: bool
    made_at: datetime
    deadline_at: datetime
    answer: OfferAnswer
    reason: str
    facts: str
    reader: str
    deviations: Mapping[int, PassCode]


@dataclass(frozen=True)
class GuardLine:
    """What waits for a second reader before it counts (C3)."""

    id: int
    rank: int
    event: GuardEvent
    caused_by_tour: bool
    shown: str
    author_id: int | None
    author: str
    opened_at: datetime


@dataclass(frozen=True)
class ComplaintLine:
    id: int
    about: ComplaintAbout
    received_on: date
    answer_by: date
    summary: str
    state: ComplaintState
    outcome: str


@dataclass(frozen=True)
class LapsedLine:
    """Why a settled decision lapsed, and who wrote that down."""

    by: OfferAnswer
    code: str
    told_on: date
    staff: str


@dataclass(frozen=True)
class DecisionLine:
    id: int
    number: int
    state: DecisionState
    author_id: int | None
    author: str
    reader: str
    question: str
    motivation: str
    permit_checked: bool | None
    chosen_rank: int
    letters_on: date | None
    read_at: datetime | None
    complaint_until: date | None
    wipe_on: date | None
    wiped_on: date | None
    order_removed_on: date | None
    deviations: Mapping[int, PassCode]
    lapsed: LapsedLine | None


@dataclass(frozen=True)
class VacancyView:
    """Everything of one vacancy that its screen shows."""

    id: int
    version: int
    code: str
    address: str
    city: str
    dwelling_code: str
    complex_id: int
    complex_code: str
    complex: str
    meeting_point: str
    kind: str
    rooms: int | None
    area_m2: float | None
    rent_cents: int | None
    energy_label: str
    state: VacancyState
    route: Route
    route_reason: str
    model: str
    days_empty: int | None
    active_hosts: int
    notice_on: date | None
    old_lease_ends_on: date | None
    pre_inspection_on: date | None
    final_inspection_on: date | None
    available_on: date | None
    baseline_viewing_on: date | None
    advert_from: date | None
    advert_until: date | None
    closed_on: date | None
    viewing_on: date | None
    offered_on: date | None
    decided_on: date | None
    contract_on: date | None
    keys_on: date | None
    welcome_due: bool
    for_priority: bool
    follow_up_on: date | None
    policy: PolicyLine | None
    candidates: tuple[CandidateLine, ...]
    next_offer: int | None
    viewings: tuple[ViewingLine, ...]
    nominates: bool
    nominations: tuple[NominationLine, ...]
    offers: tuple[OfferLine, ...]
    guards: tuple[GuardLine, ...]
    complaints: tuple[ComplaintLine, ...]
    decisions: tuple[DecisionLine, ...]
    wipe_on: date | None
    next: NextStep

    @property
    def nomination(self) -> NominationLine | None:
        """What residents nominated last."""
        return self.nominations[-1] if self.nominations else None

    @property
    def decision(self) -> DecisionLine | None:
        """The decision that counts: the last one."""
        return self.decisions[-1] if self.decisions else None
