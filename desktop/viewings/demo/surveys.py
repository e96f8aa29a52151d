"""What candidates and residents answered: anonymous, per complex and month."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.demo import SEED
from desktop.estate.demo_days import months_from
from desktop.estate.model import Dwelling
from desktop.store import Actor, Store
from desktop.viewings.demo.ground import MONTHS, PilotPlan
from desktop.viewings.model import CandidateSurvey, CohesionSurvey, Vacancy
from desktop.viewings.rules.measures import STATEMENTS
from desktop.viewings.rules.mirror import AGE_BANDS
from desktop.viewings.states import PilotRole, VacancyState

HOUSEHOLDS = 30
ANSWERED_PER_LETTING = 4
WAVES = (0, MONTHS // 2, MONTHS)


def ask_people(store: Store, who: Actor, pilots: Mapping[str, PilotPlan]) -> None:
    """Households at the start, after one year and after two; candidates after each letting."""
    chance = random.Random(SEED + 2)
    with store.act(who, "viewings.demo.surveys") as act:
        for pilot in pilots.values():
            for wave in WAVES:
                act.session.add_all(_cohesion(pilot, wave, chance))
            for vacancy in _lettings(act.session, pilot):
                act.session.add_all(_candidates(pilot, vacancy, chance))


def _lettings(session: Session, pilot: PilotPlan) -> Sequence[Vacancy]:
    return session.scalars(
        select(Vacancy)
        .join(Vacancy.dwelling)
        .where(Dwelling.complex_id == pilot.complex_id)
        .where(Vacancy.state == VacancyState.COMPLETED)
        .order_by(Vacancy.id)
    ).all()


def _cohesion(pilot: PilotPlan, wave: int, chance: random.Random) -> list[CohesionSurvey]:
    """One household in three or four answers; hosts say more often that they understand it."""
    mean = pilot.values["cohesion"][WAVES.index(wave)]
    surveys = []
    for place in range(HOUSEHOLDS):
        is_host = pilot.role is PilotRole.PILOT and wave > 0 and place < 3
        answers = [_scale(mean, chance) for _statement in STATEMENTS]
        surveys.append(
            CohesionSurvey(
                complex_id=pilot.complex_id,
                wave=wave,
                is_host=is_host,
                age_band=AGE_BANDS[(place * 3 + wave) % len(AGE_BANDS)] if place % 4 else "",
                answers=[
                    6 - answer if statement.reverse else answer
                    for statement, answer in zip(STATEMENTS, answers, strict=True)
                ],
                understands=_scale(4.2 if is_host else mean - 0.2, chance),
            )
        )
    return surveys


def _candidates(pilot: PilotPlan, vacancy: Vacancy, chance: random.Random) -> list[CandidateSurvey]:
    """Some of those who came, and the new tenant three months after moving in."""
    assert vacancy.keys_on is not None
    assert vacancy.decision is not None
    month = vacancy.keys_on.replace(day=1)
    with_priority = any(row["priority"] and row["came"] for row in vacancy.decision.order_table)
    hosted = pilot.role is PilotRole.PILOT
    surveys = [
        CandidateSurvey(
            complex_id=pilot.complex_id,
            month=month,
            priority=with_priority and place == 0,
            mark=chance.choice(pilot.values["marks"]),
            welcome=_scale(4.1 if hosted else 3.5, chance),
            judged=_scale(1.8 if hosted else 1.9, chance),
            understands=_scale(3.8 if hosted else 3.1, chance),
        )
        for place in range(ANSWERED_PER_LETTING)
    ]
    surveys.append(
        CandidateSurvey(
            complex_id=pilot.complex_id,
            month=months_from(month, 3),
            names_known=max(0, round(chance.gauss(4 if hosted else 2, 1.5))),
        )
    )
    return surveys


def _scale(mean: float, chance: random.Random) -> int:
    """An answer of 1 to 5 around a mean."""
    return min(5, max(1, round(chance.gauss(mean, 0.9))))
