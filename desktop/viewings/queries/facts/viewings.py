"""Viewings as the rules of planning see them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.language.format import local
from desktop.viewings.codes import CodeList, shown
from desktop.viewings.model import Invitation, Vacancy, Viewing
from desktop.viewings.rules.visits import Plan
from desktop.viewings.states import Answer, Presence, ViewingKind, ViewingState


def plan_of(viewing: Viewing) -> Plan:
    """A viewing as the rules of planning see it."""
    return Plan(
        viewing.starts_at, viewing.ends_at, viewing.slot_minutes, viewing.capacity, viewing.kind
    )


def by_staff_alone(viewing: Viewing) -> bool:
    """Whether staff receive one household at a time: the only way for somebody who is protected
    (C2)."""
    return viewing.staff_hosts and viewing.capacity == 1 and viewing.kind is not ViewingKind.GROUP


def unrecorded(viewing: Viewing) -> list[Invitation]:
    """Those who were expected and of whom it is not recorded whether they came."""
    return [
        i
        for i in viewing.invitations
        if i.cancelled_on is None
        and i.presence is Presence.UNKNOWN
        and i.answer is not Answer.NOT_COMING
    ]


def first_viewing_day(vacancy: Vacancy) -> date | None:
    """The day of the first viewing that was not cancelled, on the Dutch calendar."""
    moments: Iterable[Viewing] = (
        v for v in vacancy.viewings if v.state is not ViewingState.CANCELLED
    )
    return min((local(v.starts_at).date() for v in moments), default=None)


def called_off_words(viewing: Viewing) -> str:
    """Why a viewing was called off, in the language in use: in words of staff, or because the
    dwelling is not let."""
    withdrawn = viewing.state is ViewingState.CANCELLED and viewing.vacancy.withdrawn_code
    if viewing.cancel_reason or not withdrawn:
        return viewing.cancel_reason
    return shown(CodeList.PUBLICATION_DETAIL, withdrawn)
