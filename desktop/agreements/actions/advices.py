"""The advice of the tenants about a plan (Overlegwet, art. 4 to 5a): asked, given, answered."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.agreements.actions.texts import day_of, written
from desktop.agreements.model import Advice, Cycle, Party
from desktop.agreements.queries.advices import days_of
from desktop.agreements.rules.advice import DECISIONS, WITH_REASONS, advice_term
from desktop.agreements.rules.lifecycle import check_open
from desktop.agreements.states import AdviceState, PartyKind, ReplyDecision
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found

ADVISING = (PartyKind.TENANTS, PartyKind.RESIDENTS)
TOPICS = "abcdefghijkl"  # the letters of Overlegwet, art. 3(2)


def ask_advice(
    store: Store,
    who: Actor,
    cycle_id: int,
    party_id: int,
    subject: str,
    reasons: str,
    consequences: str,
    sent_on: date | None = None,
    weeks: int = 6,
    topic: str = "",
    consent_required: bool = False,
) -> int:
    """Ask the tenants' organisation for its advice about a plan that was sent on a day (None is
    today), with its reasons and consequences (art. 4). With `consent_required` the plan needs
    their consent (art. 5a).

    Refuses fewer weeks than the law gives (E8), a plan without its reasons or consequences,
    another party than tenants, and a letter that art. 3(2) does not have."""
    day = day_of(store, sent_on, "sent_on")
    advice_term(day, weeks)
    letter = topic.strip().lower()
    if letter and (len(letter) > 1 or letter not in TOPICS):
        raise Refused(
            _("Choose a subject of the Overlegwet, art. 3(2): a letter from a to l."), "topic"
        )
    values = {
        "subject": written(Advice, "subject", subject, needed=True),
        "reasons": _needed("reasons", reasons),
        "consequences": _needed("consequences", consequences),
    }
    with store.act(who, "agreements.advice.ask", undo=_("Ask for advice")) as act:
        session = act.session
        check_open(found(session, Cycle, cycle_id).state)
        if found(session, Party, party_id).kind not in ADVISING:
            raise Refused(
                _("Advice comes from a tenants' organisation or a residents' committee."), "party"
            )
        advice = Advice(
            cycle_id=cycle_id,
            party_id=party_id,
            topic=letter,
            consent_required=consent_required,
            sent_on=day,
            weeks=weeks,
            **values,
        )
        session.add(advice)
        session.flush()
        return advice.id


def advice_received(
    store: Store, who: Actor, advice_id: int, on: date | None = None, text: str = ""
) -> None:
    """The written advice came. Refuses a day before the plan was sent or still to come, and once
    something was decided."""
    with store.act(who, "agreements.advice.received", undo=_("Advice received")) as act:
        advice = _undecided(act.session, advice_id)
        advice.advice_received_on = _since(advice.sent_on, day_of(store, on))
        advice.advice = written(Advice, "advice", text)
        advice.state = AdviceState.ADVICE_RECEIVED


def no_objection(store: Store, who: Actor, advice_id: int, on: date | None = None) -> None:
    """The tenants wrote that they have no objection, or give their consent: the plan may start
    (art. 5(3)a, 5a). Refuses a day before the plan was sent or still to come, and once something
    was decided."""
    with store.act(who, "agreements.advice.no_objection", undo=_("No objection")) as act:
        advice = _undecided(act.session, advice_id)
        advice.no_objection_on = _since(advice.sent_on, day_of(store, on))
        advice.state = AdviceState.NO_OBJECTION


def decide_advice(
    store: Store,
    who: Actor,
    advice_id: int,
    decision: ReplyDecision | None = None,
    reasons: str = "",
    on: date | None = None,
) -> None:
    """The landlord decides. An advice is followed, partly or not; without an advice there is no
    `decision`, the plan goes on. Whoever does not follow an advice wholly writes why, and the
    reasons go out with it (art. 5(2)).

    Refuses a decision while tenants can still give their advice, one without reasons that needs
    them, and a plan that needs consent and has none (art. 5a)."""
    why = written(Advice, "decision_reasons", reasons)
    with store.act(who, "agreements.advice.decide", undo=_("Decide about advice")) as act:
        advice = _undecided(act.session, advice_id)
        day = day_of(store, on)
        _check_decidable(advice, day)
        _check_decision(advice, decision, why)
        advice.decided_on, advice.decision = day, decision
        advice.decision_reasons = why
        with_reasons = decision in WITH_REASONS
        advice.state = AdviceState.REASONS_SENT if with_reasons else AdviceState.DECIDED


def reasons_received(store: Store, who: Actor, advice_id: int, on: date | None = None) -> None:
    """The tenants have the reasons since a day: three days later the plan may start (art. 5(3)c).
    Refuses it while no reasons went out, and a day before that or still to come."""
    with store.act(who, "agreements.advice.reasons", undo=_("Reasons received")) as act:
        advice = found(act.session, Advice, advice_id)
        if advice.decided_on is None or advice.state is not AdviceState.REASONS_SENT:
            raise Refused(_("No reasons have gone out. Decide about the advice first."), "advice")
        advice.reasons_received_on = _since(advice.decided_on, day_of(store, on))


def _needed(field: str, text: str) -> str:
    """A plan without its reasons and consequences cannot be judged by the tenants (H9)."""
    words = written(Advice, field, text)
    if not words:
        sentence = _(
            "Tell the tenants the reasons and the consequences of the plan (Overlegwet, art. 4). "
            "Fill this in."
        )
        raise Refused(sentence, field)
    return words


def _undecided(session: Session, advice_id: int) -> Advice:
    advice = found(session, Advice, advice_id)
    if advice.decided_on is not None:
        sentence = _("This was decided on {day}. Undo that first, or ask for advice again.")
        raise Refused(sentence.format(day=day_plain(advice.decided_on)), "advice")
    return advice


def _since(first: date, on: date) -> date:
    if on < first:
        sentence = _("This cannot have been before {day}. Fill in a later day.")
        raise Refused(sentence.format(day=day_plain(first)), "on")
    return on


def _check_decidable(advice: Advice, day: date) -> None:
    if advice.consent_required and advice.no_objection_on is None:
        sentence = _(
            "This plan needs the consent of the tenants (Overlegwet, art. 5a). Record it when they "
            "gave it."
        )
        raise Refused(sentence, "advice")
    answered = [d for d in (advice.advice_received_on, advice.no_objection_on) if d is not None]
    due_on = days_of(advice).due_on
    if not answered and day <= due_on:
        sentence = _(
            "The tenants can give their advice until {day} (Overlegwet, art. 5(1)). Wait for it."
        )
        raise Refused(sentence.format(day=day_plain(due_on)), "advice")
    for earlier in answered:
        _since(earlier, day)


def _check_decision(advice: Advice, decision: ReplyDecision | None, reasons: str) -> None:
    if advice.advice_received_on is None:
        if decision is not None:
            raise Refused(_("There is no advice to follow or not. Leave this empty."), "decision")
        return
    if decision not in DECISIONS:
        raise Refused(_("Choose whether you follow the advice, partly or not."), "decision")
    if decision in WITH_REASONS and not reasons:
        sentence = _(
            "Write to the tenants why you do not follow the whole advice (Overlegwet, art. 5(2))."
        )
        raise Refused(sentence, "reasons")
