"""What the parties signed stays as it is, whatever action comes after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

import desktop.agreements.actions as package
from desktop.advice.states import AdviceDecision
from desktop.agreements.actions.advices import advice_received, ask_advice, decide_advice
from desktop.agreements.actions.agenda import add_item
from desktop.agreements.actions.bids import (
    not_foreseen,
    set_item,
    start_bid,
    supervisors_approved,
)
from desktop.agreements.actions.budgets import agree_budget, spend
from desktop.agreements.actions.clauses import take_position
from desktop.agreements.actions.contacts import add_contact
from desktop.agreements.actions.cycles import look_back, move_cycle, start_cycle
from desktop.agreements.actions.deliveries import deliver
from desktop.agreements.actions.disputes import expect_decision, file_dispute, open_dispute
from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.actions.means import grant_power, log_training
from desktop.agreements.actions.measuring import explain, measure, override_light
from desktop.agreements.actions.meetings import plan_meeting
from desktop.agreements.actions.parties import add_party
from desktop.agreements.actions.policies import add_goal, add_policy
from desktop.agreements.actions.proceedings import add_action, add_decision, note_attendance
from desktop.agreements.actions.requests import ask_information
from desktop.agreements.actions.voices import add_input, reply_to
from desktop.agreements.model import Agreement, Clause, Cycle, Seal, Signature
from desktop.agreements.queries.sealed import binding_content, clauses
from desktop.agreements.queries.signatures import changed_since_signing, standing
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.rules.signing import Part, changed_parts, content_hash
from desktop.agreements.states import (
    BidLetter,
    CycleState,
    DeliveryDocument,
    Direction,
    DisputeKind,
    Expense,
    InputChannel,
    Light,
    MeetingKind,
    PartyKind,
    PositionValue,
    ReplyDecision,
)
from desktop.estate.model import Role, StaffUser
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.store.within import trying
from tests.support.agreed import Year, make_year
from tests.support.clock import Clock
from tests.support.every_action import Values, actions, calls

SIGNED_ON = datetime(2025, 12, 4, 10, tzinfo=UTC)
TODAY = date(2026, 7, 15)
WISH = IndicatorWish(
    name="opgeleverde woningen",
    direction=Direction.UP,
    goal_on=date(2026, 12, 31),
    source="opleverlijst",
    unit="aantal",
    baseline=Decimal(0),
    baseline_on=date(2025, 12, 31),
    goal=Decimal(60),
)
OTHER_GOAL = replace(WISH, goal=Decimal(50))
OFTENER = replace(WISH, max_age_days=45)
# Reading in a file does what these same actions do, row by row.
NOT_BY_ITSELF = ("imports.",)


@pytest.fixture(scope="module")
def signed(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Year, Values]]:
    """A year that was signed and runs, with something of everything, and the numbers of it by the
    names under which actions ask for them. Made once: what is tried with it is thrown away."""
    folder = tmp_path_factory.mktemp("signed")
    store = Store.open(shutil.copy(migrated_file, folder / "samenspraak.db"))
    yield _signed_year(store)
    store.close()


def _signed_year(store: Store) -> tuple[Year, Values]:
    clock = Clock()
    clock.move_to(SIGNED_ON)
    store.now = clock
    with store.act(PROGRAM, "test.colleague") as act:
        user = StaffUser(login="noor", name="Noor de Vries", role=Role.CONSULTANT)
        act.session.add(user)
        act.session.flush()
        who = Actor(user.id, user.name, user.role.value)
    year = make_year(store, who)
    first, second = year.agreements.values()
    indicator = add_indicator(store, who, first, WISH)
    yes_no = add_indicator(
        store,
        who,
        second,
        IndicatorWish("regeling", Direction.YESNO, date(2026, 10, 1), "dossier"),
    )
    sealed = year.seal()
    signatures = year.sign(sealed)
    clock.move_to(datetime(2026, 7, 15, 10, tzinfo=UTC))
    move_cycle(store, who, year.cycle, CycleState.RUNNING, date(2026, 1, 2))
    values = _numbers(year, store, who, indicator)
    # To one amendment every party agrees; the other is still talked about.
    agreed = year.rewrite("De corporatie bouwt in 2026 50 nieuwe sociale huurwoningen.")
    talked = year.table.write(second, "De gemeente antwoordt als het uitkomt.")
    position = take_position(store, who, talked, year.tenants, PositionValue.AGREES, draft=True)
    return year, values | {
        "agreement_id": [first, second],
        "clause_id": [year.table.clause, agreed, talked],
        "position_id": [position],
        "party_id": list(year.parties),
        "commitment_id": list(year.table.commitments),
        "indicator_id": [indicator, yes_no],
        "seal_id": [sealed],
        "signature_id": signatures,
        "author_id": [year.corporation],
        "municipality_id": [year.municipality],
        "theme_id": [year.table.theme("VER")],
        "code": ["VER-09"],
    }


def _numbers(year: Year, store: Store, who: Actor, indicator: int) -> dict[str, list[Any]]:
    """What belongs to the year besides what was signed."""
    cycle, first = year.cycle, year.agreements["BES-01"]
    meeting = plan_meeting(store, who, cycle, TODAY, MeetingKind.TRIPARTITE)
    asked = add_input(store, who, cycle, "Zet een bank bij de lift.", InputChannel.LETTER)
    replied = add_input(store, who, cycle, "De bushalte is te ver.", InputChannel.LETTER)
    reply_to(store, who, replied, ReplyDecision.NOT, "Dat doet de provincie.", year.municipality)
    bid = start_bid(store, who, cycle)
    policy = add_policy(store, who, year.municipality, "Woonvisie", None, None, None)
    for agreement in year.agreements.values():
        look_back(store, who, agreement, "Half af.")
    policy = add_policy(store, who, year.municipality, "Woonvisie", None, None, None)
    override = override_light(
        store, who, first, Light.OFF, "Er is nog geen woning klaar.", year.tenants,
        TODAY + timedelta(days=90),
    )  # fmt: skip
    [delivery] = deliver(store, who, cycle, DeliveryDocument.YEAR_AGREEMENTS, [year.tenants])
    deliver(store, who, cycle, DeliveryDocument.YEAR_BID, [None])
    return {
        "cycle_id": [cycle],
        "meeting_id": [meeting],
        "item_id": [add_item(store, who, meeting, "Servicekosten", year.tenants)],
        "action_id": [add_action(store, who, meeting, "Belt", year.corporation)],
        "take_off.item_id": [add_item(store, who, meeting, "Opening")],
        "attendance_id": [note_attendance(store, who, meeting, year.tenants, "voorzitter")],
        "decision_id": [add_decision(store, who, meeting, "Het mag.", first)],
        "call_off.meeting_id": [plan_meeting(store, who, cycle, TODAY, MeetingKind.EVENING)],
        "input_id": [asked, replied],
        "measurement_id": [measure(store, who, indicator, TODAY, Decimal(9), "opleverlijst")],
        "override_id": [override],
        "explanation_id": [explain(store, who, first, TODAY)],
        "bid_id": [bid],
        "send_bid.bid_id": [_whole_bid(year, store, who)],
        "start_bid.cycle_id": [_next_year(year, store, who, 2027)],
        "remove_item.item_id": [set_item(store, who, bid, BidLetter.A, "Bouwen")],
        "contact_id": [add_contact(store, who, year.tenants, "voorzitter")],
        "policy_id": [policy],
        "goal_id": [add_goal(store, who, policy, "Genoeg woningen")],
        "email": ["voorzitter@voorbeeld.nl"],
        "delivery_id": [delivery],
        "advice_id": _advices(year, store, who),
        "request_id": [ask_information(store, who, cycle, year.tenants, "De energielabels")],
        "dispute_id": [
            open_dispute(store, who, cycle, DisputeKind.CONSULTATION_ACT, TODAY, "De lasten.")
        ],
        **_disputes(year, store, who),
        **_means(year, store, who),
        "judge_bid.bid_id": [bid],
        "no_advice_needed.agreement_id": [first],
        "add_theme.code": ["STU"],
        "seat_party.party_id": [add_party(store, who, "Zorg", PartyKind.CARE)],
        "deliver.party_ids": [(year.municipality, year.tenants)],
        "deliver.document": [DeliveryDocument.YEAR_AGREEMENTS],
        "wish": [OTHER_GOAL, OFTENER],
        "year": [2030],
        "party_ids": [year.parties],
        "copy": [tuple(year.agreements.values())],
        "start_cycle.copy_from": [cycle],
        "start_cycle.copy": [tuple(year.agreements.values())],
        "change_meeting.facts": ["place"],
        "measured_on": [TODAY - timedelta(days=1), TODAY],
        "decide_advice.decision": [AdviceDecision.FOLLOWED],
        "light": [Light.DONE],
        "valid_until": [TODAY + timedelta(days=30)],
    }


def _disputes(year: Year, store: Store, who: Actor) -> dict[str, list[Any]]:
    """Disputes that were laid before who decides, of which one is with the minister: about the
    talks of a later year, because this year has its agreements."""
    filed = open_dispute(store, who, year.cycle, DisputeKind.CONSULTATION_ACT, TODAY, "De lasten.")
    file_dispute(store, who, filed, TODAY)
    with store.reading() as session:
        later = session.scalars(select(Cycle.id).where(Cycle.year == 2026)).one()
    with_minister = open_dispute(store, who, later, DisputeKind.HOUSING_ACT, TODAY, "De huur.")
    file_dispute(store, who, with_minister, TODAY)
    extended = open_dispute(store, who, later, DisputeKind.HOUSING_ACT, TODAY, "De bouw.")
    file_dispute(store, who, extended, TODAY)
    expect_decision(store, who, extended, TODAY)
    return {
        "decide_dispute.dispute_id": [filed],
        "expect_decision.dispute_id": [with_minister],
        "extend_dispute.dispute_id": [extended],
    }


def _means(year: Year, store: Store, who: Actor) -> dict[str, list[Any]]:
    """What the tenants of the year have to do their task with."""
    chair = add_contact(store, who, year.tenants, "penningmeester")
    budget = agree_budget(store, who, year.tenants, 2025, 1_200_000)
    now = agree_budget(store, who, year.tenants, 2026, 1_200_000)
    return {
        "log_training.contact_id": [chair],
        "training_id": [log_training(store, who, chair, "Cijfers lezen", 2)],
        "power_id": [grant_power(store, who, year.tenants, "Instemming bij sloop.")],
        "grant_power.party_id": [year.tenants],
        "agree_budget.party_id": [year.tenants],
        "account.budget_id": [budget],
        "budget_id": [now],
        "expense_id": [spend(store, who, now, Expense.TRAINING, "Cursus", 60_000)],
        "document": [b"%PDF-1.7"],
        "document_name": ["afspraak.pdf"],
    }


def _next_year(year: Year, store: Store, who: Actor, talks: int) -> int:
    return start_cycle(store, who, talks, year.municipality, year.parties)


def _whole_bid(year: Year, store: Store, who: Actor) -> int:
    """A bid that can be sent."""
    bid = start_bid(store, who, _next_year(year, store, who, 2026))
    for letter in BidLetter:
        not_foreseen(store, who, bid, letter)
    supervisors_approved(store, who, bid, TODAY)
    return bid


def _advices(year: Year, store: Store, who: Actor) -> list[int]:
    """A request for advice that was just sent, one with its advice, and one with the decision."""
    asked = [
        ask_advice(store, who, year.cycle, year.tenants, "Woonlasten", "Daarom.", "Minder lasten.")
        for _ in range(3)
    ]
    for advice in asked[1:]:
        advice_received(store, who, advice, TODAY, "Goed.")
    decide_advice(store, who, asked[2], AdviceDecision.NOT, "Er is geen geld.")
    return asked


def what_was_signed(session: Session) -> tuple[list[Any], ...]:
    """The sealed texts and the signatures, as the tables hold them now. A page with a signature
    may come later."""
    session.expire_all()
    return (
        [
            (seal.id, seal.cycle_id, seal.number, seal.sealed_on, seal.content, seal.digest)
            for seal in session.scalars(select(Seal).order_by(Seal.id))
        ],
        [
            (s.id, s.seal_id, s.party_id, s.signed_on, s.place, s.function, s.remark)
            for s in session.scalars(select(Signature).order_by(Signature.id))
        ],
    )


def check_binds(session: Session, year: Year) -> None:
    """What was sealed is what binds the parties, except where all of them amended it; and what
    else is now otherwise is told."""
    [seal] = session.scalars(select(Seal))
    assert content_hash(clauses(seal.content)) == seal.digest
    amended = set()
    for entry in seal.content:
        clause = session.get_one(Clause, entry["clause_id"])
        assert (clause.text, clause.plain_text) == (entry["text"], entry["plain_text"])
        assert clause.in_force_on == SIGNED_ON.date()
        agreement = session.get_one(Agreement, entry["agreement_id"])
        binding = [clause, *(amendment.new for amendment in agreement.amendments)]
        assert agreement.in_force is binding[-1]
        if agreement.amendments:
            assert agreement.amendments[0].old is clause
            amended.add(entry["code"])
    changed = changed_parts(clauses(seal.content), clauses(binding_content(session, year.cycle)))
    assert changed == changed_since_signing(standing(session, year.cycle))
    for code, parts in changed.items():
        allowed = {Part.GOALS, Part.WENT}
        if code in amended:
            allowed |= {Part.TEXT, Part.PLAIN_TEXT}
        assert set(parts) <= allowed


@contextmanager
def tried(store: Store, action: Any, who: Actor, arguments: dict[str, Any]) -> Iterator[Session]:
    """An action that is done and afterwards thrown away; Refused comes through."""
    with trying(store) as within:
        act = (within, who) if "who" in action.__annotations__ else (within,)
        action(*act, **arguments)
        with within.reading() as session:
            session.flush()
            yield session


EVERY = {
    name: action for name, action in actions(package).items() if not name.startswith(NOT_BY_ITSELF)
}


def test_every_kind_of_action_was_found() -> None:
    modules = {name.split(".")[0] for name in EVERY}
    assert {"agreements", "clauses", "measuring", "signing", "voices", "meetings"} <= modules
    assert len(EVERY) > 60


@pytest.mark.parametrize("name", EVERY)
def test_no_action_changes_what_was_signed(name: str, signed: tuple[Year, Values]) -> None:
    year, values = signed
    with year.store.reading() as session:
        before = what_was_signed(session)
        check_binds(session, year)
    for arguments in calls(name, EVERY[name], values, TODAY):
        try:
            with tried(year.store, EVERY[name], year.who, arguments) as session:
                assert what_was_signed(session) == before, arguments
                check_binds(session, year)
        except Refused:
            continue


# What is over once the parties have signed; everything else can still be done.
OVER = {
    "agreements.add_agreement",
    "cycles.change_period",
    "cycles.seat_party",
    "cycles.unseat_party",
    "commitments.add_commitment",
    "commitments.remove_commitment",
    "indicators.remove_indicator",
    "signing.conclude",
    "signing.pass_without_replies",
    "signing.seal",
    "signing.sign",
    "signing.strike_signature",
}


@pytest.mark.parametrize("name", sorted(set(EVERY) - OVER))
def test_what_is_not_over_can_be_done_in_a_signed_year(
    name: str, signed: tuple[Year, Values]
) -> None:
    year, values = signed
    for arguments in calls(name, EVERY[name], values, TODAY):
        try:
            with tried(year.store, EVERY[name], year.who, arguments):
                return
        except Refused:
            continue
    pytest.fail("every call was refused, so nothing was tried")


@pytest.mark.parametrize("name", sorted(OVER))
def test_what_is_over_is_refused_in_a_signed_year(name: str, signed: tuple[Year, Values]) -> None:
    year, values = signed
    for arguments in calls(name, EVERY[name], values, TODAY):
        with pytest.raises(Refused), tried(year.store, EVERY[name], year.who, arguments):
            pass
