"""The text of an agreement in versions, and what each party says to a version."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from desktop.agreements.actions.steps import step_agreement
from desktop.agreements.model import Agreement, Amendment, Clause, Party, Position
from desktop.agreements.queries.facts import is_seated, not_agreed, settled, signing_parties
from desktop.agreements.rules.lifecycle import ENDED, SIGNED, check_open
from desktop.agreements.states import AgreementState, PositionValue
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import local, moment_short
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held

A = AgreementState
NEEDS_REMARK = (PositionValue.AGREES_IF, PositionValue.DISAGREES)


class WrittenMeanwhile(Conflict):
    """Somebody wrote version `number` after the one that this writer saw. Both texts are in
    `theirs` and `mine`; the screen lays them side by side and nothing is lost."""

    def __init__(self, clause: Clause, text: str, plain_text: str) -> None:
        writer = clause.staff.name if clause.staff is not None else clause.author.called
        sentence = _(
            "{name} wrote version {number} on {moment}, while you were typing. Your text is still "
            "here. Look at both, and save what should stay."
        ).format(name=writer, number=clause.number, moment=moment_short(local(clause.made_at)))
        theirs: dict[str, object] = {"text": clause.text, "plain_text": clause.plain_text}
        mine: dict[str, object] = {"text": text, "plain_text": plain_text}
        super().__init__(sentence, Clause.__tablename__, theirs, mine)
        self.number = clause.number
        self.writer = writer
        self.made_at: datetime = clause.made_at


def write_clause(
    store: Store,
    who: Actor,
    agreement_id: int,
    text: str,
    plain_text: str,
    author_id: int,
    reason: str = "",
    after: int | None = None,
) -> int:
    """A new version of the text, of any length, in full and in plain words (B1); the party
    `author_id` proposes it. `after` is the number of the version that the writer saw, 0 for none.

    Refuses (WrittenMeanwhile) when somebody else wrote a version after that one. Refuses an empty
    text, the same text again, a party that is not at the table, and an agreement that ended. An
    earlier "agreed" no longer holds; a text that was signed stays in force until the parties
    amend it."""
    whole = written(Clause, "text", text, needed=True)
    plain = written(Clause, "plain_text", plain_text)
    with store.act(who, "agreements.clause.write", undo=_("New version")) as act:
        session = act.session
        agreement = held(session, Agreement, agreement_id)
        _check_writable(agreement)
        newest = agreement.newest
        number = newest.number if newest is not None else 0
        if newest is not None and after is not None and after < number:
            raise WrittenMeanwhile(newest, whole, plain)
        if newest is not None and (newest.text, newest.plain_text) == (whole, plain):
            raise Refused(
                _("This is the same text as version {number}.").format(number=number), "text"
            )
        clause = Clause(
            agreement_id=agreement.id,
            number=number + 1,
            text=whole,
            plain_text=plain,
            author_id=_at_the_table(session, agreement, author_id),
            made_at=store.now(),
            reason=written(Clause, "reason", reason),
            digest=sha256(whole.encode()).hexdigest(),
            staff_id=who.id,
        )
        session.add(clause)
        session.flush()
        _follow(session, agreement, clause, day_of(store, None))
        return clause.id


def share_clause(store: Store, who: Actor, clause_id: int, on: date | None = None) -> None:
    """A version was shown to the tenants' organisation (Overlegwet, art. 3(2)l); from then on it
    is talked about. Refuses a day before it was written."""
    with store.act(who, "agreements.clause.share", undo=_("Share with parties")) as act:
        clause = found(act.session, Clause, clause_id)
        check_open(clause.agreement.cycle.state)
        day = day_of(store, on)
        if day < local(clause.made_at).date():
            raise Refused(_("This text was not written yet on that day."), "on")
        clause.shared_on = day
        if clause.agreement.state in (A.IDEA, A.DRAFT):
            step_agreement(act.session, clause.agreement, A.TALKS, day)


def take_position(
    store: Store,
    who: Actor,
    clause_id: int,
    party_id: int,
    value: PositionValue,
    remark: str = "",
    on: date | None = None,
    draft: bool = False,
) -> int:
    """What a party says to a version; again, when it says something else. A draft, as made at a
    consultation, counts when the party settles it. When every signing party agrees to the newest
    version, the agreement is agreed.

    Refuses a condition or a disagreement without a remark, a party that is not at the table, and
    a version that is in force."""
    said = written(Position, "remark", remark)
    if value in NEEDS_REMARK and not said:
        raise Refused(_("Write what should change, so that the others can answer."), "remark")
    with store.act(who, "agreements.position.take", undo=_("Position")) as act:
        session = act.session
        clause = held(session, Clause, clause_id)
        _check_position(clause)
        party = _at_the_table(session, clause.agreement, party_id)
        day = day_of(store, on)
        position = next((p for p in clause.positions if p.party_id == party), None)
        if position is None:
            position = Position(clause=clause, party_id=party)
            session.add(position)
        position.value, position.remark, position.given_on = value, said, day
        position.settled_on = None if draft else day
        session.flush()
        _follow(session, clause.agreement, clause, day)
        return position.id


def settle_position(store: Store, who: Actor, position_id: int, on: date | None = None) -> None:
    """A party makes the draft of its position its own."""
    with store.act(who, "agreements.position.settle", undo=_("Settle position")) as act:
        position = found(act.session, Position, position_id)
        _check_position(position.clause)
        if settled(position):
            raise Refused(_("This position is settled already."), "position")
        position.settled_on = day_of(store, on)
        act.session.flush()
        _follow(act.session, position.clause.agreement, position.clause, position.settled_on)


def amend(store: Store, who: Actor, agreement_id: int, reason: str, on: date | None = None) -> int:
    """The newest version takes the place of the signed one, because all signing parties agreed to
    it; the old text stays beside it. Cannot be undone, as a signature cannot.

    Refuses an agreement that was not signed, one without a newer text, and one to which a party
    has not agreed."""
    why = written(Amendment, "reason", reason, needed=True)
    with store.act(who, "agreements.amend") as act:
        session = act.session
        agreement = held(session, Agreement, agreement_id)
        check_open(agreement.cycle.state)
        old, new = agreement.in_force, agreement.newest
        if old is None or new is None:
            raise Refused(
                _("Nobody signed this yet. Write a new version of the text instead."), "state"
            )
        if new is old:
            raise Refused(
                _("There is no newer text than the one in force. Write it first."), "text"
            )
        check_agreed(session, agreement)
        day = day_of(store, on)
        new.in_force_on = day
        amendment = Amendment(
            agreement_id=agreement.id,
            number=len(agreement.amendments) + 1,
            old_id=old.id,
            new_id=new.id,
            agreed_on=day,
            reason=why,
        )
        session.add(amendment)
        session.flush()
        return amendment.id


def check_agreed(session: Session, agreement: Agreement) -> None:
    """Refuses when a signing party has not agreed to the newest version, and when tenants cannot
    read it in plain words."""
    if agreement.newest is None:
        raise Refused(_("There is no text yet. Write it first."), "text")
    missing = not_agreed(agreement.newest, signing_parties(session, agreement.cycle_id))
    if missing:
        names = ", ".join(party.called for party in missing)
        sentence = _("Not every party agrees to the newest text yet: {names}.")
        raise Refused(sentence.format(names=names), "state")
    if not agreement.newest.plain_text:
        raise Refused(
            _("The text in plain words is missing. Write it first, so that tenants can read it."),
            "plain_text",
        )


def _follow(session: Session, agreement: Agreement, clause: Clause, on: date) -> None:
    """The state of an agreement follows what the parties say to its newest version. What was
    signed keeps its state."""
    session.refresh(agreement, ["clauses"])
    if clause is not agreement.newest or agreement.state in SIGNED | ENDED:
        return
    if agreement.state is A.IDEA:
        step_agreement(session, agreement, A.DRAFT, on)
    agreed = bool(clause.positions) and bool(clause.plain_text)
    if agreed:
        parties = signing_parties(session, agreement.cycle_id)
        agreed = bool(parties) and not not_agreed(clause, parties)
    if agreed and agreement.state is A.DRAFT:
        step_agreement(session, agreement, A.TALKS, on)
    if agreed and agreement.state is A.TALKS:
        step_agreement(session, agreement, A.AGREED, on)
    elif not agreed and agreement.state is A.AGREED:
        why = _("Not every party agrees to version {number}.").format(number=clause.number)
        step_agreement(session, agreement, A.TALKS, on, why)


def _check_writable(agreement: Agreement) -> None:
    check_open(agreement.cycle.state)
    if agreement.state in ENDED:
        raise Refused(_("This agreement has ended, so its text stays."), "state")


def _check_position(clause: Clause) -> None:
    check_open(clause.agreement.cycle.state)
    if clause.in_force_on is not None:
        raise Refused(_("This version is in force: what parties said to it stays."), "position")


def _at_the_table(session: Session, agreement: Agreement, party_id: int) -> int:
    if not is_seated(session, agreement.cycle_id, party_id):
        found(session, Party, party_id)
        raise Refused(
            _("This party is not at the table this year. Add it to the year first."), "party_id"
        )
    return party_id
