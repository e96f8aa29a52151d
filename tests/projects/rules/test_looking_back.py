"""When people can look back at a project, and what is kept of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop.projects.rules.ladder import Happened
from desktop.projects.rules.looking_back import Showed, check_look_back, mean_of
from desktop.projects.states import Participation, ProjectState
from desktop.refused import Refused

S = ProjectState
BEGUN, HELD = date(2026, 9, 1), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "mean"), [("7,4", "7.4"), (" 8 ", "8"), ("10", "10"), ("1.0", "1")]
)
def test_a_mean_is_read_as_people_write_it(typed: str, mean: str) -> None:
    assert mean_of(typed) == Decimal(mean)


@pytest.mark.parametrize("typed", ["", "0,9", "10,1", "7,45", "zeven", "-3", "11"])
def test_what_is_no_mark_from_1_to_10_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        mean_of(typed)
    assert refused.value.field == "mean"


@pytest.mark.parametrize("state", [state for state in S if state not in (S.AFTERCARE, S.CLOSED)])
def test_people_look_back_when_the_work_is_done(state: ProjectState) -> None:
    with pytest.raises(Refused):
        check_look_back(state, BEGUN, HELD)
    check_look_back(S.AFTERCARE, BEGUN, HELD)
    with pytest.raises(Refused):
        check_look_back(S.AFTERCARE, BEGUN, date(2026, 8, 31))


@pytest.mark.parametrize("reached", [None, Participation.CONSULT])
def test_what_was_shown_comes_back_as_it_was_kept(reached: Participation | None) -> None:
    showed = Showed(
        Participation.DECIDE_TOGETHER, reached, Happened(bound=1), sessions=3, people=40
    )
    assert Showed.from_plain(showed.plain()) == showed
    assert showed.ladder.missing == ("dat de uitslag is uitgevoerd",)
