"""What the dialogs of a meeting let people choose from."""

from __future__ import annotations

from desktop.agreements.queries.choices import agreement_choices
from desktop.agreements.queries.cycles import seats_of
from desktop.language import _
from desktop.widgets.desk import Desk

Choices = list[tuple[int | None, str]]


def parties(desk: Desk, cycle_id: int, also: tuple[int, str] | None = None) -> Choices:
    """The parties at the table of a cycle, and the one that a row names already."""
    with desk.reading() as session:
        seated: Choices = [(seat.party_id, seat.called) for seat in seats_of(session, cycle_id)]
    if also is not None and also[0] not in {party_id for party_id, _name in seated}:
        seated.append(also)
    return seated


def agreements(desk: Desk, cycle_id: int) -> Choices:
    """In general, or one of the agreements of a cycle."""
    with desk.reading() as session:
        return [(None, _("in general")), *agreement_choices(session, cycle_id)]
