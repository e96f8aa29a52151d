"""The list of vacancies and what is found in it."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.viewings.actions.vacancies import announce, withdraw_vacancy
from desktop.viewings.queries.listing import days_empty, vacancies, with_candidate
from desktop.viewings.states import VacancyState
from tests.support import steps
from tests.support.steps import Letting, bring, statements


def test_a_dwelling_is_empty_from_the_end_of_the_lease_to_the_next() -> None:
    today = date(2026, 11, 23)
    assert days_empty(None, None, today) is None
    assert days_empty(today + timedelta(days=1), None, today) is None
    assert days_empty(today - timedelta(days=9), None, today) == 9
    assert days_empty(today - timedelta(days=9), today - timedelta(days=4), today) == 5


def test_what_is_being_let_comes_before_what_is_over(letting: Letting) -> None:
    bring(letting, steps.take_list)
    withdraw_vacancy(letting.store, letting.author, letting.vacancy, "AND")
    letting.clock.move_on(days=-5)
    second = announce(letting.store, letting.author, letting.dwelling, "2026-0500")
    with letting.store.reading() as session:
        rows = vacancies(session, letting.today)
    assert [row.id for row in rows] == [second, letting.vacancy]
    assert [row.state for row in rows] == [VacancyState.ANNOUNCED, VacancyState.WITHDRAWN]
    assert rows[0].address == "Kadeflat 214"
    assert "kadeflat 214" in rows[0].words


def test_a_vacancy_is_found_by_the_name_of_a_candidate(letting: Letting) -> None:
    bring(letting, steps.take_list)
    with letting.store.reading() as session:
        assert with_candidate(session, "bakk") == {letting.vacancy}
        assert with_candidate(session, "nobody") == set()
        assert with_candidate(session, "ba") == set()


def test_the_list_is_read_in_one_statement(letting: Letting) -> None:
    bring(letting, steps.take_list)
    with letting.store.reading() as session, statements(letting.store) as seen:
        vacancies(session, letting.today)
    assert len(seen) == 1
