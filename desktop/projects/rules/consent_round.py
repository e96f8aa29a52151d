"""What can be done in a consent round, and when (projects, "States"): the words are refused, not
the deed, wherever a later reader could doubt who agreed to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from desktop.language import _
from desktop.language.format import day_month, day_plain
from desktop.projects.rules.consent import PRESUMPTION, Consent, consent
from desktop.projects.states import AnswerMeans, ConsentAnswer, ConsentState
from desktop.refused import Refused
from desktop.terms.statutory import rule

GIVEN = (ConsentAnswer.YES, ConsentAnswer.NO)
LIVE = (ConsentState.DRAFT, ConsentState.RUNNING, ConsentState.NOTICES_SENT, ConsentState.DONE)


class AlreadyAnswered(Refused):
    """A household has an answer; whoever gives another one says which answer it comes instead
    of."""

    def __init__(self, sentence: str, present: ConsentAnswer) -> None:
        super().__init__(sentence, "answer")
        self.present = present


def count(answers: Collection[ConsentAnswer], vacant: int) -> Consent:
    """Count the answers of the tenancies beside so many vacant dwellings. Who thinks about it has
    not answered. Refuses a round in which nobody lives."""
    counted = Counter(answers)
    agreed, refused = counted[ConsentAnswer.YES], counted[ConsentAnswer.NO]
    return consent(agreed, refused, len(answers) - agreed - refused, len(answers) + vacant)


def check_dwellings(
    wanted: Sequence[tuple[int, str]], of_project: Collection[int], asked: Collection[int]
) -> None:
    """Refuses no dwelling at all, one that stands there twice, one of another project, and one
    that another round of the project asks already. `wanted` are (id, address)."""
    if not wanted:
        raise Refused(_("Choose the dwellings of the building first."), "dwelling_ids")
    for (_id, address), times in Counter(wanted).items():
        if times > 1:
            sentence = _("{address} stands there twice. A dwelling counts once.")
            raise Refused(sentence.format(address=address), "dwelling_ids")
    for dwelling_id, address in wanted:
        if dwelling_id not in of_project:
            sentence = _("{address} is no dwelling of this project. Add it to the project first.")
            raise Refused(sentence.format(address=address), "dwelling_ids")
        if dwelling_id in asked:
            sentence = _("{address} is in another consent round already. A dwelling counts once.")
            raise Refused(sentence.format(address=address), "dwelling_ids")


def check_proposal(proposal: str, sent_on: date, answer_by: date | None, lived_in: int) -> None:
    """Refuses to send nothing, to nobody, on a day of which the law is not known, as when a year is
    mistyped, or with a last day that is over when it arrives."""
    rule(PRESUMPTION, sent_on)
    if not proposal.strip():
        raise Refused(
            _("Write the proposal first: all tenants get the same text (BW 7:220(2))."), "proposal"
        )
    if not lived_in:
        raise Refused(_("Nobody lives in these dwellings: there is nobody to ask."), "dwelling_ids")
    if answer_by is not None and answer_by <= sent_on:
        sentence = _("Give tenants time to answer: choose a day after {day}.")
        raise Refused(sentence.format(day=day_plain(sent_on)), "answer_by")


def check_draft(state: ConsentState) -> None:
    """Refuses to change what tenants have in their hands."""
    if state is not ConsentState.DRAFT:
        raise Refused(
            _("Tenants have this proposal. Another text is a new round, in which all answer anew."),
            "proposal",
        )


def check_running(state: ConsentState, result_sent_on: date | None) -> None:
    """Refuses an answer or a visit while nobody was asked, and after the result was sent."""
    if state is ConsentState.DRAFT:
        raise Refused(_("The proposal has not gone out. Send it first."), "answer")
    if state is ConsentState.REPLACED:
        raise Refused(
            _("A new proposal came instead of this one. Note the answer in the new round."),
            "answer",
        )
    if state is not ConsentState.RUNNING:
        assert result_sent_on is not None, "a result that was sent has its day"
        sentence = _("The result was sent on {day}. Answers stay as they were then.")
        raise Refused(sentence.format(day=day_plain(result_sent_on)), "answer")


def check_other_proposal(state: ConsentState, result_sent_on: date | None, is_enough: bool) -> None:
    """Refuses another proposal than the one that tenants have, unless they still answer or it did
    not get enough: what tenants agreed to stays."""
    if state is not ConsentState.DONE or is_enough:
        check_running(state, result_sent_on)


def check_lived_in(vacant: bool, number: str) -> None:
    """Refuses an answer of a dwelling in which nobody lives."""
    if vacant:
        sentence = _("Number {number} is vacant: there is no tenant to answer.")
        raise Refused(sentence.format(number=number), "number")


def check_answer(
    number: str,
    present: ConsentAnswer,
    present_on: date | None,
    answer: ConsentAnswer,
    instead_of: ConsentAnswer | None,
    means: AnswerMeans | None,
) -> None:
    """Refuses a second answer of a household, unless it says instead of which one it comes; and a
    yes or no of which nobody knows how it came."""
    if present in GIVEN and instead_of is not present:
        raise AlreadyAnswered(_already(number, present, present_on), present)
    if answer in GIVEN and means is None:
        raise Refused(_("Choose how the answer came in."), "means")


def _already(number: str, present: ConsentAnswer, on: date | None) -> str:
    words = _("yes") if present is ConsentAnswer.YES else _("no")
    sentence = _("Number {number} has an answer already: {answer}, {day}. Change it?")
    return sentence.format(number=number, answer=words, day=day_month(on) if on else "–")


def check_since_proposal(sent_on: date, on: date, field: str = "on") -> date:
    """A day on or after that of the proposal; refuses an earlier one."""
    if on < sent_on:
        sentence = _("The proposal was sent on {day}. Nobody can have answered before that.")
        raise Refused(sentence.format(day=day_plain(sent_on)), field)
    return on


def check_result(stands: Consent, answer_by: date | None, on: date) -> None:
    """Refuses to send a result that is not there: tenants can still change it, until it is reached
    or impossible, all have answered, or their last day is over."""
    settled = stands.reached or not stands.unanswered
    if stands.presumption_applies and not stands.still_possible:
        settled = True
    if not settled and (answer_by is None or on <= answer_by):
        sentence = _(
            "The result is not there yet: {n} have not answered. Wait for them, or for the last "
            "day to answer."
        )
        raise Refused(sentence.format(n=stands.unanswered), "on")


def after_result(stands: Consent) -> ConsentState:
    """Where a round goes when its result is sent: to the terms of those who did not agree, or,
    when there is no presumption or nobody who did not agree, to its end."""
    if stands.reached and stands.agreed < stands.tenancies:
        return ConsentState.NOTICES_SENT
    return ConsentState.DONE


def check_finished(state: ConsentState, without_notice: int, until: date | None, on: date) -> None:
    """Refuses to finish a round while a notice has to go out, or a tenant can still go to court."""
    if state is not ConsentState.NOTICES_SENT:
        raise Refused(_("Send the result first."), "state")
    if without_notice:
        raise Refused(
            _("{n} who did not agree have no notice yet. Send it first (BW 7:220(3)).").format(
                n=without_notice
            ),
            "state",
        )
    if until is not None and on <= until:
        sentence = _("Tenants can go to court until {day} (BW 7:220(3)). Wait for it.")
        raise Refused(sentence.format(day=day_plain(until)), "state")
