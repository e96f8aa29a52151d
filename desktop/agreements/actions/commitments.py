"""What each party does for an agreement."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from desktop.agreements.model import Agreement, Commitment, signed_stays
from desktop.agreements.queries.facts import is_seated
from desktop.agreements.rules.lifecycle import check_open
from desktop.agreements.states import CommitmentKind
from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


class CommitmentChange(TypedDict, total=False):
    """What can change of what a party does. `owner` is a function, never a name."""

    what: str
    kind: CommitmentKind
    due_on: date | None
    owner: str


def add_commitment(
    store: Store,
    who: Actor,
    agreement_id: int,
    party_id: int,
    what: str,
    kind: CommitmentKind = CommitmentKind.EFFORT,
    due_on: date | None = None,
    owner: str = "",
) -> int:
    """A party does something for an agreement, in words that follow its name: "builds".

    Refuses a party that is not at the table, and an agreement that was signed."""
    with store.act(who, "agreements.commitment.add", undo=_("New commitment")) as act:
        session = act.session
        agreement = found(session, Agreement, agreement_id)
        _check_unsigned(agreement)
        if not is_seated(session, agreement.cycle_id, party_id):
            raise Refused(
                _("This party is not at the table this year. Add it to the year first."), "party_id"
            )
        commitment = Commitment(
            agreement_id=agreement.id,
            party_id=party_id,
            what=written(Commitment, "what", what, needed=True),
            kind=kind,
            due_on=due_on,
            owner=written(Commitment, "owner", owner),
        )
        session.add(commitment)
        session.flush()
        return commitment.id


def change_commitment(
    store: Store,
    who: Actor,
    commitment_id: int,
    version: int | None = None,
    **facts: Unpack[CommitmentChange],
) -> None:
    """Change what a party does; `version` is the row version that the screen showed. Once it was
    signed only who looks after it can change."""
    with store.act(who, "agreements.commitment.change", undo=_("Change commitment")) as act:
        commitment = found(act.session, Commitment, commitment_id)
        stale(commitment, version, dict(facts))
        if set(facts) - {"owner"}:
            _check_unsigned(commitment.agreement)
        check_open(commitment.agreement.cycle.state)
        if "what" in facts:
            written(Commitment, "what", facts["what"], needed=True)
        fill(commitment, facts, CommitmentChange.__annotations__)


def remove_commitment(store: Store, who: Actor, commitment_id: int) -> None:
    """A party does not do this after all. Refuses what was signed."""
    with store.act(who, "agreements.commitment.remove", undo=_("Remove commitment")) as act:
        commitment = found(act.session, Commitment, commitment_id)
        _check_unsigned(commitment.agreement)
        act.session.delete(commitment)


def commitment_done(store: Store, who: Actor, commitment_id: int, on: date | None) -> None:
    """A party did what it promised on a day; None takes that back."""
    with store.act(who, "agreements.commitment.done", undo=_("Done")) as act:
        commitment = found(act.session, Commitment, commitment_id)
        check_open(commitment.agreement.cycle.state)
        commitment.done_on = None if on is None else day_of(store, on)


def _check_unsigned(agreement: Agreement) -> None:
    check_open(agreement.cycle.state)
    if agreement.in_force is not None:
        raise Refused(signed_stays().sentence, "what")
