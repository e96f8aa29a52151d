"""The days of a year that count from what happened in it: advice that was asked, and what the
minister still has to say."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.advice.rules import ADVICE, REASONS
from desktop.advice.states import WITH_REASONS
from desktop.agreements.model import Cycle
from desktop.agreements.queries.advices import AdviceLine, advices
from desktop.agreements.queries.deadline import Deadline, counted, doer_word
from desktop.agreements.queries.deliveries import minister_has_bid
from desktop.agreements.queries.disputes import DisputeLine, disputes
from desktop.agreements.rules.deadlines import Doer
from desktop.agreements.rules.disputes import DECIDING, EXTENDING
from desktop.estate.checked_rules import rule_in_force

JUDGING = "minister-judgement"


def counted_days(session: Session, cycle: Cycle, today: date) -> list[Deadline]:
    """The terms of every request for advice, until when the minister can decide each dispute, and
    the judgement on the bid, which has no day, once the minister has the bid."""
    days = [
        day
        for line in advices(session, cycle.id, today)
        for day in _of_advice(session, line, today)
    ]
    days += [
        _decision(session, line, today)
        for line in disputes(session, cycle.id)
        if line.decided_by is not None and (line.decided_on is not None or not line.outcome)
    ]
    bid = cycle.bid
    if bid is not None and (bid.judged_on is not None or minister_has_bid(session, cycle.id)):
        row = rule_in_force(session, JUDGING, bid.judged_on or today)
        minister = doer_word(Doer.MINISTER)
        days.append(counted(row, row.id, minister, None, bid.judged_on, (), today))
    return days


def _of_advice(session: Session, advice: AdviceLine, today: date) -> list[Deadline]:
    """The days of one request for advice: the term of the tenants, and that of the answer."""
    row = rule_in_force(session, ADVICE, advice.sent_on)
    answered = min(filter(None, (advice.received_on, advice.no_objection_on)), default=None)
    days = [
        counted(
            row,
            f"{row.id}-{advice.id}",
            advice.party,
            advice.due_on,
            answered,
            advice.due_why,
            today,
            advice.subject,
        )
    ]
    if advice.received_on is not None and advice.reasons_by is not None:
        row = rule_in_force(session, REASONS, advice.received_on)
        days.append(
            counted(
                row,
                f"{row.id}-{advice.id}",
                doer_word(Doer.CORPORATION),
                advice.reasons_by,
                _reasons_given_on(advice),
                advice.reasons_why,
                today,
                advice.subject,
            )
        )
    return days


def _reasons_given_on(advice: AdviceLine) -> date | None:
    """When the tenants had the reasons; an advice that is followed asks for none."""
    if advice.decision in WITH_REASONS:
        return advice.reasons_received_on
    return advice.decided_on


def _decision(session: Session, line: DisputeLine, today: date) -> Deadline:
    row = rule_in_force(session, EXTENDING if line.times_extended else DECIDING, line.arisen_on)
    return counted(
        row,
        f"{DECIDING}-{line.id}",
        doer_word(Doer.MINISTER),
        line.decided_by,
        line.decided_on,
        line.decided_why,
        today,
    )
