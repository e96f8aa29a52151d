"""Disputes: about the agreements (Woningwet, art. 44(4)), or under the Overlegwet (art. 8)."""

from __future__ import annotations

from datetime import date

from desktop.agreements.actions.texts import day_of, written
from desktop.agreements.model import Cycle, Dispute
from desktop.agreements.queries.deliveries import is_signed
from desktop.agreements.rules.disputes import check_arisen
from desktop.agreements.rules.lifecycle import check_open
from desktop.agreements.states import DisputeKind
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


def end_dispute(store: Store, who: Actor, dispute_id: int, outcome: str) -> None:
    """The dispute has ended, and how. Refuses no words, and a dispute that has ended."""
    with store.act(who, "agreements.dispute.end", undo=_("End dispute")) as act:
        dispute = found(act.session, Dispute, dispute_id)
        _check_running(dispute)
        dispute.outcome = written(Dispute, "outcome", outcome, needed=True)


def _check_running(dispute: Dispute) -> None:
    if dispute.outcome:
        raise Refused(_("This dispute has ended."), "dispute")
