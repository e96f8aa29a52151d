"""What the papers for accountability show: who decided, and what was wiped."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.refused import Refused
from desktop.store.audit import AuditEntry, AuditSubject
from desktop.store.trail import TrailRow
from desktop.store.verify import verify
from desktop.viewings.model import Candidate, Decision, Nomination, PolicyVersion, Vacancy
from desktop.viewings.queries.decisions import OrderLine, order_lines, trail
from desktop.viewings.queries.facts import nominated_in, was_settled
from desktop.viewings.queries.papers.common import known
from desktop.viewings.states import Level, NominationState, OfferAnswer, UrgencyPolicy
from desktop.viewings.wording import word


@dataclass(frozen=True)
class Lapsed:
    """When and why a settled decision lapsed; `reason` is a VERA code."""

    by_candidate: bool
    told_on: date
    reason: str


@dataclass(frozen=True)
class Ground:
    """What the taking back of an offer rests on (R9): facts, until they are wiped, and who read
    along. `reason` is a VERA code."""

    rank: int
    number: str
    reason: str
    facts: str
    reader: str


@dataclass(frozen=True)
class NominationRecord:
    """A nomination before the decision (level C): `nominees` as (number of the candidate, answers
    by criterion in words), `members` how many residents proposed; words of the test until they are
    wiped."""

    number: int
    state: NominationState
    proposed_on: date
    members: int
    nominees: tuple[tuple[str, str], ...]
    motivation: str
    author: str
    reader: str
    read_at: datetime | None


@dataclass(frozen=True)
class Dossier:
    """A settled decision as an accountant or auditor reads it: numbers instead of names of
    candidates, names of staff who decided. `digest` is that of the last entry of the trail."""

    home: str
    complex: str
    code: str
    policy: int
    level: Level
    urgency: UrgencyPolicy
    fixed_on: date | None
    jurist: str
    motivation: str
    author: str
    reader: str
    drafted_at: datetime
    read_at: datetime | None
    letters_on: date | None
    complaint_until: date | None
    permit_checked: bool | None
    number: int
    lapsed: Lapsed | None
    grounds: tuple[Ground, ...]
    nominations: tuple[NominationRecord, ...]
    order: tuple[OrderLine, ...]
    order_removed_on: date | None
    trail: tuple[TrailRow, ...]
    digest: str


@dataclass(frozen=True)
class WipeProof:
    """That the personal data of a vacancy are gone, and that the chain is whole all the same.
    `has_decision` is false for a dwelling that was taken back before anybody got it."""

    home: str
    code: str
    has_decision: bool
    wiped_on: date
    candidates: int
    actor: str
    entry: int
    digest: str
    entries: int
    broken_at: int | None


def dossier(session: Session, decision_id: int) -> Dossier:
    """Refuses a decision that is not settled yet."""
    decision = known(session.get(Decision, decision_id), _("This decision is not there."))
    if not was_settled(decision):
        raise Refused(
            _("This decision is not settled yet. A colleague reads along first."), "decision"
        )
    policy: PolicyVersion = decision.policy
    steps = trail(session, decision.vacancy_id)
    return Dossier(
        home=decision.vacancy.dwelling.address,
        complex=policy.complex.name,
        code=decision.vacancy.code,
        policy=policy.number,
        level=policy.level,
        urgency=policy.urgency,
        fixed_on=policy.fixed_on,
        jurist=policy.jurist_name,
        motivation=decision.motivation,
        author=decision.author.name if decision.author else "",
        reader=decision.reader.name if decision.reader else "",
        drafted_at=decision.drafted_at,
        read_at=decision.read_at,
        letters_on=decision.letters_on,
        complaint_until=decision.complaint_until,
        permit_checked=decision.permit_checked,
        number=decision.number,
        lapsed=_lapsed(decision),
        grounds=_grounds(decision),
        nominations=tuple(_nomination(one, policy) for one in decision.vacancy.nominations),
        order=tuple(order_lines(session, decision_id)),
        order_removed_on=decision.order_removed_on,
        trail=tuple(reversed(steps)),
        digest=_digest(session, steps[0].seq) if steps else "",
    )


def _lapsed(decision: Decision) -> Lapsed | None:
    gone = decision.withdrawal
    if gone is None:
        return None
    return Lapsed(gone.by is OfferAnswer.REFUSED, gone.told_on, gone.code)


def _nomination(nomination: Nomination, policy: PolicyVersion) -> NominationRecord:
    criteria = {criterion["key"]: criterion["text_nl"] for criterion in policy.criteria}
    return NominationRecord(
        number=nomination.number,
        state=nomination.state,
        proposed_on=nomination.proposed_on,
        members=len(nomination.members),
        nominees=tuple(
            (
                row.candidate.number,
                "; ".join(
                    f"{criteria[key]}: {word(answer).lower()}"
                    for key, answer in given.answers.items()
                ),
            )
            for row, given in zip(nomination.nominees, nominated_in(nomination), strict=True)
        ),
        motivation=nomination.motivation,
        author=nomination.author.name if nomination.author is not None else "",
        reader=nomination.reader.name if nomination.reader is not None else "",
        read_at=nomination.read_at,
    )


def _grounds(decision: Decision) -> tuple[Ground, ...]:
    """Of the offers before this decision, those that a colleague read along with or that rest on
    written facts."""
    return tuple(
        Ground(
            offer.candidate.rank,
            offer.candidate.number,
            offer.reason,
            offer.facts,
            offer.reader.name if offer.reader is not None else "",
        )
        for offer in decision.vacancy.offers
        if offer.answer is OfferAnswer.WITHDRAWN
        and (offer.facts or offer.reader is not None)
        and (decision.read_at is None or offer.made_at <= decision.read_at)
    )


def wipe_proof(session: Session, vacancy_id: int) -> WipeProof:
    """Of a dwelling that was let, and of one that was taken back. Refuses a vacancy whose personal
    data are still there. Walks the whole chain."""
    vacancy = known(session.get(Vacancy, vacancy_id), _("This vacancy is not there."))
    wiped_on = [candidate.wiped_on for candidate in vacancy.candidates]
    if not wiped_on or None in wiped_on:
        raise Refused(_("The personal data of this dwelling have not been wiped yet."), "wiped_on")
    home, code = vacancy.dwelling.address, vacancy.code
    has_decision = vacancy.decision is not None
    entry = known(_wipe_entry(session, vacancy_id), _("The trail does not say who wiped."))
    actor, seq, digest = entry.actor, entry.seq, entry.digest
    # The walk along the chain forgets what the session has read; so this is read before.
    candidates = int(json.loads(entry.changes)["facts"]["candidates"])
    check = verify(session)
    return WipeProof(
        home=home,
        code=code,
        has_decision=has_decision,
        wiped_on=max(day for day in wiped_on if day is not None),
        candidates=candidates,
        actor=actor,
        entry=seq,
        digest=digest,
        entries=check.entries,
        broken_at=check.broken_at,
    )


def _wipe_entry(session: Session, vacancy_id: int) -> AuditEntry | None:
    of_vacancy = select(Candidate.id).where(Candidate.vacancy_id == vacancy_id)
    return session.scalar(
        select(AuditEntry)
        .join(AuditSubject, AuditSubject.seq == AuditEntry.seq)
        .where(
            AuditSubject.table == Candidate.__tablename__,
            AuditSubject.row_id.in_(of_vacancy),
            AuditEntry.action.in_(("viewings.wipe", "viewings.wipe_withdrawn")),
        )
        .order_by(AuditEntry.seq.desc())
        .limit(1)
    )


def _digest(session: Session, seq: int) -> str:
    return session.get_one(AuditEntry, seq).digest
