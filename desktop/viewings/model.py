"""Entities of the tab Buren (viewings, section 2): little about persons, much about decisions.

No BSN, income, birth date, nationality, gender, children or signals: there is no column for
them, so they cannot be kept. `personal` marks what is wiped when its time is over (R14).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import Complex, Dwelling, Household, StaffUser
from desktop.store.base import Base, Versioned, personal, words
from desktop.store.search import SearchEntry
from desktop.viewings.states import (
    Answer,
    CandidateState,
    ComplaintAbout,
    ComplaintState,
    CriterionAnswer,
    DecisionState,
    DefectPlace,
    GuardEvent,
    GuardState,
    HostState,
    Level,
    OfferAnswer,
    PilotRole,
    Presence,
    RelationKind,
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


class Pilot(Base, Versioned):
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

    complex: Mapped[Complex] = relationship(lazy="joined")


class PriorityConsequence(Base, Versioned):
    """What refusing or not appearing means for somebody with priority, per region (C3)."""

    __tablename__ = "priority_consequence"

    id: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(String(80))
    text_nl: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text)
    refusals_allowed: Mapped[int] = mapped_column(default=1)
    source: Mapped[str] = mapped_column(String(200))
    read_on: Mapped[date]


class PolicyVersion(Base, Versioned):
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

    complex: Mapped[Complex] = relationship(lazy="joined")
    consequence: Mapped[PriorityConsequence | None] = relationship()


class Vacancy(Base, Versioned):
    """A dwelling from notice to new lease (VERA: Publicatie with its Eenheid)."""

    __tablename__ = "vacancy"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(60), unique=True)
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"), index=True)
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy_version.id"), index=True)
    state: Mapped[VacancyState] = words(VacancyState, default=VacancyState.ANNOUNCED, index=True)
    route: Mapped[Route] = words(Route, default=Route.TENANT_LED)
    route_reason: Mapped[str] = mapped_column(String(200), default="")
    model: Mapped[str] = mapped_column(String(5), default="AAN")  # VERA PUBLICATIEMODEL
    for_priority: Mapped[bool] = mapped_column(default=False)  # U3: this one goes by U1
    notice_on: Mapped[date | None]
    old_lease_ends_on: Mapped[date | None]
    pre_inspection_on: Mapped[date | None]
    final_inspection_on: Mapped[date | None]
    available_on: Mapped[date | None]
    advert_from: Mapped[date | None]
    advert_until: Mapped[date | None]
    closed_on: Mapped[date | None]
    baseline_viewing_on: Mapped[date | None]  # when staff could have shown it
    contract_on: Mapped[date | None]
    keys_on: Mapped[date | None]
    completed_on: Mapped[date | None]
    lease_ended_on: Mapped[date | None]  # within a year: measure (vii) of the evaluation
    withdrawn_code: Mapped[str] = mapped_column(String(5), default="")
    reactions: Mapped[int | None]
    list_digest: Mapped[str] = mapped_column(String(64), default="")
    departing_household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    created_on: Mapped[date]

    dwelling: Mapped[Dwelling] = relationship(lazy="joined")
    policy: Mapped[PolicyVersion | None] = relationship()
    candidates: Mapped[list[Candidate]] = relationship(
        back_populates="vacancy", order_by="Candidate.rank"
    )
    viewings: Mapped[list[Viewing]] = relationship(
        back_populates="vacancy", order_by="Viewing.starts_at"
    )
    offers: Mapped[list[Offer]] = relationship(back_populates="vacancy", order_by="Offer.number")
    decisions: Mapped[list[Decision]] = relationship(
        back_populates="vacancy", order_by="Decision.number"
    )

    @property
    def decision(self) -> Decision | None:
        """The decision that counts: the last one. The others lapsed."""
        return self.decisions[-1] if self.decisions else None

    def search_entry(self) -> SearchEntry:
        home = self.dwelling
        return SearchEntry(
            "vacancy",
            self.id,
            home.address,
            self.code,
            f"{home.address} {home.code} {self.code} {home.city} {home.complex.name}",
        )


class Candidate(Base, Versioned):
    """A home seeker on the ranked list of one vacancy. `rank` is never changed here.

    `number` is the pseudonym that stays after a wipe. `protected`: no neighbour may see
    anything of this person. The reason for priority is not kept."""

    __tablename__ = "candidate"
    __table_args__ = (
        UniqueConstraint("vacancy_id", "rank"),
        Index("ix_candidate_vacancy_state", "vacancy_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"))
    number: Mapped[str] = mapped_column(String(40))
    rank: Mapped[int]
    external_ref: Mapped[str] = personal(String(60), default="")
    initials: Mapped[str] = personal(String(20), default="")
    first_name: Mapped[str] = personal(String(60), default="")
    prefix: Mapped[str] = personal(String(20), default="")
    last_name: Mapped[str] = personal(String(80), default="")
    email: Mapped[str] = personal(String(120), default="")
    phone: Mapped[str] = personal(String(40), default="")
    street: Mapped[str] = personal(String(120), default="")
    postcode: Mapped[str] = personal(String(10), default="")
    city: Mapped[str] = personal(String(80), default="")
    language: Mapped[str] = mapped_column(String(5), default="nl")  # of the letters
    visit_need: Mapped[str] = personal(String(200), default="")  # own request only
    registered_on: Mapped[date | None]
    priority: Mapped[bool] = mapped_column(default=False)
    protected: Mapped[bool] = mapped_column(default=False)
    persons: Mapped[int] = mapped_column(default=1)
    state: Mapped[CandidateState] = words(CandidateState, default=CandidateState.SELECTED)
    want: Mapped[Want | None] = words(Want)
    want_reason: Mapped[str] = mapped_column(String(5), default="")  # VERA code, own answer
    want_at: Mapped[datetime | None]
    money_asked: Mapped[bool | None]  # R11: was money or a takeover asked?
    money_handled_on: Mapped[date | None]
    wiped_on: Mapped[date | None]

    vacancy: Mapped[Vacancy] = relationship(back_populates="candidates")
    invitations: Mapped[list[Invitation]] = relationship(
        back_populates="candidate", order_by="Invitation.id"
    )
    offers: Mapped[list[Offer]] = relationship(back_populates="candidate", order_by="Offer.number")
    skips: Mapped[list[Skip]] = relationship(back_populates="candidate")

    @property
    def name(self) -> str:
        """`A. el Bakkali`; the pseudonym after a wipe."""
        return called(self.initials, self.first_name, self.prefix, self.last_name) or self.number

    def search_entry(self) -> SearchEntry | None:
        if self.wiped_on is not None:
            return None
        return candidate_entry(self.id, self.name, self.first_name, self.vacancy.dwelling.address)


def called(initials: str, first_name: str, prefix: str, last_name: str) -> str:
    """A person as on a letter: `A. el Bakkali`."""
    return " ".join(part for part in (initials or first_name, prefix, last_name) if part)


def candidate_entry(id: int, name: str, first_name: str, address: str) -> SearchEntry:
    """A candidate as the search box finds it: by name and by the address of the dwelling."""
    return SearchEntry(Candidate.__tablename__, id, name, address, f"{name} {first_name} {address}")


class Skip(Base):
    """Somebody who is not invited in turn, with the code that says why (R2)."""

    __tablename__ = "skip"

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    code: Mapped[SkipCode] = words(SkipCode)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    at: Mapped[datetime]

    candidate: Mapped[Candidate] = relationship(back_populates="skips")


class Host(Base, Versioned):
    """A resident who receives candidates (gastheer)."""

    __tablename__ = "host"

    id: Mapped[int] = mapped_column(primary_key=True)
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), index=True)
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    first_name: Mapped[str] = personal(String(60))
    last_name: Mapped[str] = personal(String(80))
    address: Mapped[str] = personal(String(120), default="")
    stairwell: Mapped[str] = mapped_column(String(20), default="")
    phone: Mapped[str] = personal(String(40), default="")
    email: Mapped[str] = personal(String(120), default="")
    languages: Mapped[list[str]] = mapped_column(JSON, default=list)
    age_band: Mapped[str] = mapped_column(String(10), default="")  # self-reported, may be empty
    state: Mapped[HostState] = words(HostState, default=HostState.APPLIED)
    applied_on: Mapped[date]
    instructed_on: Mapped[date | None]
    secrecy_on: Mapped[date | None]
    active_from: Mapped[date | None]
    active_to: Mapped[date | None]
    max_per_month: Mapped[int] = mapped_column(default=4)
    availability: Mapped[list[str]] = mapped_column(JSON, default=list)  # "mon-afternoon", …
    away: Mapped[list[list[str]]] = mapped_column(JSON, default=list)  # [[from, to], …]

    complex: Mapped[Complex] = relationship()
    household: Mapped[Household | None] = relationship()
    shifts: Mapped[list[Shift]] = relationship(back_populates="host")
    relations: Mapped[list[HostRelation]] = relationship(back_populates="host")

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def search_entry(self) -> SearchEntry | None:
        if not self.last_name:
            return None
        return SearchEntry(
            "host", self.id, self.name, self.complex.name, f"{self.name} {self.complex.name}"
        )


class HostRelation(Base):
    """Somebody whom a host knows too well to receive; declared by the host beforehand."""

    __tablename__ = "host_relation"

    id: Mapped[int] = mapped_column(primary_key=True)
    host_id: Mapped[int] = mapped_column(ForeignKey("host.id"), index=True)
    kind: Mapped[RelationKind] = words(RelationKind)
    person: Mapped[str] = personal(String(120))
    declared_on: Mapped[date]

    host: Mapped[Host] = relationship(back_populates="relations")


class Viewing(Base, Versioned):
    """A planned visit. Slots of `slot_minutes` from start to end, each with `capacity`
    households; `sequence` counts changes for calendars (RFC 5545)."""

    __tablename__ = "viewing"

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    kind: Mapped[ViewingKind] = words(ViewingKind, default=ViewingKind.GROUP)
    state: Mapped[ViewingState] = words(ViewingState, default=ViewingState.DRAFT, index=True)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime]
    slot_minutes: Mapped[int] = mapped_column(default=20)
    capacity: Mapped[int] = mapped_column(default=1)
    companions: Mapped[int] = mapped_column(default=2)
    place: Mapped[str] = mapped_column(String(200), default="")
    staff_on_call_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    staff_hosts: Mapped[bool] = mapped_column(default=False)  # fallback of R12
    cancel_reason: Mapped[str] = mapped_column(String(200), default="")
    sequence: Mapped[int] = mapped_column(default=0)

    vacancy: Mapped[Vacancy] = relationship(back_populates="viewings")
    staff_on_call: Mapped[StaffUser | None] = relationship()
    shifts: Mapped[list[Shift]] = relationship(back_populates="viewing", order_by="Shift.id")
    invitations: Mapped[list[Invitation]] = relationship(
        back_populates="viewing", order_by="Invitation.slot_at"
    )
    report: Mapped[TourReport | None] = relationship(back_populates="viewing")


class Shift(Base, Versioned):
    """One host at one viewing (dienst). `minutes` is the effort that the rota counts."""

    __tablename__ = "shift"

    id: Mapped[int] = mapped_column(primary_key=True)
    viewing_id: Mapped[int] = mapped_column(ForeignKey("viewing.id"), index=True)
    host_id: Mapped[int] = mapped_column(ForeignKey("host.id"), index=True)
    role: Mapped[ShiftRole] = words(ShiftRole, default=ShiftRole.SECOND)
    state: Mapped[ShiftState] = words(ShiftState, default=ShiftState.PROPOSED)
    reason: Mapped[str] = mapped_column(String(200), default="")
    asked_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    minutes: Mapped[int] = mapped_column(default=0)

    viewing: Mapped[Viewing] = relationship(back_populates="shifts")
    host: Mapped[Host] = relationship(back_populates="shifts")


class Invitation(Base, Versioned):
    """One candidate asked to one slot of a viewing."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("viewing_id", "candidate_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    viewing_id: Mapped[int] = mapped_column(ForeignKey("viewing.id"), index=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    slot_at: Mapped[datetime]
    sent_on: Mapped[date | None]
    channel: Mapped[str] = mapped_column(String(10), default="letter")
    answer: Mapped[Answer] = words(Answer, default=Answer.NONE)
    answered_on: Mapped[date | None]
    answer_until: Mapped[datetime | None]
    ics_uid: Mapped[str] = mapped_column(String(80), default="")
    ics_sequence: Mapped[int] = mapped_column(default=0)
    reminders: Mapped[list[str]] = mapped_column(JSON, default=list)  # ISO dates
    presence: Mapped[Presence] = words(Presence, default=Presence.UNKNOWN)
    received_by_id: Mapped[int | None] = mapped_column(ForeignKey("host.id"))
    switched: Mapped[bool] = mapped_column(default=False)  # at the door: "I know this person"
    cancelled_on: Mapped[date | None]

    viewing: Mapped[Viewing] = relationship(back_populates="invitations")
    candidate: Mapped[Candidate] = relationship(back_populates="invitations")
    received_by: Mapped[Host | None] = relationship()
    visit: Mapped[TourVisit | None] = relationship(back_populates="invitation")


class TourReport(Base, Versioned):
    """What a viewing brought (verslag van de rondleiding). Locked 24 hours after."""

    __tablename__ = "tour_report"

    id: Mapped[int] = mapped_column(primary_key=True)
    viewing_id: Mapped[int] = mapped_column(ForeignKey("viewing.id"), unique=True)
    entered_at: Mapped[datetime]
    locked_at: Mapped[datetime | None]
    incident_number: Mapped[str] = mapped_column(String(40), default="")

    viewing: Mapped[Viewing] = relationship(back_populates="report")
    defects: Mapped[list[Defect]] = relationship(back_populates="report")
    questions: Mapped[list[TourQuestion]] = relationship(back_populates="report")


class TourVisit(Base, Versioned):
    """One visitor's tour: which published points were explained (their keys). Nothing else."""

    __tablename__ = "tour_visit"

    id: Mapped[int] = mapped_column(primary_key=True)
    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitation.id"), unique=True)
    points: Mapped[list[str]] = mapped_column(JSON, default=list)

    invitation: Mapped[Invitation] = relationship(back_populates="visit")


class HostCriterion(Base):
    """Levels B and C: one host's answer to one published criterion about one visit."""

    __tablename__ = "host_criterion"
    __table_args__ = (UniqueConstraint("invitation_id", "host_id", "criterion"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitation.id"), index=True)
    host_id: Mapped[int] = mapped_column(ForeignKey("host.id"))
    criterion: Mapped[str] = mapped_column(String(40))
    answer: Mapped[CriterionAnswer] = words(CriterionAnswer)
    at: Mapped[datetime]


class Defect(Base):
    """A defect of the dwelling; the note is staff's and passes the word check."""

    __tablename__ = "defect"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("tour_report.id"), index=True)
    place: Mapped[DefectPlace] = words(DefectPlace)
    note: Mapped[str] = mapped_column(String(200))

    report: Mapped[TourReport] = relationship(back_populates="defects")


class TourQuestion(Base, Versioned):
    """A question that a visitor asked and that staff will answer."""

    __tablename__ = "tour_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("tour_report.id"), index=True)
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidate.id"))
    question: Mapped[str] = personal(String(300))
    answer: Mapped[str] = personal(String(600), default="")
    answered_on: Mapped[date | None]

    report: Mapped[TourReport] = relationship(back_populates="questions")


class WordOverride(Base):
    """Staff text that holds a checked word and that a second reader let stand (R6)."""

    __tablename__ = "word_override"

    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(String(60))
    row_id: Mapped[int]
    terms: Mapped[list[str]] = personal(JSON)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_id: Mapped[int] = mapped_column(ForeignKey("staff_user.id"))
    at: Mapped[datetime]


class Offer(Base, Versioned):
    """A formal offer with a deadline. `reason` is a VERA AANBIEDINGDETAILSTATUS code; `facts` are
    what a reason of residents rests on, `reader` the colleague who read along with it (R9).
    `deviations` are codes for who was passed over with this offer, by candidate."""

    __tablename__ = "offer"
    __table_args__ = (UniqueConstraint("vacancy_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    number: Mapped[int]
    made_at: Mapped[datetime]
    deadline_at: Mapped[datetime] = mapped_column(index=True)
    answer: Mapped[OfferAnswer] = words(OfferAnswer, default=OfferAnswer.OPEN, index=True)
    answered_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(5), default="")
    facts: Mapped[str] = personal(Text, default="")
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    deviations: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    letter_on: Mapped[date | None]

    vacancy: Mapped[Vacancy] = relationship(back_populates="offers")
    candidate: Mapped[Candidate] = relationship(back_populates="offers")
    reader: Mapped[StaffUser | None] = relationship()
    guard: Mapped[ConsequenceGuard | None] = relationship(back_populates="offer")


class ConsequenceGuard(Base, Versioned):
    """Before a refusal or a no-show of somebody with priority counts, a colleague reads along
    (C3): was it the tour? Then it does not count."""

    __tablename__ = "consequence_guard"

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offer.id"))
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitation.id"))
    event: Mapped[GuardEvent] = words(GuardEvent)
    reason: Mapped[str] = mapped_column(String(5), default="")
    told_on: Mapped[date | None]  # the day on which the candidate said so
    caused_by_tour: Mapped[bool]
    counts: Mapped[bool]
    shown: Mapped[str] = mapped_column(Text)  # the consequence as it was shown
    author_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    state: Mapped[GuardState] = words(GuardState, default=GuardState.OPEN)
    opened_at: Mapped[datetime]
    read_at: Mapped[datetime | None]

    offer: Mapped[Offer | None] = relationship(back_populates="guard")


class Decision(Base, Versioned):
    """Who gets the dwelling and why. `order_table` is frozen when it is settled: one row per
    candidate {rank, number, priority, invited, came, wants, offered, answer, code, chosen}. When
    the chosen one does not take the dwelling after all, the decision lapses as it stands and the
    next `number` follows."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("vacancy_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    number: Mapped[int] = mapped_column(default=1)
    chosen_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"))
    policy_id: Mapped[int] = mapped_column(ForeignKey("policy_version.id"))
    state: Mapped[DecisionState] = words(DecisionState, default=DecisionState.DRAFT, index=True)
    motivation: Mapped[str] = mapped_column(Text, default="")
    permit_checked: Mapped[bool | None]  # C5: Huisvestingswet art. 15(2), None when no permit
    author_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_question: Mapped[str] = mapped_column(Text, default="")
    drafted_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    order_table: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    deviations: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # candidate id → code
    letters_on: Mapped[date | None]
    complaint_until: Mapped[date | None]
    wipe_on: Mapped[date | None]
    wiped_on: Mapped[date | None]

    vacancy: Mapped[Vacancy] = relationship(back_populates="decisions")
    withdrawal: Mapped[Withdrawal | None] = relationship(back_populates="decision")
    chosen: Mapped[Candidate] = relationship()
    policy: Mapped[PolicyVersion] = relationship()
    author: Mapped[StaffUser | None] = relationship(foreign_keys=[author_id])
    reader: Mapped[StaffUser | None] = relationship(foreign_keys=[reader_id])


class Withdrawal(Base):
    """Why a settled decision lapsed: the chosen candidate backed out (`by` is REFUSED) or the
    corporation took the dwelling back (WITHDRAWN). `code` is a VERA AANBIEDINGDETAILSTATUS."""

    __tablename__ = "withdrawal"

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), unique=True)
    by: Mapped[OfferAnswer] = words(OfferAnswer)
    code: Mapped[str] = mapped_column(String(5))
    told_on: Mapped[date]
    recorded_at: Mapped[datetime]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))

    decision: Mapped[Decision] = relationship(back_populates="withdrawal")
    staff: Mapped[StaffUser | None] = relationship()


class Letter(Base):
    """A letter that went out: which text, in which version, to which candidate."""

    __tablename__ = "letter"

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    language: Mapped[str] = mapped_column(String(5))
    text_digest: Mapped[str] = mapped_column(String(64))
    made_on: Mapped[date]


class Complaint(Base, Versioned):
    """An objection or complaint (VERA: Reclamatie BEZ, KLA)."""

    __tablename__ = "complaint"

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidate.id"))
    code: Mapped[str] = mapped_column(String(5), default="KLA")
    about: Mapped[ComplaintAbout] = words(ComplaintAbout)
    received_on: Mapped[date]
    answer_by: Mapped[date]
    summary: Mapped[str] = personal(String(300), default="")
    state: Mapped[ComplaintState] = words(ComplaintState, default=ComplaintState.OPEN)
    closed_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(String(200), default="")


class CandidateSurvey(Base):
    """A candidate's experience, anonymous: no link to the candidate, only to the complex."""

    __tablename__ = "candidate_survey"

    id: Mapped[int] = mapped_column(primary_key=True)
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), index=True)
    month: Mapped[date]  # the first of the month: a day would give somebody away
    priority: Mapped[bool] = mapped_column(default=False)
    mark: Mapped[int | None]  # 1–10
    welcome: Mapped[int | None]  # 1–5
    judged: Mapped[int | None]  # 1–5, 5 = felt judged
    understands: Mapped[int | None]  # 1–5: "I understand how dwellings are allocated"
    names_known: Mapped[int | None]  # neighbours by name, three months after moving in


class CohesionSurvey(Base):
    """One household's answers to the CBS statements about social cohesion, 1–5."""

    __tablename__ = "cohesion_survey"

    id: Mapped[int] = mapped_column(primary_key=True)
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), index=True)
    wave: Mapped[int]  # months after the start: 0, 12, 24
    is_host: Mapped[bool] = mapped_column(default=False)
    age_band: Mapped[str] = mapped_column(String(10), default="")  # self-reported, may be empty
    answers: Mapped[list[int | None]] = mapped_column(JSON)
    understands: Mapped[int | None]


class StaffTime(Base):
    """Minutes of staff on one vacancy for the pilot, against what the usual way costs."""

    __tablename__ = "staff_time"

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    minutes: Mapped[int]
    usual_minutes: Mapped[int]
    noted_on: Mapped[date]


class ImportMapping(Base, Versioned):
    """Which column of a list means what, remembered per set of headings."""

    __tablename__ = "import_mapping"

    id: Mapped[int] = mapped_column(primary_key=True)
    headings: Mapped[str] = mapped_column(String(64), unique=True)  # digest of the headings
    columns: Mapped[dict[str, str]] = mapped_column(JSON)
