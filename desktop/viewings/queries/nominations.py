"""What the form for a nomination asks, with what was entered before (level C)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.store.found import found
from desktop.viewings.model import Candidate, Host, HostCriterion, Invitation, Vacancy
from desktop.viewings.queries.facts import candidates_of, standings
from desktop.viewings.queries.vacancy.nomination import NomineeLine, nomination_line
from desktop.viewings.rules.nomination import UNDER_TEST, first_ones
from desktop.viewings.rules.order import pass_code
from desktop.viewings.states import CriterionAnswer, HostState


@dataclass(frozen=True)
class NominationForm:
    """`candidates` and `hosts` as (id, words), `criteria` as (key, Dutch, English); by candidate
    what every host who was asked `said_by_hosts` alike at the viewing."""

    proposed_on: date
    hosts: tuple[tuple[int, str], ...]
    member_ids: tuple[int, ...]
    candidates: tuple[tuple[int, str], ...]
    criteria: tuple[tuple[str, str, str], ...]
    nominees: tuple[NomineeLine, ...]
    said_by_hosts: Mapping[int, Mapping[str, CriterionAnswer]]


def nomination_form(session: Session, vacancy_id: int, today: date) -> NominationForm:
    """The form of a vacancy. Refuses one that is gone."""
    vacancy = found(session, Vacancy, vacancy_id)
    policy, last = vacancy.policy, vacancy.nomination
    assert policy is not None  # candidates are on the list of a published dwelling
    people = {candidate.id: candidate for candidate in candidates_of(session, vacancy_id)}
    entered = None
    if last is not None and last.state in UNDER_TEST:
        entered = nomination_line(session, last)
    hosts = session.scalars(
        select(Host)
        .where(Host.complex_id == vacancy.dwelling.complex_id, Host.state == HostState.ACTIVE)
        .order_by(Host.first_name, Host.id)
    )
    return NominationForm(
        proposed_on=entered.proposed_on if entered is not None else today,
        hosts=tuple((host.id, host.name) for host in hosts),
        member_ids=entered.member_ids if entered is not None else (),
        candidates=tuple(
            (one.id, f"{one.rank}. {people[one.id].name}")
            for one in first_ones(standings(session, vacancy_id), policy.top_n)
            if pass_code(one, policy.participation_required) is None
        ),
        criteria=tuple((c["key"], c["text_nl"], c.get("text_en", "")) for c in policy.criteria),
        nominees=entered.nominees if entered is not None else (),
        said_by_hosts=_said_by_hosts(session, vacancy_id),
    )


def _said_by_hosts(session: Session, vacancy_id: int) -> dict[int, dict[str, CriterionAnswer]]:
    rows = session.execute(
        select(Invitation.candidate_id, HostCriterion.criterion, HostCriterion.answer)
        .join(Invitation, HostCriterion.invitation_id == Invitation.id)
        .join(Invitation.candidate)
        .where(Candidate.vacancy_id == vacancy_id)
    )
    said: dict[int, dict[str, set[CriterionAnswer]]] = {}
    for candidate, key, answer in rows:
        said.setdefault(candidate, {}).setdefault(key, set()).add(answer)
    return {
        candidate: {key: answers.pop() for key, answers in by_key.items() if len(answers) == 1}
        for candidate, by_key in said.items()
    }
