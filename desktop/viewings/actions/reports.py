"""The tour report (verslag van de rondleiding): who came, what was explained, what the candidate
answered, what must be mended. No place for a judgement of a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.actions.guards import (
    AFTER_OFFER,
    agreed,
    drop_guard,
    must_guard,
    open_guard,
    waits,
)
from desktop.viewings.actions.texts import checked, note_override
from desktop.viewings.actions.viewings import mark_held
from desktop.viewings.model import (
    Candidate,
    Defect,
    HostCriterion,
    Invitation,
    TourQuestion,
    TourReport,
    TourVisit,
    Viewing,
)
from desktop.viewings.queries.facts import current_shifts, unrecorded
from desktop.viewings.rules.policy import criteria_recorded
from desktop.viewings.rules.visits import check_presence, check_stands, locked
from desktop.viewings.states import (
    CandidateState,
    CriterionAnswer,
    DefectPlace,
    GuardEvent,
    Presence,
    ViewingState,
    Want,
)

C = CandidateState
CAME = (Presence.PRESENT, Presence.LATE)


@dataclass(frozen=True)
class Visit:
    """What was recorded of one invited candidate. `points` are keys of the published points;
    `want_reason` a VERA code that the candidate chose; `money_asked` the candidate's answer to
    "did anybody ask you for money or a takeover?" (R11); `switched` when a host at the door said
    "I know this person"; `caused_by_tour` is asked for a no or a no-show with priority (C3)."""

    invitation_id: int
    presence: Presence
    points: tuple[str, ...] = ()
    want: Want | None = None
    want_reason: str = ""
    money_asked: bool | None = None
    switched: bool = False
    received_by_id: int | None = None
    caused_by_tour: bool | None = None


@dataclass(frozen=True)
class Report:
    """A whole tour report as staff enter it from the card."""

    visits: tuple[Visit, ...]
    defects: tuple[tuple[DefectPlace, str], ...] = ()
    questions: tuple[tuple[int | None, str], ...] = ()
    incident_number: str = ""
    reader: Actor | None = field(default=None)


def save_report(store: Store, who: Actor, viewing_id: int, report: Report) -> None:
    """Record a tour report; saving again within 24 hours replaces it. Refuses before the start,
    when locked, a no-show without confirmation and reminder (R8), another answer than the
    one that was settled (C3), points that were not published, and words about a person in a note
    (R6)."""
    with store.act(who, "viewings.report", undo=_("Tour report")) as act:
        session = act.session
        viewing = found(session, Viewing, viewing_id)
        now = store.now()
        row = _begin_report(session, viewing, now)
        row.incident_number = report.incident_number.strip()[:40]
        for visit in report.visits:
            _record_visit(session, who, viewing, visit, now)
        _replace_notes(session, who, row, report, now)


def save_visit(store: Store, who: Actor, viewing_id: int, visit: Visit) -> None:
    """Record one visitor at the door; what else the report holds stays, also what is not asked
    there: money, and the reason of an answer. Refuses what `save_report` refuses."""
    with store.act(who, "viewings.door.visit", undo=_("Visit at the door")) as act:
        session = act.session
        viewing = found(session, Viewing, viewing_id)
        candidate = found(session, Invitation, visit.invitation_id).candidate
        kept = replace(
            visit,
            money_asked=candidate.money_asked,
            want_reason=candidate.want_reason if visit.want is candidate.want else "",
        )
        _begin_report(session, viewing, store.now())
        _record_visit(session, who, viewing, kept, store.now())


def _begin_report(session: Session, viewing: Viewing, now: datetime) -> TourReport:
    """The report of a viewing, made when it is not there. Refuses before the start, after a
    viewing was called off, and when it is closed; those of whom it is not recorded whether they
    came can still be, for without that the viewing cannot be completed."""
    if now < viewing.starts_at:
        raise Refused(_("The viewing has not begun yet."), "state")
    if viewing.state is ViewingState.CANCELLED:
        raise Refused(_("This viewing was called off."), "state")
    if _is_closed(viewing, now) and not unrecorded(viewing):
        raise _closed()
    row = viewing.report or TourReport(viewing=viewing, entered_at=now)
    session.add(row)
    if viewing.state in (ViewingState.STAFFED, ViewingState.INVITED):
        mark_held(viewing)
    session.flush()
    return row


def _is_closed(viewing: Viewing, now: datetime) -> bool:
    return viewing.report is not None and locked(viewing.ends_at, now)


def _closed() -> Refused:
    return Refused(
        _("This report is closed: 24 hours after the viewing nothing changes any more."), "report"
    )


def _record_visit(
    session: Session, who: Actor, viewing: Viewing, visit: Visit, now: datetime
) -> None:
    invitation = found(session, Invitation, visit.invitation_id)
    if invitation.viewing_id != viewing.id or invitation.cancelled_on is not None:
        raise Refused(_("This candidate was not invited to this viewing."), "invitation")
    candidate = invitation.candidate
    if invitation.presence is not Presence.UNKNOWN and _is_closed(viewing, now):
        # The report is open for somebody else; what was recorded here stands.
        if visit.presence is not invitation.presence or visit.want not in (None, candidate.want):
            raise _closed()
        return
    check_presence(visit.presence, invitation.answer, invitation.sent_on, invitation.reminders)
    _record_presence(session, who, invitation, visit, now)
    invitation.switched = visit.switched
    if visit.received_by_id is not None:
        if visit.received_by_id not in {s.host_id for s in viewing.shifts}:
            raise Refused(_("This host was not at this viewing."), "received_by_id")
        invitation.received_by_id = visit.received_by_id
    _record_points(session, viewing, invitation, visit)
    if visit.presence in CAME:
        candidate.money_asked = visit.money_asked
        _record_want(session, who, candidate, visit, now, invitation)
    elif visit.want is not None:
        raise Refused(_("Somebody who did not come has no answer yet."), "want")


def _record_presence(
    session: Session, who: Actor, invitation: Invitation, visit: Visit, now: datetime
) -> None:
    candidate = invitation.candidate
    settled = agreed(session, candidate, GuardEvent.NO_SHOW, invitation)
    check_stands(visit.presence, invitation.presence, settled)
    if visit.presence is Presence.NO_SHOW and must_guard(candidate):
        if invitation.presence is not Presence.NO_SHOW and not waits(
            session, candidate, GuardEvent.NO_SHOW
        ):
            open_guard(
                session,
                who,
                candidate,
                GuardEvent.NO_SHOW,
                visit.caused_by_tour,
                now,
                invitation=invitation,
            )
        return
    drop_guard(session, candidate, GuardEvent.NO_SHOW)
    was_there = invitation.presence in CAME
    invitation.presence = visit.presence
    if candidate.state in AFTER_OFFER:
        return
    if was_there and visit.presence not in CAME:
        # A correction: then the answer after the visit was not given either.
        refused = agreed(session, candidate, GuardEvent.REFUSAL)
        check_stands(visit.presence, Presence.PRESENT, refused)
        candidate.want, candidate.want_reason, candidate.want_at = None, "", None
        drop_guard(session, candidate, GuardEvent.REFUSAL)
    state = {
        Presence.PRESENT: C.PRESENT,
        Presence.LATE: C.PRESENT,
        Presence.CANCELLED: C.CANCELLED,
        Presence.NO_SHOW: C.NO_SHOW,
    }.get(visit.presence)
    if state is not None and candidate.want is None:
        candidate.state = state


def _record_points(
    session: Session, viewing: Viewing, invitation: Invitation, visit: Visit
) -> None:
    policy = viewing.vacancy.policy
    published = {p["key"] for p in policy.points} if policy is not None else set()
    if not set(visit.points) <= published:
        raise Refused(_("Only the published points can be ticked."), "points")
    tour = invitation.visit or TourVisit(invitation=invitation)
    tour.points = list(visit.points)
    session.add(tour)


def record_want(
    store: Store,
    who: Actor,
    candidate_id: int,
    want: Want,
    reason: str = "",
    caused_by_tour: bool | None = None,
) -> None:
    """The candidate's own answer, given later, as after a day to think. Refuses once the dwelling
    was offered: then the answer to the offer counts."""
    with store.act(who, "viewings.want", undo=_("Record answer")) as act:
        candidate = found(act.session, Candidate, candidate_id)
        if candidate.state in AFTER_OFFER:
            raise Refused(
                _("The dwelling was offered to this candidate, or the candidate withdrew."), "want"
            )
        visit = Visit(
            0, Presence.PRESENT, want=want, want_reason=reason, caused_by_tour=caused_by_tour
        )
        _record_want(act.session, who, candidate, visit, store.now(), None)


def _record_want(
    session: Session,
    who: Actor,
    candidate: Candidate,
    visit: Visit,
    now: datetime,
    invitation: Invitation | None,
) -> None:
    if visit.want is None:
        return
    settled = bool(candidate.offers) or agreed(session, candidate, GuardEvent.REFUSAL)
    check_stands(visit.want, candidate.want, settled)
    if settled or candidate.state in AFTER_OFFER:
        return
    if visit.want is Want.NO and must_guard(candidate) and candidate.want is not Want.NO:
        if not waits(session, candidate, GuardEvent.REFUSAL):
            open_guard(
                session,
                who,
                candidate,
                GuardEvent.REFUSAL,
                visit.caused_by_tour,
                now,
                invitation=invitation,
                reason=visit.want_reason,
            )
        return
    if visit.want is not Want.NO:
        drop_guard(session, candidate, GuardEvent.REFUSAL)
    if candidate.want is not visit.want:
        candidate.want_at = now
    candidate.want, candidate.want_reason = visit.want, visit.want_reason
    candidate.state = {
        Want.YES: C.WANTS,
        Want.NO: C.WANTS_NOT,
        Want.THINKS: C.CONSIDERING,
    }[visit.want]


def _replace_notes(
    session: Session, who: Actor, row: TourReport, report: Report, now: datetime
) -> None:
    for old in (*row.defects, *row.questions):
        session.delete(old)
    for place, note in report.defects:
        text = checked(note, "defect", report.reader)
        defect = Defect(report=row, place=place, note=text)
        session.add(defect)
        session.flush()
        note_override(session, who, report.reader, "defect", defect.id, text, now)
    for candidate_id, question in report.questions:
        text = checked(question, "question", report.reader)
        if not text:
            continue
        asked = TourQuestion(report=row, candidate_id=candidate_id, question=text)
        session.add(asked)
        session.flush()
        note_override(session, who, report.reader, "tour_question", asked.id, text, now)


def answer_question(
    store: Store, who: Actor, question_id: int, answer: str, reader: Actor | None = None
) -> None:
    """Staff answered a visitor's question."""
    text = checked(answer, "answer", reader)
    if not text:
        raise Refused(_("Write the answer."), "answer")
    with store.act(who, "viewings.question.answer", undo=_("Answer question")) as act:
        question = found(act.session, TourQuestion, question_id)
        question.answer, question.answered_on = text, local(store.now()).date()
        note_override(act.session, who, reader, "tour_question", question.id, text, store.now())


