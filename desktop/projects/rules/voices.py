"""What tenants said and were promised: from a proposal to an answer that they heard of, and what
becomes of a promise (projects, "States and guards")."""

from __future__ import annotations

from datetime import date

from desktop.language import _
from desktop.language.format import day_plain
from desktop.projects.states import PromiseState, ProposalAnswer, ProposalState
from desktop.refused import Refused

MOST_PEOPLE = 10_000
ANSWER_DAYS = 28  # a working agreement, no statute: tenants hear within four weeks
SETTLED = (PromiseState.KEPT, PromiseState.BROKEN)
SUBJECT = 40  # signs of a proposal that name what is put with it


def check_answer(
    state: ProposalState,
    answer: ProposalAnswer,
    reason: str,
    by: str,
    raised_on: date,
    on: date,
) -> None:
    """Refuses another answer once tenants heard of one, an answer without the reason or without
    who gives it, and a day before the proposal."""
    if state is ProposalState.REPORTED_BACK:
        raise Refused(_("Tenants heard this answer already. Undo that first."), "answer")
    if not reason.strip():
        if answer is ProposalAnswer.NOT:
            raise Refused(_("Explain why not. Tenants read this."), "reason")
        raise Refused(_("Write in a few words what you do and why. Tenants read this."), "reason")
    if not by.strip():
        raise Refused(_("Who answers this? A function or a team."), "answered_by")
    if on < raised_on:
        raise Refused(
            _("The proposal was made on {day}. The answer comes after it.").format(
                day=day_plain(raised_on)
            ),
            "on",
        )


def check_told(state: ProposalState, answered_on: date | None, on: date) -> None:
    """Refuses telling tenants an answer that is not there, and telling it before it was given."""
    if state is not ProposalState.ANSWERED or answered_on is None:
        raise Refused(_("Give an answer first; then tell tenants."), "told_on")
    if on < answered_on:
        raise Refused(
            _("The answer was given on {day}. Tenants hear it on that day or later.").format(
                day=day_plain(answered_on)
            ),
            "told_on",
        )


def check_promise(owner: str, made_on: date, due_on: date | None) -> date:
    """The day before which a promise is kept. Refuses one without an owner or a day, and a day
    before the promise was made."""
    if not owner.strip():
        raise Refused(_("Who does this, and when is it done?"), "owner")
    if due_on is None:
        raise Refused(_("Who does this, and when is it done?"), "due_on")
    if due_on < made_on:
        raise Refused(
            _("It was promised on {day}. Fill in that day or a later one.").format(
                day=day_plain(made_on)
            ),
            "due_on",
        )
    return due_on


def check_settling(
    now: PromiseState, then: PromiseState, evidence: str, reason: str, reaction: str
) -> None:
    """Refuses a second outcome; "kept" without what shows it; and a change or a broken promise
    without the reason and what the tenants say to it."""
    if now in SETTLED:
        raise Refused(_("This promise was settled already. Undo that first."), "state")
    if then is PromiseState.KEPT:
        if not evidence.strip():
            raise Refused(_("What shows that it was kept? A photo, a letter, a visit."), "evidence")
        return
    if not reason.strip():
        raise Refused(_("Write why. Tenants read this."), "reason")
    if not reaction.strip():
        raise Refused(_("What do the tenants say to it? Ask them, and write it here."), "reaction")


def check_people(field: str, number: int | None) -> None:
    """Refuses a number of people below 0, and more than fit in a room."""
    if number is not None and not 0 <= number <= MOST_PEOPLE:
        raise Refused(
            _("Fill in a number of people from 0 to {most}.").format(most=MOST_PEOPLE), field
        )


def check_kept_state(
    state: PromiseState, settled_on: date | None, evidence: str, reason: str, made_on: date
) -> None:
    """Refuses a promise from a list whose state lacks what belongs to it: a settled one its day,
    a kept one what shows it, a changed or broken one why."""
    if state in SETTLED and settled_on is None:
        raise Refused(_("On which day was this settled?"), "settled_on")
    if settled_on is not None and settled_on < made_on:
        raise Refused(_("That is before it was promised."), "settled_on")
    if state is PromiseState.KEPT and not evidence.strip():
        raise Refused(_("What shows that it was kept? A photo, a letter, a visit."), "evidence")
    if state in (PromiseState.CHANGED, PromiseState.BROKEN) and not reason.strip():
        raise Refused(_("Write why. Tenants read this."), "reason")


def subject_of(text: str) -> str:
    """The first words of a proposal, to name what is put together with it until somebody gives it
    a better name: at most `SUBJECT` signs, no half word."""
    words = " ".join(text.split())
    if len(words) > SUBJECT:
        words = words[: SUBJECT + 1].rsplit(" ", 1)[0][:SUBJECT]
    return words.rstrip(".,;:!?")
