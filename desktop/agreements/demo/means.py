"""What tenants of the demo world have to do their task with, what the minister thought of the bid,
what others found of the corporation, and about which agreements advice is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.agreements.actions import budgets, means
from desktop.agreements.actions.bids import judge_bid
from desktop.agreements.actions.consulting import advice_is_about, no_advice_needed
from desktop.agreements.actions.deliveries import deliver
from desktop.agreements.actions.parties import change_party
from desktop.agreements.demo.story import Story
from desktop.agreements.model import Advice, Bid, Contact
from desktop.agreements.queries.consulting import unasked
from desktop.agreements.states import DeliveryDocument, Expense


def tell(story: Story) -> None:
    """Each on its day."""
    values = story.values
    for one in values["judgement"]:
        story.on(one["judged_on"], _judge, story, one)
    for one in values["budget"]:
        made: dict[str, int] = {}
        story.on(one["agreed_on"], _agree, story, one, made)
        for day, kind, what, euros in one["expenses"]:
            story.on(date.fromisoformat(day), _spend, story, made, kind, what, euros)
        if "accounted_on" in one:
            story.on(one["accounted_on"], _account, story, made)
    for one in values["training"]:
        story.on(one["held_on"], _train, story, one)
    power = values["power"]
    story.on(power["agreed_on"], _grant, story, power)
    visitation = values["visitation"]
    story.on(visitation["reported_on"], _report, story, visitation)
    story.on(visitation["sent_on"], _send_report, story, visitation)
    story.on(values["consulting"]["said_on"], _consult, story, values["consulting"])


def _judge(story: Story, one: Mapping[str, Any]) -> None:
    cycle = story.cycles[one["talks"] + story.shift]
    with story.store.reading() as session:
        bid = session.scalars(select(Bid.id).where(Bid.cycle_id == cycle)).one()
    judge_bid(story.store, story.who, bid, one["words"])


def _agree(story: Story, one: Mapping[str, Any], made: dict[str, int]) -> None:
    made["id"] = budgets.agree_budget(
        story.store, story.who, story.parties["H"], one["year"] + story.shift, one["euros"] * 100
    )


def _spend(story: Story, made: Mapping[str, int], kind: str, what: str, euros: float) -> None:
    cents = round(euros * 100)
    budgets.spend(story.store, story.who, made["id"], Expense(kind), what, cents)


def _account(story: Story, made: Mapping[str, int]) -> None:
    budgets.account(story.store, story.who, made["id"])


def _train(story: Story, one: Mapping[str, Any]) -> None:
    with story.store.reading() as session:
        member = session.scalars(
            select(Contact.id).where(
                Contact.party_id == story.parties["H"], Contact.function == one["member"]
            )
        ).one()
    means.log_training(story.store, story.who, member, one["subject"], one["half_days"])


def _grant(story: Story, one: Mapping[str, Any]) -> None:
    means.grant_power(story.store, story.who, story.parties[one["party"]], one["what"])


def _report(story: Story, one: Mapping[str, Any]) -> None:
    reported_on = story.day(one["reported_on"])
    change_party(story.store, story.who, story.parties["C"], visited_on=reported_on)


def _send_report(story: Story, one: Mapping[str, Any]) -> None:
    receivers = [story.parties[letter] for letter in one["to"]]
    sent_on = story.day(one["sent_on"])
    deliver(
        story.store,
        story.who,
        story.cycles[story.year],
        DeliveryDocument.VISITATION_REPORT,
        receivers,
        sent_on,
        dict.fromkeys(receivers, sent_on),
    )


def _consult(story: Story, one: Mapping[str, Any]) -> None:
    """Of most agreements the policy stays; about one advice was asked, and one still waits."""
    with story.store.reading() as session:
        waiting = unasked(session, story.cycles[story.year])
        advice = session.scalars(
            select(Advice.id).where(Advice.cycle_id == story.cycles[story.year])
        ).one()
    for agreement in waiting:
        if agreement.code not in one["leave"]:
            no_advice_needed(story.store, story.who, agreement.id, one["unchanged"])
    about = story.agreements[story.year, one["about"]]
    advice_is_about(story.store, story.who, advice, about)
