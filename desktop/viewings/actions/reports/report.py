"""The whole tour report: the visits, the defects, the questions of visitors and their answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.actions.reports.visit import Visit, closed, is_closed, keep_visit
from desktop.viewings.actions.texts import checked, note_override
from desktop.viewings.actions.viewings import mark_held
from desktop.viewings.model import (
    Defect,
    Invitation,
    TourQuestion,
    TourReport,
    Viewing,
)
from desktop.viewings.queries.facts import unrecorded
from desktop.viewings.states import (
    DefectPlace,
    ViewingState,
)


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
            keep_visit(session, who, viewing, visit, now)
        _replace_notes(session, who, row, report, now)


def save_visit(store: Store, who: Actor, viewing_id: int, visit: Visit) -> None:
    """Record one visitor at the door; what else the report holds stays, also what is not asked
    there: money, and the reason of an answer. Refuses what `save_report` refuses. A tablet holds
    no list on paper that has to come back (R5)."""
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
        keep_visit(session, who, viewing, kept, store.now())
        viewing.tablet_used = True


def _begin_report(session: Session, viewing: Viewing, now: datetime) -> TourReport:
    """The report of a viewing, made when it is not there. Refuses before the start, after a
    viewing was called off, and when it is closed; those of whom it is not recorded whether they
    came can still be, for without that the viewing cannot be completed."""
    if now < viewing.starts_at:
        raise Refused(_("The viewing has not begun yet."), "state")
    if viewing.state is ViewingState.CANCELLED:
        raise Refused(_("This viewing was called off."), "state")
    if is_closed(viewing, now) and not unrecorded(viewing):
        raise closed()
    row = viewing.report or TourReport(viewing=viewing, entered_at=now)
    session.add(row)
    if viewing.state in (ViewingState.STAFFED, ViewingState.INVITED):
        mark_held(viewing)
    session.flush()
    return row


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
