"""A vacancy at its beginning and at its ends, and two people who work on it at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.refused import Conflict, Refused
from desktop.store import Store
from desktop.viewings.actions.hosts import change_host
from desktop.viewings.actions.invitations import record_answer
from desktop.viewings.actions.policies import set_pilot
from desktop.viewings.actions.vacancies import (
    VacancyDates,
    announce,
    change_dates,
    publish,
    to_staff,
    withdraw_vacancy,
)
from desktop.viewings.actions.viewings import move_viewing, plan_viewing
from desktop.viewings.model import Vacancy
from desktop.viewings.queries.hosts import host_line
from desktop.viewings.states import Answer, PilotRole, Route, VacancyState, ViewingState
from tests.support import steps
from tests.support.steps import Letting, bring


def test_a_code_is_made_of_the_year_and_the_dwelling(letting: Letting) -> None:
    letting.vacancy = announce(letting.store, letting.author, letting.dwelling, "")
    assert letting.view().code == "2026-KADE-214"


def test_a_dwelling_is_let_once_at_a_time(any_letting: Letting) -> None:
    bring(any_letting, steps.announce)
    with pytest.raises(Refused, match="2026-0412") as refused:
        announce(any_letting.store, any_letting.author, any_letting.dwelling, "2026-0500")
    assert refused.value.field == "dwelling"


def test_after_withdrawing_the_dwelling_can_be_announced_again(letting: Letting) -> None:
    bring(letting, steps.announce)
    withdraw_vacancy(letting.store, letting.author, letting.vacancy, "AND")
    announce(letting.store, letting.author, letting.dwelling, "2026-0500")


def test_a_code_in_use_is_refused(letting: Letting) -> None:
    bring(letting, steps.announce)
    withdraw_vacancy(letting.store, letting.author, letting.vacancy, "AND")
    with pytest.raises(Refused) as refused:
        announce(letting.store, letting.author, letting.dwelling, "2026-0412")
    assert refused.value.field == "code"


def test_a_dwelling_that_is_gone_is_refused(letting: Letting) -> None:
    with pytest.raises(Refused):
        announce(letting.store, letting.author, 9_999, "")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (
            {"notice_on": date(2026, 11, 20), "old_lease_ends_on": date(2026, 11, 19)},
            "old_lease_ends_on",
        ),
        ({"notice_on": date(2026, 11, 20), "available_on": date(2026, 11, 1)}, "available_on"),
        (
            {"old_lease_ends_on": date(2026, 12, 20), "available_on": date(2026, 12, 1)},
            "available_on",
        ),
    ],
)
def test_dates_that_cannot_follow_each_other_are_refused(
    letting: Letting, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        announce(letting.store, letting.author, letting.dwelling, "", VacancyDates(**values))
    assert refused.value.field == field


def test_an_advert_ends_after_it_starts(letting: Letting) -> None:
    bring(letting, steps.choose_policy)
    with pytest.raises(Refused) as refused:
        publish(
            letting.store,
            letting.author,
            letting.vacancy,
            letting.today,
            letting.today - timedelta(days=1),
        )
    assert refused.value.field == "advert_until"


def test_an_advert_goes_out_once(letting: Letting) -> None:
    bring(letting, steps.publish)
    with pytest.raises(Refused):
        steps.publish(letting)


@pytest.mark.parametrize("last", [steps.announce, steps.publish, steps.plan, steps.settle])
def test_a_dwelling_can_be_withdrawn_until_the_lease(letting: Letting, last: steps.Step) -> None:
    bring(letting, last)
    withdraw_vacancy(letting.store, letting.author, letting.vacancy, "AND")
    assert letting.view().state is VacancyState.WITHDRAWN


def test_withdrawing_calls_off_the_viewings_that_are_planned(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.answers)
    withdraw_vacancy(letting.store, letting.author, letting.vacancy, "REN")
    assert letting.shown().state is ViewingState.CANCELLED
    assert letting.shown().invited == 0
    assert letting.shown().cancel_reason


def test_a_dwelling_that_was_let_is_not_withdrawn(letting: Letting) -> None:
    bring(letting, steps.lease)
    with pytest.raises(Refused):
        withdraw_vacancy(letting.store, letting.author, letting.vacancy, "AND")


def test_withdrawing_asks_why(letting: Letting) -> None:
    bring(letting, steps.announce)
    with pytest.raises(Refused) as refused:
        withdraw_vacancy(letting.store, letting.author, letting.vacancy, "")
    assert refused.value.field == "code"


def test_nothing_follows_for_a_dwelling_that_was_withdrawn(letting: Letting) -> None:
    bring(letting, steps.close_viewing)
    withdraw_vacancy(letting.store, letting.author, letting.vacancy, "AND")
    for step in (steps.plan, steps.offer, steps.publish):
        with pytest.raises(Refused):
            step(letting)
    with pytest.raises(Refused):
        to_staff(letting.store, letting.author, letting.vacancy, "Geen gastheren.")


def test_the_tenant_who_leaves_is_the_last_one_who_came(letting: Letting) -> None:
    bring(letting, steps.announce)
    with letting.store.reading() as session:
        vacancy = session.get_one(Vacancy, letting.vacancy)
        assert vacancy.departing_household_id == letting.departing


# Two people at once ------------------------------------------------------------------------


@pytest.fixture
def other_desk(any_letting: Letting) -> Iterator[Store]:
    store = Store.open(any_letting.store.address)
    store.now = any_letting.clock
    yield store
    store.close()


def test_two_people_who_change_the_dates_see_both(any_letting: Letting, other_desk: Store) -> None:
    letting = bring(any_letting, steps.announce)
    seen = letting.view().version
    today = letting.today
    change_dates(other_desk, letting.reader, letting.vacancy, VacancyDates(today), seen)
    with pytest.raises(Conflict) as conflict:
        change_dates(
            letting.store,
            letting.author,
            letting.vacancy,
            VacancyDates(today - timedelta(days=1)),
            seen,
        )
    assert conflict.value.theirs == {"notice_on": today}
    assert conflict.value.mine == {"notice_on": today - timedelta(days=1)}


def test_two_people_who_record_another_answer_see_both(
    any_letting: Letting, other_desk: Store
) -> None:
    letting = bring(any_letting, steps.invite)
    line = letting.view().candidates[0].invitation
    assert line is not None
    record_answer(other_desk, letting.reader, line.id, Answer.NOT_COMING, line.version)
    with pytest.raises(Conflict):
        record_answer(letting.store, letting.author, line.id, Answer.COMING, line.version)


def test_two_people_who_move_a_viewing_see_both(any_letting: Letting, other_desk: Store) -> None:
    letting = bring(any_letting, steps.plan)
    seen = letting.shown().version
    move_viewing(other_desk, letting.reader, letting.viewing, steps.usual_plan(letting, 4), seen)
    with pytest.raises(Conflict):
        move_viewing(
            letting.store, letting.author, letting.viewing, steps.usual_plan(letting, 2), seen
        )
    assert letting.shown().starts_at == steps.at(letting, 4, 14)


def test_two_people_who_change_a_host_see_both(any_letting: Letting, other_desk: Store) -> None:
    letting = any_letting
    with letting.store.reading() as session:
        seen = host_line(session, letting.hosts[0], letting.clock()).version
    change_host(other_desk, letting.reader, letting.hosts[0], {"phone": "1"}, seen)
    with pytest.raises(Conflict):
        change_host(letting.store, letting.author, letting.hosts[0], {"phone": "2"}, seen)


def test_staff_who_took_over_keep_the_dwelling(letting: Letting) -> None:
    bring(letting, steps.announce)
    to_staff(letting.store, letting.author, letting.vacancy, "Geen gastheren.")
    bring(letting, steps.take_list, after=steps.announce)
    letting.viewing = plan_viewing(
        letting.store, letting.author, letting.vacancy, steps.usual_plan(letting)
    )
    assert letting.view().route is Route.STAFF_ONLY
    assert letting.shown().staff_hosts


def test_in_a_complex_to_compare_with_staff_receive(letting: Letting) -> None:
    set_pilot(
        letting.store,
        letting.author,
        letting.complex,
        PilotRole.COMPARISON,
        letting.today,
        None,
        5.9,
    )
    bring(letting, steps.choose_policy)
    view = letting.view()
    assert (view.route, view.route_reason) == (
        Route.STAFF_ONLY,
        "een complex om mee te vergelijken",
    )
