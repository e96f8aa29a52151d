"""What the parties signed stays, whatever is done: under every action, and when something from
before the signing is undone. What an action refuses in its own words comes first."""

from __future__ import annotations

from sqlalchemy import Connection, event, exists, inspect, select

from desktop.agreements.model.clauses import Agreement, Amendment, Clause, Commitment, Position
from desktop.agreements.model.cycles import Cycle, Seal, Signature
from desktop.agreements.model.indicators import Indicator
from desktop.agreements.model.parties import Seat
from desktop.language import _
from desktop.refused import Refused

# An agreement is more than its text: these are read aloud with it, and signed.
OF_AN_AGREEMENT = ("code", "title", "theme_id", "cycle_id", "applies_from", "applies_to")
OF_A_COMMITMENT = ("agreement_id", "party_id", "what", "kind", "due_on")
# How it is measured was signed too: a baseline that nobody had measured yet may come later.
OF_AN_INDICATOR = (
    "agreement_id", "name", "unit", "direction", "baseline", "baseline_on", "goal", "goal_on",
    "low", "high",
)  # fmt: skip
OF_A_CYCLE = ("year", "municipality_id", "applies_from", "applies_to")
OF_A_SEAL = ("cycle_id", "number", "sealed_on", "content", "digest")
# The page with a signature may come later.
OF_A_SIGNATURE = ("seal_id", "party_id", "signed_on", "place", "function", "remark")


def signed_stays() -> Refused:
    """What people are told who would change it."""
    return Refused(
        _(
            "The parties signed this. Write a new version of the text and let all parties agree "
            "to it."
        )
    )


def _changed(row: object, names: tuple[str, ...]) -> bool:
    attributes = inspect(row, raiseerr=True).attrs
    return any(attributes[name].history.has_changes() for name in names)


def _is_signed(connection: Connection, agreement_id: int) -> bool:
    in_force = exists().where(Clause.agreement_id == agreement_id, Clause.in_force_on.is_not(None))
    return bool(connection.scalar(select(in_force)))


def _is_signed_year(connection: Connection, cycle_id: int) -> bool:
    in_force = (
        select(Clause.id)
        .join(Agreement)
        .where(Agreement.cycle_id == cycle_id, Clause.in_force_on.is_not(None))
    )
    return connection.scalar(in_force.limit(1)) is not None


@event.listens_for(Clause, "before_update")
def _comes_into_force_once(_mapper: object, _connection: Connection, clause: Clause) -> None:
    before = inspect(clause).attrs.in_force_on.history.deleted
    if before and before[0] is not None:
        raise signed_stays()


@event.listens_for(Clause, "before_delete")
def _text_in_force_stays(_mapper: object, _connection: Connection, clause: Clause) -> None:
    if clause.in_force_on is not None:
        raise signed_stays()


@event.listens_for(Agreement, "before_update")
def _agreement_stays(_mapper: object, connection: Connection, agreement: Agreement) -> None:
    if _changed(agreement, OF_AN_AGREEMENT) and _is_signed(connection, agreement.id):
        raise signed_stays()


@event.listens_for(Agreement, "before_delete")
def _agreement_is_there(_mapper: object, connection: Connection, agreement: Agreement) -> None:
    if _is_signed(connection, agreement.id):
        raise signed_stays()


@event.listens_for(Commitment, "before_update")
def _commitment_stays(_mapper: object, connection: Connection, commitment: Commitment) -> None:
    if _changed(commitment, OF_A_COMMITMENT) and _is_signed(connection, commitment.agreement_id):
        raise signed_stays()


@event.listens_for(Commitment, "before_insert")
@event.listens_for(Commitment, "before_delete")
def _no_other_commitments(_mapper: object, connection: Connection, commitment: Commitment) -> None:
    if _is_signed(connection, commitment.agreement_id):
        raise signed_stays()


@event.listens_for(Indicator, "before_update")
def _goal_stays(_mapper: object, connection: Connection, indicator: Indicator) -> None:
    if _goal_changed(indicator) and _is_signed(connection, indicator.agreement_id):
        raise Refused(
            _(
                "The parties signed this goal. Add another indicator, and let this one no longer "
                "count for the light."
            ),
            "goal",
        )


def _goal_changed(indicator: Indicator) -> bool:
    attributes = inspect(indicator).attrs
    changed = {name: attributes[name].history for name in OF_AN_INDICATOR}
    filled_in = {"baseline", "baseline_on"}
    return any(
        history.has_changes() and not (name in filled_in and history.deleted == [None])
        for name, history in changed.items()
    )


@event.listens_for(Indicator, "before_delete")
def _indicator_is_there(_mapper: object, connection: Connection, indicator: Indicator) -> None:
    if _is_signed(connection, indicator.agreement_id):
        raise signed_stays()


@event.listens_for(Position, "before_insert")
@event.listens_for(Position, "before_update")
@event.listens_for(Position, "before_delete")
def _position_stays(_mapper: object, connection: Connection, position: Position) -> None:
    in_force_on = connection.scalar(
        select(Clause.in_force_on).where(Clause.id == position.clause_id)
    )
    if in_force_on is not None:
        raise signed_stays()


@event.listens_for(Cycle, "before_update")
def _period_stays(_mapper: object, connection: Connection, cycle: Cycle) -> None:
    if _changed(cycle, OF_A_CYCLE) and _is_signed_year(connection, cycle.id):
        raise signed_stays()


@event.listens_for(Seat, "before_delete")
def _seat_stays(_mapper: object, connection: Connection, seat: Seat) -> None:
    if _is_signed_year(connection, seat.cycle_id):
        raise signed_stays()


@event.listens_for(Amendment, "before_update")
@event.listens_for(Amendment, "before_delete")
def _amendment_stays(_mapper: object, _connection: Connection, _amendment: Amendment) -> None:
    raise signed_stays()


@event.listens_for(Seal, "before_update")
def _seal_stays(_mapper: object, _connection: Connection, seal: Seal) -> None:
    if _changed(seal, OF_A_SEAL):
        raise ValueError(f"a sealed text is written once: {seal.id}")


@event.listens_for(Signature, "before_update")
def _signature_stays(_mapper: object, _connection: Connection, signature: Signature) -> None:
    if _changed(signature, OF_A_SIGNATURE):
        raise ValueError(f"a signature is written once: {signature.id}")