def record_criteria(
    store: Store,
    who: Actor,
    invitation_id: int,
    host_id: int,
    answers: Mapping[str, CriterionAnswer],
) -> None:
    """Levels B and C: one host's own answers to the published criteria about one visit. Refuses
    at level A, criteria that were not published, and a host who was not there."""
    with store.act(who, "viewings.criteria", undo=_("Criteria")) as act:
        session = act.session
        invitation = found(session, Invitation, invitation_id)
        viewing = invitation.viewing
        policy = viewing.vacancy.policy
        if policy is None or not criteria_recorded(policy.level):
            raise Refused(
                _("Here residents meet candidates; they record nothing about them."), "criteria"
            )
        if not set(answers) <= {c["key"] for c in policy.criteria}:
            raise Refused(_("Only the published criteria can be answered."), "criteria")
        if host_id not in {s.host_id for s in current_shifts(viewing)}:
            raise Refused(_("This host was not at this viewing."), "host")
        if locked(viewing.ends_at, store.now()):
            raise _closed()
        for old in session.scalars(
            select(HostCriterion).where(
                HostCriterion.invitation_id == invitation_id, HostCriterion.host_id == host_id
            )
        ):
            session.delete(old)
        session.flush()
        session.add_all(
            HostCriterion(
                invitation_id=invitation_id,
                host_id=host_id,
                criterion=key,
                answer=answer,
                at=store.now(),
            )
            for key, answer in answers.items()
        )


def handle_money(store: Store, who: Actor, candidate_id: int) -> None:
    """Staff dealt with the alarm that somebody asked for money (R11)."""
    with store.act(who, "viewings.money.handled", undo=_("Money alarm handled")) as act:
        candidate = found(act.session, Candidate, candidate_id)
        candidate.money_handled_on = local(store.now()).date()
