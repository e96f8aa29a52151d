"""Words for where a request for advice stands, for what was decided on an advice, and for the time
that tenants have for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

from desktop.advice.rules import least_weeks
from desktop.advice.states import AdviceDecision, AdviceState
from desktop.language import N_, _
from desktop.language.format import number_in_words

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


def least_words(sent_on: date) -> str:
    """How many weeks tenants have at least, with the article."""
    sentence = _("At least {n} (Overlegwet, art. 5(1)).")
    return sentence.format(n=number_in_words(least_weeks(sent_on)))
