"""The lettings of the two years before the day: as they ended, and wiped when their time was over."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
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
from desktop.viewings.queries.facts import candidates_of, order_rows, policy_in_force
from desktop.viewings.states import (
    Answer,
    CandidateState,
    DecisionState,
    GuardEvent,
    GuardState,
    OfferAnswer,
    Presence,
    Route,
    ShiftRole,
    ShiftState,
    VacancyState,
    ViewingKind,
    ViewingState,
    Want,
)

C = CandidateState
LISTED = 12
FIRST_AFTER_START = timedelta(days=30)
LAST_BEFORE_TODAY = timedelta(days=84)  # by now all of it is wiped
USUAL_MINUTES = 150
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
    def hosted(self) -> bool:
        """Whether residents received."""
        return self.number < int(self.pilot.values["hosted"])

    @property
    def called_off(self) -> bool:
        """Whether the first viewing was called off."""
        return self.number == self.pilot.values["cancelled"]

    @property
    def priority_wins(self) -> bool:
        """23 in 100 go to somebody with priority, spread over the years."""
        return _share(self.number + 1) > _share(self.number)

    @property
    def priority_refuses(self) -> bool:
        return not self.priority_wins and self.number % 5 == 4


def _share(lettings: int) -> int:
    return (lettings * 23 + 50) // 100


def make(store: Store, who: Actor, pilots: dict[str, PilotPlan], today: date) -> None:
    """Each letting is one entry in the trail, on the day on which it was over."""
    chance = random.Random(SEED + 1)
    free = _free_dwellings(store, pilots, chance)
    for letting in sorted(_lettings(pilots, today), key=lambda one: one.staff_day):
        with standing_at(store, at(letting.staff_day + timedelta(days=66), 16)):
            with store.act(who, "viewings.demo.past") as act:
                home = act.session.get_one(Dwelling, free[letting.pilot.code].pop())
                _let(act.session, letting, home, chance)


def _lettings(pilots: dict[str, PilotPlan], today: date) -> Iterator[Letting]:
    for pilot in pilots.values():
        first = pilot.starts_on + FIRST_AFTER_START
        span = today - LAST_BEFORE_TODAY - first
        last = pilot.values["past"] - 1
        for number in range(last + 1):
            yield Letting(pilot, number, working_day(first + span * number / last, 0))


def _free_dwellings(
    store: Store, pilots: dict[str, PilotPlan], chance: random.Random
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
    """One letting from notice to wipe."""
    policy = policy_in_force(session, letting.pilot.complex_id, letting.staff_day)
    assert policy is not None  # the ground gives every complex one
    vacancy = _vacancy(session, letting, home, policy)
    candidates = _candidates(vacancy, letting, chance)
    session.add(vacancy)
    session.flush()
    viewing = _viewings(session, vacancy, letting, chance)
    ordered = sorted(candidates, key=lambda c: (not c.priority, c.rank))[:INVITED]
    drawn = fates(ordered, letting.priority_wins, letting.pilot.values["no_shows"], chance)
    for place, (candidate, fate) in enumerate(zip(ordered, drawn, strict=True)):
        _visit(session, viewing, candidate, fate, place)
    chosen, accepted_at = _offers(session, letting, vacancy, ordered, drawn, viewing, chance)
    session.flush()
    _decide(session, letting, vacancy, chosen, accepted_at)
    _move_in(session, vacancy, chance)
    _wipe(vacancy)


def _vacancy(session: Session, letting: Letting, home: Dwelling, policy: PolicyVersion) -> Vacancy:
    day = letting.staff_day
    by_residents = letting.pilot.values["role"] == "pilot"
    departing = session.scalars(
        select(Household).where(Household.dwelling_id == home.id, Household.until.is_(None))
    ).one()
    departing.until = day + timedelta(days=3)
    return Vacancy(
        code=f"PUB-{day.year}-{home.code.removeprefix('VHE-')}",
        dwelling=home,
        policy=policy,
        state=VacancyState.COMPLETED,
        route=Route.TENANT_LED if by_residents else Route.STAFF_ONLY,
        route_reason="" if by_residents else "complex om mee te vergelijken",
        notice_on=day - timedelta(days=38),
        old_lease_ends_on=departing.until,
        pre_inspection_on=day - timedelta(days=24),
        final_inspection_on=day + timedelta(days=3),
        available_on=day + timedelta(days=8),
        advert_from=day - timedelta(days=17),
        advert_until=day - timedelta(days=10),
        closed_on=day - timedelta(days=10),
        baseline_viewing_on=day,
        list_digest=f"demo-{letting.pilot.code}-{letting.number}",
        departing_household_id=departing.id,
        created_on=day - timedelta(days=38),
    )


def _candidates(vacancy: Vacancy, letting: Letting, chance: random.Random) -> list[Candidate]:
    """The list by rank. Nothing of persons: their time was over long ago."""
    with_priority = (2 if letting.number % 2 else 1) if letting.priority_wins else 0
    if letting.priority_refuses:
        with_priority = 1
    ranks = chance.sample(range(1, LISTED + 1), with_priority)
    vacancy.reactions = chance.randint(60, 190)
    return [
        Candidate(
            vacancy=vacancy,
            number=f"{vacancy.code}-{rank}",
            rank=rank,
            language=chance.choice(("nl", "nl", "nl", "nl", "en")),
            registered_on=date(letting.staff_day.year - 12 + rank // 2, 1 + rank % 12, 5 + rank),
            priority=rank in ranks,
            persons=chance.randint(1, 4),
        )
        for rank in range(1, LISTED + 1)
    ]


def _viewings(
    session: Session, vacancy: Vacancy, letting: Letting, chance: random.Random
) -> Viewing:
    """The viewing that was held; before it the one that was called off, if it was."""
    day = letting.staff_day
    if letting.called_off:
        off = _viewing(session, vacancy, letting, day)
        off.state, off.cancel_reason = ViewingState.CANCELLED, "de lift was kapot"
        off.sequence = 1
        _shifts(session, off, letting, ShiftState.CONFIRMED)
        held = _viewing(session, vacancy, letting, working_day(day, 4))
    elif vacancy.route is Route.STAFF_ONLY:
        held = _viewing(session, vacancy, letting, day)
    else:
        held = _viewing(session, vacancy, letting, working_day(day, chance.choice((0, 0, 1, 1, 2))))
    if letting.hosted:
        _shifts(session, held, letting, ShiftState.HELD)
    elif vacancy.route is Route.TENANT_LED:
        _shifts(session, held, letting, ShiftState.DECLINED)
    return held


def _viewing(session: Session, vacancy: Vacancy, letting: Letting, day: date) -> Viewing:
    by_staff = vacancy.route is Route.STAFF_ONLY
    starts_at = at(day, 13, 20)
    viewing = Viewing(
        vacancy=vacancy,
        kind=ViewingKind.STAFF if by_staff else ViewingKind.GROUP,
        state=ViewingState.CLOSED,
        starts_at=starts_at,
        ends_at=starts_at + SLOT * INVITED,
        place=vacancy.dwelling.complex.meeting_point,
        staff_on_call_id=letting.pilot.author.id,
        staff_hosts=not letting.hosted,
    )
    session.add(viewing)
    return viewing


def _shifts(session: Session, viewing: Viewing, letting: Letting, state: ShiftState) -> None:
    """Two hosts in turn; when the viewing went over to staff, those who were there said no."""
    day = local(viewing.starts_at).date()
    hosts: Sequence[Host] = session.scalars(
        select(Host)
        .where(
            Host.complex_id == letting.pilot.complex_id,
            Host.active_from <= day,
            (Host.active_to.is_(None)) | (Host.active_to > day),
        )
        .order_by(Host.id)
    ).all()
    in_turn = sorted(hosts, key=lambda h: (sum(s.minutes for s in h.shifts), h.id))[:2]
    for role, host in zip((ShiftRole.LEAD, ShiftRole.SECOND), in_turn, strict=False):
        viewing.shifts.append(
            Shift(
                host_id=host.id,
                role=role,
                state=state,
                asked_on=day - timedelta(days=9),
                answered_on=day - timedelta(days=7),
                minutes=int((SLOT * INVITED).total_seconds()) // 60
                if state is ShiftState.HELD
                else 0,
            )
        )


def _visit(
    session: Session, viewing: Viewing, candidate: Candidate, fate: Fate, place: int
) -> None:
    """The invitation of one candidate, and what came of it."""
    day = local(viewing.starts_at).date()
    if viewing.report is None:
        viewing.report = TourReport(
            entered_at=viewing.ends_at + timedelta(hours=1),
            locked_at=viewing.ends_at + timedelta(hours=24),
        )
    invitation = Invitation(
        viewing=viewing,
        candidate=candidate,
        slot_at=viewing.starts_at + SLOT * place,
        sent_on=day - timedelta(days=8),
        answer=fate.answer,
        answered_on=None if fate.answer is Answer.NONE else day - timedelta(days=5),
        answer_until=at(working_day(day, -1), 12),
        ics_uid=f"{candidate.number}@samenspraak",
        reminders=[(day - timedelta(days=1)).isoformat()] if fate.answer is Answer.COMING else [],
        presence=fate.presence,
    )
    session.add(invitation)
    candidate.state = fate.state
    if fate.presence is Presence.PRESENT:
        policy = viewing.vacancy.policy
        assert policy is not None
        invitation.visit = TourVisit(points=[point["key"] for point in policy.points])
        if viewing.shifts and not viewing.staff_hosts:
            invitation.received_by_id = viewing.shifts[0].host_id
        candidate.want = Want.NO if fate is Fate.DECLINES else Want.YES
        candidate.want_at = viewing.ends_at + timedelta(hours=4)
        candidate.money_asked = False


def _offers(
    session: Session,
    letting: Letting,
    vacancy: Vacancy,
    ordered: Sequence[Candidate],
    drawn: Sequence[Fate],
    viewing: Viewing,
    chance: random.Random,
) -> tuple[Candidate, datetime]:
    """The offers in order, until somebody takes the dwelling; who did, and when."""
    day = working_day(local(viewing.starts_at).date(), 1)
    number = 0
    for candidate, fate in zip(ordered, drawn, strict=True):
        if fate not in (Fate.REFUSES, Fate.ACCEPTS):
            continue
        number += 1
        made_at = at(day, 10)
        answered_at = made_at + timedelta(hours=chance.randint(3, 22))
        offer = Offer(
            vacancy=vacancy,
            candidate=candidate,
            number=number,
            made_at=made_at,
            deadline_at=hours_later(made_at, 24),
            answer=OfferAnswer.ACCEPTED if fate is Fate.ACCEPTS else OfferAnswer.REFUSED,
            answered_at=answered_at,
            reason="" if fate is Fate.ACCEPTS else chance.choice(REASONS),
            letter_on=day,
        )
        session.add(offer)
        if fate is Fate.ACCEPTS:
            return candidate, answered_at
        if candidate.priority:
            offer.guard = _guard(letting, vacancy, candidate, offer)
        day = working_day(local(answered_at).date(), 1)
    raise ValueError("somebody takes the dwelling")


def _guard(
    letting: Letting, vacancy: Vacancy, candidate: Candidate, offer: Offer
) -> ConsequenceGuard:
    """A colleague read along before the refusal of somebody with priority counted (C3)."""
    assert vacancy.policy is not None
    assert vacancy.policy.consequence is not None
    assert offer.answered_at is not None
    caused = letting.hosted and letting.number % 10 == 4
    return ConsequenceGuard(
        candidate_id=candidate.id,
        event=GuardEvent.REFUSAL,
        reason=offer.reason,
        caused_by_tour=caused,
        counts=not caused,
        shown=vacancy.policy.consequence.text_nl,
        author_id=letting.pilot.author.id,
        reader_id=letting.pilot.reader.id,
        state=GuardState.AGREED,
        opened_at=offer.answered_at,
        read_at=offer.answered_at + timedelta(hours=2),
    )


def _decide(
    session: Session, letting: Letting, vacancy: Vacancy, chosen: Candidate, accepted_at: datetime
) -> None:
    """Settled with a second reader, the lease, the letters, the end of the complaint term."""
    read_on = working_day(local(accepted_at).date(), 2)
    assert vacancy.policy is not None
    complaint_until = last_day(read_on, weeks=vacancy.policy.complaint_weeks).last
    vacancy.contract_on = working_day(read_on, 3)
    vacancy.keys_on = working_day(read_on, 5)
    vacancy.completed_on = vacancy.keys_on
    # Three leases in the first year did not last.
    if letting.number == 3:
        vacancy.lease_ended_on = vacancy.keys_on + timedelta(days=240)
    decision = Decision(
        vacancy=vacancy,
        chosen=chosen,
        policy=vacancy.policy,
        state=DecisionState.WIPED,
        author_id=letting.pilot.author.id,
        reader_id=letting.pilot.reader.id,
        drafted_at=accepted_at + timedelta(hours=2),
        submitted_at=accepted_at + timedelta(hours=3),
        read_at=at(read_on, 9, 30),
        letters_on=read_on,
        complaint_until=complaint_until,
        wipe_on=complaint_until + timedelta(days=1),
        wiped_on=complaint_until + timedelta(days=1),
    )
    session.add(decision)
    session.flush()
    decision.order_table = [kept_row(row) for row in order_rows(session, decision)]
    for candidate in candidates_of(session, vacancy.id):
        if candidate is chosen:
            candidate.state = C.ALLOCATED
        elif candidate.state not in (C.REFUSED, C.WANTS_NOT, C.NO_SHOW):
            candidate.state = C.NOT_REACHED
        if candidate.invitations:
            session.add(_letter(candidate, candidate is chosen, read_on))
    by_hosts = letting.hosted
    session.add(
        StaffTime(
            vacancy_id=vacancy.id,
            minutes=95 + 5 * (letting.number % 8) if by_hosts else USUAL_MINUTES,
            usual_minutes=USUAL_MINUTES,
            noted_on=vacancy.completed_on,
        )
    )


def _letter(candidate: Candidate, chosen: bool, day: date) -> Letter:
    return Letter(
        vacancy_id=candidate.vacancy_id,
        candidate_id=candidate.id,
        kind=LETTER_CHOSEN if chosen else LETTER_OTHERS,
        language=candidate.language,
        text_digest="",
        made_on=day,
    )


def _move_in(session: Session, vacancy: Vacancy, chance: random.Random) -> None:
    session.add(
        Household(
            dwelling=vacancy.dwelling,
            name=f"Fam. {person(chance).surname}",
            since=vacancy.contract_on,
        )
    )


def _wipe(vacancy: Vacancy) -> None:
    decision = vacancy.decision
    assert decision is not None
    for candidate in vacancy.candidates:
        candidate.wiped_on = decision.wiped_on
