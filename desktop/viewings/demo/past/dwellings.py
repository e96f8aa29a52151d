"""The lettings of the two years before the day: as they ended, and wiped when it was time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from desktop.estate.demo import SEED, person, read
from desktop.estate.demo_days import at, standing_at, working_day
from desktop.estate.model import Dwelling, Household
from desktop.store import Actor, Store
from desktop.viewings.demo.ground import PilotPlan
from desktop.viewings.demo.past.deciding import (
    guards_read,
    letter_row,
    offers_made,
    settled_decision,
)
from desktop.viewings.demo.past.letting import PastLetting, Seat, seats_of
from desktop.viewings.demo.past.viewing import (
    held_viewing,
    hosts_in_turn,
    invitation_row,
    visit_rows,
)
from desktop.viewings.model import (
    Candidate,
    Host,
    Invitation,
    Letter,
    PolicyVersion,
    StaffTime,
    TourVisit,
    Vacancy,
)
from desktop.viewings.queries.facts import follow_up_day, policy_in_force
from desktop.viewings.states import Presence, Route, RouteReason, VacancyState

FIRST_AFTER_START = timedelta(days=30)
LAST_BEFORE_TODAY = timedelta(days=84)  # by now all of it is wiped
WIPED_AFTER = timedelta(days=100)  # after the notice
VISITED_AFTER = timedelta(days=3)  # a host came by, after the day on which it was time (U5)
USUAL_MINUTES = 150


def let_dwellings(store: Store, who: Actor, pilots: Mapping[str, PilotPlan], today: date) -> None:
    """Each letting is one entry in the trail, on the day on which it was over."""
    chance = random.Random(SEED + 1)
    free = _free_dwellings(store, pilots, chance)
    for letting in sorted(_lettings(pilots, today), key=lambda one: one.staff_day):
        over = at(letting.staff_day + timedelta(days=66), 16)
        with standing_at(store, over), store.act(who, "viewings.demo.past") as act:
            home = act.session.get_one(Dwelling, free[letting.pilot.code].pop())
            _let(act.session, letting, home, chance)


def _lettings(pilots: Mapping[str, PilotPlan], today: date) -> Iterator[PastLetting]:
    for pilot in pilots.values():
        first = pilot.starts_on + FIRST_AFTER_START
        span = today - LAST_BEFORE_TODAY - first
        last = pilot.values["past"] - 1
        for number in range(last + 1):
            yield PastLetting(pilot, number, working_day(first + span * number / last, 0))


def _free_dwellings(
    store: Store, pilots: Mapping[str, PilotPlan], chance: random.Random
) -> dict[str, list[int]]:
    """Dwellings that nothing else happens to, shuffled, by complex: no host lives there, it is
    not let now, and it is not the one whose publication people read in to try it."""
    taken: dict[str, list[str]] = {code: [] for code in pilots}
    for values in (*read("viewings")["live"], read("viewings")["to_try"]):
        taken[values["complex"]].append(values["house_number"])
    with store.reading() as session:
        of_hosts = select(Household.dwelling_id).join(Host, Host.household_id == Household.id)
        free = {}
        for pilot in pilots.values():
            ids = list(
                session.scalars(
                    select(Dwelling.id)
                    .where(Dwelling.complex_id == pilot.complex_id, Dwelling.id.not_in(of_hosts))
                    .where(Dwelling.house_number.not_in(taken[pilot.code]))
                    .order_by(Dwelling.id)
                )
            )
            chance.shuffle(ids)
            free[pilot.code] = ids
    return free


def _let(session: Session, letting: PastLetting, home: Dwelling, chance: random.Random) -> None:
    """One letting from notice to wipe. Like a list that is read in, its candidates and what hangs
    on each of them have no values in the trail."""
    policy = policy_in_force(session, letting.pilot.complex_id, letting.staff_day)
    assert policy is not None  # the ground gives every complex one
    hosts = hosts_in_turn(session, letting)
    vacancy = _vacancy(session, letting, home, policy, chance)
    viewing = held_viewing(vacancy, letting, hosts, chance)
    session.add(vacancy)
    session.flush()
    seats = seats_of(letting, chance)
    session.execute(insert(Candidate), [_candidate(vacancy, seat, chance) for seat in seats])
    ids = dict(
        session.execute(
            select(Candidate.rank, Candidate.id).where(Candidate.vacancy_id == vacancy.id)
        ).all()
    )
    invited = [seat for seat in seats if seat.fate is not None]
    session.execute(
        insert(Invitation),
        [
            invitation_row(viewing, seat, ids[seat.rank], place)
            for place, seat in enumerate(invited)
        ],
    )
    session.execute(insert(TourVisit), visit_rows(session, viewing, policy))
    offers = offers_made(letting, vacancy, viewing, invited, ids, chance)
    session.add_all(offers)
    session.add(settled_decision(letting, vacancy, seats, ids, offers[-1]))
    session.add_all(guards_read(letting, policy, offers, invited, ids))
    session.add(_staff_time(letting, vacancy))
    session.add_all(_new_households(vacancy, chance))
    session.flush()
    assert vacancy.decision is not None
    visit_on = follow_up_day(vacancy)
    if visit_on is not None:
        vacancy.followed_up_on = visit_on + VISITED_AFTER
    session.execute(insert(Letter), [letter_row(vacancy.decision, seat, ids) for seat in invited])


def _vacancy(
    session: Session,
    letting: PastLetting,
    home: Dwelling,
    policy: PolicyVersion,
    chance: random.Random,
) -> Vacancy:
    day = letting.staff_day
    departing = session.scalars(
        select(Household).where(Household.dwelling_id == home.id, Household.until.is_(None))
    ).one()
    departing.until = day + timedelta(days=3)
    return Vacancy(
        code=f"PUB-{day.year}-{home.code.removeprefix('VHE-')}",
        dwelling=home,
        policy=policy,
        state=VacancyState.COMPLETED,
        route=Route.TENANT_LED if letting.by_residents else Route.STAFF_ONLY,
        route_code=None if letting.by_residents else RouteReason.COMPARISON,
        notice_on=day - timedelta(days=38),
        old_lease_ends_on=departing.until,
        pre_inspection_on=day - timedelta(days=24),
        final_inspection_on=day + timedelta(days=3),
        available_on=day + timedelta(days=8),
        advert_from=day - timedelta(days=17),
        advert_until=day - timedelta(days=10),
        closed_on=day - timedelta(days=10),
        baseline_viewing_on=day,
        lease_ended_on=day + timedelta(days=260) if letting.number == 3 else None,
        list_digest=f"demo-{letting.pilot.code}-{letting.number}",
        departing_household_id=departing.id,
        reactions=chance.randint(60, 190),
        created_on=day - timedelta(days=38),
    )


def _candidate(vacancy: Vacancy, seat: Seat, chance: random.Random) -> dict[str, Any]:
    """A row without anything of a person: its time was over long ago."""
    return {
        "vacancy_id": vacancy.id,
        "number": f"{vacancy.code}-{seat.rank}",
        "rank": seat.rank,
        "language": chance.choice(("nl", "nl", "nl", "nl", "en")),
        "registered_on": date(
            vacancy.created_on.year - 12 + seat.rank // 2, 1 + seat.rank % 12, 5 + seat.rank
        ),
        "priority": seat.priority,
        "persons": chance.randint(1, 4),
        "state": seat.state,
        "want": seat.fate.want if seat.fate else None,
        "money_asked": False if seat.fate and seat.fate.presence is Presence.PRESENT else None,
        "wiped_on": vacancy.created_on + WIPED_AFTER,
    }


def _staff_time(letting: PastLetting, vacancy: Vacancy) -> StaffTime:
    assert vacancy.completed_on is not None
    return StaffTime(
        vacancy_id=vacancy.id,
        minutes=95 + 5 * (letting.number % 8) if letting.hosted else USUAL_MINUTES,
        usual_minutes=USUAL_MINUTES,
        noted_on=vacancy.completed_on,
    )


def _new_households(vacancy: Vacancy, chance: random.Random) -> Iterator[Household]:
    """Who moved in; and who came after them, when their lease ended within the year."""
    moved_in, left = vacancy.contract_on, vacancy.lease_ended_on
    home = vacancy.dwelling
    yield Household(
        dwelling=home, name=f"Fam. {person(chance).surname}", since=moved_in, until=left
    )
    if left is not None:
        later = left + timedelta(days=45)
        yield Household(dwelling=home, name=f"Fam. {person(chance).surname}", since=later)
