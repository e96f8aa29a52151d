"""The money of a project: lines, what is booked on them, and what is left."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.projects.actions.money import (
    add_line,
    book_cost,
    change_line,
    remove_cost,
    remove_line,
)
from desktop.projects.queries.money import Money, money_of
from desktop.projects.states import CostKind
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store


def money(store: Store, project_id: int) -> Money:
    with store.reading() as session:
        return money_of(session, project_id)


@pytest.fixture
def line(store: Store, who: Actor, renovation: int) -> int:
    """A line of € 1.000."""
    return add_line(store, who, renovation, "Gevel", 100_000, None)


def test_a_bill_pays_what_was_committed_before(
    store: Store, who: Actor, renovation: int, line: int
) -> None:
    book_cost(store, who, line, CostKind.COMMITTED, 80_000, "Steiger")
    book_cost(store, who, line, CostKind.SPENT, 30_000, "Steiger, eerste deel")
    (shown,) = money(store, renovation).lines
    assert (shown.committed, shown.spent, shown.left) == (80_000, 30_000, 20_000)


def test_more_than_the_line_has_needs_a_note(
    store: Store, who: Actor, renovation: int, line: int
) -> None:
    book_cost(store, who, line, CostKind.SPENT, 100_000, "Alles")
    with pytest.raises(Refused, match="€\xa00,01 meer") as refused:
        book_cost(store, who, line, CostKind.SPENT, 1, "Nog iets")
    assert refused.value.field == "note"
    book_cost(store, who, line, CostKind.SPENT, 1, "Nog iets", note="De prijs ging omhoog")
    assert money(store, renovation).lines[0].left == -1


@pytest.mark.parametrize(
    ("cents", "what", "on", "field"),
    [
        (0, "Iets", None, "cents"),
        (-5, "Iets", None, "cents"),
        (5, "", None, "what"),
        (5, "Iets", date(2026, 11, 24), "booked_on"),
    ],
)
def test_a_booking_that_cannot_be_is_refused(
    store: Store, who: Actor, line: int, cents: int, what: str, on: date | None, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        book_cost(store, who, line, CostKind.SPENT, cents, what, on)
    assert refused.value.field == field


def test_a_line_with_costs_stays(store: Store, who: Actor, renovation: int, line: int) -> None:
    cost = book_cost(store, who, line, CostKind.SPENT, 100, "Iets")
    with pytest.raises(Refused):
        remove_line(store, who, line)
    remove_cost(store, who, cost)
    remove_line(store, who, line)
    assert money(store, renovation).lines == ()


def test_the_second_writer_of_a_line_is_told(store: Store, who: Actor, line: int) -> None:
    change_line(store, who, line, "Gevel", 200_000, None, version=1)
    with pytest.raises(Conflict):
        change_line(store, who, line, "Gevel", 300_000, None, version=1)


def test_an_amount_below_0_is_no_budget(store: Store, who: Actor, renovation: int) -> None:
    with pytest.raises(Refused) as refused:
        add_line(store, who, renovation, "Gevel", -1, None)
    assert refused.value.field == "planned_cents"
