"""A dwelling on its way from notice to wiping, by the actions that people really use.

`begin` makes what a letting needs; each function after it is one step, in the order of `STEPS`;
`bring` takes a letting through all of them up to the one that a test is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import event, text

from desktop.estate.model import Household
from desktop.language.format import AMSTERDAM, local
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM, UNTRACKED
from desktop.store.tables import metadata
from desktop.viewings.actions import (
    consequences,
    decisions,
    hosts,
    imports,
    invitations,
    offers,
    policies,
    reports,
    retention,
    vacancies,
    viewings,
)
from desktop.viewings.exchange.candidates import CandidateList, CandidateRow
from desktop.viewings.queries.vacancy import VacancyView, ViewingLine, vacancy_view
from desktop.viewings.states import Answer, HostState, Presence, ViewingKind, Want
from tests.support.clock import Clock
from tests.support.estate import POINTS, make_complexes, make_dwelling, make_staff
from tests.support.remembered import remembered

PEOPLE = (
    CandidateRow(1, "Boer", first_name="Johan", prefix="de", email="johan@zoekt.voorbeeld"),
    CandidateRow(2, "Santos", first_name="Maria", phone="0600 – 00 00 02", language="en"),
    CandidateRow(3, "Bakkali", first_name="Fatima", prefix="el", street="Parkweg 36"),
    CandidateRow(4, "Demir", first_name="Yusuf", external_ref="WZ-00004", persons=4),
)
HOSTS = (("Ria", "Smit", "12"), ("Ahmed", "Yilmaz", "56"), ("Truus", "Dam", "88"))
CRITERIA = (
    {
        "key": "rules",
        "text_nl": "Kent de huisregels",
        "text_en": "Knows the house rules",
        "fact_nl": "heeft de huisregels gelezen",
        "fact_en": "has read the house rules",
    },
)


@dataclass
class Letting:
    """One letting and the people around it, by the numbers of their rows; a step fills in what
    it makes. `author` does the work and `reader` reads along."""

    store: Store = field(repr=False)
    clock: Clock
    author: Actor
    reader: Actor
    complex: int
    consequence: int
    dwelling: int
    departing: int
    hosts: tuple[int, ...] = ()
    policy_values: dict[str, Any] = field(default_factory=dict)
    people: tuple[CandidateRow, ...] = PEOPLE
    policy: int = 0
    vacancy: int = 0
    candidates: dict[int, int] = field(default_factory=dict)  # by rank
    viewing: int = 0
    shifts: dict[int, int] = field(default_factory=dict)  # by host
    invitations: dict[int, int] = field(default_factory=dict)  # by rank
    offer: int = 0
    decision: int = 0

    @property
    def today(self) -> date:
        return local(self.clock()).date()

    def view(self) -> VacancyView:
        """The vacancy as its screen shows it now."""
        with self.store.reading() as session:
            return vacancy_view(session, self.vacancy, self.clock())

    def shown(self) -> ViewingLine:
        """The viewing that the steps are about, as the screen shows it now."""
        return next(line for line in self.view().viewings if line.id == self.viewing)


@remembered
def begin(
    store: Store, clock: Clock, people: Sequence[CandidateRow] = PEOPLE, **policy_values: Any
) -> Letting:
    """Colleagues, a complex with three active hosts, and a dwelling whose tenant leaves."""
    with store.act(PROGRAM, "test.ground") as act:
        session = act.session
        staff = make_staff(session)
        kadeflat, _havenflat = make_complexes(session)
        dwelling = make_dwelling(session, kadeflat, "214")
        departing = Household(dwelling_id=dwelling.id, name="Fam. Vertrekt")
        session.add(departing)
        households = []
        for _first, last, number in HOSTS:
            home = make_dwelling(session, kadeflat, number)
            household = Household(dwelling_id=home.id, name=f"Fam. {last}")
            session.add(household)
            session.flush()
            households.append(household.id)
        session.flush()
        author, reader = (Actor(s.id, s.name, s.role.value) for s in staff[:2])
        ground = (kadeflat.id, dwelling.id, departing.id)
    consequence = consequences.add_consequence(
        store,
        author,
        consequences.ConsequenceFacts(
            "Morgenveld",
            "Een tweede weigering kan de urgentie beëindigen.",
            "A second refusal can end your priority.",
            1,
            "Huisvestingsverordening Morgenveld 2026",
            local(clock()).date() - timedelta(days=60),
        ),
    )
    letting = Letting(
        store,
        clock,
        author,
        reader,
        complex=ground[0],
        consequence=consequence,
        dwelling=ground[1],
        departing=ground[2],
        people=tuple(people),
        policy_values=policy_values,
    )
    letting.hosts = tuple(
        active_host(letting, first, last, household_id=household)
        for (first, last, _number), household in zip(HOSTS, households, strict=True)
    )
    return letting


def active_host(letting: Letting, first: str, last: str, **values: Any) -> int:
    """A resident who applied, was instructed, signed and is active."""
    day = letting.today - timedelta(days=100)
    filled = {"instructed_on": day, "secrecy_on": day, "languages": ["nl"], **values}
    store, who = letting.store, letting.author
    host = hosts.add_host(
        store, who, letting.complex, {"first_name": first, "last_name": last, **filled}
    )
    hosts.set_host_state(store, who, host, HostState.ACTIVE)
    return host


def complete_policy(letting: Letting, **values: Any) -> dict[str, Any]:
    """What a policy version needs before it can be fixed."""
    day = letting.today - timedelta(days=30)
    return {
        "points": [{"key": k, "text_nl": nl, "text_en": en} for k, nl, en in POINTS],
        "advert_nl": "Bewoners laten u de woning zien. De volgorde verandert niet.",
        "advert_en": "Residents show you this home. The order stays the same.",
        "alternatives": ["individual", "phone"],
        "corporation_agreed_on": day,
        "consequence_id": letting.consequence,
        "criteria": list(CRITERIA),
        "tenants_agreed_on": day,
        "hosts_trained_on": day,
        "jurist_name": "mr. A. Jurist",
        "jurist_on": day,
        **values,
    }


# The steps ---------------------------------------------------------------------------------


def fix_policy(letting: Letting) -> None:
    store, who = letting.store, letting.author
    letting.policy = policies.begin_policy(store, who, letting.complex)
    policies.change_policy(
        store, who, letting.policy, complete_policy(letting, **letting.policy_values)
    )
    policies.fix_policy(store, who, letting.policy)


def announce(letting: Letting) -> None:
    dates = vacancies.VacancyDates(
        notice_on=letting.today,
        old_lease_ends_on=letting.today + timedelta(days=21),
        baseline_viewing_on=letting.today + timedelta(days=2),
    )
    letting.vacancy = vacancies.announce(
        letting.store, letting.author, letting.dwelling, "2026-0412", dates
    )


def choose_policy(letting: Letting) -> None:
    vacancies.choose_policy(letting.store, letting.author, letting.vacancy)


def publish(letting: Letting) -> None:
    vacancies.publish(letting.store, letting.author, letting.vacancy, letting.today, letting.today)


def take_list(letting: Letting) -> None:
    imports.take_candidates(
        letting.store, letting.author, letting.vacancy, CandidateList(letting.people, (), "list 1")
    )
    letting.candidates = {line.rank: line.id for line in letting.view().candidates}


def plan(letting: Letting) -> None:
    letting.viewing = viewings.plan_viewing(
        letting.store, letting.author, letting.vacancy, usual_plan(letting)
    )


def usual_plan(letting: Letting, days: int = 3, **values: Any) -> viewings.ViewingPlan:
    """Two hours in the afternoon, some days from today, with 20 minutes a household."""
    start = at(letting, days, 14)
    return viewings.ViewingPlan(start, start + timedelta(hours=2), **values)


def at(letting: Letting, days: int, hour: int, minute: int = 0) -> datetime:
    """A moment on the Dutch clock, days from today."""
    return datetime.combine(letting.today + timedelta(days=days), time(hour, minute), AMSTERDAM)


def choose_hosts(letting: Letting) -> None:
    lead, second = letting.hosts[:2]
    viewings.assign_hosts(letting.store, letting.author, letting.viewing, lead, [second])
    letting.shifts = {shift.host_id: shift.id for shift in letting.shown().shifts}


def ask_hosts(letting: Letting) -> None:
    viewings.ask_hosts(letting.store, letting.author, letting.viewing)


def hosts_say_yes(letting: Letting) -> None:
    for shift in letting.shifts.values():
        viewings.record_host_answer(letting.store, letting.author, shift, says_yes=True)


def invite(letting: Letting) -> None:
    """Everybody in order whom a group may receive."""
    view = letting.view()
    wanted = [line for line in view.candidates if line.skip_asked is None]
    skips = {line.id: line.skip_asked for line in view.candidates if line.skip_asked is not None}
    made = invitations.invite(
        letting.store, letting.author, letting.viewing, [line.id for line in wanted], skips
    )
    letting.invitations = {line.rank: id for line, id in zip(wanted, made, strict=True)}


def answers(letting: Letting) -> None:
    for invitation in letting.invitations.values():
        invitations.record_answer(letting.store, letting.author, invitation, Answer.COMING)


def remind(letting: Letting) -> None:
    letting.clock.move_to(at(letting, 2, 10))
    invitations.remind(letting.store, letting.author, list(letting.invitations.values()))


def report(letting: Letting) -> None:
    """Everybody came and wants the dwelling."""
    letting.clock.move_to(at(letting, 1, 16, 30))
    save_report(letting, *(came(id) for id in letting.invitations.values()))


def came(invitation: int, want: Want | None = Want.YES, **values: Any) -> reports.Visit:
    """Somebody who came, was shown two points and answered."""
    return reports.Visit(
        invitation, Presence.PRESENT, points=("welcome", "rules"), want=want, **values
    )


def did_not_come(invitation: int, caused_by_tour: bool | None = None) -> reports.Visit:
    return reports.Visit(invitation, Presence.NO_SHOW, caused_by_tour=caused_by_tour)


def save_report(letting: Letting, *visits: reports.Visit, **values: Any) -> None:
    reports.save_report(
        letting.store, letting.author, letting.viewing, reports.Report(visits, **values)
    )


def close_viewing(letting: Letting) -> None:
    viewings.close_viewing(letting.store, letting.author, letting.viewing)


def offer(letting: Letting) -> None:
    """To the first in order who still has a right to it."""
    first = letting.view().next_offer
    assert first is not None
    letting.offer = offers.make_offer(letting.store, letting.author, letting.vacancy, first)


def accept(letting: Letting) -> None:
    offers.accept_offer(letting.store, letting.author, letting.offer)


def draft(letting: Letting) -> None:
    letting.decision = decisions.draft_decision(
        letting.store, letting.author, letting.vacancy, "De eerste in de volgorde wil de woning."
    )


def submit(letting: Letting) -> None:
    decisions.submit_decision(letting.store, letting.author, letting.decision)


def settle(letting: Letting) -> None:
    decisions.settle_decision(letting.store, letting.reader, letting.decision)


def letters(letting: Letting) -> None:
    decisions.letters_sent(letting.store, letting.author, letting.decision)


def lease(letting: Letting) -> None:
    vacancies.sign_lease(
        letting.store, letting.author, letting.vacancy, letting.today, letting.today
    )


def complete(letting: Letting) -> None:
    vacancies.complete(letting.store, letting.author, letting.vacancy)


def close_decision(letting: Letting) -> None:
    letting.clock.move_on(days=60)
    decisions.close_decision(letting.store, letting.author, letting.decision)


def wipe(letting: Letting) -> None:
    retention.wipe(letting.store, letting.author, letting.decision)


Step = Callable[[Letting], None]
STEPS: tuple[Step, ...] = (
    fix_policy,
    announce,
    choose_policy,
    publish,
    take_list,
    plan,
    choose_hosts,
    ask_hosts,
    hosts_say_yes,
    invite,
    answers,
    remind,
    report,
    close_viewing,
    offer,
    accept,
    draft,
    submit,
    settle,
    letters,
    lease,
    complete,
    close_decision,
    wipe,
)


def bring(letting: Letting, last: Step, after: Step | None = None) -> Letting:
    """Take the steps up to and with `last`; `after` is the last that was taken already."""
    begin_at = 0 if after is None else STEPS.index(after) + 1
    brought = _take(letting.store, letting, STEPS[begin_at : STEPS.index(last) + 1])
    vars(letting).update(vars(brought))
    return letting


@remembered
def _take(store: Store, letting: Letting, steps: Sequence[Step]) -> Letting:
    """Where a shorter way ends a longer one goes on, so each step is taken once."""
    if len(steps) > 1:
        letting = _take(store, letting, steps[:-1])
    for step in steps[-1:]:
        step(letting)
    return letting


def people(
    count: int,
    priority: Sequence[int] = (),
    protected: Sequence[int] = (),
    needs: Sequence[int] = (),
) -> tuple[CandidateRow, ...]:
    """So many candidates; by rank who has priority, is protected, or has a wish for the visit."""
    return tuple(
        CandidateRow(
            rank,
            f"Zoeker{rank}",
            first_name=f"Voornaam{rank}",
            email=f"zoeker{rank}@zoekt.voorbeeld",
            priority=rank in priority,
            protected=rank in protected,
            visit_need="een stoel onderweg" if rank in needs else "",
        )
        for rank in range(1, count + 1)
    )


def appointment(letting: Letting, rank: int, days: int = 3) -> int:
    """A visit of one candidate alone, received by staff; returns the invitation."""
    viewing = viewings.plan_viewing(
        letting.store,
        letting.author,
        letting.vacancy,
        usual_plan(letting, days, kind=ViewingKind.INDIVIDUAL),
    )
    viewings.staff_receive(letting.store, letting.author, viewing)
    [made] = invitations.invite(letting.store, letting.author, viewing, [letting.candidates[rank]])
    return made


# What a test looks at ----------------------------------------------------------------------


def everything(store: Store, without: Sequence[str] = ("version",)) -> dict[str, list[Any]]:
    """Every row of every table but the trail, and what can be found."""
    tables = [t for t in metadata.sorted_tables if t.name not in UNTRACKED]
    with store.reading() as session:
        rows: dict[str, list[Any]] = {
            table.name: [
                {key: value for key, value in row.items() if key not in without}
                for row in session.execute(table.select().order_by(*table.primary_key)).mappings()
            ]
            for table in tables
        }
        rows["search_index"] = [
            tuple(row)
            for row in session.execute(
                text("SELECT rowid, kind, title, subtitle, words FROM search_index ORDER BY 1")
            )
        ]
    return rows


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """The SQL statements that run meanwhile."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement != "BEGIN":
            seen.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
