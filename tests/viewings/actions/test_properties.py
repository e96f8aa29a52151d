"""What must hold for every history: hosts move nobody, and a tour costs nobody their priority."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.refused import Refused
from desktop.viewings.actions.guards import read_guard
from desktop.viewings.actions.invitations import (
    candidate_withdraws,
    protect,
    record_answer,
    record_no_response,
    remind,
    take_back_invitation,
)
from desktop.viewings.actions.offers import (
    accept_offer,
    expire_offer,
    make_offer,
    refuse_offer,
    withdraw_offer,
)
from desktop.viewings.actions.reports import Visit, record_criteria, record_want
from desktop.viewings.actions.viewings import move_viewing
from desktop.viewings.actions.withdrawals import back_out
from desktop.viewings.actions.withdrawals import take_back as take_dwelling_back
from desktop.viewings.model import ConsequenceGuard
from desktop.viewings.queries.decisions import OrderLine, order_lines
from desktop.viewings.queries.facts import standings
from desktop.viewings.rules.order import in_order
from desktop.viewings.states import (
    Answer,
    CriterionAnswer,
    DefectPlace,
    GuardState,
    Level,
    OfferAnswer,
    Presence,
    SkipCode,
    Want,
)
from tests.support import steps
from tests.support.clock import Clock
from tests.support.demo_world import opened
from tests.support.estate import POINTS
from tests.support.steps import Letting, bring, people

EXAMPLES = settings(deadline=None, max_examples=10)


@dataclass(frozen=True)
class Ready:
    """A letting that was brought to some step, as a file to copy for each example."""

    file: Path
    letting: Letting

    @contextmanager
    def copied(self) -> Iterator[Letting]:
        """The letting in a database of its own, on a clock of its own."""
        with TemporaryDirectory() as folder:
            clock = Clock()
            clock.move_to(self.letting.clock.moment)
            with opened(Path(shutil.copy(self.file, folder)), clock) as store:
                yield replace(self.letting, store=store, clock=clock)


def ready(file: Path, last: steps.Step, **values: Any) -> Ready:
    """Bring a letting with these values up to and with a step."""
    clock = Clock()
    with opened(file, clock) as store:
        letting = steps.begin(store, clock)
        for name, value in values.items():
            setattr(letting, name, value)
        bring(letting, last)
    return Ready(file, letting)


@pytest.fixture(scope="module", params=[Level.A, Level.B])
def reminded(
    request: pytest.FixtureRequest, migrated_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Ready:
    """Four candidates who were reminded, at level A and at level B."""
    file = Path(shutil.copy(migrated_file, tmp_path_factory.mktemp("reminded") / "ready.db"))
    return ready(file, steps.remind, policy_values={"level": request.param})


@pytest.fixture(scope="module")
def with_priority(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Ready:
    """Number 1 has priority; everybody said that they come, and must."""
    file = Path(shutil.copy(migrated_file, tmp_path_factory.mktemp("priority") / "ready.db"))
    return ready(
        file,
        steps.answers,
        people=people(3, priority=[1]),
        policy_values={"participation_required": True},
    )


# Hosts move nobody -------------------------------------------------------------------------


@dataclass(frozen=True)
class Card:
    """What hosts enter at the door of one visitor."""

    points: frozenset[str]
    switched: bool
    received_by: int  # place among the two hosts
    criteria: tuple[CriterionAnswer | None, CriterionAnswer | None]


cards = st.builds(
    Card,
    points=st.frozensets(st.sampled_from([key for key, _nl, _en in POINTS])),
    switched=st.booleans(),
    received_by=st.integers(0, 1),
    criteria=st.tuples(
        st.none() | st.sampled_from(CriterionAnswer), st.none() | st.sampled_from(CriterionAnswer)
    ),
)
own_answers = st.sampled_from([Want.YES, Want.NO, Want.THINKS, None])


def outcome(
    letting: Letting, wants: list[Want | None], hosts_entered: list[Card] | None
) -> tuple[list[int], list[int], list[OrderLine]]:
    """The order, the offers and the decision of a letting with these answers of candidates."""
    letting.clock.move_to(steps.at(letting, 1, 16, 30))
    visits = []
    for place, (invitation, want) in enumerate(
        zip(letting.invitations.values(), wants, strict=True)
    ):
        visit = Visit(invitation, Presence.PRESENT, want=want)
        if hosts_entered is not None:
            card = hosts_entered[place]
            visit = replace(
                visit,
                points=tuple(sorted(card.points)),
                switched=card.switched,
                received_by_id=letting.hosts[card.received_by],
            )
        visits.append(visit)
    notes = {"defects": ((DefectPlace.KITCHEN, "Kraan lekt"),)} if hosts_entered else {}
    steps.save_report(letting, *visits, **notes)
    if hosts_entered is not None and letting.policy_values["level"] is Level.B:
        enter_criteria(letting, hosts_entered)
    steps.close_viewing(letting)
    offered = []
    while (first := letting.view().next_offer) is not None:
        letting.offer = make_offer(letting.store, letting.author, letting.vacancy, first)
        offered.append(first)
        if len(offered) == 2:
            break
        refuse_offer(letting.store, letting.author, letting.offer, "WBN")
    if len(offered) < 2:
        return in_the_order(letting), offered, []
    bring(letting, steps.settle, after=steps.offer)
    with letting.store.reading() as session:
        return in_the_order(letting), offered, order_lines(session, letting.decision)


def enter_criteria(letting: Letting, hosts_entered: list[Card]) -> None:
    for invitation, card in zip(letting.invitations.values(), hosts_entered, strict=True):
        for host, answer in zip(letting.hosts[:2], card.criteria, strict=True):
            if answer is not None:
                record_criteria(letting.store, letting.author, invitation, host, {"rules": answer})


def in_the_order(letting: Letting) -> list[int]:
    with letting.store.reading() as session:
        return [c.rank for c in in_order(standings(session, letting.vacancy))]


@EXAMPLES
@given(
    wants=st.lists(own_answers, min_size=4, max_size=4),
    hosts_entered=st.lists(cards, min_size=4, max_size=4),
)
def test_at_levels_a_and_b_nothing_that_hosts_enter_changes_order_offers_or_decision(
    reminded: Ready, wants: list[Want | None], hosts_entered: list[Card]
) -> None:
    with reminded.copied() as without:
        expected = outcome(without, wants, None)
    with reminded.copied() as with_hosts:
        assert outcome(with_hosts, wants, hosts_entered) == expected


# A tour costs nobody their priority --------------------------------------------------------

URGENT, OTHER = 1, 2
Move = Callable[[Letting], object]


def urgent(letting: Letting) -> int:
    return letting.candidates[URGENT]


def offer_of_urgent(letting: Letting) -> int:
    """The offer to the candidate with priority that is open; refuses when there is none."""
    for line in letting.view().offers:
        if line.candidate_id == urgent(letting) and line.answer is OfferAnswer.OPEN:
            return line.id
    raise Refused("no open offer")


def saved(**visit: Any) -> Move:
    return lambda x: steps.save_report(
        x, Visit(x.invitations[URGENT], caused_by_tour=False, **visit)
    )


def is_chosen(letting: Letting) -> None:
    """The candidate with priority accepts, and a second reader settles the decision."""
    letting.offer = make_offer(letting.store, letting.author, letting.vacancy, urgent(letting))
    for step in (steps.accept, steps.draft, steps.submit, steps.settle):
        step(letting)


MOVES: dict[str, Move] = {
    "came and thinks": saved(presence=Presence.PRESENT, want=Want.THINKS),
    "came and says no": saved(presence=Presence.PRESENT, want=Want.NO, want_reason="WBN"),
    "came and says yes": saved(presence=Presence.PRESENT, want=Want.YES),
    "did not come": saved(presence=Presence.NO_SHOW),
    "cancelled": saved(presence=Presence.CANCELLED),
    "is coming": lambda x: record_answer(x.store, x.author, x.invitations[URGENT], Answer.COMING),
    "is not coming": lambda x: record_answer(
        x.store, x.author, x.invitations[URGENT], Answer.NOT_COMING
    ),
    "no answer": lambda x: record_no_response(x.store, x.author, x.invitations[URGENT]),
    "remind": lambda x: remind(x.store, x.author, [x.invitations[URGENT]]),
    "take back": lambda x: take_back_invitation(x.store, x.author, x.invitations[URGENT]),
    "no by phone": lambda x: record_want(x.store, x.author, urgent(x), Want.NO, "WBN", False),
    "thinks by phone": lambda x: record_want(x.store, x.author, urgent(x), Want.THINKS),
    "withdraws": lambda x: candidate_withdraws(
        x.store, x.author, urgent(x), SkipCode.OWN_REQUEST, False
    ),
    "not reached": lambda x: candidate_withdraws(
        x.store, x.author, urgent(x), SkipCode.UNREACHABLE
    ),
    "protect": lambda x: protect(x.store, x.author, urgent(x), True),
    "move the viewing": lambda x: move_viewing(
        x.store, x.author, x.viewing, steps.usual_plan(x, 2)
    ),
    "offer": lambda x: make_offer(x.store, x.author, x.vacancy, urgent(x)),
    "offer to the other": lambda x: make_offer(x.store, x.author, x.vacancy, x.candidates[OTHER]),
    "refuses": lambda x: refuse_offer(x.store, x.author, offer_of_urgent(x), "WBN", False),
    "runs out": lambda x: expire_offer(x.store, x.author, offer_of_urgent(x), False),
    "taken back": lambda x: withdraw_offer(
        x.store, x.author, offer_of_urgent(x), "NIE", reader=x.author
    ),
    "accepts": lambda x: accept_offer(x.store, x.author, offer_of_urgent(x)),
    "is chosen": is_chosen,
    "backs out after the decision": lambda x: back_out(
        x.store, x.author, x.decision, "WBN", caused_by_tour=False
    ),
    "taken back after the decision": lambda x: take_dwelling_back(
        x.store, x.author, x.decision, "NIE", reader=x.author
    ),
    "a day later": lambda x: x.clock.move_on(days=1),
    "the author reads along": lambda x: [
        read_guard(x.store, x.author, g.id, True, True) for g in x.view().guards
    ],
    "the reader sends back": lambda x: [
        read_guard(x.store, x.reader, g.id, False, True) for g in x.view().guards
    ],
}


sequences = st.lists(st.sampled_from(sorted(MOVES)), min_size=1, max_size=12)


def taken(letting: Letting, moves: list[str]) -> Iterator[str]:
    """Take these moves; gives each that was not refused, after it was taken."""
    for move in moves:
        try:
            MOVES[move](letting)
        except Refused:
            continue
        yield move


@settings(deadline=None, max_examples=40)
@given(moves=sequences)
def test_c3_no_sequence_of_actions_costs_a_candidate_with_priority_the_right_without_a_reader(
    with_priority: Ready, moves: list[str]
) -> None:
    with with_priority.copied() as letting:
        for move in taken(letting, moves):
            view = letting.view()
            assert view.candidates[0].rank == URGENT
            assert view.candidates[0].passed is None, f"lost by: {move}"
            assert all(offer.rank == URGENT for offer in view.offers)
        with letting.store.reading() as session:
            agreed = session.query(ConsequenceGuard).filter_by(state=GuardState.AGREED)
            assert agreed.count() == 0


@settings(deadline=None, max_examples=15)
@given(moves=sequences)
def test_no_sequence_of_actions_changes_the_order_of_two_candidates(
    with_priority: Ready, moves: list[str]
) -> None:
    with with_priority.copied() as letting:
        before = in_the_order(letting)
        for move in taken(letting, moves):
            assert in_the_order(letting) == before, f"changed by: {move}"
