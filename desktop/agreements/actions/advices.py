"""The advice of the tenants about a plan (Overlegwet, art. 4 to 5a): asked, given, answered."""

from __future__ import annotations

from datetime import date

from desktop.advice import steps
from desktop.advice.rules import advice_term, topic_letter
from desktop.advice.states import WITH_REASONS, AdviceDecision
from desktop.agreements.actions.consulting import hang_on
from desktop.agreements.model import Advice, Cycle, Party
from desktop.agreements.rules.lifecycle import check_open
from desktop.agreements.states import PartyKind
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found

ADVISING = (PartyKind.TENANTS, PartyKind.RESIDENTS)


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
    agreement_id: int | None = None,
) -> int:
    """Ask the tenants' organisation for its advice about a plan that was sent on a day (None is
    today), with its reasons and consequences (art. 4). With `consent_required` the plan needs
    their consent (art. 5a). `agreement_id` is the agreement whose plan it is.

    Refuses fewer weeks than the law gives (E8), a plan without its reasons or consequences,
    another party than tenants, a letter that art. 3(2) does not have, and an agreement of another
    year."""
    day = day_of(store, sent_on, "sent_on")
    advice_term(day, weeks)
    letter = topic_letter(topic)
    values = {
        "subject": written(Advice, "subject", subject, needed=True),
        "reasons": steps.grounds(Advice, "reasons", reasons),
        "consequences": steps.grounds(Advice, "consequences", consequences),
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
        if agreement_id is not None:
            hang_on(session, advice, agreement_id)
        session.add(advice)
        session.flush()
        return advice.id


def advice_received(
    store: Store, who: Actor, advice_id: int, on: date | None = None, text: str = ""
) -> None:
    """The written advice came. Refuses a day before the plan was sent or still to come, and once
    something was decided."""
    with store.act(who, "agreements.advice.received", undo=_("Advice received")) as act:
        words = written(Advice, "advice", text)
        steps.received(found(act.session, Advice, advice_id), day_of(store, on), words)


def no_objection(store: Store, who: Actor, advice_id: int, on: date | None = None) -> None:
    """The tenants wrote that they have no objection, or give their consent: the plan may start
    (art. 5(3)a, 5a). Refuses a day before the plan was sent or still to come, and once something
    was decided."""
    with store.act(who, "agreements.advice.no_objection", undo=_("No objection")) as act:
        steps.no_objection(found(act.session, Advice, advice_id), day_of(store, on))


def decide_advice(
    store: Store,
    who: Actor,
    advice_id: int,
    decision: AdviceDecision | None = None,
    reasons: str = "",
    on: date | None = None,
) -> None:
    """The landlord decides (`advice.steps.decide`). The reasons why an advice is not followed
    wholly go out with the decision (art. 5(2))."""
    why = written(Advice, "decision_reasons", reasons)
    with store.act(who, "agreements.advice.decide", undo=_("Decide about advice")) as act:
        advice = found(act.session, Advice, advice_id)
        steps.decide(advice, day_of(store, on), decision, why)
        if decision in WITH_REASONS:
            steps.reasons_sent(advice)


def reasons_received(store: Store, who: Actor, advice_id: int, on: date | None = None) -> None:
    """The tenants have the reasons since a day: three days later the plan may start (art. 5(3)c).
    Refuses it while no reasons went out, and a day before that or still to come."""
    with store.act(who, "agreements.advice.reasons", undo=_("Reasons received")) as act:
        steps.reasons_received(found(act.session, Advice, advice_id), day_of(store, on))
