"""The groups that the evaluation sets side by side: each complex, and the two sides together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.model import Dwelling
from desktop.language.format import local
from desktop.viewings.model import CandidateSurvey, CohesionSurvey, Host, Pilot
from desktop.viewings.queries.evaluation.facts import Letting, lettings
from desktop.viewings.queries.evaluation.results import Answers, Group, HostTime, People, Wave
from desktop.viewings.queries.evaluation.traits import types_of_complex
from desktop.viewings.rules.complex_types import Trait
from desktop.viewings.rules.evaluation import Threshold, thresholds
from desktop.viewings.rules.measures import STATEMENTS, cohesion
from desktop.viewings.states import PilotRole

YEARS_BEFORE = 3
SENSITIVE = len(STATEMENTS) - 1  # the statement that may be left out is the last one


@dataclass(frozen=True)
class Member:
    """A complex in the evaluation: in the pilot, or to compare with. `types` are in words, by what
    tells them apart."""

    name: str
    types: Mapping[Trait, str]
    in_pilot: bool
    starts_on: date
    fixed_on: date | None
    thresholds: dict[str, Threshold]
    turnover_percent: float
    group: Group


def members(session: Session, now: datetime) -> list[Member]:
    """The complexes that take part, then those to compare with."""
    pilots = session.scalars(select(Pilot).order_by(Pilot.id)).all()
    by_complex = defaultdict(list)
    for letting in lettings(session, [pilot.complex_id for pilot in pilots], now):
        by_complex[letting.complex_id].append(letting)
    made = [_member(session, pilot, by_complex[pilot.complex_id], now) for pilot in pilots]
    return sorted(made, key=lambda member: not member.in_pilot)


def _member(session: Session, pilot: Pilot, found: Sequence[Letting], now: datetime) -> Member:
    today = local(now).date()
    last = min(pilot.ends_on or today, today)
    first_before = pilot.starts_on.replace(year=pilot.starts_on.year - YEARS_BEFORE, day=1)
    in_pilot = pilot.role is PilotRole.PILOT
    return Member(
        name=pilot.complex.name,
        types=types_of_complex(pilot.complex, pilot.turnover_percent),
        in_pilot=in_pilot,
        starts_on=pilot.starts_on,
        fixed_on=pilot.fixed_on,
        thresholds=thresholds(pilot.thresholds),
        turnover_percent=pilot.turnover_percent,
        group=Group(
            today=today,
            lettings=tuple(one for one in found if pilot.starts_on <= one.day <= last),
            by_residents=in_pilot,
            dwellings=pilot.complex.dwelling_count,
            hosts=_hosts(session, pilot.complex_id),
            answers=_answers(session, pilot),
            waves=_waves(session, pilot.complex_id),
            people=_people(session, pilot.complex_id),
            before=tuple(one for one in found if first_before <= one.day < pilot.starts_on),
        ),
    )


def together(groups: Iterable[Group]) -> Group:
    """Several groups of one side as one. Refuses none at all: there is always a side."""
    some = list(groups)
    by_months: dict[int, list[Wave]] = defaultdict(list)
    for group in some:
        for wave in group.waves:
            by_months[wave.months].append(wave)
    return Group(
        today=some[0].today,
        lettings=tuple(one for group in some for one in group.lettings),
        by_residents=some[0].by_residents,
        dwellings=sum(group.dwellings for group in some),
        hosts=tuple(host for group in some for host in group.hosts),
        answers=tuple(answer for group in some for answer in group.answers),
        waves=tuple(
            Wave(
                months,
                tuple(value for wave in waves for value in wave.cohesion),
                tuple(value for wave in waves for value in wave.understands),
                tuple(value for wave in waves for value in wave.hosts_understand),
                any(wave.asked_all for wave in waves),
            )
            for months, waves in sorted(by_months.items())
        ),
        before=tuple(one for group in some for one in group.before),
        people=People(
            *(
                tuple(one for group in some for one in getattr(group.people, told.name))
                for told in fields(People)
            )
        ),
    )


def _hosts(session: Session, complex_id: int) -> tuple[HostTime, ...]:
    rows = session.execute(
        select(Host.active_from, Host.active_to).where(Host.complex_id == complex_id)
    )
    return tuple(HostTime(begun, until) for begun, until in rows if begun is not None)


def _people(session: Session, complex_id: int) -> People:
    """The hosts of now against who answered the last questionnaire, and against the dwellings.
    Stairwells carry their complex, so that a side can be counted together."""
    hosts = session.execute(
        select(Host.age_band, Host.stairwell).where(
            Host.complex_id == complex_id, Host.active_from.is_not(None), Host.active_to.is_(None)
        )
    ).all()
    last = (
        select(func.max(CohesionSurvey.wave))
        .where(CohesionSurvey.complex_id == complex_id)
        .scalar_subquery()
    )
    ages = session.scalars(
        select(CohesionSurvey.age_band).where(
            CohesionSurvey.complex_id == complex_id, CohesionSurvey.wave == last
        )
    )
    stairwells = session.scalars(
        select(Dwelling.stairwell).where(Dwelling.complex_id == complex_id)
    )
    return People(
        tuple(age for age, _stairwell in hosts if age),
        tuple(age for age in ages if age),
        tuple(f"{complex_id} {stairwell}" for _age, stairwell in hosts if stairwell),
        tuple(f"{complex_id} {stairwell}" for stairwell in stairwells if stairwell),
    )


def _answers(session: Session, pilot: Pilot) -> tuple[Answers, ...]:
    rows = session.scalars(
        select(CandidateSurvey).where(
            CandidateSurvey.complex_id == pilot.complex_id,
            CandidateSurvey.month >= pilot.starts_on.replace(day=1),
        )
    )
    return tuple(
        Answers(row.priority, row.mark, row.welcome, row.judged, row.understands, row.names_known)
        for row in rows
    )


def _waves(session: Session, complex_id: int) -> tuple[Wave, ...]:
    rows = session.scalars(
        select(CohesionSurvey)
        .where(CohesionSurvey.complex_id == complex_id)
        .order_by(CohesionSurvey.wave, CohesionSurvey.id)
    ).all()
    waves = []
    for months in sorted({row.wave for row in rows}):
        some = [row for row in rows if row.wave == months]
        means = [cohesion(row.answers) for row in some]
        waves.append(
            Wave(
                months,
                tuple(mean for mean in means if mean is not None),
                tuple(row.understands for row in some if row.understands is not None),
                tuple(r.understands for r in some if r.is_host and r.understands is not None),
                any(row.answers[SENSITIVE] is not None for row in some if row.answers[SENSITIVE:]),
            )
        )
    return tuple(waves)
