"""From the offer to the wipe."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from desktop.estate.demo_days import at, standing_at, working_day
from desktop.viewings.actions import (
    decisions,
    offers,
    reports,
    retention,
    vacancies,
    withdrawals,
)
from desktop.viewings.demo.stages.letting import Letting
from desktop.viewings.model import TourQuestion, TourReport, Vacancy
from desktop.viewings.rules.order import next_for_offer
from desktop.viewings.states import ComplaintAbout


def offer(letting: Letting) -> None:
    with letting.on(2, 16, 30):
        _offer_to_the_first(letting)


def _offer_to_the_first(letting: Letting) -> None:
    required = letting.ask_policy(lambda policy: policy.participation_required)
    first = next_for_offer(letting.in_order(), required)
    assert first is not None  # somebody wants the dwelling
    letting.offer = offers.make_offer(
        letting.store, letting.pilot.author, letting.vacancy, first.id
    )


def take_back(letting: Letting) -> None:
    """The papers of the first are not in order; the next is offered the dwelling."""
    if "taken_back" not in letting.values:
        return
    with letting.on(3, 9):
        offers.withdraw_offer(
            letting.store, letting.pilot.author, letting.offer, letting.values["taken_back"]
        )
        _offer_to_the_first(letting)


def answer_question(letting: Letting) -> None:
    with letting.store.reading() as session:
        asked = session.scalars(
            select(TourQuestion.id).join(TourReport).where(TourReport.viewing_id == letting.viewing)
        ).all()
    with letting.on(3, 10):
        for question in asked:
            reports.answer_question(
                letting.store,
                letting.pilot.author,
                question,
                "Een kast in de gang mag niet. De gang is een vluchtweg.",
            )


def accept(letting: Letting) -> None:
    with letting.on(3, 11):
        offers.accept_offer(letting.store, letting.pilot.author, letting.offer)


def submit(letting: Letting) -> None:
    store, author = letting.store, letting.pilot.author
    with letting.on(3, 15):
        letting.decision = decisions.draft_decision(store, author, letting.vacancy)
        decisions.submit_decision(store, author, letting.decision)


def settle(letting: Letting) -> None:
    with letting.on(4, 9, 30):
        decisions.settle_decision(letting.store, letting.pilot.reader, letting.decision)


def send_letters(letting: Letting) -> None:
    with letting.on(4, 11):
        decisions.letters_sent(letting.store, letting.pilot.author, letting.decision)


def back_out(letting: Letting) -> None:
    """The chosen one does not take the dwelling after all; the next does, by a decision anew."""
    if "backs_out" not in letting.values:
        return
    store, author = letting.store, letting.pilot.author
    with letting.on(5, 10):
        withdrawals.back_out(store, author, letting.decision, letting.values["backs_out"])
        _offer_to_the_first(letting)
    with letting.on(6, 11):
        offers.accept_offer(store, author, letting.offer)
        letting.decision = decisions.draft_decision(store, author, letting.vacancy)
        decisions.submit_decision(store, author, letting.decision)
    with letting.on(7, 9):
        decisions.settle_decision(store, letting.pilot.reader, letting.decision)
        decisions.letters_sent(store, author, letting.decision)


def sign_lease(letting: Letting) -> None:
    with letting.on(7, 14):
        vacancies.sign_lease(
            letting.store,
            letting.pilot.author,
            letting.vacancy,
            letting.day(7),
            letting.day(9),
        )


def complete(letting: Letting) -> None:
    with letting.on(9, 16):
        vacancies.complete(letting.store, letting.pilot.author, letting.vacancy)


def receive_complaint(letting: Letting) -> None:
    if "complaint" not in letting.values:
        return
    received_on = working_day(letting.today, -2)
    sender = next(c for c in letting.in_order() if c.rank == letting.values["complaint"])
    with standing_at(letting.store, at(received_on, 10)):
        decisions.add_complaint(
            letting.store,
            letting.pilot.author,
            letting.vacancy,
            sender.id,
            ComplaintAbout.VIEWING,
            received_on,
            "De afspraak begon een half uur te laat.",
        )


def close(letting: Letting) -> None:
    """The day after the complaint term."""
    with standing_at(letting.store, at(_complaint_term(letting) + timedelta(days=1), 9)):
        decisions.close_decision(letting.store, letting.pilot.author, letting.decision)


def wipe(letting: Letting) -> None:
    with standing_at(letting.store, at(_complaint_term(letting) + timedelta(days=1), 10)):
        retention.wipe(letting.store, letting.pilot.author, letting.decision)


def _complaint_term(letting: Letting) -> date:
    with letting.store.reading() as session:
        decision = session.get_one(Vacancy, letting.vacancy).decision
        assert decision is not None
        assert decision.complaint_until is not None  # it runs from the letters on
        return decision.complaint_until
