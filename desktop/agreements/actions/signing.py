"""Signing: the whole text is sealed, the parties sign that text, and with the last signature it
binds them (agreements, 2.2).

A signature is never undone. One that was written down wrongly is struck out while the cycle is not
signed; from then on what was signed stays, and a change is an amendment.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.agreements.actions.steps import step_agreement, step_cycle
from desktop.agreements.model import Agreement, Clause, Cycle, Party, Seal, Signature
from desktop.agreements.queries.sealed import clauses
from desktop.agreements.queries.signatures import Standing, standing, void_signatures
from desktop.agreements.queries.signing import checks_before_signing
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING
from desktop.agreements.rules.scans import check_scan
from desktop.agreements.rules.signing import content_hash
from desktop.agreements.states import AgreementState, CycleState
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found


def pass_without_replies(store: Store, who: Actor, cycle_id: int, reason: str) -> None:
    """The parties sign although not every question of tenants has its reply, because of `reason`,
    which everybody can read. Refuses no reason, and a cycle that was signed."""
    why = written(Cycle, "signed_without_replies", reason, needed=True)
    with store.act(who, "agreements.signing.pass", undo=_("Sign without replies")) as act:
        cycle = found(act.session, Cycle, cycle_id)
        if cycle.state not in BEFORE_SIGNING:
            raise Refused(_("This year is signed already."), "state")
        cycle.signed_without_replies = why


def seal(store: Store, who: Actor, cycle_id: int) -> int:
    """Put the whole text before the parties as it stands: what they sign from now on is this.

    Refuses a cycle that is not being decided on, anything that must be in order first
    (`queries.signing`), and a text that was sealed and has not changed since."""
    with store.act(who, "agreements.signing.seal", undo=_("Make ready to sign")) as act:
        session = act.session
        cycle = _deciding(session, cycle_id)
        _check_ready(session, cycle)
        now = standing(session, cycle_id)
        if now.holds:
            raise Refused(_("This text is ready to sign already."), "seal")
        sealed = Seal(
            cycle_id=cycle_id,
            number=now.seal.number + 1 if now.seal is not None else 1,
            sealed_on=local(store.now()).date(),
            content=now.content,
            digest=content_hash(clauses(now.content)),
        )
        session.add(sealed)
        session.flush()
        return sealed.id


def sign(
    store: Store,
    who: Actor,
    seal_id: int,
    party_id: int,
    on: date | None,
    place: str,
    function: str,
    remark: str = "",
    scan: bytes | None = None,
    scan_name: str = "",
) -> int:
    """A party signed a sealed text: on which day (None is today), where, and by which function.
    `remark` is a minority's point of view; `scan` the page with the signature, as a PDF, PNG or
    JPEG.

    With the signature of the last party the sealed versions are in force, the agreements adopted
    and the cycle signed, on the day of the latest signature. All parties of the cycle sign,
    except advisers.

    Refuses a text that is not the newest or has changed since it was sealed, a party that does
    not sign or did already, a day before the sealing or to come, and no place or function. With
    the last signature all must be in order, as at the sealing."""
    place = written(Signature, "place", place, needed=True)
    function = written(Signature, "function", function, needed=True)
    remark = written(Signature, "remark", remark)
    scan_name = written(Signature, "scan_name", scan_name)
    if scan is not None:
        check_scan(scan)
    with store.act(who, "agreements.signing.sign") as act:
        session = act.session
        sealed = found(session, Seal, seal_id)
        cycle = _deciding(session, sealed.cycle_id)
        now = standing(session, cycle.id)
        _check_text(session, now, sealed)
        _check_party(session, now, sealed, party_id)
        signature = Signature(
            seal=sealed,
            party_id=party_id,
            signed_on=_not_before(sealed.sealed_on, day_of(store, on)),
            place=place,
            function=function,
            remark=remark,
            scan=scan,
            scan_name=scan_name if scan is not None else "",
        )
        session.add(signature)
        session.flush()
        if not now.missing:
            _check_ready(session, cycle)
            _conclude(session, cycle, sealed)
        return signature.id


def conclude(store: Store, who: Actor, cycle_id: int) -> None:
    """Everybody who signs has signed, because a party that had not signed yet became an adviser:
    the text binds the parties. Refuses while a signature is missing."""
    with store.act(who, "agreements.signing.conclude") as act:
        session = act.session
        cycle = _deciding(session, cycle_id)
        now = standing(session, cycle_id)
        if now.seal is None or now.missing:
            names = ", ".join(party.called for party in now.missing)
            sentence = _("These parties have yet to sign: {names}.").format(names=names)
            raise Refused(sentence, "seal")
        _check_ready(session, cycle)
        _conclude(session, cycle, now.seal)


def add_scan(store: Store, who: Actor, signature_id: int, scan: bytes, scan_name: str) -> None:
    """Keep the page with a signature that was written down without it. Refuses a second page, and
    what is no PDF, PNG or JPEG or too large."""
    scan_name = written(Signature, "scan_name", scan_name)
    check_scan(scan)
    with store.act(who, "agreements.signing.scan", undo=_("Keep scan")) as act:
        signature = found(act.session, Signature, signature_id)
        if signature.scan is not None:
            raise Refused(_("The scan of this signature is kept already."), "scan")
        signature.scan, signature.scan_name = scan, scan_name


def strike_signature(store: Store, who: Actor, signature_id: int) -> None:
    """Take out a signature that was written down wrongly; the trail keeps that it was there.
    Refuses a cycle that was signed."""
    with store.act(who, "agreements.signing.strike", undo=_("Take out signature")) as act:
        signature = found(act.session, Signature, signature_id)
        if signature.seal.cycle.state not in BEFORE_SIGNING:
            raise Refused(_("This year is signed, so the signatures stay."), "state")
        # Undoing puts the page back too, so it is read before the row goes.
        act.session.refresh(signature, ["scan"])
        act.session.delete(signature)


def _deciding(session: Session, cycle_id: int) -> Cycle:
    """The cycle, kept for this action alone: two desks may write down the last two signatures at
    the same moment."""
    found(session, Cycle, cycle_id)
    cycle = session.get_one(Cycle, cycle_id, with_for_update=True, populate_existing=True)
    if cycle.state is not CycleState.DECIDING:
        sentence = _("First bring the year to the step in which the parties decide.")
        if cycle.state not in BEFORE_SIGNING:
            sentence = _("This year is signed already.")
        raise Refused(sentence, "state")
    return cycle


def _check_ready(session: Session, cycle: Cycle) -> None:
    stops = [check for check in checks_before_signing(session, cycle.id) if check.stops]
    if stops:
        raise Refused(stops[0].sentence, stops[0].subject.value)


def _check_text(session: Session, now: Standing, sealed: Seal) -> None:
    if now.seal is not None and now.seal.id != sealed.id:
        sentence = _("There is a newer text to sign, of {day}. Sign that one.")
        raise Refused(sentence.format(day=day_plain(now.seal.sealed_on)), "seal")
    if now.holds:
        return
    if void := void_signatures(session, now):
        raise Refused(void[0].why, "seal")
    sentence = _("The text has changed since it was made ready to sign. Make it ready again.")
    raise Refused(sentence, "seal")


def _check_party(session: Session, now: Standing, sealed: Seal, party_id: int) -> None:
    party = found(session, Party, party_id)
    if party not in now.parties:
        sentence = _("{party} does not sign: it is not at the table, or it advises only.")
        raise Refused(sentence.format(party=party.name), "party_id")
    for signature in sealed.signatures:
        if signature.party_id == party_id:
            sentence = _("{party} signed already, on {day}.").format(
                party=party.name, day=day_plain(signature.signed_on)
            )
            raise Refused(sentence, "party_id")


def _not_before(sealed_on: date, on: date) -> date:
    if on < sealed_on:
        sentence = _("The text was made ready to sign on {day}. Nobody can have signed it before.")
        raise Refused(sentence.format(day=day_plain(sealed_on)), "on")
    return on


def _conclude(session: Session, cycle: Cycle, sealed: Seal) -> None:
    """The sealed versions bind the parties: exactly these, whatever else is there by now."""
    on = max(signature.signed_on for signature in sealed.signatures)
    for entry in sealed.content:
        found(session, Clause, entry["clause_id"]).in_force_on = on
        agreement = found(session, Agreement, entry["agreement_id"])
        step_agreement(session, agreement, AgreementState.ADOPTED, on)
    step_cycle(session, cycle, CycleState.SIGNED, on)
