"""The bid: six parts, approval, and out to everybody on one day (Woningwet 43, 44; Btiv 39)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.agreements.actions.bids import (
    not_foreseen,
    remove_item,
    send_bid,
    set_item,
    start_bid,
    supervisors_approved,
)
from desktop.agreements.actions.cycles import policy_received
from desktop.agreements.model import Cycle, Meeting
from desktop.agreements.queries.bid import BidView, bid_view
from desktop.agreements.queries.deliveries import delivery_matrix
from desktop.agreements.rules.bids import LackKind
from desktop.agreements.states import BidLetter, CycleState, DeliveryDocument, MeetingKind
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.statutory import APPROVED_ON, POLICY_ON, SENT_ON, Talks, begin_talks

A, B, C = BidLetter.A, BidLetter.B, BidLetter.C


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    return begin_talks(store, who, clock)


def view(talks: Talks) -> BidView:
    with talks.store.reading() as session:
        return bid_view(session, talks.cycle, SENT_ON)


def lacking(talks: Talks) -> list[LackKind]:
    return [lack.kind for lack in view(talks).lacks]


def invitations(talks: Talks) -> list[date | None]:
    with talks.store.reading() as session:
        matrix = delivery_matrix(session, talks.cycle, SENT_ON)
    return [cell.sent_on for cell in matrix.row(DeliveryDocument.INVITATION).cells]


def test_before_it_is_begun_every_part_is_missing(talks: Talks) -> None:
    assert [part.letter for part in view(talks).parts if part.missing] == list(BidLetter)


def test_it_is_about_the_next_five_years(talks: Talks) -> None:
    assert view(talks).years == (2027, 2028, 2029, 2030, 2031)


def test_a_part_with_work_or_without_any_foreseen_is_no_longer_missing(talks: Talks) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    talks.add_work(bid, A)
    not_foreseen(talks.store, talks.who, bid, B)
    assert [part.letter.value for part in view(talks).parts if part.missing] == list("cdef")


def test_a_part_that_gets_work_is_foreseen_again(talks: Talks) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    not_foreseen(talks.store, talks.who, bid, A)
    talks.add_work(bid, A)
    assert not view(talks).parts[0].not_foreseen


def test_a_part_with_work_is_not_called_not_foreseen(talks: Talks) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    talks.add_work(bid, A)
    with pytest.raises(Refused):
        not_foreseen(talks.store, talks.who, bid, A)


def test_without_work_and_approval_it_lacks_what_stops_it_first(talks: Talks) -> None:
    start_bid(talks.store, talks.who, talks.cycle)
    assert lacking(talks) == [LackKind.PARTS, LackKind.APPROVAL, LackKind.TALK]


def test_a_whole_bid_only_misses_a_talk_with_tenants_which_does_not_stop_it(talks: Talks) -> None:
    talks.whole_bid()
    assert lacking(talks) == [LackKind.TALK]
    assert not any(lack.stops for lack in view(talks).lacks)


def test_a_talk_with_tenants_before_it_went_out_counts(talks: Talks) -> None:
    talks.sent_bid()
    for day, lacks in ((SENT_ON + timedelta(days=1), [LackKind.TALK]), (SENT_ON, [])):
        with talks.store.act(talks.who, "test.meeting") as act:
            meeting = Meeting(cycle_id=talks.cycle, held_on=day, kind=MeetingKind.TENANTS)
            act.session.add(meeting)
        assert lacking(talks) == lacks


def test_years_without_work_are_told(talks: Talks) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    set_item(talks.store, talks.who, bid, A, "Bouwen", years={2027: "10", 2030: "10", 2031: " "})
    lack = next(lack for lack in view(talks).lacks if lack.kind is LackKind.YEARS)
    assert "2028, 2029, 2031" in lack.sentence
    assert not lack.stops


def test_stock_is_told_by_postcode(talks: Talks) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    with pytest.raises(Refused) as refused:
        set_item(talks.store, talks.who, bid, C, "12 woningen verkopen")
    assert refused.value.field == "postcode"


@pytest.mark.parametrize("postcode", ["987", "9871 AB", "0123", "٩٨٧١"])
def test_a_postcode_has_four_figures(talks: Talks, postcode: str) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    with pytest.raises(Refused):
        set_item(talks.store, talks.who, bid, C, "12 woningen verkopen", postcode)


@pytest.mark.parametrize("year", [2026, 2032])
def test_work_lies_in_the_five_years(talks: Talks, year: int) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    with pytest.raises(Refused, match="2027 tot en met 2031"):
        set_item(talks.store, talks.who, bid, A, "Bouwen", years={year: "10"})


def test_a_second_bid_is_refused(talks: Talks) -> None:
    start_bid(talks.store, talks.who, talks.cycle)
    with pytest.raises(Refused):
        start_bid(talks.store, talks.who, talks.cycle)


def test_of_two_desks_the_second_one_sees_what_the_first_wrote(talks: Talks) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    item = talks.add_work(bid, A)
    seen = view(talks).parts[0].works[0].version
    set_item(talks.store, talks.who, bid, A, "Kopen", item_id=item, version=seen)
    with pytest.raises(Conflict):
        set_item(talks.store, talks.who, bid, A, "Huren", item_id=item, version=seen)


def test_work_can_be_taken_out(talks: Talks) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    remove_item(talks.store, talks.who, talks.add_work(bid, A))
    assert view(talks).parts[0].missing


def test_sending_invites_on_the_same_day(talks: Talks) -> None:
    talks.sent_bid()
    assert view(talks).sent_on == view(talks).invited_on == SENT_ON
    assert invitations(talks) == [SENT_ON] * 3


def test_sending_brings_the_year_further(talks: Talks) -> None:
    talks.sent_bid()
    with talks.store.reading() as session:
        assert session.get_one(Cycle, talks.cycle).state is CycleState.BID_SENT


def test_the_last_receipt_counts(talks: Talks) -> None:
    talks.sent_bid(received={talks.municipality: date(2026, 7, 1), talks.tenants: SENT_ON})
    assert view(talks).receipts.arrived_on is None
    states = {cell.party_id: cell.received_on for cell in view(talks).receipts.cells}
    assert states == {
        talks.municipality: date(2026, 7, 1),
        talks.tenants: SENT_ON,
        talks.residents: None,
    }


def test_a_missing_part_keeps_it_from_going_out_and_is_named(talks: Talks) -> None:
    bid = start_bid(talks.store, talks.who, talks.cycle)
    with pytest.raises(Refused, match=r"a, b, c, d, e, f.*artikel 39"):
        send_bid(talks.store, talks.who, bid, SENT_ON)


def test_it_does_not_go_out_before_its_approval(talks: Talks) -> None:
    bid = talks.whole_bid()
    with pytest.raises(Refused) as refused:
        send_bid(talks.store, talks.who, bid, APPROVED_ON - timedelta(days=1))
    assert refused.value.field == "approval"


def test_it_can_go_out_on_the_day_of_its_approval(talks: Talks) -> None:
    talks.sent_bid(APPROVED_ON)
    assert view(talks).sent_on == APPROVED_ON


def test_in_the_transition_year_no_approval_is_asked(
    store: Store, who: Actor, clock: Clock
) -> None:
    early = begin_talks(store, who, clock, 2015, POLICY_ON)
    start_bid(early.store, early.who, early.cycle)
    assert LackKind.APPROVAL not in lacking(early)


def test_what_was_sent_no_longer_changes(talks: Talks) -> None:
    bid = talks.sent_bid()
    for change in (
        lambda: talks.add_work(bid, A),
        lambda: not_foreseen(talks.store, talks.who, bid, B, False),
        lambda: supervisors_approved(talks.store, talks.who, bid, None),
        lambda: send_bid(talks.store, talks.who, bid, SENT_ON),
    ):
        with pytest.raises(Refused, match="29 juni 2026"):
            change()


def test_sending_can_be_undone(talks: Talks) -> None:
    talks.sent_bid()
    talks.store.undo(talks.who)
    assert view(talks).sent_on is None
    assert invitations(talks) == [None] * 3


def test_without_policy_nobody_is_invited_and_the_bid_still_goes(talks: Talks) -> None:
    policy_received(talks.store, talks.who, talks.cycle, None)
    talks.sent_bid(date(2026, 7, 2))
    assert view(talks).sent_on == date(2026, 7, 2)
    assert view(talks).invited_on is None
    assert invitations(talks) == [None] * 3


def test_before_1_july_policy_may_still_come_so_everybody_is_invited(talks: Talks) -> None:
    policy_received(talks.store, talks.who, talks.cycle, None)
    talks.sent_bid()
    assert view(talks).invited_on == SENT_ON


@pytest.mark.parametrize("day", [SENT_ON - timedelta(days=1), date(2026, 12, 1)])
def test_nobody_has_it_before_it_went_out_or_tomorrow(talks: Talks, day: date) -> None:
    with pytest.raises(Refused) as refused:
        talks.sent_bid(received={talks.tenants: day})
    assert refused.value.field == "received"


def test_the_corporation_does_not_send_it_to_itself(talks: Talks) -> None:
    with pytest.raises(Refused):
        talks.sent_bid(received={talks.corporation: SENT_ON})
