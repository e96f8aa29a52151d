"""What happens in every year of the demo world: it begins, gets its agreements, and is signed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.agreements.actions import agreements, commitments, cycles, deliveries
from desktop.agreements.actions.signing import seal, sign
from desktop.agreements.demo.story import Story
from desktop.agreements.states import CommitmentKind, CycleState, DeliveryDocument
from desktop.language.format import local

WHO_SIGNS = {"G": "wethouder wonen", "C": "bestuurder", "H": "voorzitter"}


def begin(story: Story, talks: int) -> None:
    """The talks begin; the municipality gave its policy before."""
    cycle = cycles.start_cycle(
        story.store, story.who, talks, story.parties["G"], story.parties.values()
    )
    story.cycles[talks] = cycle
    received_on = story.day(story.values["policy"]["received_on"])
    cycles.policy_received(story.store, story.who, cycle, received_on, story.policy)


def add(story: Story, talks: int, one: Mapping[str, Any]) -> None:
    """An agreement of the file, with what each party does for it."""
    id = agreements.add_agreement(
        story.store,
        story.who,
        story.cycles[talks],
        story.themes[one["code"][:3]],
        one["title"],
        one["code"],
        one["short_title"],
        district=one.get("district", ""),
        postcode=one.get("postcode", ""),
        goal_id=story.goals[one["goal"] - 1],
    )
    story.agreements[talks, one["code"]] = id
    due = one.get("due", {})
    for letter, what in one["does"].items():
        story.commitments[talks, one["code"], letter] = commitments.add_commitment(
            story.store,
            story.who,
            id,
            story.parties[letter],
            what,
            CommitmentKind.RESULT if letter == "C" else CommitmentKind.EFFORT,
            story.day(due[letter]) if letter in due else None,
        )


def move(story: Story, talks: int, state: CycleState) -> None:
    """The year goes to its next state."""
    cycles.move_cycle(story.store, story.who, story.cycles[talks], state)


def sign_all(story: Story, talks: int) -> None:
    """The text is put before the parties, and each signs it on that day."""
    sealed = seal(story.store, story.who, story.cycles[talks])
    for letter, function in WHO_SIGNS.items():
        party = story.parties[letter]
        sign(story.store, story.who, sealed, party, _today(story), "Morgenveld", function)


def deliver(story: Story, talks: int) -> None:
    """The bid, the agreements and the statement of the board go to the minister, the municipality
    and the tenants, who have them on the same day (Woningwet, art. 44a(1))."""
    for document in (
        DeliveryDocument.YEAR_BID,
        DeliveryDocument.YEAR_AGREEMENTS,
        DeliveryDocument.YEAR_STATEMENT,
    ):
        receivers = [None, *(story.parties[letter] for letter in "GHB")]
        day = _today(story)
        deliveries.deliver(
            story.store,
            story.who,
            story.cycles[talks],
            document,
            receivers,
            day,
            dict.fromkeys(receivers, day),
        )


def _today(story: Story) -> date:
    return local(story.store.now()).date()
