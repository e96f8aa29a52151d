"""Wiping the personal data of a vacancy when their time is over (R14)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language.format import local
from desktop.store import Actor, Base, Store
from desktop.store.found import found
from desktop.viewings.model import (
    Candidate,
    Complaint,
    Decision,
    TourQuestion,
    TourReport,
    Viewing,
)
from desktop.viewings.queries.facts import open_complaints, wipe_day_of
from desktop.viewings.rules.lifecycle import check_decision
from desktop.viewings.rules.retention import check_wipe
from desktop.viewings.states import DecisionState


@dataclass(frozen=True)
class Wiped:
    """What a wipe removed: how many candidates, and how many values of persons."""

    candidates: int
    values: int


def wipe(store: Store, who: Actor, decision_id: int) -> Wiped:
    """Remove every value of a person from the candidates of a vacancy, from what hangs on them,
    and from the trail; the order table stays with pseudonyms and the chain stays whole.

    Refuses before the retention day and while a complaint is open. Afterwards nothing before can
    be undone, and the file is rewritten so that no byte of a name is left."""
    with store.act(who, "viewings.wipe") as act:
        session = act.session
        decision = found(session, Decision, decision_id)
        today = local(store.now()).date()
        check_wipe(
            today, wipe_day_of(session, decision), open_complaints(session, decision.vacancy_id)
        )
        check_decision(decision.state, DecisionState.WIPED)
        rows = _rows_of_persons(session, decision.vacancy_id)
        values = sum(_blank(row) for kind in rows.values() for row in kind)
        candidates: list[Candidate] = rows[Candidate.__tablename__]
        for candidate in candidates:
            candidate.wiped_on = today
        decision.state, decision.wiped_on = DecisionState.WIPED, today
        act.erase = {table: [row.id for row in kind] for table, kind in rows.items()}
        act.facts.update({"candidates": len(candidates), "values": values})
    store.scrub()
    return Wiped(len(candidates), values)


def _rows_of_persons(session: Session, vacancy_id: int) -> dict[str, list[Any]]:
    return {
        Candidate.__tablename__: list(
            session.scalars(select(Candidate).where(Candidate.vacancy_id == vacancy_id))
        ),
        TourQuestion.__tablename__: list(
            session.scalars(
                select(TourQuestion)
                .join(TourReport)
                .join(Viewing)
                .where(Viewing.vacancy_id == vacancy_id)
            )
        ),
        Complaint.__tablename__: list(
            session.scalars(select(Complaint).where(Complaint.vacancy_id == vacancy_id))
        ),
    }


def _blank(row: Base) -> int:
    """Empty the personal columns of a row; returns how many held something."""
    emptied = 0
    for column in row.__mapper__.column_attrs:
        if column.columns[0].info.get("personal") and getattr(row, column.key):
            setattr(row, column.key, "")
            emptied += 1
    return emptied
