"""The papers of Woningwet art. 44a: which document went to whom, and when they had it."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.cycles import policy_received
from desktop.agreements.actions.deliveries import deliver, received
from desktop.agreements.actions.parties import change_party
from desktop.agreements.queries.deliveries import (
    DeliveryCell,
    DeliveryMatrix,
    delivery_matrix,
    year_papers_arrived_on,
)
from desktop.agreements.states import DeliveryDocument
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.statutory import SENT_ON, Talks, begin_talks

D = DeliveryDocument
PAPERS_ON = date(2026, 12, 10)
LATER = date(2026, 12, 20)


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    talks = begin_talks(store, who, clock)
    talks.on(LATER)
    return talks


def matrix(talks: Talks) -> DeliveryMatrix:
    with talks.store.reading() as session:
        return delivery_matrix(session, talks.cycle, LATER)


def send(talks: Talks, document: DeliveryDocument, on: date = PAPERS_ON) -> tuple[int, ...]:
    everybody = (None, *talks.receivers)
    return deliver(
        talks.store, talks.who, talks.cycle, document, everybody, on, dict.fromkeys(everybody, on)
    )


def test_the_minister_gets_the_papers_of_december_and_not_the_bid_of_july(talks: Talks) -> None:
    shown = matrix(talks)
    assert [one.party_id for one in shown.receivers] == [None, *talks.receivers]
    for row in shown.rows:
        has_minister = None in [cell.party_id for cell in row.cells]
        summer = (D.BID, D.INVITATION, D.VISITATION_REPORT)
        assert has_minister == (row.document not in summer)


def test_bid_and_statement_are_the_papers_when_nobody_signed(talks: Talks) -> None:
    send(talks, D.YEAR_BID)
    assert year_papers_arrived_on(matrix(talks)) is None
    send(talks, D.YEAR_STATEMENT)
    assert year_papers_arrived_on(matrix(talks)) == PAPERS_ON


def test_signed_agreements_go_along(talks: Talks) -> None:
    talks.sign()
    send(talks, D.YEAR_BID)
    send(talks, D.YEAR_STATEMENT)
    assert year_papers_arrived_on(matrix(talks)) is None
    send(talks, D.YEAR_AGREEMENTS, date(2026, 12, 14))
    assert year_papers_arrived_on(matrix(talks)) == date(2026, 12, 14)


def test_without_policy_only_the_agreements_lapse(talks: Talks) -> None:
    policy_received(talks.store, talks.who, talks.cycle, None)
    lapsed = {row.document for row in matrix(talks).rows if row.lapsed}
    assert lapsed - {D.VISITATION_REPORT} == {D.INVITATION, D.YEAR_AGREEMENTS}


def test_agreements_that_nobody_signed_are_not_sent(talks: Talks) -> None:
    with pytest.raises(Refused) as refused:
        send(talks, D.YEAR_AGREEMENTS)
    assert refused.value.field == "document"


def test_a_paper_is_late_when_it_came_on_15_december(talks: Talks) -> None:
    deliver(
        talks.store, talks.who, talks.cycle, D.YEAR_BID, [None, talks.tenants], PAPERS_ON,
        {None: date(2026, 12, 14), talks.tenants: date(2026, 12, 15)},
    )  # fmt: skip
    row = matrix(talks).row(D.YEAR_BID)
    assert row.due_on == date(2026, 12, 14)
    late = {cell.party_id for cell in row.cells if row.is_late(cell, date(2026, 12, 14))}
    assert late == {talks.tenants}
    late = {cell.party_id for cell in row.cells if row.is_late(cell, LATER)}
    assert late == {talks.tenants, talks.municipality, talks.residents}


def test_a_receipt_is_recorded_later(talks: Talks) -> None:
    (sent,) = deliver(talks.store, talks.who, talks.cycle, D.YEAR_BID, [None], PAPERS_ON)
    received(talks.store, talks.who, sent, date(2026, 12, 11), "ontvangstbewijs 12")
    cell = matrix(talks).row(D.YEAR_BID).cells[0]
    assert (cell.received_on, cell.proof) == (date(2026, 12, 11), "ontvangstbewijs 12")


@pytest.mark.parametrize("day", [date(2026, 12, 9), date(2026, 12, 21)])
def test_a_receipt_is_not_before_sending_or_tomorrow(talks: Talks, day: date) -> None:
    (sent,) = deliver(talks.store, talks.who, talks.cycle, D.YEAR_BID, [None], PAPERS_ON)
    with pytest.raises(Refused):
        received(talks.store, talks.who, sent, day)


def test_of_what_was_sent_twice_the_one_that_came_first_counts(talks: Talks) -> None:
    deliver(talks.store, talks.who, talks.cycle, D.YEAR_BID, [None], PAPERS_ON)
    send(talks, D.YEAR_BID, date(2026, 12, 12))
    deliver(talks.store, talks.who, talks.cycle, D.YEAR_BID, [None], date(2026, 12, 18))
    cell = matrix(talks).row(D.YEAR_BID).cells[0]
    assert cell.received_on == date(2026, 12, 12)


def test_who_came_to_the_table_late_gets_the_bid_afterwards(talks: Talks) -> None:
    talks.sent_bid()
    deliver(
        talks.store, talks.who, talks.cycle, D.BID, [talks.residents], date(2026, 7, 3),
        {talks.residents: date(2026, 7, 4)},
    )  # fmt: skip
    row = matrix(talks).row(D.BID)
    assert row.cells[-1].received_on == date(2026, 7, 4)
    assert row.is_late(row.cells[-1], LATER)


def test_a_bid_goes_out_as_a_whole_first(talks: Talks) -> None:
    with pytest.raises(Refused):
        deliver(talks.store, talks.who, talks.cycle, D.BID, [talks.tenants], SENT_ON)


def test_the_minister_does_not_get_the_bid_in_july(talks: Talks) -> None:
    talks.sent_bid()
    with pytest.raises(Refused):
        deliver(talks.store, talks.who, talks.cycle, D.BID, [None], SENT_ON)


def test_nobody_outside_the_table_gets_papers(talks: Talks) -> None:
    with pytest.raises(Refused):
        deliver(talks.store, talks.who, talks.cycle, D.YEAR_BID, [talks.corporation], PAPERS_ON)


def test_an_invitation_that_went_out_with_the_bid_is_in_time_whenever_it_came(
    talks: Talks,
) -> None:
    talks.sent_bid(received=dict.fromkeys(talks.receivers, date(2026, 6, 30)))
    row = matrix(talks).row(D.INVITATION)
    assert row.due_on == SENT_ON
    assert [cell.received_on for cell in row.cells] == [date(2026, 6, 30)] * 3
    assert not any(row.is_late(cell, LATER) for cell in row.cells)


def test_an_invitation_that_went_out_after_the_bid_is_late(talks: Talks) -> None:
    talks.sent_bid()
    row = matrix(talks).row(D.INVITATION)
    assert row.is_late(DeliveryCell(talks.tenants, 1, date(2026, 6, 30)), LATER)


def test_the_report_of_a_visitation_goes_in_the_year_in_which_it_came(talks: Talks) -> None:
    def send_report() -> None:
        deliver(
            talks.store, talks.who, talks.cycle, D.VISITATION_REPORT, [talks.tenants], PAPERS_ON
        )

    for reported_on in (None, date(2025, 10, 20), LATER):
        change_party(talks.store, talks.who, talks.corporation, visited_on=reported_on)
        with pytest.raises(Refused) as refused:
            send_report()
        assert refused.value.field == "document"
    change_party(talks.store, talks.who, talks.corporation, visited_on=date(2026, 10, 20))
    send_report()
    row = matrix(talks).row(D.VISITATION_REPORT)
    assert (row.due_on, row.lapsed) == (date(2026, 12, 1), "")
    assert row.article == "Woningwet, art. 53a lid 4"
    assert [row.is_late(cell, LATER) for cell in row.cells] == [True, True, True]
