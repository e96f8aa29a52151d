"""Whether tenants advise about the plan of an agreement (Overlegwet, art. 3(2) and 5)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.agreements.model import Advice, Agreement
from desktop.agreements.queries.consulting import asked_about
from desktop.agreements.rules.lifecycle import check_open
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found


def no_advice_needed(store: Store, who: Actor, agreement_id: int, reason: str) -> None:
    """An agreement about a subject of art. 3(2) does not change the policy, or tenants advise
    otherwise; everybody can read why. Refuses no reason, and an agreement about which advice was
    asked."""
    words = written(Agreement, "without_advice", reason, needed=True)
    with store.act(who, "agreements.agreement.without_advice", undo=_("No advice needed")) as act:
        agreement = found(act.session, Agreement, agreement_id)
        check_open(agreement.cycle.state)
        if asked := asked_about(act.session, agreement_id, day_of(store, None)):
            sentence = _("Tenants were asked for their advice on {day}, so it was needed.")
            raise Refused(sentence.format(day=day_plain(asked[0].sent_on)), "reason")
        agreement.without_advice = words


def advice_is_about(store: Store, who: Actor, advice_id: int, agreement_id: int) -> None:
    """A request for advice that is there is about an agreement. Refuses one of another year."""
    with store.act(who, "agreements.advice.about", undo=_("What advice is about")) as act:
        advice = found(act.session, Advice, advice_id)
        hang_on(act.session, advice, agreement_id)


def hang_on(session: Session, advice: Advice, agreement_id: int) -> None:
    """As `advice_is_about`, inside another action."""
    agreement = found(session, Agreement, agreement_id)
    check_open(agreement.cycle.state)
    if agreement.cycle_id != advice.cycle_id:
        raise Refused(_("This agreement is of another year. Choose one of this year."), "agreement")
    advice.agreement_id = agreement_id
    agreement.without_advice = ""
