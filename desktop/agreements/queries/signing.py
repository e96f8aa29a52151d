"""Where the signing of a cycle stands: what must be ready first, and what is good to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Cycle, TenantInput
from desktop.agreements.queries.facts import signing_parties
from desktop.agreements.queries.sealed import in_document, newest_seal
from desktop.agreements.queries.signatures import (
    PartyLine,
    SealView,
    VoidSignature,
    holds,
    not_signed,
    seal_view,
    void_signatures,
)
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING
from desktop.agreements.states import MUST_SIGN, AgreementState, PartyKind
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.store.found import found


class Subject(Enum):
    """What a check before signing is about."""

    AGREEMENTS = "agreements"
    PLAIN_TEXT = "plain text"
    PARTIES = "parties"
    REPLIES = "replies"
    PROMISES = "promises"
    TEXT = "text"
    SIGNATURES = "signatures"


@dataclass(frozen=True)
class Check:
    """A line of the list before signing: whether it is in order, in words, and where to look.
    What `stops` must be done before the text can be sealed; the rest is a notice. Questions
    without a reply are the one thing that a reason lets pass."""

    subject: Subject
    ok: bool
    sentence: str
    place: Place
    stops: bool = False

    @property
    def can_pass(self) -> bool:
        return self.subject is Subject.REPLIES and self.stops


@dataclass(frozen=True)
class SigningView:
    """Everything that the page about signing shows."""

    checks: tuple[Check, ...]
    seal: SealView | None
    missing: tuple[PartyLine, ...]
    void: tuple[VoidSignature, ...]
    without_replies: str

    @property
    def ready(self) -> bool:
        """Whether the text can be put before the parties."""
        return not any(check.stops for check in self.checks)


def signing_view(session: Session, cycle_id: int) -> SigningView:
    """Where the signing of a cycle stands."""
    cycle = found(session, Cycle, cycle_id)
    seal = newest_seal(session, cycle_id)
    return SigningView(
        checks=checks_before_signing(session, cycle_id),
        seal=None if seal is None else seal_view(session, seal),
        missing=tuple(PartyLine(p.id, p.name) for p in not_signed(session, cycle_id, seal)),
        void=void_signatures(session, cycle_id),
        without_replies=cycle.signed_without_replies,
    )


def checks_before_signing(session: Session, cycle_id: int) -> tuple[Check, ...]:
    """What must be in order before the parties sign (agreements, 2.2), what is in order, and what
    is good to know."""
    cycle = found(session, Cycle, cycle_id)
    agreements = in_document(session, cycle_id)
    return (
        *_agreed(cycle, agreements),
        *_in_plain_words(cycle, agreements),
        *_parties(session, cycle),
        *_replies(session, cycle),
        *_promises(session, cycle, agreements),
        *_signatures(session, cycle),
    )


def unanswered(session: Session, cycle_id: int) -> list[TenantInput]:
    """The questions of tenants in a cycle that nobody replied to, oldest first."""
    return list(
        session.scalars(
            select(TenantInput)
            .where(TenantInput.cycle_id == cycle_id, ~TenantInput.reply.has())
            .order_by(TenantInput.received_on, TenantInput.id)
        )
    )


def _agreed(cycle: Cycle, agreements: list[Agreement]) -> Iterator[Check]:
    if not agreements:
        sentence = _("There are no agreements to sign yet.")
        yield Check(Subject.AGREEMENTS, False, sentence, _cycle_place(cycle), stops=True)
        return
    ready = (AgreementState.AGREED, AgreementState.ADOPTED, AgreementState.RUNNING)
    open_ones = [a for a in agreements if a.state not in ready] if _before(cycle) else []
    for agreement in open_ones:
        sentence = _("{code}: not all parties agree yet.").format(code=agreement.code)
        yield Check(Subject.AGREEMENTS, False, sentence, _place(agreement), stops=True)
    if not open_ones:
        sentence = ngettext(
            "All parties agree to the {n} agreement.",
            "All parties agree to all {n} agreements.",
            len(agreements),
        ).format(n=len(agreements))
        yield Check(Subject.AGREEMENTS, True, sentence, _cycle_place(cycle))


def _in_plain_words(cycle: Cycle, agreements: list[Agreement]) -> Iterator[Check]:
    missing = [a for a in agreements if a.newest is None or not a.newest.plain_text]
    for agreement in missing:
        sentence = _("{code}: the text in plain words is missing.").format(code=agreement.code)
        yield Check(Subject.PLAIN_TEXT, False, sentence, _place(agreement), stops=True)
    if agreements and not missing:
        sentence = _("Every agreement has a text in plain words.")
        yield Check(Subject.PLAIN_TEXT, True, sentence, _cycle_place(cycle))


def _parties(session: Session, cycle: Cycle) -> Iterator[Check]:
    there = {party.kind for party in signing_parties(session, cycle.id)}
    sentences = {
        PartyKind.MUNICIPALITY: _("No municipality signs (Woningwet, art. 44(2))."),
        PartyKind.CORPORATION: _("No corporation signs (Woningwet, art. 44(2))."),
        PartyKind.TENANTS: _("No tenants' organisation signs (Woningwet, art. 44(2))."),
    }
    place = _cycle_place(cycle, "parties")
    for kind in MUST_SIGN:
        if kind not in there:
            yield Check(Subject.PARTIES, False, sentences[kind], place, stops=True)
    if there >= set(MUST_SIGN):
        sentence = _("Municipality, corporation and tenants are at the table.")
        yield Check(Subject.PARTIES, True, sentence, place)


def _replies(session: Session, cycle: Cycle) -> Iterator[Check]:
    place = _cycle_place(cycle, "voices")
    count = len(unanswered(session, cycle.id))
    if not count:
        yield Check(Subject.REPLIES, True, _("Tenants have a reply to all they asked."), place)
        return
    sentence = ngettext(
        "{n} question of tenants has no reply yet.",
        "{n} questions of tenants have no reply yet.",
        count,
    ).format(n=count)
    if cycle.signed_without_replies:
        why = _("You go on, because: {reason}").format(reason=cycle.signed_without_replies)
        sentence = f"{sentence} {why}"
    stops = not cycle.signed_without_replies
    yield Check(Subject.REPLIES, False, sentence, place, stops=stops)


def _promises(session: Session, cycle: Cycle, agreements: list[Agreement]) -> Iterator[Check]:
    """Good to know, never in the way: nobody does anything, or only the corporation does."""
    for agreement in agreements:
        kinds = {commitment.party.kind for commitment in agreement.commitments}
        if not kinds:
            sentence = _("{code}: no party says yet what it does.").format(code=agreement.code)
        elif kinds == {PartyKind.CORPORATION}:
            sentence = _("{code}: only the corporation does something.").format(code=agreement.code)
        else:
            continue
        yield Check(Subject.PROMISES, False, sentence, _place(agreement))


def _signatures(session: Session, cycle: Cycle) -> Iterator[Check]:
    place = _cycle_place(cycle, "signing")
    seal = newest_seal(session, cycle.id)
    void = void_signatures(session, cycle.id)
    if void:
        changed = _("Changed: {codes}.").format(codes=", ".join(void[0].changed))
        sentence = f"{void[0].why} {changed}" if void[0].changed else void[0].why
        yield Check(Subject.TEXT, False, sentence, place)
    elif seal is not None and not holds(session, seal):
        sentence = _("The text has changed since it was made ready to sign. Make it ready again.")
        yield Check(Subject.TEXT, False, sentence, place)
    missing = {party.id for party in not_signed(session, cycle.id, seal)}
    signed_on = {s.party_id: s.signed_on for s in seal.signatures} if seal is not None else {}
    for party in signing_parties(session, cycle.id):
        if party.id in missing:
            sentence = _("{party} has yet to sign.").format(party=party.name)
        else:
            sentence = _("{party} signed on {day}.").format(
                party=party.name, day=day_plain(signed_on[party.id])
            )
        yield Check(Subject.SIGNATURES, party.id not in missing, sentence, place)


def _before(cycle: Cycle) -> bool:
    return cycle.state in BEFORE_SIGNING


def _place(agreement: Agreement) -> Place:
    return Place("agreements", "agreement", agreement.id)


def _cycle_place(cycle: Cycle, part: str = "") -> Place:
    return Place("agreements", "cycle", cycle.id, part)
