"""A year of agreements: its start, its parties, its period, its steps, and the look back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.actions.copying import copy_agreements
from desktop.agreements.actions.steps import step_agreement, step_cycle
from desktop.agreements.model import (
    Agreement,
    Cycle,
    CycleStep,
    LookBack,
    Party,
    PolicyDocument,
    Seat,
)
from desktop.agreements.queries.facts import took_part
from desktop.agreements.rules.deadlines import reference_day, without_policy
from desktop.agreements.rules.lifecycle import ENDED, OUT, SIGNED, check_joining, check_open
from desktop.agreements.rules.period import check_order, check_whole_year, period
from desktop.agreements.states import AgreementState, CycleState, PartyKind
from desktop.estate.texts import day_of, written
from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale

A, C = AgreementState, CycleState

CODES_SHOWN = 6  # in a sentence that people can still read


def start_cycle(
    store: Store,
    who: Actor,
    year: int,
    municipality_id: int,
    party_ids: Iterable[int],
    applies_from: date | None = None,
    applies_to: date | None = None,
    copy_from: int | None = None,
    copy: Collection[int] = (),
) -> int:
    """The talks of a year begin, about agreements for at least the whole next year. From the
    cycle `copy_from` the agreements `copy` go on, with their code, their text, what parties do
    and how they are measured.

    Refuses a period that is too short (Woningwet, art. 44(2)), and a second cycle of the same
    year, municipality and corporations."""
    first, last = period(year, applies_from, applies_to)
    with store.act(who, "agreements.cycle.start", undo=_("New year")) as act:
        session = act.session
        municipality = found(session, Party, municipality_id)
        if municipality.kind is not PartyKind.MUNICIPALITY:
            raise Refused(_("Choose the municipality."), "municipality_id")
        parties = [found(session, Party, id) for id in {municipality_id, *party_ids}]
        _check_only_one(session, year, municipality, parties)
        cycle = Cycle(
            year=year, municipality_id=municipality.id, applies_from=first, applies_to=last
        )
        session.add(cycle)
        session.flush()
        today = day_of(store, None)
        session.add_all(Seat(cycle_id=cycle.id, party_id=party.id) for party in parties)
        session.add(CycleStep(cycle_id=cycle.id, state=C.PREPARING, taken_on=today))
        if copy_from is not None:
            copy_agreements(session, found(session, Cycle, copy_from), cycle, copy, store.now())
        session.flush()
        return cycle.id


def _check_only_one(
    session: Session, year: int, municipality: Party, parties: Sequence[Party]
) -> None:
    """One year, municipality and set of corporations make one cycle."""
    corporations = {party.id for party in parties if party.kind is PartyKind.CORPORATION}
    others = session.scalars(
        select(Cycle).where(Cycle.year == year, Cycle.municipality_id == municipality.id)
    )
    for other in others:
        kinds = {seat.party_id for seat in other.seats if seat.party.kind is PartyKind.CORPORATION}
        if kinds == corporations:
            sentence = _("The talks of {year} with {municipality} were begun already. Open those.")
            raise Refused(sentence.format(year=year, municipality=municipality.name), "year")


def seat_party(store: Store, who: Actor, cycle_id: int, party_id: int) -> None:
    """Another party takes part in a year. Refuses a year that was signed."""
    with store.act(who, "agreements.cycle.seat", undo=_("Party at the table")) as act:
        session = act.session
        cycle, party = found(session, Cycle, cycle_id), found(session, Party, party_id)
        check_joining(cycle.state)
        if party.id in {seat.party_id for seat in cycle.seats}:
            raise Refused(
                _("{party} is at the table already.").format(party=party.name), "party_id"
            )
        session.add(Seat(cycle_id=cycle.id, party_id=party.id))


def unseat_party(store: Store, who: Actor, cycle_id: int, party_id: int) -> None:
    """A party does not take part in a year after all. Refuses the municipality of the year, a
    party that wrote, promised or said something already, and a year that was signed."""
    with store.act(who, "agreements.cycle.unseat", undo=_("Party leaves the table")) as act:
        session = act.session
        cycle, party = found(session, Cycle, cycle_id), found(session, Party, party_id)
        check_joining(cycle.state)
        if party.id == cycle.municipality_id or took_part(session, cycle.id, party.id):
            raise Refused(
                _("{party} takes part in the talks already, so it stays.").format(party=party.name),
                "party_id",
            )
        for seat in cycle.seats:
            if seat.party_id == party.id:
                session.delete(seat)


def change_period(
    store: Store,
    who: Actor,
    cycle_id: int,
    applies_from: date,
    applies_to: date,
    version: int | None = None,
) -> None:
    """For how long the agreements of a year hold. Refuses what is too short (Woningwet, art.
    44(2)), unless the municipality gave no policy (art. 44(3)); and a year that was signed."""
    with store.act(who, "agreements.cycle.period", undo=_("Change period")) as act:
        cycle = found(act.session, Cycle, cycle_id)
        check_joining(cycle.state)
        check_order(applies_from, applies_to)
        if not without_policy(cycle.year, cycle.policy_received_on, day_of(store, None)):
            check_whole_year(cycle.year, applies_from, applies_to)
        stale(cycle, version, {"applies_from": applies_from, "applies_to": applies_to})
        cycle.applies_from, cycle.applies_to = applies_from, applies_to


def policy_received(
    store: Store, who: Actor, cycle_id: int, on: date | None, policy_id: int | None = None
) -> None:
    """The municipality gave its policy for the year of the agreements; None takes that back.
    Without it on 1 July there is no duty to agree (Woningwet, art. 44(3))."""
    with store.act(who, "agreements.cycle.policy", undo=_("Policy received")) as act:
        session = act.session
        cycle = found(session, Cycle, cycle_id)
        check_open(cycle.state)
        if policy_id is not None:
            policy = found(session, PolicyDocument, policy_id)
            if policy.party_id != cycle.municipality_id:
                raise Refused(_("This policy is of another municipality."), "policy_id")
        cycle.policy_received_on = None if on is None else day_of(store, on)
        cycle.policy_id = policy_id if policy_id is not None else cycle.policy_id


def move_cycle(
    store: Store,
    who: Actor,
    cycle_id: int,
    state: CycleState,
    on: date | None = None,
    reason: str = "",
) -> None:
    """Bring a cycle to another state. Refuses what does not follow; a step back, and talks that
    failed, without a reason; and a step for which something is missing. A cycle is signed by
    signing only. When it runs, what was adopted runs."""
    with store.act(who, "agreements.cycle.move", undo=_("Change state")) as act:
        session = act.session
        cycle = found(session, Cycle, cycle_id)
        if state is C.SIGNED:
            raise Refused(_("The year is signed when the last party has signed."), "state")
        day = day_of(store, on)
        before = cycle.state
        step_cycle(session, cycle, state, day, reason.strip())
        agreements = session.scalars(
            select(Agreement).where(Agreement.cycle_id == cycle.id).order_by(Agreement.code)
        ).all()
        _check_ready(cycle, before, state, agreements)
        if state is C.RUNNING:
            for agreement in agreements:
                if agreement.state is A.ADOPTED:
                    step_agreement(session, agreement, A.RUNNING, day)


def _check_ready(
    cycle: Cycle, before: CycleState, state: CycleState, agreements: Sequence[Agreement]
) -> None:
    """Refuses a step for which something is missing, with what it is."""
    if state is C.BID_SENT and before is C.PREPARING:
        if cycle.bid is None or cycle.bid.sent_on is None:
            raise Refused(_("The bid has not been sent yet. Send it first."), "state")
    elif state is C.NO_POLICY and _policy_in_time(cycle):
        raise Refused(
            _("The municipality gave its policy on {day}.").format(
                day=day_plain(cycle.policy_received_on or cycle.applies_from)
            ),
            "state",
        )
    elif state is C.DECIDING:
        _none_left(
            [a for a in agreements if a.state not in {A.AGREED} | OUT],
            _("Not every party agrees to these agreements yet: {codes}."),
        )
        if not any(a.state is A.AGREED for a in agreements):
            raise Refused(_("There is no agreement yet to decide about."), "state")
    elif state is C.EVALUATED:
        _none_left(
            [a for a in agreements if a.look_back is None and a.state not in OUT],
            _("Look back on these agreements first: {codes}."),
        )
    elif state is C.CLOSED and before is C.EVALUATED:
        _none_left(
            [a for a in agreements if a.state not in ENDED],
            _("Say how these agreements ended first: {codes}."),
        )


def _policy_in_time(cycle: Cycle) -> bool:
    received = cycle.policy_received_on
    return received is not None and received <= reference_day(cycle.year)


def _none_left(agreements: Sequence[Agreement], sentence: str) -> None:
    if not agreements:
        return
    shown = ", ".join(agreement.code for agreement in agreements[:CODES_SHOWN])
    more = len(agreements) - CODES_SHOWN
    if more > 0:
        shown += " " + ngettext("and {n} more", "and {n} more", more).format(n=more)
    raise Refused(sentence.format(codes=shown), "state")


def look_back(
    store: Store,
    who: Actor,
    agreement_id: int,
    result: str,
    cause: str = "",
    lesson: str = "",
    goes_on: bool = False,
) -> int:
    """What became of an agreement, why, what was learnt, and whether the next year takes it over;
    again, when people look once more. Refuses what was never signed."""
    with store.act(who, "agreements.look_back", undo=_("Look back")) as act:
        session = act.session
        agreement = found(session, Agreement, agreement_id)
        check_open(agreement.cycle.state)
        if agreement.state not in SIGNED | ENDED:
            raise Refused(_("There is nothing to look back on yet: nobody signed this."), "state")
        told = agreement.look_back
        if told is None:
            told = LookBack(agreement_id=agreement.id)
            session.add(told)
        told.result = written(LookBack, "result", result, needed=True)
        told.cause = written(LookBack, "cause", cause)
        told.lesson = written(LookBack, "lesson", lesson)
        told.goes_on = goes_on
        session.flush()
        return told.id
