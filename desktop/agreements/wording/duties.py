"""What the corporation must do for a residents' committee, in words with the article."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.agreements.rules.committees import Duty
from desktop.language import N_, _

DUTIES: Mapping[Duty, str] = {
    Duty.RECOGNISE: N_(
        "take it as a committee when it tells residents what it does, meets with them each year, "
        "is open to all of them and can speak for them (Overlegwet, art. 1(1)g and 2a)"
    ),
    Duty.FACILITATE: N_("see to it that it can do its work (Overlegwet, art. 2a(1))"),
    Duty.INFORM: N_(
        "inform it in writing: on request, and unasked about plans that change the policy "
        "(Overlegwet, art. 3 and 4)"
    ),
    Duty.ADVICE: N_("give it at least six weeks to advise on such a plan (Overlegwet, art. 5)"),
    Duty.TALK: N_("talk with it at least once a year (Overlegwet, art. 5b(3))"),
    Duty.AGENDA: N_("put its topics on the agenda, or say why not (Overlegwet, art. 5b(4))"),
    Duty.BID: N_("send it the bid and talk about it (Woningwet, art. 43(2) and 44(1))"),
}


def duty_words(duty: Duty) -> str:
    """What must be done, as it goes on after "must"."""
    return _(DUTIES[duty])
