"""What people fill in for the evaluation: without names, within the scale."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.refused import Refused
from desktop.viewings.actions.surveys import (
    add_candidate_answers,
    add_resident_answers,
    lease_ended,
    note_staff_time,
)
from desktop.viewings.model import CandidateSurvey, CohesionSurvey, StaffTime, Vacancy
from tests.support import steps
from tests.support.steps import Letting, bring


def candidate(letting: Letting, **values: Any) -> None:
    values = {"month": letting.today, "priority": False, **values}
    add_candidate_answers(letting.store, letting.author, letting.complex, **values)


def resident(letting: Letting, wave: int = 0, **values: Any) -> None:
    answers = values.pop("answers", [1, 5, 4, 4, 3, None])
    add_resident_answers(letting.store, letting.author, letting.complex, wave, answers, **values)


def test_of_a_questionnaire_only_the_month_is_kept(any_letting: Letting) -> None:
    candidate(any_letting, mark=8, welcome=5)
    with any_letting.store.reading() as session:
        row = session.query(CandidateSurvey).one()
        assert (row.month, row.mark, row.judged) == (date(2026, 11, 1), 8, None)


@pytest.mark.parametrize(
    ("field", "value"), [("mark", 11), ("welcome", 0), ("judged", 6), ("names_known", -1)]
)
def test_an_answer_outside_its_scale_is_refused(letting: Letting, field: str, value: int) -> None:
    with pytest.raises(Refused) as refused:
        candidate(letting, **{field: value})
    assert refused.value.field == field


def test_an_empty_questionnaire_is_refused(letting: Letting) -> None:
    with pytest.raises(Refused):
        candidate(letting)
    with pytest.raises(Refused):
        resident(letting, answers=[None] * 6)


def test_a_questionnaire_of_next_month_cannot_be(letting: Letting) -> None:
    with pytest.raises(Refused) as refused:
        candidate(letting, mark=8, month=letting.today + timedelta(days=30))
    assert refused.value.field == "month"


def test_a_household_answers_the_statements_of_a_wave(any_letting: Letting) -> None:
    resident(any_letting, 12, understands=4, is_host=True, age_band="65-74")
    with any_letting.store.reading() as session:
        row = session.query(CohesionSurvey).one()
        assert (row.wave, row.age_band, row.answers) == (12, "65-74", [1, 5, 4, 4, 3, None])


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("wave", {"wave": 6}),
        ("age_band", {"age_band": "31"}),
        ("hardly", {"answers": [6, 1, 1, 1, 1, 1]}),
    ],
)
def test_what_is_not_asked_is_refused(letting: Letting, field: str, values: Any) -> None:
    with pytest.raises(Refused) as refused:
        resident(letting, **values)
    assert refused.value.field == field


def test_minutes_of_staff_are_noted_against_the_usual_way(letting: Letting) -> None:
    bring(letting, steps.announce)
    note_staff_time(letting.store, letting.author, letting.vacancy, 40, 90)
    with pytest.raises(Refused):
        note_staff_time(letting.store, letting.author, letting.vacancy, -1, 90)
    with letting.store.reading() as session:
        row = session.query(StaffTime).one()
        assert (row.minutes, row.usual_minutes) == (40, 90)


def test_the_end_of_a_new_lease_is_recorded_after_it_was_signed(letting: Letting) -> None:
    bring(letting, steps.settle)
    with pytest.raises(Refused):
        lease_ended(letting.store, letting.author, letting.vacancy, letting.today)
    steps.lease(letting)
    for days in (-1, 1):
        with pytest.raises(Refused) as refused:
            lease_ended(
                letting.store,
                letting.author,
                letting.vacancy,
                letting.today + timedelta(days=days),
            )
        assert refused.value.field == "on"
    lease_ended(letting.store, letting.author, letting.vacancy, letting.today)
    with letting.store.reading() as session:
        assert session.get_one(Vacancy, letting.vacancy).lease_ended_on == letting.today
