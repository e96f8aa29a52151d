"""Where the signing of a cycle stands: what must be ready first, and what is good to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Cycle, Party, TenantInput
from desktop.agreements.queries.consulting import unasked
from desktop.agreements.queries.signatures import (
    PartyLine,
    SealView,
    Standing,
    VoidSignature,
    changed_since_signing,
    seal_view,
    standing,
    void_signatures,
)
from desktop.agreements.rules.lifecycle import OUT, SIGNED
from desktop.agreements.rules.signing import Part
from desktop.agreements.states import MUST_SIGN, AgreementState, PartyKind
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_plain


class Subject(Enum):
    """What a check before signing is about."""

    AGREEMENTS = "agreements"
    PLAIN_TEXT = "plain text"
    PARTIES = "parties"
    REPLIES = "replies"
    PROMISES = "promises"
    ADVICE = "advice"
    TEXT = "text"
    SIGNATURES = "signatures"
    SINCE = "since"


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
    now = standing(session, cycle_id)
    void = void_signatures(session, now)
    return SigningView(
        checks=_checks(session, now, void),
        seal=seal_view(now),
        missing=tuple(PartyLine(party.id, party.name) for party in now.missing),
        void=void,
        without_replies=now.cycle.signed_without_replies,
    )


def checks_before_signing(session: Session, cycle_id: int) -> tuple[Check, ...]:
    """What must be in order before the parties sign (agreements, 2.2), what is in order, and what
    is good to know."""
    now = standing(session, cycle_id)
    return _checks(session, now, void_signatures(session, now))


def _checks(session: Session, now: Standing, void: tuple[VoidSignature, ...]) -> tuple[Check, ...]:
    return (
        *_agreed(session, now),
        *_in_plain_words(now),
        *_parties(now),
        *_replies(session, now.cycle),
        *_promises(session, now),
        *_advice(session, now.cycle),
        *_text(now, void),
        *_signatures(now),
        *_since(now),
    )


def _agreed(session: Session, now: Standing) -> Iterator[Check]:
    place = _cycle_place(now.cycle)
    if not now.content:
        sentence = _("There are no agreements to sign yet.")
        yield Check(Subject.AGREEMENTS, False, sentence, place, stops=True)
        return
    ready = {AgreementState.AGREED} | SIGNED
    open_ones = session.execute(
        select(Agreement.id, Agreement.code)
        .where(Agreement.cycle_id == now.cycle.id, Agreement.state.not_in(ready | OUT))
        .order_by(Agreement.code)
    ).all()
    for agreement in open_ones:
        sentence = _("{code}: not all parties agree yet.").format(code=agreement.code)
        yield Check(Subject.AGREEMENTS, False, sentence, _place(agreement.id), stops=True)
    if not open_ones:
        sentence = ngettext(
            "All parties agree to the {n} agreement.",
            "All parties agree to all {n} agreements.",
            len(now.content),
        ).format(n=len(now.content))
        yield Check(Subject.AGREEMENTS, True, sentence, place)


def _in_plain_words(now: Standing) -> Iterator[Check]:
    missing = [entry for entry in now.content if not entry["plain_text"]]
    for entry in missing:
        sentence = _("{code}: the text in plain words is missing.").format(code=entry["code"])
        place = _place(entry["agreement_id"])
        yield Check(Subject.PLAIN_TEXT, False, sentence, place, stops=True)
    if now.content and not missing:
        sentence = _("Every agreement has a text in plain words.")
        yield Check(Subject.PLAIN_TEXT, True, sentence, _cycle_place(now.cycle))


def _parties(now: Standing) -> Iterator[Check]:
    there = {party.kind for party in now.parties}
    sentences = {
        PartyKind.MUNICIPALITY: _("No municipality signs (Woningwet, art. 44(2))."),
        PartyKind.CORPORATION: _("No corporation signs (Woningwet, art. 44(2))."),
        PartyKind.TENANTS: _("No tenants' organisation signs (Woningwet, art. 44(2))."),
    }
    place = _cycle_place(now.cycle, "parties")
    for kind in MUST_SIGN:
        if kind not in there:
            yield Check(Subject.PARTIES, False, sentences[kind], place, stops=True)
    if there >= set(MUST_SIGN):
        sentence = _("Municipality, corporation and tenants are at the table.")
        yield Check(Subject.PARTIES, True, sentence, place)


def _replies(session: Session, cycle: Cycle) -> Iterator[Check]:
    place = _cycle_place(cycle, "voices")
    waiting = select(func.count(TenantInput.id)).where(
        TenantInput.cycle_id == cycle.id, ~TenantInput.reply.has()
    )
    count = session.scalar(waiting) or 0
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


def _promises(session: Session, now: Standing) -> Iterator[Check]:
    """Good to know, never in the way: nobody does anything, or only the corporation does."""
    rows = session.execute(select(Party.id, Party.kind))
    kind_of = {str(row.id): row.kind for row in rows}
    for entry in now.content:
        kinds = {kind_of[promise["party_id"]] for promise in entry["promises"]}
        if not kinds:
            sentence = _("{code}: no party says yet what it does.")
        elif kinds == {PartyKind.CORPORATION}:
            sentence = _("{code}: only the corporation does something.")
        else:
            continue
        place = _place(entry["agreement_id"])
        yield Check(Subject.PROMISES, False, sentence.format(code=entry["code"]), place)


def _advice(session: Session, cycle: Cycle) -> Iterator[Check]:
    """Good to know: whether the policy changes is for people to say."""
    for one in unasked(session, cycle.id):
        sentence = _(
            "{code}: nobody asked the advice of tenants, or said why that is not needed "
            "(Overlegwet, art. 5)."
        ).format(code=one.code)
        yield Check(Subject.ADVICE, False, sentence, _place(one.id))


def _text(now: Standing, void: tuple[VoidSignature, ...]) -> Iterator[Check]:
    place = _cycle_place(now.cycle, "signing")
    if void:
        changed = _("Changed: {codes}.").format(codes=", ".join(void[0].changed))
        sentence = f"{void[0].why} {changed}" if void[0].changed else void[0].why
        yield Check(Subject.TEXT, False, sentence, place)
    elif now.seal is not None and not now.holds:
        sentence = _("The text has changed since it was made ready to sign. Make it ready again.")
        yield Check(Subject.TEXT, False, sentence, place)


def _since(now: Standing) -> Iterator[Check]:
    """Of a signed year: what is now other than it was signed, in force beside the signed text."""
    if now.seal is None or not now.is_signed:
        return
    ids = {entry["code"]: entry["agreement_id"] for entry in (*now.seal.content, *now.content)}
    changed = changed_since_signing(now)
    for code, parts in changed.items():
        sentence = _("{code} is other than it was signed: {parts}.").format(
            code=code, parts=", ".join(_part_word(part) for part in parts)
        )
        yield Check(Subject.SINCE, False, sentence, _place(ids[code]))
    if not changed:
        sentence = _("Everything is as it was signed.")
        yield Check(Subject.SINCE, True, sentence, _cycle_place(now.cycle, "signing"))


def _part_word(part: Part) -> str:
    words = {
        Part.CAME: _("it came since"),
        Part.WENT: _("it no longer holds"),
        Part.TITLE: _("the title"),
        Part.TEXT: _("the text"),
        Part.PLAIN_TEXT: _("the text in plain words"),
        Part.PROMISES: _("who does what"),
        Part.GOALS: _("how it is measured"),
    }
    return words[part]


def _signatures(now: Standing) -> Iterator[Check]:
    place = _cycle_place(now.cycle, "signing")
    missing = {party.id for party in now.missing}
    signatures = now.seal.signatures if now.seal is not None else ()
    signed_on = {signature.party_id: signature.signed_on for signature in signatures}
    for party in now.parties:
        if party.id in missing:
            sentence = _("{party} has yet to sign.").format(party=party.name)
        else:
            sentence = _("{party} signed on {day}.").format(
                party=party.name, day=day_plain(signed_on[party.id])
            )
        yield Check(Subject.SIGNATURES, party.id not in missing, sentence, place)


def _place(agreement_id: int) -> Place:
    return Place("agreements", "agreement", agreement_id)


def _cycle_place(cycle: Cycle, part: str = "") -> Place:
    return Place("agreements", "cycle", cycle.id, part)
