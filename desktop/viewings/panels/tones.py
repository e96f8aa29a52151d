"""The tone of each state on the screens of Buren."""

from __future__ import annotations

from enum import Enum

from desktop.viewings.states import (
    CandidateState,
    HostState,
    NominationState,
    OfferAnswer,
    ShiftState,
    VacancyState,
    ViewingState,
)
from desktop.widgets.theme import Tone

TONES: dict[Enum, Tone] = {
    VacancyState.CLOSED: Tone.AMBER,
    VacancyState.VIEWING: Tone.BLUE,
    VacancyState.OFFERING: Tone.BLUE,
    VacancyState.DECIDED: Tone.GREEN,
    VacancyState.CONTRACT: Tone.GREEN,
    VacancyState.COMPLETED: Tone.GREEN,
    VacancyState.WITHDRAWN: Tone.RED,
    CandidateState.INVITED: Tone.BLUE,
    CandidateState.CONFIRMED: Tone.BLUE,
    CandidateState.CANCELLED: Tone.AMBER,
    CandidateState.NO_RESPONSE: Tone.AMBER,
    CandidateState.PRESENT: Tone.GREEN,
    CandidateState.NO_SHOW: Tone.RED,
    CandidateState.WANTS: Tone.GREEN,
    CandidateState.WANTS_NOT: Tone.RED,
    CandidateState.CONSIDERING: Tone.AMBER,
    CandidateState.OFFERED: Tone.BLUE,
    CandidateState.REFUSED: Tone.RED,
    CandidateState.DOCUMENTS: Tone.GREEN,
    CandidateState.ALLOCATED: Tone.GREEN,
    ViewingState.DRAFT: Tone.AMBER,
    ViewingState.STAFFED: Tone.BLUE,
    ViewingState.INVITED: Tone.BLUE,
    ViewingState.HELD: Tone.GREEN,
    ViewingState.CANCELLED: Tone.RED,
    HostState.ACTIVE: Tone.GREEN,
    HostState.INSTRUCTED: Tone.BLUE,
    HostState.APPLIED: Tone.AMBER,
    ShiftState.ASKED: Tone.AMBER,
    ShiftState.PROPOSED: Tone.AMBER,
    ShiftState.CONFIRMED: Tone.GREEN,
    ShiftState.HELD: Tone.GREEN,
    ShiftState.DECLINED: Tone.RED,
    ShiftState.ABSENT: Tone.RED,
    NominationState.ENTERED: Tone.AMBER,
    NominationState.TESTED: Tone.AMBER,
    NominationState.RETURNED: Tone.AMBER,
    NominationState.AGREED: Tone.GREEN,
    OfferAnswer.OPEN: Tone.BLUE,
    OfferAnswer.ACCEPTED: Tone.GREEN,
    OfferAnswer.REFUSED: Tone.RED,
    OfferAnswer.EXPIRED: Tone.RED,
}


def tone(state: Enum) -> Tone:
    """Grey unless the state asks attention or is good news."""
    return TONES.get(state, Tone.GREY)
