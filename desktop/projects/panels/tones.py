"""The tone of each state on the screens of Beheer."""

from __future__ import annotations

from enum import Enum

from desktop.advice.states import AdviceState
from desktop.projects import states as s
from desktop.widgets.theme import Tone

TONES: dict[Enum, Tone] = {
    s.ProjectState.WITH_TENANTS: Tone.AMBER,
    s.ProjectState.DECISION: Tone.BLUE,
    s.ProjectState.WORK: Tone.GREEN,
    s.ProjectState.AFTERCARE: Tone.GREEN,
    s.ProposalState.RAISED: Tone.AMBER,
    s.ProposalState.DISCUSSED: Tone.AMBER,
    s.ProposalState.ANSWERED: Tone.BLUE,
    s.ProposalState.REPORTED_BACK: Tone.GREEN,
    s.ProposalAnswer.DO: Tone.GREEN,
    s.ProposalAnswer.OTHERWISE: Tone.AMBER,
    s.PromiseState.KEPT: Tone.GREEN,
    s.PromiseState.CHANGED: Tone.AMBER,
    s.PromiseState.BROKEN: Tone.RED,
    AdviceState.SENT: Tone.BLUE,
    AdviceState.ADVICE_RECEIVED: Tone.AMBER,
    AdviceState.TERM_PASSED: Tone.AMBER,
    AdviceState.REASONS_SENT: Tone.BLUE,
    AdviceState.EXECUTABLE: Tone.GREEN,
    s.ConsentState.RUNNING: Tone.AMBER,
    s.ConsentState.NOTICES_SENT: Tone.BLUE,
    s.ConsentState.DONE: Tone.GREEN,
    s.ConsentAnswer.YES: Tone.GREEN,
    s.ConsentAnswer.NO: Tone.RED,
    s.ConsentAnswer.THINKING: Tone.AMBER,
    s.FindingState.REPORTED: Tone.AMBER,
    s.FindingState.TAKEN_UP: Tone.BLUE,
    s.FindingState.SOLVED: Tone.GREEN,
    s.FindingState.CHECKED: Tone.GREEN,
    s.FindingState.REFERRED: Tone.BLUE,
    s.Severity.HIGH: Tone.RED,
    s.Severity.MEDIUM: Tone.AMBER,
    s.BudgetRoundState.VOTING: Tone.AMBER,
    s.BudgetRoundState.RESULT: Tone.GREEN,
}


def tone(state: Enum) -> Tone:
    """Grey unless the state asks attention or is good news."""
    return TONES.get(state, Tone.GREY)
