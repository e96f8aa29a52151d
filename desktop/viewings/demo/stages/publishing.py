"""From notice to the list of candidates."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from desktop.estate.demo import CITY, person
from desktop.estate.model import Dwelling
from desktop.language.fold import fold
from desktop.viewings.actions import imports, vacancies
from desktop.viewings.actions.vacancies import VacancyDates
from desktop.viewings.demo.stages.letting import Letting
from desktop.viewings.exchange.candidates import CandidateList, CandidateRow
from desktop.viewings.model import PolicyVersion

LISTED = 14


def announce(letting: Letting) -> None:
    with letting.store.reading() as session:
        home, home_code = session.execute(
            select(Dwelling.id, Dwelling.code).where(
                Dwelling.complex_id == letting.pilot.complex_id,
                Dwelling.house_number == letting.values["house_number"],
            )
        ).one()
    day = letting.day(-26)
    dates = VacancyDates(
        notice_on=day,
        pre_inspection_on=letting.day(-16),
        old_lease_ends_on=letting.day(2),
        final_inspection_on=letting.day(2),
        available_on=letting.day(7),
        baseline_viewing_on=letting.staff_day,
    )
    code = f"PUB-{day.year}-{home_code.removeprefix('VHE-')}"
    with letting.on(-26, 10):
        letting.vacancy = vacancies.announce(letting.store, letting.pilot.author, home, code, dates)


def choose_policy(letting: Letting) -> None:
    with letting.on(-14, 11):
        vacancies.choose_policy(
            letting.store, letting.pilot.author, letting.vacancy, _policy_to_try(letting)
        )


def _policy_to_try(letting: Letting) -> int | None:
    """The version that the demo file names; None for the one in force."""
    number = letting.values.get("policy")
    if number is None:
        return None
    with letting.store.reading() as session:
        return session.scalar(
            select(PolicyVersion.id).where(
                PolicyVersion.complex_id == letting.pilot.complex_id,
                PolicyVersion.number == number,
            )
        )


def publish(letting: Letting) -> None:
    with letting.on(-12, 9):
        vacancies.publish(
            letting.store,
            letting.pilot.author,
            letting.vacancy,
            letting.day(-12),
            letting.day(-7),
        )


def read_list(letting: Letting) -> None:
    rows = tuple(_candidate(letting, rank) for rank in range(1, LISTED + 1))
    digest = f"demo-{letting.pilot.code}-{letting.values['house_number']}"
    with letting.on(-6, 9, 30):
        imports.take_candidates(
            letting.store,
            letting.pilot.author,
            letting.vacancy,
            CandidateList(rows, (), digest),
        )


def _candidate(letting: Letting, rank: int) -> CandidateRow:
    who, chance = person(letting.chance), letting.chance
    return CandidateRow(
        rank=rank,
        external_ref=f"WZ-{chance.randint(10_000, 99_999)}",
        initials=who.initials,
        first_name=who.first_name,
        prefix=who.prefix,
        last_name=who.last_name,
        email=f"{fold(who.first_name)}.{fold(who.last_name)}@zoekt.voorbeeld",
        phone=f"0500 – 00 00 {chance.randint(40, 99)}",
        street=f"Ochtendpad {chance.randint(1, 180)}",
        postcode="9874 OP",
        city=CITY,
        language="en" if chance.random() < 0.15 else "nl",
        visit_need="een stoel onderweg" if rank == letting.values.get("need") else "",
        registered_on=date(letting.today.year - 14 + rank // 2, 1 + rank % 12, 3 + rank),
        priority=rank in letting.values.get("priority", ()),
        protected=rank == letting.values.get("protected"),
        persons=chance.randint(1, 4),
    )
