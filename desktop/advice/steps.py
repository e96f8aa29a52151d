"""What happens with a request for advice, one step at a time (Overlegwet, art. 5 and 5a).

A step changes a row within the transaction of the action that takes it, and refuses what cannot
be. Days were looked at by the action: none is still to come.
"""

from __future__ import annotations

from datetime import date

from desktop.advice.model import AdviceColumns
from desktop.advice.rules import AdviceDays, advice_term
from desktop.advice.states import WITH_REASONS, AdviceDecision, AdviceState
from desktop.estate.texts import written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Base


def grounds(kind: type[Base], field: str, text: str) -> str:
    """The reasons or the consequences of a plan, fit to be kept. Refuses nothing at all: without
    them the tenants cannot judge the plan (art. 4)."""
    words = written(kind, field, text)
    if not words:
        sentence = _(
            "Tell the tenants the reasons and the consequences of the plan (Overlegwet, art. 4). "
            "Fill this in."
        )
        raise Refused(sentence, field)
    return words


def sent_day(asked: AdviceColumns) -> date:
    """The day on which the request went out. Refuses a draft."""
    if asked.sent_on is None:
        raise Refused(_("The request has not gone out. Send it first."), "advice")
    return asked.sent_on


def days_of(asked: AdviceColumns) -> AdviceDays:
    """What happened with a request that went out, as far as the rules look at it."""
    return AdviceDays(
        due_on=advice_term(sent_day(asked), asked.weeks).last,
        received_on=asked.advice_received_on,
        no_objection_on=asked.no_objection_on,
        decision=asked.decision,
        reasons_received_on=asked.reasons_received_on,
        consent_required=asked.consent_required,
    )


def received(asked: AdviceColumns, on: date, advice: str) -> None:
    """The written advice came. Refuses a day before the plan was sent, and once something was
    decided."""
    _check_undecided(asked)
    asked.advice_received_on = since(sent_day(asked), on)
    asked.advice = advice
    asked.state = AdviceState.ADVICE_RECEIVED


def no_objection(asked: AdviceColumns, on: date) -> None:
    """The tenants wrote that they have no objection, or give their consent: the plan may start
    (art. 5(3)a, 5a). Refuses a day before the plan was sent, and once something was decided."""
    _check_undecided(asked)
    asked.no_objection_on = since(sent_day(asked), on)
    asked.state = AdviceState.NO_OBJECTION


def decide(asked: AdviceColumns, on: date, decision: AdviceDecision | None, reasons: str) -> None:
    """The landlord decides. An advice is followed, partly or not; without an advice there is no
    `decision`, the plan goes on. Whoever does not follow an advice wholly writes why (art. 5(2)).

    Refuses a decision while tenants can still give their advice, one without reasons that needs
    them, and a plan that needs consent and has none (art. 5a)."""
    _check_undecided(asked)
    _check_decidable(asked, on)
    asked.decided_on, asked.decision, asked.decision_reasons = on, decision, reasons
    _check_decision(asked)
    asked.state = AdviceState.DECIDED


def reasons_sent(asked: AdviceColumns) -> None:
    """The reasons of the decision go to the tenants. Refuses it while nothing was decided, or what
    was decided asks for none."""
    if asked.state is not AdviceState.DECIDED or asked.decision not in WITH_REASONS:
        raise Refused(_("There are no reasons to send. Decide about the advice first."), "advice")
    asked.state = AdviceState.REASONS_SENT


def reasons_received(asked: AdviceColumns, on: date) -> None:
    """The tenants have the reasons since a day: three days later the plan may start (art. 5(3)c).
    Refuses it while no reasons went out, and a day before the decision."""
    if asked.decided_on is None or asked.state is not AdviceState.REASONS_SENT:
        raise Refused(_("No reasons have gone out. Decide about the advice first."), "advice")
    asked.reasons_received_on = since(asked.decided_on, on)


def since(first: date, on: date) -> date:
    """A day that is not before another one; refuses it when it is."""
    if on < first:
        sentence = _("This cannot have been before {day}. Fill in a later day.")
        raise Refused(sentence.format(day=day_plain(first)), "on")
    return on


def _check_undecided(asked: AdviceColumns) -> None:
    if asked.decided_on is not None:
        sentence = _("This was decided on {day}. Undo that first, or ask for advice again.")
        raise Refused(sentence.format(day=day_plain(asked.decided_on)), "advice")


def _check_decidable(asked: AdviceColumns, day: date) -> None:
    if asked.consent_required and asked.no_objection_on is None:
        sentence = _(
            "This plan needs the consent of the tenants (Overlegwet, art. 5a). Record it when they "
            "gave it."
        )
        raise Refused(sentence, "advice")
    answered = [d for d in (asked.advice_received_on, asked.no_objection_on) if d is not None]
    due_on = days_of(asked).due_on
    if not answered and day <= due_on:
        sentence = _(
            "The tenants can give their advice until {day} (Overlegwet, art. 5(1)). Wait for it."
        )
        raise Refused(sentence.format(day=day_plain(due_on)), "advice")
    for earlier in answered:
        since(earlier, day)


def _check_decision(asked: AdviceColumns) -> None:
    if asked.advice_received_on is None:
        if asked.decision is not None:
            raise Refused(_("There is no advice to follow or not. Leave this empty."), "decision")
        return
    if asked.decision is None:
        raise Refused(_("Choose whether you follow the advice, partly or not."), "decision")
    if asked.decision in WITH_REASONS and not asked.explained:
        sentence = _(
            "Write to the tenants why you do not follow the whole advice (Overlegwet, art. 5(2))."
        )
        raise Refused(sentence, "reasons")
