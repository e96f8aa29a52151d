"""The tone of each state on the screens of Beleid."""

from __future__ import annotations

from enum import Enum

from desktop.agreements.states import (
    AgreementState,
    InputState,
    Light,
    PositionValue,
    ReplyDecision,
)
from desktop.widgets.theme import Tone

TONES: dict[Enum, Tone] = {
    Light.ON: Tone.GREEN,
    Light.RISK: Tone.AMBER,
    Light.OFF: Tone.RED,
    Light.DONE: Tone.BLUE,
    PositionValue.AGREES: Tone.GREEN,
    PositionValue.AGREES_IF: Tone.AMBER,
    PositionValue.DISAGREES: Tone.RED,
    AgreementState.AGREED: Tone.GREEN,
    AgreementState.ADOPTED: Tone.GREEN,
    AgreementState.RUNNING: Tone.GREEN,
    AgreementState.ACHIEVED: Tone.BLUE,
    AgreementState.MISSED: Tone.RED,
    AgreementState.TALKS: Tone.AMBER,
    InputState.RECEIVED: Tone.AMBER,
    InputState.DISCUSSED: Tone.AMBER,
    InputState.ANSWERED: Tone.BLUE,
    InputState.REPORTED_BACK: Tone.GREEN,
    ReplyDecision.TAKEN: Tone.GREEN,
    ReplyDecision.ALREADY: Tone.GREEN,
    ReplyDecision.PARTLY: Tone.AMBER,
    ReplyDecision.OTHER_PARTY: Tone.BLUE,
}


def tone(state: Enum) -> Tone:
    """Grey unless the state asks attention or is good news."""
    return TONES.get(state, Tone.GREY)
