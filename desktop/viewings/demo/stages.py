"""What happens to a dwelling that is being let, one stage after the other, through the actions."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import select

from desktop.estate.demo import CITY, person
from desktop.estate.model import Dwelling
from desktop.language.fold import fold
from desktop.store import Store
from desktop.viewings.actions import (
    decisions,
    imports,
    invitations,
    offers,
    reports,
    retention,
    vacancies,
    viewings,
)
from desktop.viewings.actions.reports import Report, Visit
from desktop.viewings.actions.vacancies import VacancyDates
from desktop.viewings.actions.viewings import ViewingPlan
from desktop.viewings.demo.days import at, standing_at, working_day
from desktop.viewings.demo.ground import PilotPlan
from desktop.viewings.exchange.candidates import CandidateList, CandidateRow
from desktop.viewings.model import PolicyVersion, TourQuestion, TourReport, Vacancy, Viewing
from desktop.viewings.queries.facts import standings
from desktop.viewings.queries.hosts import proposal_for
from desktop.viewings.rules.order import (
    Standing,
    in_order,
    next_for_offer,
    skip_that_policy_asks,
)
from desktop.viewings.states import (
    Answer,
    ComplaintAbout,
    DefectPlace,
    PilotRole,
    Presence,
    SkipCode,
    ViewingKind,
    Want,
)

Answered = TypeVar("Answered")
LISTED, INVITED = 14, 8
SLOT_MINUTES = 20
# What came of those who were invited, by their place in the order; with priority always present.
CAME = (
    (Presence.PRESENT, Want.NO),
    (Presence.PRESENT, Want.YES),
    (Presence.PRESENT, Want.THINKS),
    (Presence.NO_SHOW, None),
    (Presence.LATE, Want.YES),
    (Presence.CANCELLED, None),
    (Presence.PRESENT, Want.YES),
    (Presence.NO_SHOW, None),
)


@dataclass
class Letting:
    """A dwelling on its way. `values` is its row in the demo file; `staff_day` the day on which
    staff could show it. The rows that it gets are filled in on the way."""

    store: Store
    pilot: PilotPlan
    values: Mapping[str, Any]
    staff_day: date
    today: date
    chance: random.Random
    vacancy: int = 0
    viewing: int = 0
    offer: int = 0
    decision: int = 0

    def day(self, working_days: int) -> date:
        """So many working days after the day on which staff could show the dwelling."""
        return working_day(self.staff_day, working_days)

    @contextmanager
    def on(self, working_days: int, hour: int, minute: int = 0) -> Iterator[None]:
        """What happens inside happens on that day."""
        with standing_at(self.store, at(self.day(working_days), hour, minute)):
            yield

    def in_order(self) -> list[Standing]:
        """The candidates in order, as they stand now."""
        with self.store.reading() as session:
            return in_order(standings(session, self.vacancy))

    def ask_policy(self, question: Callable[[PolicyVersion], Answered]) -> Answered:
        """What its way of working says."""
        with self.store.reading() as session:
            policy = session.get_one(Vacancy, self.vacancy).policy
            assert policy is not None  # chosen before anything that asks for it
            return question(policy)

    def invitations(self) -> list[tuple[int, Standing]]:
        """Who is invited to the group, in order, with the invitation."""
        with self.store.reading() as session:
            seats = {
                i.candidate_id: i.id for i in session.get_one(Viewing, self.viewing).invitations
            }
        return [(seats[c.id], c) for c in self.in_order() if c.id in seats]


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
        vacancies.choose_policy(letting.store, letting.pilot.author, letting.vacancy)
        if letting.pilot.role is PilotRole.COMPARISON:
            vacancies.to_staff(
                letting.store,
                letting.pilot.author,
                letting.vacancy,
                "complex om mee te vergelijken",
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


def call_off(letting: Letting) -> None:
    """A first viewing that does not go through, where the demo file says why."""
    if "called_off" not in letting.values:
        return
    _plan(letting, letting.day(-1), planned_on=-8)
    ask_hosts(letting, asked_on=-8)
    hosts_answer(letting, answered_on=-8)
    invite(letting, invited_on=-8)
    with letting.on(-6, 16):
        viewings.cancel_viewing(
            letting.store, letting.pilot.author, letting.viewing, letting.values["called_off"]
        )


def plan(letting: Letting) -> None:
    _plan(letting, letting.staff_day, planned_on=-5)


def _plan(letting: Letting, day: date, planned_on: int) -> None:
    starts_at = at(day, 13, 20)
    planned = ViewingPlan(
        starts_at,
        starts_at + timedelta(minutes=SLOT_MINUTES * INVITED),
        SLOT_MINUTES,
        staff_on_call_id=letting.pilot.author.id,
    )
    with letting.on(planned_on, 10):
        letting.viewing = viewings.plan_viewing(
            letting.store, letting.pilot.author, letting.vacancy, planned
        )


def ask_hosts(letting: Letting, asked_on: int = -5) -> None:
    """The pair in turn; staff receive where there is none."""
    if letting.pilot.role is PilotRole.COMPARISON:
        return
    with letting.on(asked_on, 11):
        with letting.store.reading() as session:
            proposed = proposal_for(session, letting.viewing)
        if proposed.lead is None or proposed.second is None:
            viewings.staff_receive(letting.store, letting.pilot.author, letting.viewing)
            return
        reasons = {host.id: host.reason for host in proposed.hosts}
        viewings.assign_hosts(
            letting.store,
            letting.pilot.author,
            letting.viewing,
            proposed.lead,
            [proposed.second],
            reasons,
        )
        viewings.ask_hosts(letting.store, letting.pilot.author, letting.viewing)


def hosts_answer(letting: Letting, answered_on: int = -4) -> None:
    with letting.store.reading() as session:
        asked = [shift.id for shift in session.get_one(Viewing, letting.viewing).shifts]
    with letting.on(answered_on, 13):
        for shift in asked:
            viewings.record_host_answer(letting.store, letting.pilot.author, shift, True)


def invite(letting: Letting, invited_on: int = -4) -> None:
    """The first in order; who gets an own viewing is skipped with the code for it."""
    urgency = letting.ask_policy(lambda policy: policy.urgency)
    first = letting.in_order()[:INVITED]
    asked = {c.id: skip_that_policy_asks(c, urgency, for_priority=False) for c in first}
    skips = {candidate: code for candidate, code in asked.items() if code is not None}
    with letting.on(invited_on, 14):
        invitations.invite(
            letting.store,
            letting.pilot.author,
            letting.viewing,
            [candidate.id for candidate in first if candidate.id not in skips],
            skips,
        )


def show_alone(letting: Letting) -> None:
    """Who is protected sees the dwelling alone with staff; who asked for help gets more time."""
    kinds = {SkipCode.PROTECTED: ViewingKind.STAFF, SkipCode.ASSISTANCE: ViewingKind.ADAPTED}
    apart = [candidate for candidate in letting.in_order() if candidate.skip in kinds]
    store, author = letting.store, letting.pilot.author
    for place, candidate in enumerate(apart):
        assert candidate.skip is not None
        starts_at = at(letting.day(1), 10 + 2 * place)
        own = ViewingPlan(
            starts_at,
            starts_at + timedelta(minutes=40),
            40,
            kind=kinds[candidate.skip],
            staff_on_call_id=author.id,
        )
        with letting.on(-4, 15):
            viewing = viewings.plan_viewing(store, author, letting.vacancy, own)
            if own.kind is not ViewingKind.STAFF:
                viewings.staff_receive(store, author, viewing)
            invitations.invite(store, author, viewing, [candidate.id])


def record_answers(letting: Letting) -> None:
    with letting.on(-2, 16):
        for place, (invitation, _candidate) in enumerate(letting.invitations()):
            presence, _want = CAME[place]
            says_no = presence is Presence.CANCELLED
            invitations.record_answer(
                letting.store,
                letting.pilot.author,
                invitation,
                Answer.NOT_COMING if says_no else Answer.COMING,
            )


def remind(letting: Letting) -> None:
    with letting.on(-1, 9):
        invitations.remind(
            letting.store,
            letting.pilot.author,
            [invitation for invitation, _candidate in letting.invitations()],
        )


def report(letting: Letting) -> None:
    """From the tour card, in the evening of the viewing."""
    points = letting.ask_policy(lambda policy: tuple(point["key"] for point in policy.points))
    invited = letting.invitations()
    visits = tuple(
        _visit(letting, invitation, candidate, place, points)
        for place, (invitation, candidate) in enumerate(invited)
    )
    with letting.on(0, 17, 15):
        reports.save_report(
            letting.store,
            letting.pilot.author,
            letting.viewing,
            Report(
                visits,
                defects=((DefectPlace.KITCHEN, "De kraan lekt."),),
                questions=((invited[1][1].id, "Mag ik een kast in de gang zetten?"),),
            ),
        )
        viewings.close_viewing(letting.store, letting.pilot.author, letting.viewing)


def _visit(
    letting: Letting, invitation: int, candidate: Standing, place: int, points: tuple[str, ...]
) -> Visit:
    presence, want = CAME[place]
    if candidate.priority:
        presence, want = Presence.PRESENT, Want.YES
    if presence not in (Presence.PRESENT, Presence.LATE):
        return Visit(invitation, presence)
    return Visit(
        invitation,
        presence,
        points,
        want,
        "WBN" if want is Want.NO else "",
        money_asked=candidate.rank == letting.values.get("money_asked"),
    )


def offer(letting: Letting) -> None:
    required = letting.ask_policy(lambda policy: policy.participation_required)
    first = next_for_offer(letting.in_order(), required)
    assert first is not None  # somebody wants the dwelling
    with letting.on(2, 16, 30):
        letting.offer = offers.make_offer(
            letting.store, letting.pilot.author, letting.vacancy, first.id
        )


def answer_question(letting: Letting) -> None:
    with letting.store.reading() as session:
        asked = session.scalars(
            select(TourQuestion.id).join(TourReport).where(TourReport.viewing_id == letting.viewing)
        ).all()
    with letting.on(3, 10):
        for question in asked:
            reports.answer_question(
                letting.store,
                letting.pilot.author,
                question,
                "Een kast in de gang mag niet. De gang is een vluchtweg.",
            )


def accept(letting: Letting) -> None:
    with letting.on(3, 11):
        offers.accept_offer(letting.store, letting.pilot.author, letting.offer)


def submit(letting: Letting) -> None:
    store, author = letting.store, letting.pilot.author
    with letting.on(3, 15):
        letting.decision = decisions.draft_decision(store, author, letting.vacancy)
        decisions.submit_decision(store, author, letting.decision)


def settle(letting: Letting) -> None:
    with letting.on(4, 9, 30):
        decisions.settle_decision(letting.store, letting.pilot.reader, letting.decision)


def send_letters(letting: Letting) -> None:
    with letting.on(4, 11):
        decisions.letters_sent(letting.store, letting.pilot.author, letting.decision)


def sign_lease(letting: Letting) -> None:
    with letting.on(7, 14):
        vacancies.sign_lease(
            letting.store,
            letting.pilot.author,
            letting.vacancy,
            letting.day(7),
            letting.day(9),
        )


def complete(letting: Letting) -> None:
    with letting.on(9, 16):
        vacancies.complete(letting.store, letting.pilot.author, letting.vacancy)


def receive_complaint(letting: Letting) -> None:
    if "complaint" not in letting.values:
        return
    received_on = working_day(letting.today, -2)
    sender = next(c for c in letting.in_order() if c.rank == letting.values["complaint"])
    with standing_at(letting.store, at(received_on, 10)):
        decisions.add_complaint(
            letting.store,
            letting.pilot.author,
            letting.vacancy,
            sender.id,
            ComplaintAbout.VIEWING,
            received_on,
            "De afspraak begon een half uur te laat.",
        )


def close(letting: Letting) -> None:
    """The day after the complaint term."""
    with standing_at(letting.store, at(_complaint_term(letting) + timedelta(days=1), 9)):
        decisions.close_decision(letting.store, letting.pilot.author, letting.decision)


def wipe(letting: Letting) -> None:
    with standing_at(letting.store, at(_complaint_term(letting) + timedelta(days=1), 10)):
        retention.wipe(letting.store, letting.pilot.author, letting.decision)


def _complaint_term(letting: Letting) -> date:
    with letting.store.reading() as session:
        decision = session.get_one(Vacancy, letting.vacancy).decision
        assert decision is not None
        assert decision.complaint_until is not None  # it runs from the letters on
        return decision.complaint_until
