"""Removing the order table of a decision when its time is over (R14)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop.language.format import local
from desktop.store import Store
from desktop.store.audit import PROGRAM
from desktop.store.found import found
from desktop.viewings.actions.evaluation import snapshot_of
from desktop.viewings.model import Complaint, Decision
from desktop.viewings.queries.evaluation.whole import evaluation, has_pilot
from desktop.viewings.queries.facts import passed_over
from desktop.viewings.rules.retention import order_removal_day
from desktop.viewings.states import ComplaintState


def remove_order_tables(store: Store) -> int:
    """What the program does by itself: 24 months after a decision was settled its order table
    goes, from the trail and from the backups too. Not while a complaint about the dwelling is open.

    First the evaluation is kept as it stands, and of each table how many with priority had no
    code. Afterwards nothing before can be undone. Returns how many tables went."""
    now, today = store.now(), local(store.now()).date()
    with store.reading() as session:
        if not _due(session, today):
            return 0
    with store.act(PROGRAM, "viewings.order_tables.remove") as act:
        session = act.session
        due = [found(session, Decision, id) for id in _due(session, today)]
        if not due:
            return 0  # another window was first
        if has_pilot(session):
            session.add(snapshot_of(evaluation(session, now), now, PROGRAM.id))
        for decision in due:
            decision.passed_over = passed_over(decision)
            decision.order_table, decision.order_removed_on = [], today
        act.erase = {Decision.__tablename__: [decision.id for decision in due]}
        act.facts["order_tables"] = len(due)
    store.scrub()
    return len(due)


def _due(session: Session, today: date) -> list[int]:
    """The decisions of which the order table has had its time."""
    complaint_open = exists().where(
        Complaint.vacancy_id == Decision.vacancy_id, Complaint.state == ComplaintState.OPEN
    )
    settled = session.execute(
        select(Decision.id, Decision.read_at)
        .where(
            Decision.order_removed_on.is_(None),
            Decision.read_at.is_not(None),
            ~complaint_open,
        )
        .order_by(Decision.id)
    )
    return [
        id
        for id, read_at in settled
        if read_at is not None and order_removal_day(local(read_at).date()) <= today
    ]
