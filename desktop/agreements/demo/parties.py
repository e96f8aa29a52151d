"""Who sits at the table in the demo world, and the policy of the municipality."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.agreements.actions import contacts, parties, policies
from desktop.agreements.demo.story import Story
from desktop.agreements.model import PolicyGoal
from desktop.agreements.states import PartyKind, PartyRole
from desktop.estate.model import Complex

BEGINS = date(2024, 2, 12)  # as written in the file
LOOKED_ON = (date(2026, 7, 9), date(2026, 9, 24))  # tenants at a meeting, on the shared laptop


def tell(story: Story) -> None:
    story.on(BEGINS, _add_parties, story)
    story.on(BEGINS, _add_policy, story)
    for day in LOOKED_ON:
        story.on(day, lambda: parties.looked(story.store, story.who, story.parties["H"]))


def _add_parties(story: Story) -> None:
    for letter, values in story.values["party"].items():
        facts: dict[str, Any] = dict(values)
        facts["kind"] = PartyKind(facts["kind"])
        facts["role"] = PartyRole(facts.get("role", "member"))
        if "complex" in facts:
            facts["complex_id"] = _complex(story, facts.pop("complex"))
        for day in ("last_annual_meeting_on", "visited_on"):
            if day in facts:
                facts[day] = story.day(facts[day])
        story.parties[letter] = parties.add_party(story.store, story.who, **facts)
    for contact in story.values["contact"]:
        party_id = story.parties[contact["party"]]
        contacts.add_contact(story.store, story.who, party_id, contact["function"])


def _complex(story: Story, name: str) -> int | None:
    """The complex of a committee; None in a world that has no complexes."""
    with story.store.reading() as session:
        return session.scalar(select(Complex.id).where(Complex.name == name))


def _add_policy(story: Story) -> None:
    policy = story.values["policy"]
    story.policy = policies.add_policy(
        story.store,
        story.who,
        story.parties["G"],
        story.words(policy["title"]),
        story.day(policy["valid_from"]),
        story.day(policy["valid_to"]),
        story.day(policy["received_on"]),
        [story.words(goal) for goal in policy["goals"]],
    )
    with story.store.reading() as session:
        story.goals = list(
            session.scalars(
                select(PolicyGoal.id)
                .where(PolicyGoal.document_id == story.policy)
                .order_by(PolicyGoal.position)
            )
        )
