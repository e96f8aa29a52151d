"""Who signed which text, and which signatures are void because the text changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.agreements.model import Cycle, Party, Seal, Signature
from desktop.agreements.queries.facts import signing_parties
from desktop.agreements.queries.sealed import clauses, content, in_force, newest_seal
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING
from desktop.agreements.rules.signing import (
    Part,
    Signed,
    changed_clauses,
    changed_parts,
    content_hash,
    why_void,
)
from desktop.store.found import found


@dataclass(frozen=True)
class SignatureLine:
    """A signature under the newest text."""

    id: int
    party_id: int
    party: str
    signed_on: date
    place: str
    function: str
    remark: str
    scan_name: str


@dataclass(frozen=True)
class VoidSignature:
    """A signature under a text that changed since: whose, of when, under which number, why it is
    void, and the codes of the agreements that changed."""

    party: str
    signed_on: date
    number: int
    why: str
    changed: tuple[str, ...]


@dataclass(frozen=True)
class SealView:
    """A text that was put before the parties. It `holds` while nothing in it has changed."""

    id: int
    number: int
    sealed_on: date
    digest: str
    holds: bool
    signatures: tuple[SignatureLine, ...]


@dataclass(frozen=True)
class PartyLine:
    """A party that has yet to sign."""

    id: int
    name: str


def seal_view(session: Session, seal: Seal) -> SealView:
    """A text that was put before the parties, with who signed it."""
    return SealView(
        id=seal.id,
        number=seal.number,
        sealed_on=seal.sealed_on,
        digest=seal.digest,
        holds=holds(session, seal),
        signatures=tuple(
            SignatureLine(
                id=one.id,
                party_id=one.party_id,
                party=one.party.name,
                signed_on=one.signed_on,
                place=one.place,
                function=one.function,
                remark=one.remark,
                scan_name=one.scan_name,
            )
            for one in seal.signatures
        ),
    )


def holds(session: Session, seal: Seal) -> bool:
    """Whether the text is still as it was sealed. Of a signed cycle it always is: what the parties
    change from then on is an amendment that stands beside it."""
    if seal.cycle.state not in BEFORE_SIGNING:
        return True
    return content_hash(clauses(content(session, seal.cycle_id))) == seal.digest


def not_signed(session: Session, cycle_id: int, seal: Seal | None) -> list[Party]:
    """The parties that have yet to sign the text as it stands; all of them when it changed."""
    parties = signing_parties(session, cycle_id)
    if seal is None or not holds(session, seal):
        return list(parties)
    signed = {signature.party_id for signature in seal.signatures}
    return [party for party in parties if party.id not in signed]


def void_signatures(session: Session, cycle_id: int) -> tuple[VoidSignature, ...]:
    """The signatures under another text than the one that is there now, first signed first; none
    once the cycle is signed."""
    if found(session, Cycle, cycle_id).state not in BEFORE_SIGNING:
        return ()
    rows = session.scalars(
        select(Signature)
        .join(Seal)
        .where(Seal.cycle_id == cycle_id)
        .options(joinedload(Signature.seal), joinedload(Signature.party))
        .order_by(Signature.signed_on, Signature.id)
    ).all()
    newest = newest_seal(session, cycle_id)
    if newest is None or not rows:
        return ()
    now = clauses(content(session, cycle_id))
    digest = content_hash(now)
    return tuple(
        VoidSignature(
            party=row.party.name,
            signed_on=row.signed_on,
            number=row.seal.number,
            why=why_void(Signed(row.party.name, row.seal.digest, row.signed_on)),
            changed=changed_clauses(clauses(row.seal.content), now),
        )
        for row in rows
        if row.seal_id != newest.id or row.seal.digest != digest
    )


def changed_since_signing(session: Session, cycle_id: int) -> Mapping[str, tuple[Part, ...]]:
    """What is now other than it was signed, by code of agreement: amendments, agreements that
    lapsed, goals that were set anew. Empty for a cycle that was not signed."""
    seal = newest_seal(session, cycle_id)
    if seal is None or seal.cycle.state in BEFORE_SIGNING:
        return {}
    return changed_parts(clauses(seal.content), clauses(content(session, cycle_id, in_force)))
