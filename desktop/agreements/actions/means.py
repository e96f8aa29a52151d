"""What tenants have to do their task with: training that was had, and more powers (Overlegwet,
art. 5e and 6). The budget has its own file."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.agreements.model import Contact, ExtraPower, Party, TrainingDay
from desktop.agreements.rules.means import check_half_days
from desktop.agreements.rules.parties import asked_of
from desktop.agreements.rules.scans import check_scan
from desktop.agreements.states import PartyKind
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found


def log_training(
    store: Store,
    who: Actor,
    contact_id: int,
    subject: str,
    half_days: int,
    held_on: date | None = None,
) -> int:
    """A member of the board had training on a day (None is today). More than was agreed is
    written down too: the landlord may have allowed it.

    Refuses who is of no tenants' organisation, no subject, and a day to come."""
    check_half_days(half_days)
    day = day_of(store, held_on, "held_on")
    words = written(TrainingDay, "subject", subject, needed=True)
    with store.act(who, "agreements.training.log", undo=_("Training")) as act:
        contact = found(act.session, Contact, contact_id)
        if contact.party.kind is not PartyKind.TENANTS:
            raise Refused(
                _("Training is for the board of a tenants’ organisation (Overlegwet, art. 5e)."),
                "contact_id",
            )
        training = TrainingDay(
            contact_id=contact_id, held_on=day, half_days=half_days, subject=words
        )
        act.session.add(training)
        act.session.flush()
        return training.id


def remove_training(store: Store, who: Actor, training_id: int) -> None:
    """What was written down by mistake."""
    with store.act(who, "agreements.training.remove", undo=_("Remove training")) as act:
        act.session.delete(found(act.session, TrainingDay, training_id))


def grant_power(
    store: Store,
    who: Actor,
    party_id: int,
    what: str,
    agreed_on: date | None = None,
    document: bytes | None = None,
    document_name: str = "",
) -> int:
    """Those who speak for tenants get a power that the law does not give, agreed in writing on a
    day (None is today). The page with the agreement may come later.

    Refuses another party, no words, a day to come, and what is no PDF, PNG or JPEG."""
    day = day_of(store, agreed_on, "agreed_on")
    words = written(ExtraPower, "what", what, needed=True)
    with store.act(who, "agreements.power.grant", undo=_("More powers")) as act:
        if not asked_of(found(act.session, Party, party_id).kind):
            raise Refused(
                _(
                    "More powers go to a tenants’ organisation or a residents’ committee "
                    "(Overlegwet, art. 6)."
                ),
                "party_id",
            )
        power = ExtraPower(party_id=party_id, what=words, agreed_on=day)
        if document is not None:
            _keep(power, document, document_name)
        act.session.add(power)
        act.session.flush()
        return power.id


def add_power_document(
    store: Store, who: Actor, power_id: int, document: bytes, document_name: str
) -> None:
    """The page on which a power was agreed. Refuses a second one, and what is no PDF, PNG or
    JPEG."""
    with store.act(who, "agreements.power.document", undo=_("Page of the agreement")) as act:
        power = found(act.session, ExtraPower, power_id)
        if power.document_name:
            raise Refused(_("The page is here already."), "document")
        _keep(power, document, document_name)


def end_power(store: Store, who: Actor, power_id: int, on: date | None = None) -> None:
    """A power no longer holds since a day (None is today). Refuses a day before it was agreed or
    still to come, and one that ended."""
    with store.act(who, "agreements.power.end", undo=_("End of a power")) as act:
        power = _going(act.session, power_id)
        day = day_of(store, on)
        if day < power.agreed_on:
            sentence = _("This cannot have been before {day}. Fill in a later day.")
            raise Refused(sentence.format(day=day_plain(power.agreed_on)), "on")
        power.ended_on = day


def _going(session: Session, power_id: int) -> ExtraPower:
    power = found(session, ExtraPower, power_id)
    if power.ended_on is not None:
        sentence = _("This ended on {day} already.")
        raise Refused(sentence.format(day=day_plain(power.ended_on)), "on")
    return power


def _keep(power: ExtraPower, document: bytes, name: str) -> None:
    check_scan(document)
    power.document = document
    power.document_name = written(ExtraPower, "document_name", name, needed=True)
