"""What becomes of a finding, and when two of them are the same (projects, "States and guards")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.language import _
from desktop.language.format import day_plain
from desktop.projects.states import FindingKind, FindingState
from desktop.refused import Refused

S = FindingState
SAME_WITHIN_M = 15
WHOLE = 10_000  # a place on a map is in ten-thousandths of its width and height
FEET_WIDTH_M = 200  # a map whose width nobody gave: fifteen metres are a thumb

NEXT = {
    S.REPORTED: {S.TAKEN_UP, S.REFERRED, S.NOT_DONE},
    S.TAKEN_UP: {S.SOLVED, S.REFERRED, S.NOT_DONE, S.TAKEN_UP},
    S.SOLVED: {S.CHECKED, S.TAKEN_UP},
    S.CHECKED: set(),
    S.REFERRED: {S.TAKEN_UP, S.SOLVED, S.NOT_DONE},
    S.NOT_DONE: {S.TAKEN_UP},
}


@dataclass(frozen=True)
class Spot:
    """Where on a map a finding of a kind is, in ten-thousandths from the left and the top."""

    kind: FindingKind
    x: int
    y: int


def check_step(now: FindingState, then: FindingState) -> None:
    """Refuses a step that does not follow."""
    if then not in NEXT[now]:
        raise Refused(_("This step is not possible for this finding now."), "state")


def check_taken_up(owner: str, due_on: date | None, found_on: date) -> date:
    """Refuses a finding without somebody who solves it and a day, and a day before it was found."""
    if not owner.strip():
        raise Refused(_("Who does this, and when is it done?"), "owner")
    if due_on is None:
        raise Refused(_("Who does this, and when is it done?"), "due_on")
    if due_on < found_on:
        raise Refused(
            _("It was found on {day}. Fill in that day or a later one.").format(
                day=day_plain(found_on)
            ),
            "due_on",
        )
    return due_on


def check_place(place: str, x: int | None, y: int | None) -> None:
    """Refuses a finding that nobody can go to, and a point beside the map."""
    if x is None or y is None:
        if not place.strip():
            raise Refused(_("Where is it? Point at the map or type an address."), "place")
        return
    if not (0 <= x <= WHOLE and 0 <= y <= WHOLE):
        raise Refused(_("This point is beside the map."), "place")


def check_outcome(
    state: FindingState,
    owner: str,
    due_on: date | None,
    solved_on: date | None,
    referred_to: str,
    reason: str,
    found_on: date,
) -> None:
    """Refuses a state that does not have what belongs to it, as when all of it comes at once from
    a list: who and when, the day on which it was solved, to whom it went, or why not."""
    if state is S.TAKEN_UP:
        check_taken_up(owner, due_on, found_on)
    if state in (S.SOLVED, S.CHECKED):
        if solved_on is None:
            raise Refused(_("On which day was it solved?"), "solved_on")
        if solved_on < found_on:
            raise Refused(_("That is before it was found."), "solved_on")
    if state is S.REFERRED and not referred_to.strip():
        raise Refused(_("Who is it passed on to?"), "referred_to")
    if state is S.NOT_DONE and not reason.strip():
        raise Refused(_("Explain why not. Tenants read this."), "reason")


def is_late(state: FindingState, due_on: date | None, today: date) -> bool:
    """Whether it should have been solved before today."""
    return state in (S.REPORTED, S.TAKEN_UP) and due_on is not None and due_on < today


def distance_m(one: Spot, other: Spot, width_m: float, height_m: float) -> float:
    """How many metres lie between two spots of a map of this size."""
    across = (one.x - other.x) / WHOLE * width_m
    down = (one.y - other.y) / WHOLE * height_m
    return float((across * across + down * down) ** 0.5)


def perhaps_the_same(one: Spot, other: Spot, width_m: float, height_m: float) -> bool:
    """Whether to ask if two findings are one: of the same kind within fifteen metres."""
    return one.kind is other.kind and distance_m(one, other, width_m, height_m) <= SAME_WITHIN_M
