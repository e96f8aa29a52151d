"""Wiping the personal data of a vacancy when their time is over (R14)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Base, Store
from desktop.store.audit import AuditEntry, ErasableValue
from desktop.store.found import found
from desktop.store.store import Act
from desktop.viewings.model import (
    Candidate,
    Complaint,
    Decision,
    HostCriterion,
    Invitation,
    Nomination,
    Nominee,
    Offer,
    TourQuestion,
    TourReport,
    Vacancy,
    Viewing,
    WordOverride,
)
from desktop.viewings.queries.facts import open_complaints, wipe_day_of, wipe_day_of_withdrawn
from desktop.viewings.rules.lifecycle import check_decision
from desktop.viewings.rules.retention import check_wipe
from desktop.viewings.states import DecisionState, VacancyState


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
        wiped = _erase_persons(act, decision.vacancy_id, today)
        decision.state, decision.wiped_on = DecisionState.WIPED, today
    store.scrub()
    return wiped


def wipe_withdrawn(store: Store, who: Actor, vacancy_id: int) -> Wiped:
    """The same for a dwelling that was not let after all, so that nothing is kept of people who
    only stood on its list. Refuses before the retention day and while a complaint is open."""
    with store.act(who, "viewings.wipe_withdrawn") as act:
        session = act.session
        vacancy = found(session, Vacancy, vacancy_id)
        if vacancy.state is not VacancyState.WITHDRAWN:
            raise Refused(_("This dwelling was not withdrawn."), "state")
        today = local(store.now()).date()
        check_wipe(today, wipe_day_of_withdrawn(vacancy), open_complaints(session, vacancy_id))
        wiped = _erase_persons(act, vacancy_id, today)
    store.scrub()
    return wiped


def _erase_persons(act: Act, vacancy_id: int, today: date) -> Wiped:
    """Empty every personal value of a vacancy, and let the trail forget them."""
    session = act.session
    persons = _persons(session, vacancy_id)
    values = sum(_blank(row) for kind in persons.values() for row in kind)
    answers = _host_answers(session, vacancy_id)
    for answer in answers:
        session.delete(answer)
    values += len(answers)
    persons[HostCriterion.__tablename__] = answers
    candidates: list[Candidate] = persons[Candidate.__tablename__]
    for candidate in candidates:
        candidate.wiped_on = today
    act.erase = {table: [row.id for row in rows] for table, rows in persons.items()}
    for table, rows_gone in _removed(session, vacancy_id).items():
        act.erase[table].extend(rows_gone)
    act.facts.update({"candidates": len(candidates), "values": values})
    return Wiped(len(candidates), values)


def _persons(session: Session, vacancy_id: int) -> dict[str, list[Any]]:
    """The rows of a vacancy that hold values of persons, by table."""
    questions = session.scalars(
        select(TourQuestion).where(TourQuestion.report_id.in_(_reports(session, vacancy_id)))
    ).all()
    offers = session.scalars(select(Offer).where(Offer.vacancy_id == vacancy_id)).all()
    nominations = session.scalars(
        select(Nomination).where(Nomination.vacancy_id == vacancy_id)
    ).all()
    return {
        Candidate.__tablename__: list(
            session.scalars(select(Candidate).where(Candidate.vacancy_id == vacancy_id))
        ),
        TourQuestion.__tablename__: list(questions),
        Complaint.__tablename__: list(
            session.scalars(select(Complaint).where(Complaint.vacancy_id == vacancy_id))
        ),
        Offer.__tablename__: list(offers),
        Nomination.__tablename__: list(nominations),
        Nominee.__tablename__: [nominee for row in nominations for nominee in row.nominees],
        WordOverride.__tablename__: [
            *_overrides(session, Nomination.__tablename__, nominations),
            *_overrides(session, TourQuestion.__tablename__, questions),
            *_overrides(session, Offer.__tablename__, offers),
        ],
    }


def _overrides(
    session: Session,
    table: str,
    rows: Sequence[TourQuestion] | Sequence[Offer] | Sequence[Nomination],
) -> Sequence[WordOverride]:
    """The words in these rows that a colleague let stand."""
    return session.scalars(
        select(WordOverride).where(
            WordOverride.place == table, WordOverride.row_id.in_([row.id for row in rows])
        )
    ).all()


def _host_answers(session: Session, vacancy_id: int) -> list[HostCriterion]:
    """What hosts answered to the criteria about the candidates of a vacancy."""
    return list(
        session.scalars(
            select(HostCriterion)
            .join(Invitation, HostCriterion.invitation_id == Invitation.id)
            .join(Invitation.candidate)
            .where(Candidate.vacancy_id == vacancy_id)
        )
    )


def _reports(session: Session, vacancy_id: int) -> list[int]:
    return list(
        session.scalars(select(TourReport.id).join(Viewing).where(Viewing.vacancy_id == vacancy_id))
    )


def _nominations(session: Session, vacancy_id: int) -> set[int]:
    return set(session.scalars(select(Nomination.id).where(Nomination.vacancy_id == vacancy_id)))


def _invitations(session: Session, vacancy_id: int) -> set[int]:
    of_vacancy = select(Invitation.id).join(Invitation.candidate)
    return set(session.scalars(of_vacancy.where(Candidate.vacancy_id == vacancy_id)))


def _removed(session: Session, vacancy_id: int) -> dict[str, set[int]]:
    """Rows of a vacancy that were removed earlier, such as the questions of a report that was
    entered again: only the trail still knows them, and holds their values."""
    owners = {
        TourQuestion.__tablename__: ("report_id", set(_reports(session, vacancy_id))),
        Complaint.__tablename__: ("vacancy_id", {vacancy_id}),
        Nominee.__tablename__: ("nomination_id", _nominations(session, vacancy_id)),
        HostCriterion.__tablename__: ("invitation_id", _invitations(session, vacancy_id)),
    }
    removed: dict[str, set[int]] = {table: set() for table in owners}
    entries = select(ErasableValue.seq).where(ErasableValue.table.in_(owners))
    for changes in session.scalars(select(AuditEntry.changes).where(AuditEntry.seq.in_(entries))):
        for row in json.loads(changes)["rows"]:
            column, ids = owners.get(row["table"], ("", set()))
            if ids & set(row["fields"].get(column, ())):
                removed[row["table"]].add(row["id"])
    return removed


def _blank(row: Base) -> int:
    """Empty the personal columns of a row; returns how many held something."""
    emptied = 0
    for column in row.__mapper__.column_attrs:
        value = getattr(row, column.key)
        if column.columns[0].info.get("personal") and value:
            setattr(row, column.key, [] if isinstance(value, list) else "")
            emptied += 1
    return emptied
