"""A short word for where a request for advice stands and for what was decided on an advice."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from desktop.advice.states import AdviceDecision, AdviceState
from desktop.language import N_

WORDS: Mapping[Enum, str] = {
    AdviceState.SENT: N_("Sent"),
    AdviceState.ADVICE_RECEIVED: N_("Advice received"),
    AdviceState.NO_OBJECTION: N_("No objection"),
    AdviceState.TERM_PASSED: N_("Term passed"),
    AdviceState.DECIDED: N_("Decided"),
    AdviceState.REASONS_SENT: N_("Reasons sent"),
    AdviceState.EXECUTABLE: N_("May be carried out"),
    AdviceDecision.FOLLOWED: N_("Followed"),
    AdviceDecision.PARTLY: N_("Partly"),
    AdviceDecision.NOT: N_("Not"),
}
