"""One agreement with everything that its screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import (
    Agreement,
    Clause,
    Commitment,
    Cycle,
    Explanation,
    InputAgreement,
    TenantInput,
)
from desktop.agreements.queries.cycles import SeatLine, seats_of
from desktop.agreements.queries.lights import AgreementLight, light_of
from desktop.agreements.queries.versions import ClauseLine, clause_line
from desktop.agreements.rules.light import says_something
from desktop.agreements.states import (
    AgreementState,
    CommitmentKind,
    CycleState,
    PartyKind,
    ReplyDecision,
)
from desktop.store.found import found


@dataclass(frozen=True)
class CommitmentLine:
    """What one party does; `owner` is a function."""

    id: int
    version: int
    party_id: int
    party: str
    what: str
    kind: CommitmentKind
    owner: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True)
class AskedLine:
    """What tenants asked about this agreement, and the answer when there is one."""

    id: int
    code: str
    received_on: date
    text: str
    decision: ReplyDecision | None
    reason: str


@dataclass(frozen=True)
class ExplanationLine:
    """Why it does not go as agreed, and what is done about it; without a cause it is still open."""

    id: int
    version: int
    reference_date: date
    cause: str
    measure: str
    who: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True)
class LookBackLine:
    """What became of the agreement, why, what was learnt, and whether it goes on."""

    result: str
    cause: str
    lesson: str
    goes_on: bool


@dataclass(frozen=True)
class AgreementView:
    """Everything of one agreement that its screen shows, with its light on a day."""

    id: int
    version: int
    cycle_id: int
    cycle_state: CycleState
    applies_in: int
    code: str
    title: str
    short_title: str
    theme_id: int
    theme: str
    state: AgreementState
    district: str
    postcode: str
    goal_id: int | None
    goal: str
    priority_id: int | None
    priority: str
    light: AgreementLight
    parties: tuple[SeatLine, ...]
    clauses: tuple[ClauseLine, ...]
    commitments: tuple[CommitmentLine, ...]
    asked: tuple[AskedLine, ...]
    explanations: tuple[ExplanationLine, ...]
    look_back: LookBackLine | None

    @property
    def newest(self) -> ClauseLine | None:
        """The version that is talked about."""
        return self.clauses[-1] if self.clauses else None

    @property
    def is_signed(self) -> bool:
        """Whether the text changes by amendment only."""
        return any(clause.in_force_on is not None for clause in self.clauses)

    @property
    def is_one_sided(self) -> bool:
        """Whether only the corporation does something."""
        kinds = {seat.party_id: seat.kind for seat in self.parties}
        return {kinds.get(line.party_id) for line in self.commitments} == {PartyKind.CORPORATION}

    @property
    def is_measured(self) -> bool:
        """Whether its light says something, as in the list of agreements."""
        reasons = (indicator.reckoned.reason for indicator in self.light.indicators)
        return self.light.override is not None or says_something(reasons, self.state)

    @property
    def plain(self) -> str:
        """The agreement in plain words: of the version in force, else the newest; the title when
        nobody wrote them yet."""
        binding = [clause for clause in self.clauses if clause.in_force_on is not None]
        shown = binding[-1] if binding else self.newest
        return (shown.plain_text or shown.text) if shown is not None else self.title


def agreement_view(session: Session, agreement_id: int, on: date) -> AgreementView:
    """One agreement on a day. Refuses one that is gone."""
    found(session, Agreement, agreement_id)
    agreement = session.scalars(
        select(Agreement)
        .where(Agreement.id == agreement_id)
        .options(
            selectinload(Agreement.clauses).options(
                selectinload(Clause.positions), joinedload(Clause.author), joinedload(Clause.staff)
            ),
            selectinload(Agreement.commitments).joinedload(Commitment.party),
            joinedload(Agreement.look_back),
        )
    ).one()
    cycle: Cycle = agreement.cycle
    back = agreement.look_back
    return AgreementView(
        id=agreement.id,
        version=agreement.version,
        cycle_id=agreement.cycle_id,
        cycle_state=cycle.state,
        applies_in=cycle.applies_from.year,
        code=agreement.code,
        title=agreement.title,
        short_title=agreement.short_title,
        theme_id=agreement.theme_id,
        theme=agreement.theme.name,
        state=agreement.state,
        district=agreement.district,
        postcode=agreement.postcode,
        goal_id=agreement.goal_id,
        goal=agreement.goal.words if agreement.goal is not None else "",
        priority_id=agreement.priority_id,
        priority=agreement.priority.name if agreement.priority is not None else "",
        light=light_of(session, agreement_id, on),
        parties=seats_of(session, agreement.cycle_id),
        clauses=tuple(clause_line(clause) for clause in agreement.clauses),
        commitments=tuple(_commitment(line) for line in agreement.commitments),
        asked=_asked(session, agreement_id),
        explanations=_explanations(session, agreement_id),
        look_back=(
            LookBackLine(back.result, back.cause, back.lesson, back.goes_on)
            if back is not None
            else None
        ),
    )


def _commitment(line: Commitment) -> CommitmentLine:
    return CommitmentLine(
        id=line.id,
        version=line.version,
        party_id=line.party_id,
        party=line.party.called,
        what=line.what,
        kind=line.kind,
        owner=line.owner,
        due_on=line.due_on,
        done_on=line.done_on,
    )


def _asked(session: Session, agreement_id: int) -> tuple[AskedLine, ...]:
    rows = session.scalars(
        select(TenantInput)
        .join(InputAgreement, InputAgreement.input_id == TenantInput.id)
        .where(InputAgreement.agreement_id == agreement_id)
        .options(joinedload(TenantInput.reply))
        .order_by(TenantInput.received_on, TenantInput.id)
    )
    return tuple(
        AskedLine(
            id=one.id,
            code=one.code,
            received_on=one.received_on,
            text=one.text,
            decision=one.reply.decision if one.reply is not None else None,
            reason=one.reply.reason if one.reply is not None else "",
        )
        for one in rows
    )


def _explanations(session: Session, agreement_id: int) -> tuple[ExplanationLine, ...]:
    rows = session.scalars(
        select(Explanation)
        .where(Explanation.agreement_id == agreement_id)
        .order_by(Explanation.reference_date.desc(), Explanation.id.desc())
    )
    return tuple(
        ExplanationLine(
            e.id, e.version, e.reference_date, e.cause, e.measure, e.who, e.due_on, e.done_on
        )
        for e in rows
    )
