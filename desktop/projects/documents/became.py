"""The signs of proposals and promises on paper, and the words that go with them."""

from __future__ import annotations

from desktop.documents.round_sign import Became
from desktop.language import _
from desktop.language.format import day_plain
from desktop.projects.queries.public import PublicPromise
from desktop.projects.queries.voices import ProposalLine
from desktop.projects.states import PromiseState, ProposalAnswer
from desktop.projects.wording import word

BECAME = {
    ProposalAnswer.DO: Became.YES,
    ProposalAnswer.OTHERWISE: Became.HALF,
    ProposalAnswer.NOT: Became.NO,
    None: Became.WAITING,
}
SETTLED = {
    PromiseState.OPEN: Became.WAITING,
    PromiseState.KEPT: Became.YES,
    PromiseState.CHANGED: Became.HALF,
    PromiseState.BROKEN: Became.NO,
}


def answer_words(line: ProposalLine) -> str:
    """How the answer begins; without one, when it comes."""
    if line.answer is not None:
        return word(line.answer)
    if line.late:
        return _("No answer yet. It should have been there on {day}.").format(
            day=day_plain(line.due_on)
        )
    return _("You hear from us by {day}.").format(day=day_plain(line.due_on))


def promise_words(line: PublicPromise) -> str:
    """How a promise stands: `Nagekomen, 12 november 2026.`, `Vóór 3 februari 2027.`"""
    if line.settled_on is not None:
        return f"{word(line.state)}, {day_plain(line.settled_on)}."
    said = _("Too late: it should be ready before {day}.") if line.late else _("Before {day}.")
    return said.format(day=day_plain(line.due_on))


def promise_and_owner(line: PublicPromise) -> str:
    """The same, with who does what is still to be done."""
    if not line.is_open:
        return promise_words(line)
    return " ".join((promise_words(line), _("{who} does this.").format(who=line.owner)))
