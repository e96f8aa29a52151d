"""Candidates with priority: the consequence guard (C3) and the share of U3."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.states import Route, RouteReason, UrgencyPolicy

FOLLOW_UP = timedelta(weeks=6)


def counts(caused_by_tour: bool, staff_says_counts: bool) -> bool:
    """Whether a refusal or no-show counts for the priority: never when the tour caused it (C3)."""
    return staff_says_counts and not caused_by_tour


def check_reader(author: int | None, reader: int | None) -> None:
    """A second reader is another person than the author (sections 5 and 15)."""
    if reader is None:
        raise Refused(_("A colleague reads along. Choose who."), "reader")
    if author is not None and author == reader:
        raise Refused(_("You wrote this decision yourself. Somebody else reads along."), "reader")


@dataclass(frozen=True)
class PastLetting:
    """A letting of the window of U3: whether it went to somebody with priority."""

    priority: bool


def reserved(past: Sequence[PastLetting], percent: int, window: int) -> bool:
    """U3: whether the next vacancy goes to candidates with priority, so that each rolling
    period of `window` vacancies has at least `percent` of them. `past` is oldest first; what a
    window lacks is carried over because each window of `window` ends with the next vacancy."""
    if window < 1:
        raise ValueError("a window holds at least one vacancy")
    recent = list(past)[-(window - 1) :] if window > 1 else []
    have = sum(p.priority for p in recent)
    needed = -(-Fraction(percent * window, 100) // 1)
    places_left = window - len(recent)
    return needed - have >= places_left and needed > have


def follow_up_from(buddy: bool, priority: bool, keys_on: date | None) -> date | None:
    """U5: the day from which a host visits somebody with priority who came to live there, six
    weeks after the keys; None when nobody visits."""
    if not buddy or not priority or keys_on is None:
        return None
    return keys_on + FOLLOW_UP


def welcome_asked(urgency: UrgencyPolicy, for_priority: bool, chosen_priority: bool) -> bool:
    """U1: whether hosts give a welcome tour, after somebody with priority who was offered the
    dwelling outside the round got it."""
    outside = urgency is UrgencyPolicy.U1 or (urgency is UrgencyPolicy.U3 and for_priority)
    return outside and chosen_priority


def share_of(past: Sequence[PastLetting], window: int) -> tuple[int, int]:
    """U3: how many of the last lettings went to priority, and of how many: at most one less than a
    `window`, for the next letting fills it."""
    recent = list(past)[-(window - 1) :] if window > 1 else []
    return sum(one.priority for one in recent), len(recent)


def route_for(
    urgency: UrgencyPolicy, reserved_for_priority: bool, direct: bool, to_compare: bool = False
) -> tuple[Route, RouteReason | None]:
    """The route of a vacancy with its reason: U4 leaves fitting dwellings out of the pilot, and in
    a complex to compare with staff receive as they always did."""
    if direct:
        return Route.DIRECT, RouteReason.DIRECT
    if to_compare:
        return Route.STAFF_ONLY, RouteReason.COMPARISON
    if urgency is UrgencyPolicy.U4 and reserved_for_priority:
        return Route.STAFF_ONLY, RouteReason.RESERVED
    return Route.TENANT_LED, None


def shown_consequence(text: str, source: str, read_on: str) -> str:
    """What the screen tells staff that the letter says about the consequence, with its source (C3,
    C4). The text speaks to the candidate, so it is quoted."""
    return _("The letter says: “{text}” (source: {source}, read on {day}).").format(
        text=text, source=source, day=read_on
    )
