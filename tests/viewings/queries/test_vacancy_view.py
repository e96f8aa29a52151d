"""What the screen of a vacancy shows, and what reading it costs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.refused import Refused
from desktop.store import Store
from desktop.viewings.queries.hosts import all_hosts, proposal_for
from desktop.viewings.queries.vacancy import vacancy_view
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import SkipCode
from tests.support import steps
from tests.support.clock import Clock
from tests.support.steps import Letting, bring, people, statements

N = NextStep
NEXT: dict[steps.Step, NextStep] = {
    steps.announce: N.CHOOSE_POLICY,
    steps.choose_policy: N.PUBLISH,
    steps.publish: N.IMPORT_CANDIDATES,
    steps.take_list: N.PLAN_VIEWING,
    steps.plan: N.CHOOSE_HOSTS,
    steps.choose_hosts: N.ASK_HOSTS,
    steps.ask_hosts: N.HOSTS_ANSWER,
    steps.hosts_say_yes: N.INVITE,
    steps.invite: N.ANSWERS,
    steps.remind: N.ANSWERS,
    steps.report: N.CLOSE_VIEWING,
    steps.close_viewing: N.OFFER,
    steps.offer: N.OFFER_ANSWER,
    steps.accept: N.DRAFT_DECISION,
    steps.draft: N.SUBMIT_DECISION,
    steps.submit: N.READ_DECISION,
    steps.settle: N.LETTERS,
    steps.letters: N.LEASE,
    steps.lease: N.COMPLETE,
    steps.complete: N.WAIT_FOR_COMPLAINTS,
    steps.close_decision: N.WIPE,
    steps.wipe: N.NOTHING,
}


def test_the_next_step_leads_through_the_whole_letting(letting: Letting) -> None:
    shown = {}
    for step in steps.STEPS:
        step(letting)
        if step in NEXT:
            shown[step] = letting.view().next
    assert shown == NEXT


def test_reminding_is_next_two_days_before_the_viewing(letting: Letting) -> None:
    bring(letting, steps.answers)
    assert letting.view().next is N.ANSWERS
    letting.clock.move_to(steps.at(letting, 1, 14))
    assert letting.view().next is N.REMIND
    assert letting.shown().to_remind == tuple(letting.invitations.values())


def test_a_viewing_that_has_begun_asks_for_its_report(letting: Letting) -> None:
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 14))
    assert letting.view().next is N.REPORT


def test_candidates_stand_in_the_order_of_the_law(letting: Letting) -> None:
    letting.people = people(5, priority=[4], protected=[2], needs=[3])
    bring(letting, steps.take_list)
    lines = letting.view().candidates
    assert [line.rank for line in lines] == [4, 1, 2, 3, 5]
    assert {line.rank: line.skip_asked for line in lines} == {
        4: None,
        1: None,
        2: SkipCode.PROTECTED,
        3: SkipCode.ASSISTANCE,
        5: None,
    }


def test_days_empty_are_counted(letting: Letting) -> None:
    bring(letting, steps.plan)
    view = letting.view()
    assert view.days_empty is None
    letting.clock.move_on(days=25)
    assert letting.view().days_empty == 4


def test_a_vacancy_that_is_gone_is_refused(store: Store, clock: Clock) -> None:
    with store.reading() as session, pytest.raises(Refused):
        vacancy_view(session, 9_999, clock())


def test_the_proposal_is_a_pair_with_a_reason_for_each_and_a_why_not(letting: Letting) -> None:
    bring(letting, steps.plan)
    day = letting.today + timedelta(days=3)
    steps.hosts.set_away(letting.store, letting.author, letting.hosts[0], [(day, day)])
    with letting.store.reading() as session:
        proposed = proposal_for(session, letting.viewing)
    assert {proposed.lead, proposed.second} == set(letting.hosts[1:])
    choices = {choice.id: choice for choice in proposed.hosts}
    assert choices[letting.hosts[0]].hindrance is not None
    assert choices[letting.hosts[1]].hindrance is None
    assert "90 dagen" in choices[letting.hosts[1]].why


def test_r4_the_proposal_passes_by_who_had_a_turn(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    second = steps.viewings.plan_viewing(
        letting.store, letting.author, letting.vacancy, steps.usual_plan(letting, 4)
    )
    with letting.store.reading() as session:
        proposed = proposal_for(session, second)
    assert letting.hosts[2] in (proposed.lead, proposed.second)


# What reading costs ------------------------------------------------------------------------


def statements_to_show(letting: Letting) -> int:
    with statements(letting.store) as seen:
        letting.view()
    return len(seen)


@pytest.mark.parametrize("last", [steps.take_list, steps.report, steps.settle])
def test_the_statements_for_one_vacancy_do_not_grow_with_its_candidates(
    letting: Letting, last: steps.Step
) -> None:
    letting.people = people(20)
    letting.policy_values = {"slot_minutes": 5}
    first_six = bring(letting, steps.take_list).candidates
    assert len(first_six) == 20
    few = a_second_letting(letting, people(3))
    for one in (letting, few):
        bring_with_short_slots(one, last)
    assert statements_to_show(letting) == statements_to_show(few)


def a_second_letting(letting: Letting, who: tuple[steps.CandidateRow, ...]) -> Letting:
    """Another dwelling of the complex, with other candidates and hosts."""
    other = steps.Letting(**{**vars(letting), "people": who})
    with letting.store.reading() as session:
        home = session.query(steps.vacancies.Dwelling).filter_by(house_number="12").one().id
    other.hosts = tuple(
        steps.active_host(letting, first, last)
        for first, last in (("Kees", "Mulder"), ("Els", "Kok"))
    )
    other.vacancy = steps.vacancies.announce(letting.store, letting.author, home, "2026-0500")
    return bring(other, steps.take_list, after=steps.announce)


def bring_with_short_slots(letting: Letting, last: steps.Step) -> None:
    """As `bring`, with room for twenty at one viewing."""
    if last is steps.take_list:
        return
    letting.clock.move_to(steps.at(letting, 0, 10).replace(month=11, day=23))
    short = steps.usual_plan(letting, slot_minutes=5)
    letting.viewing = steps.viewings.plan_viewing(
        letting.store, letting.author, letting.vacancy, short
    )
    bring(letting, last, after=steps.plan)


def test_the_statements_for_the_hosts_do_not_grow_with_their_shifts(letting: Letting) -> None:
    def count() -> int:
        with letting.store.reading() as session, statements(letting.store) as seen:
            all_hosts(session, letting.clock())
        return len(seen)

    bring(letting, steps.hosts_say_yes)
    before = count()
    other = a_second_letting(letting, people(2))
    other.hosts = letting.hosts[1:]
    other.viewing = steps.viewings.plan_viewing(
        other.store, other.author, other.vacancy, steps.usual_plan(other, 4)
    )
    bring(other, steps.hosts_say_yes, after=steps.plan)
    assert count() == before
