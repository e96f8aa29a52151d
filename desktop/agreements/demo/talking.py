"""How parties of the demo world write a clause and what they say to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select

from desktop.agreements.actions import clauses
from desktop.agreements.demo.story import Story
from desktop.agreements.model import Agreement, Clause
from desktop.agreements.states import PositionValue

SIGNING = ("G", "C", "H")


def write(story: Story, talks: int, one: Mapping[str, Any]) -> None:
    """A version of a text of the file, shared with the parties, with what they said to it."""
    clause = clauses.write_clause(
        story.store,
        story.who,
        story.agreements[talks, one["code"]],
        story.words(one["text"], talks),
        story.words(one["plain"], talks),
        story.parties[one.get("author", "C")],
        story.words(one.get("reason", ""), talks),
    )
    clauses.share_clause(story.store, story.who, clause)
    for letter, said in one.get("position", {}).items():
        value, remark = said if isinstance(said, list) else (said, "")
        clauses.take_position(
            story.store, story.who, clause, story.parties[letter], PositionValue(value), remark
        )


def share_newest(story: Story, talks: int, code: str) -> None:
    """The text that goes on as it was is shared with the parties."""
    agreement = story.agreements[talks, code]
    clauses.share_clause(story.store, story.who, _newest(story, talks)[agreement])


def agree_all(story: Story, talks: int, without: Collection[str] = ()) -> None:
    """Every party that signs agrees to the newest version of every agreement, except of those
    `without`, by code."""
    left = {story.agreements[talks, code] for code in without}
    for agreement, clause in _newest(story, talks).items():
        for letter in SIGNING if agreement not in left else ():
            clauses.take_position(
                story.store, story.who, clause, story.parties[letter], PositionValue.AGREES
            )


def _newest(story: Story, talks: int) -> dict[int, int]:
    """The newest version of each agreement of a year."""
    with story.store.reading() as session:
        rows = session.execute(
            select(Agreement.id, Clause.id)
            .join(Clause, Clause.agreement_id == Agreement.id)
            .where(Agreement.cycle_id == story.cycles[talks])
            .order_by(Agreement.code, Clause.number)
        )
        return {row[0]: row[1] for row in rows}
