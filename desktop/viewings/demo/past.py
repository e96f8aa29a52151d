"""The lettings of the two years before the day: as they ended, and wiped when it was time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from desktop.estate.demo import SEED, person, read
from desktop.estate.model import Dwelling, Household
from desktop.language.format import local
from desktop.store import Actor, Store
from desktop.terms.counting import hours_later, last_day
from desktop.viewings.actions.decisions import LETTER_CHOSEN, LETTER_OTHERS, kept_row
from desktop.viewings.demo.days import at, standing_at, working_day
from desktop.viewings.demo.fates import INVITED, Fate, fates
from desktop.viewings.demo.ground import PilotPlan
from desktop.viewings.model import (
    Candidate,
    ConsequenceGuard,
    Decision,
    Host,
    Invitation,
    Letter,
    Offer,
    PolicyVersion,
    Shift,
    StaffTime,
    TourReport,
    TourVisit,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.facts import policy_in_force
from desktop.viewings.rules.order import OrderRow, Standing, order_table
from desktop.viewings.states import (
    Answer,
    CandidateState,
    DecisionState,
    GuardEvent,
    GuardState,
    OfferAnswer,
    PilotRole,
    Presence,
    Route,
    ShiftRole,
    ShiftState,
    VacancyState,
    ViewingKind,
    ViewingState,
)

C = CandidateState
LISTED = 12
FIRST_AFTER_START = timedelta(days=30)
LAST_BEFORE_TODAY = timedelta(days=84)  # by now all of it is wiped
WIPED_AFTER = timedelta(days=100)  # after the notice
USUAL_MINUTES = 150
DAY_BUDGET = 3
SLOT = timedelta(minutes=20)
REASONS = ("WBN", "WOB", "HUU", "PER", "BUI")


@dataclass(frozen=True)
class Letting:
    """One letting of the past. `number` counts those of its complex; `staff_day` is the day on
    which staff could have shown the dwelling."""

    pilot: PilotPlan
    number: int
    staff_day: date

    @property
    def by_residents(self) -> bool:
        """Whether residents were to receive."""
        return self.pilot.role is PilotRole.PILOT

    @property
    def hosted(self) -> bool:
        """Whether residents did receive."""
        return self.number < int(self.pilot.values["hosted"])

    @property
    def priority_wins(self) -> bool:
        """23 in 100 go to somebody with priority, spread over the years."""
        return _share(self.number + 1) > _share(self.number)

    @property
    def priority_refuses(self) -> bool:
        return not self.priority_wins and self.number % 5 == 4


def _share(lettings: int) -> int:
    return (lettings * 23 + 50) // 100


def let_dwellings(store: Store, who: Actor, pilots: Mapping[str, PilotPlan], today: date) -> None:
    """Each letting is one entry in the trail, on the day on which it was over."""
    chance = random.Random(SEED + 1)
    free = _free_dwellings(store, pilots, chance)
    for letting in sorted(_lettings(pilots, today), key=lambda one: one.staff_day):
        over = at(letting.staff_day + timedelta(days=66), 16)
        with standing_at(store, over), store.act(who, "viewings.demo.past") as act:
            home = act.session.get_one(Dwelling, free[letting.pilot.code].pop())
            _let(act.session, letting, home, chance)


def _lettings(pilots: Mapping[str, PilotPlan], today: date) -> Iterator[Letting]:
    for pilot in pilots.values():
        first = pilot.starts_on + FIRST_AFTER_START
        span = today - LAST_BEFORE_TODAY - first
        last = pilot.values["past"] - 1
        for number in range(last + 1):
            yield Letting(pilot, number, working_day(first + span * number / last, 0))


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


def _let(session: Session, letting: Letting, home: Dwelling, chance: random.Random) -> None:
    """One letting from notice to wipe. Like a list that is read in, its candidates and what hangs
    on each of them have no values in the trail."""
    policy = policy_in_force(session, letting.pilot.complex_id, letting.staff_day)
    assert policy is not None  # the ground gives every complex one
    hosts = _hosts_in_turn(session, letting)
    vacancy = _vacancy(session, letting, home, policy, chance)
    viewing = _held_viewing(vacancy, letting, hosts, chance)
    session.add(vacancy)
    session.flush()
    seats = _seats(letting, chance)
    session.execute(insert(Candidate), [_candidate(vacancy, seat, chance) for seat in seats])
    ids = dict(
        session.execute(
            select(Candidate.rank, Candidate.id).where(Candidate.vacancy_id == vacancy.id)
        ).all()
    )
    invited = [seat for seat in seats if seat.fate is not None]
    session.execute(
        insert(Invitation),
        [_invitation(viewing, seat, ids[seat.rank], place) for place, seat in enumerate(invited)],
    )
    session.execute(insert(TourVisit), _visits(session, viewing, policy))
    offers = _offers(letting, vacancy, viewing, invited, ids, chance)
    session.add_all(offers)
    session.add(_decision(letting, vacancy, seats, ids, offers[-1]))
    session.add_all(_guards(letting, policy, offers, invited, ids))
    session.add(_staff_time(letting, vacancy))
    session.add_all(_new_households(vacancy, chance))
    session.flush()
    assert vacancy.decision is not None
    session.execute(insert(Letter), [_letter(vacancy.decision, seat, ids) for seat in invited])


def _vacancy(
    session: Session,
    letting: Letting,
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
        route_reason="" if letting.by_residents else "complex om mee te vergelijken",
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


@dataclass(frozen=True)
class Seat:
    """A place on the list, and what became of whoever stood there; None for who was not invited."""

    rank: int
    priority: bool
    fate: Fate | None

    @property
    def state(self) -> CandidateState:
        """When the decision was settled."""
        if self.fate is Fate.ACCEPTS:
            return C.ALLOCATED
        kept = (Fate.REFUSES, Fate.DECLINES, Fate.NO_SHOW)
        return self.fate.state if self.fate in kept else C.NOT_REACHED

    def standing(self, candidate_id: int, number: str) -> Standing:
        """As the decision found it."""
        return Standing(
            id=candidate_id,
            number=number,
            rank=self.rank,
            priority=self.priority,
            state=self.fate.state if self.fate else C.SELECTED,
            invited=self.fate is not None,
            want=self.fate.want if self.fate else None,
        )


def _seats(letting: Letting, chance: random.Random) -> list[Seat]:
    """The list in order: those with priority first, then by rank. Ten are invited."""
    with_priority = 1 if letting.priority_refuses else 0
    if letting.priority_wins:
        with_priority = 1 + letting.number % 2
    first = sorted(chance.sample(range(1, LISTED + 1), with_priority))
    ordered = [*first, *(rank for rank in range(1, LISTED + 1) if rank not in first)]
    drawn = fates(with_priority, letting.priority_wins, letting.pilot.values["no_shows"], chance)
    waiting = [None] * (LISTED - INVITED)
    return [
        Seat(rank, rank in first, fate)
        for rank, fate in zip(ordered, [*drawn, *waiting], strict=True)
    ]


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


def _hosts_in_turn(session: Session, letting: Letting) -> list[int]:
    """Two hosts who were active then, those with the least minutes; fewer when there are fewer."""
    return list(
        session.scalars(
            select(Host.id)
            .outerjoin(Shift)
            .where(
                Host.complex_id == letting.pilot.complex_id,
                Host.active_from <= letting.staff_day,
                (Host.active_to.is_(None)) | (Host.active_to > letting.staff_day),
            )
            .group_by(Host.id)
            .order_by(func.coalesce(func.sum(Shift.minutes), 0), Host.id)
            .limit(2)
        )
    )


def _held_viewing(
    vacancy: Vacancy, letting: Letting, hosts: Sequence[int], chance: random.Random
) -> Viewing:
    """The viewing that was held."""
    day = letting.staff_day
    if letting.by_residents:
        later = working_day(day, chance.choice((0, 0, 0, 1, 1)))
        # Over a long weekend it would cost more days than was agreed.
        day = later if (later - day).days <= DAY_BUDGET else day
    held = _viewing(vacancy, letting, day)
    if letting.hosted:
        held.shifts = _shifts(held, hosts, ShiftState.HELD)
    elif letting.by_residents:
        held.shifts = _shifts(held, hosts, ShiftState.DECLINED)
    return held


def _viewing(vacancy: Vacancy, letting: Letting, day: date) -> Viewing:
    starts_at = at(day, 13, 20)
    return Viewing(
        vacancy=vacancy,
        kind=ViewingKind.GROUP if letting.by_residents else ViewingKind.STAFF,
        state=ViewingState.CLOSED,
        starts_at=starts_at,
        ends_at=starts_at + SLOT * INVITED,
        place=vacancy.dwelling.complex.meeting_point,
        staff_on_call_id=letting.pilot.author.id,
        staff_hosts=not letting.hosted,
        report=TourReport(
            entered_at=starts_at + timedelta(hours=5),
            locked_at=starts_at + timedelta(hours=28),
        ),
    )


def _shifts(viewing: Viewing, hosts: Sequence[int], state: ShiftState) -> list[Shift]:
    """The pair in turn; where staff took over, those who were there said no."""
    day = local(viewing.starts_at).date()
    minutes = int((viewing.ends_at - viewing.starts_at).total_seconds()) // 60
    return [
        Shift(
            host_id=host,
            role=role,
            state=state,
            asked_on=day - timedelta(days=9),
            answered_on=day - timedelta(days=7),
            minutes=minutes if state is ShiftState.HELD else 0,
        )
        for role, host in zip((ShiftRole.LEAD, ShiftRole.SECOND), hosts, strict=False)
    ]


def _invitation(viewing: Viewing, seat: Seat, candidate: int, place: int) -> dict[str, Any]:
    assert seat.fate is not None
    day = local(viewing.starts_at).date()
    comes = seat.fate.answer is Answer.COMING
    hosted = seat.fate.presence is Presence.PRESENT and not viewing.staff_hosts
    return {
        "viewing_id": viewing.id,
        "candidate_id": candidate,
        "slot_at": viewing.starts_at + SLOT * place,
        "sent_on": day - timedelta(days=8),
        "answer": seat.fate.answer,
        "answered_on": day - timedelta(days=5),
        "answer_until": at(working_day(day, -1), 12),
        "ics_uid": f"{viewing.id}-{candidate}@samenspraak",
        "reminders": [(day - timedelta(days=1)).isoformat()] if comes else [],
        "presence": seat.fate.presence,
        "received_by_id": viewing.shifts[0].host_id if hosted else None,
    }


def _visits(session: Session, viewing: Viewing, policy: PolicyVersion) -> list[dict[str, Any]]:
    """All points were explained to everybody who came."""
    came = session.scalars(
        select(Invitation.id).where(
            Invitation.viewing_id == viewing.id, Invitation.presence == Presence.PRESENT
        )
    )
    points = [point["key"] for point in policy.points]
    return [{"invitation_id": invitation, "points": points} for invitation in came]


def _offers(
    letting: Letting,
    vacancy: Vacancy,
    viewing: Viewing,
    invited: Sequence[Seat],
    ids: Mapping[int, int],
    chance: random.Random,
) -> list[Offer]:
    """The offers in order, until somebody takes the dwelling."""
    day = working_day(local(viewing.starts_at).date(), 1)
    offered = [seat for seat in invited if seat.fate in (Fate.REFUSES, Fate.ACCEPTS)]
    offers = []
    for number, seat in enumerate(offered, start=1):
        made_at = at(day, 10)
        answered_at = made_at + timedelta(hours=chance.randint(3, 22))
        accepts = seat.fate is Fate.ACCEPTS
        offers.append(
            Offer(
                vacancy_id=vacancy.id,
                candidate_id=ids[seat.rank],
                number=number,
                made_at=made_at,
                deadline_at=hours_later(made_at, 24),
                answer=OfferAnswer.ACCEPTED if accepts else OfferAnswer.REFUSED,
                answered_at=answered_at,
                reason="" if accepts else chance.choice(REASONS),
                letter_on=day,
            )
        )
        day = working_day(local(answered_at).date(), 1)
    return offers


def _decision(
    letting: Letting,
    vacancy: Vacancy,
    seats: Sequence[Seat],
    ids: Mapping[int, int],
    accepted: Offer,
) -> Decision:
    """Settled with a second reader the next working day; the letters went out that day, then came
    the lease and the keys."""
    assert vacancy.policy is not None
    assert accepted.answered_at is not None
    read_on = working_day(local(accepted.answered_at).date(), 1)
    vacancy.contract_on = working_day(read_on, 3)
    vacancy.keys_on = vacancy.completed_on = working_day(read_on, 5)
    complaint_until = last_day(read_on, weeks=vacancy.policy.complaint_weeks).last
    return Decision(
        vacancy=vacancy,
        chosen_id=accepted.candidate_id,
        policy=vacancy.policy,
        state=DecisionState.WIPED,
        author_id=letting.pilot.author.id,
        reader_id=letting.pilot.reader.id,
        drafted_at=accepted.answered_at + timedelta(hours=2),
        submitted_at=accepted.answered_at + timedelta(hours=3),
        read_at=at(read_on, 9, 30),
        order_table=[kept_row(row) for row in _order(vacancy, seats, ids, accepted)],
        letters_on=read_on,
        complaint_until=complaint_until,
        wipe_on=complaint_until + timedelta(days=1),
        wiped_on=complaint_until + timedelta(days=1),
    )


def _order(
    vacancy: Vacancy, seats: Sequence[Seat], ids: Mapping[int, int], accepted: Offer
) -> list[OrderRow]:
    offered = (Fate.REFUSES, Fate.ACCEPTS)
    return order_table(
        [seat.standing(ids[seat.rank], f"{vacancy.code}-{seat.rank}") for seat in seats],
        accepted.candidate_id,
        participation_required=True,
        offered=[ids[seat.rank] for seat in seats if seat.fate in offered],
        came={
            ids[seat.rank]: seat.fate.presence is Presence.PRESENT for seat in seats if seat.fate
        },
    )


def _guards(
    letting: Letting,
    policy: PolicyVersion,
    offers: Sequence[Offer],
    invited: Sequence[Seat],
    ids: Mapping[int, int],
) -> Iterator[ConsequenceGuard]:
    """A colleague read along before the refusal of somebody with priority counted (C3)."""
    assert policy.consequence is not None
    with_priority = [ids[seat.rank] for seat in invited if seat.priority]
    caused = letting.hosted and letting.number % 10 == 4
    for offer in offers:
        if offer.answer is OfferAnswer.ACCEPTED or offer.candidate_id not in with_priority:
            continue
        assert offer.answered_at is not None
        yield ConsequenceGuard(
            candidate_id=offer.candidate_id,
            offer=offer,
            event=GuardEvent.REFUSAL,
            reason=offer.reason,
            caused_by_tour=caused,
            counts=not caused,
            shown=policy.consequence.text_nl,
            author_id=letting.pilot.author.id,
            reader_id=letting.pilot.reader.id,
            state=GuardState.AGREED,
            opened_at=offer.answered_at,
            read_at=offer.answered_at + timedelta(hours=2),
        )


def _letter(decision: Decision, seat: Seat, ids: Mapping[int, int]) -> dict[str, Any]:
    assert decision.letters_on is not None
    chosen = ids[seat.rank] == decision.chosen_id
    return {
        "vacancy_id": decision.vacancy_id,
        "candidate_id": ids[seat.rank],
        "kind": LETTER_CHOSEN if chosen else LETTER_OTHERS,
        "language": "nl",
        "text_digest": "",
        "made_on": decision.letters_on,
    }


def _staff_time(letting: Letting, vacancy: Vacancy) -> StaffTime:
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
