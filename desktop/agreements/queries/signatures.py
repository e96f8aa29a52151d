"""Who signed which text, and which signatures are void because the text changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.agreements.model import Cycle, Party, Seal, Signature
from desktop.agreements.queries.facts import signing_parties
from desktop.agreements.queries.sealed import (
    Entry,
    binding_content,
    clauses,
    newest_content,
    newest_seal,
)
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


@dataclass(frozen=True)
class Standing:
    """A cycle with the text that was put before the parties last, the document as it is now (of a
    signed cycle: as it binds) and the parties that sign. Read once for everything about signing."""

    cycle: Cycle
    seal: Seal | None
    content: list[Entry]
    parties: tuple[Party, ...]

    @property
    def is_signed(self) -> bool:
        return self.cycle.state not in BEFORE_SIGNING

    @cached_property
    def holds(self) -> bool:
        """Whether the document is still as it was sealed. Of a signed cycle it always is: what the
        parties change from then on is an amendment that stands beside it."""
        if self.seal is None or self.is_signed:
            return self.is_signed
        return content_hash(clauses(self.content)) == self.seal.digest

    @property
    def missing(self) -> tuple[Party, ...]:
        """The parties that have yet to sign the text as it is; all of them when it changed."""
        if self.seal is None or not self.holds:
            return self.parties
        signed = {signature.party_id for signature in self.seal.signatures}
        return tuple(party for party in self.parties if party.id not in signed)


def seal_view(now: Standing) -> SealView | None:
    """The text that was put before the parties last, with who signed it."""
    if (seal := now.seal) is None:
        return None
    return SealView(
        id=seal.id,
        number=seal.number,
        sealed_on=seal.sealed_on,
        digest=seal.digest,
        holds=now.holds,
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


def scan_of(session: Session, signature_id: int) -> bytes | None:
    """The page with a signature, a PDF, PNG or JPEG; None when nobody kept it. Refuses a signature
    that was struck out."""
    return found(session, Signature, signature_id).scan


def standing(session: Session, cycle_id: int) -> Standing:
    """Where the signing of a cycle stands. Refuses one that is gone."""
    cycle = found(session, Cycle, cycle_id)
    before = cycle.state in BEFORE_SIGNING
    return Standing(
        cycle=cycle,
        seal=newest_seal(session, cycle_id),
        content=(newest_content if before else binding_content)(session, cycle_id),
        parties=tuple(signing_parties(session, cycle_id)),
    )


def void_signatures(session: Session, now: Standing) -> tuple[VoidSignature, ...]:
    """The signatures under another text than the one that is there now, first signed first; none
    once the cycle is signed."""
    if now.is_signed or now.seal is None:
        return ()
    rows = session.scalars(
        select(Signature)
        .join(Seal)
        .where(Seal.cycle_id == now.cycle.id)
        .options(joinedload(Signature.seal), joinedload(Signature.party))
        .order_by(Signature.signed_on, Signature.id)
    )
    return tuple(
        VoidSignature(
            party=row.party.name,
            signed_on=row.signed_on,
            number=row.seal.number,
            why=why_void(Signed(row.party.name, row.seal.digest, row.signed_on)),
            changed=changed_clauses(clauses(row.seal.content), clauses(now.content)),
        )
        for row in rows
        if row.seal_id != now.seal.id or not now.holds
    )


def changed_since_signing(now: Standing) -> Mapping[str, tuple[Part, ...]]:
    """What is now other than it was signed, by code of agreement: amendments, agreements that
    lapsed, goals that were set anew. Empty for a cycle that was not signed."""
    if now.seal is None or not now.is_signed:
        return {}
    return changed_parts(clauses(now.seal.content), clauses(now.content))
