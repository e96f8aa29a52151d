"""Disputes: about the agreements (Woningwet, art. 44(4)), or under the Overlegwet (art. 8)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle, Dispute, DisputeExtension
from desktop.agreements.queries.deliveries import is_signed
from desktop.agreements.queries.disputes import extensions_of
from desktop.agreements.rules.disputes import check_arisen, check_extension, decision_term
from desktop.agreements.rules.lifecycle import check_open
from desktop.agreements.states import DisputeKind
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


def open_dispute(
    store: Store,
    who: Actor,
    cycle_id: int,
    kind: DisputeKind,
    arisen_on: date,
    points: str = "",
    mediation: str = "",
) -> int:
    """The parties find that they do not come to agreements, or tenants and landlord disagree
    under the Overlegwet. `mediation` says what was tried first.

    Refuses a day to come; and about the agreements a day outside the six months after 1 July, a
    year before the article was in force, and a year that has agreements."""
    day = day_of(store, arisen_on, "arisen_on")
    with store.act(who, "agreements.dispute.open", undo=_("New dispute")) as act:
        cycle = found(act.session, Cycle, cycle_id)
        check_open(cycle.state)
        if kind is DisputeKind.HOUSING_ACT:
            if is_signed(cycle):
                raise Refused(
                    _(
                        "There are agreements, so this dispute does not exist (Woningwet, art. "
                        "44(4)). It is not for agreements that somebody does not keep."
                    ),
                    "kind",
                )
            check_arisen(cycle.year, day)
        dispute = Dispute(
            cycle_id=cycle.id,
            kind=kind,
            arisen_on=day,
            points=written(Dispute, "points", points),
            mediation=written(Dispute, "mediation", mediation),
        )
        act.session.add(dispute)
        act.session.flush()
        return dispute.id


def change_dispute(
    store: Store,
    who: Actor,
    dispute_id: int,
    points: str,
    mediation: str,
    version: int | None = None,
) -> None:
    """Write down what the dispute is about, and what was tried first. Refuses a dispute that has
    ended, and a change after somebody else's that `version` did not show."""
    with store.act(who, "agreements.dispute.change", undo=_("Change dispute")) as act:
        dispute = found(act.session, Dispute, dispute_id)
        _check_running(dispute)
        values = {
            "points": written(Dispute, "points", points),
            "mediation": written(Dispute, "mediation", mediation),
        }
        stale(dispute, version, values)
        dispute.points, dispute.mediation = values["points"], values["mediation"]


def file_dispute(store: Store, who: Actor, dispute_id: int, on: date | None = None) -> None:
    """The dispute was laid before who decides. A day after the last one is kept as it was: the
    screen says that it is late. Refuses a dispute without points, one that was filed or has
    ended, and a day before it arose or still to come."""
    with store.act(who, "agreements.dispute.file", undo=_("File dispute")) as act:
        dispute = found(act.session, Dispute, dispute_id)
        _check_running(dispute)
        if dispute.filed_on is not None:
            sentence = _("The dispute was filed on {day} already.")
            raise Refused(sentence.format(day=day_plain(dispute.filed_on)), "on")
        if not dispute.points:
            raise Refused(_("Write down first what the dispute is about."), "points")
        day = day_of(store, on)
        if day < dispute.arisen_on:
            sentence = _("The dispute arose on {day}. Choose that day or later.")
            raise Refused(sentence.format(day=day_plain(dispute.arisen_on)), "on")
        dispute.filed_on = day


def expect_decision(store: Store, who: Actor, dispute_id: int, decide_by: date) -> None:
    """The minister wrote until when the decision can take (Woningwet, art. 44(5)). Refuses a
    dispute that is not with the minister or has ended, a day before it was filed, and once the
    term was lengthened."""
    with store.act(who, "agreements.dispute.expect", undo=_("Term of the minister")) as act:
        dispute = _with_minister(act.session, dispute_id)
        if dispute.extensions:
            raise Refused(_("This term was lengthened already, so it stays."), "decide_by")
        _not_before_filed(dispute, decide_by, "decide_by")
        dispute.decide_by = decide_by


def extend_dispute(
    store: Store, who: Actor, dispute_id: int, weeks: int, told_on: date | None = None
) -> int:
    """The minister wrote on a day (None is today) that the decision takes some weeks longer (Btiv
    2015, art. 40(2)). It can come more than once.

    Refuses it while the term itself is not known, more weeks than the article gives, and a letter
    after the term had passed, before the dispute was filed or still to come."""
    day = day_of(store, told_on, "told_on")
    with store.act(who, "agreements.dispute.extend", undo=_("Longer term")) as act:
        dispute = _with_minister(act.session, dispute_id)
        if dispute.decide_by is None:
            raise Refused(_("Fill in first until when the minister can decide."), "dispute")
        _not_before_filed(dispute, day, "told_on")
        running = decision_term(dispute.decide_by, extensions_of(dispute))
        check_extension(running.last, weeks, day)
        extension = DisputeExtension(dispute_id=dispute.id, weeks=weeks, told_on=day)
        act.session.add(extension)
        act.session.flush()
        return extension.id


def decide_dispute(
    store: Store, who: Actor, dispute_id: int, decision: str, on: date | None = None
) -> None:
    """Who decides decided on a day (None is today): the minister about the agreements (Woningwet,
    art. 44(4)), or the rent tribunal or the court (Overlegwet, art. 8). With that the dispute has
    ended. Refuses one that was not filed or has ended, no words, and a day before it was filed or
    still to come."""
    with store.act(who, "agreements.dispute.decide", undo=_("Decision")) as act:
        dispute = found(act.session, Dispute, dispute_id)
        _check_running(dispute)
        if dispute.filed_on is None:
            raise Refused(_("The dispute was not filed. Write down first when it was."), "dispute")
        day = day_of(store, on)
        _not_before_filed(dispute, day, "on")
        dispute.outcome = written(Dispute, "outcome", decision, needed=True)
        dispute.decided_on = day


def end_dispute(store: Store, who: Actor, dispute_id: int, outcome: str) -> None:
    """The dispute has ended without a decision, and how. Refuses no words, and a dispute that has
    ended."""
    with store.act(who, "agreements.dispute.end", undo=_("End dispute")) as act:
        dispute = found(act.session, Dispute, dispute_id)
        _check_running(dispute)
        dispute.outcome = written(Dispute, "outcome", outcome, needed=True)


def _with_minister(session: Session, dispute_id: int) -> Dispute:
    dispute = found(session, Dispute, dispute_id)
    _check_running(dispute)
    if dispute.kind is not DisputeKind.HOUSING_ACT:
        raise Refused(_("This dispute does not go to the minister."), "dispute")
    if dispute.filed_on is None:
        raise Refused(_("The dispute was not filed. Write down first when it was."), "dispute")
    return dispute


def _not_before_filed(dispute: Dispute, day: date, field: str) -> None:
    if dispute.filed_on is not None and day < dispute.filed_on:
        sentence = _("The dispute was filed on {day}. Choose that day or later.")
        raise Refused(sentence.format(day=day_plain(dispute.filed_on)), field)


def _check_running(dispute: Dispute) -> None:
    if dispute.outcome:
        raise Refused(_("This dispute has ended."), "dispute")
