"""Beleid in the demo world: a year that is over, one that runs, and the talks about the next."""

from __future__ import annotations

from datetime import date

from desktop.agreements.actions.seeds import ensure_seeds
from desktop.agreements.demo import (
    coming,
    means,
    measuring,
    meetings,
    parties,
    past,
    requests,
    running,
    voices,
)
from desktop.agreements.demo.story import Story
from desktop.store import Actor, Store


def make(store: Store, who: Actor, today: date) -> None:
    """Fill a store with three years of agreements as they stand on a day. What happened goes
    through the same actions as a user's clicks, on the days on which a user would have clicked;
    the year that is over goes in as it ended."""
    ensure_seeds(store)
    story = Story(store, who, today)
    parties.tell(story)
    past.tell(story)
    running.tell(story)
    meetings.tell(story)
    measuring.tell(story)
    voices.tell(story)
    coming.tell(story)
    requests.tell(story)
    means.tell(story)
    story.play()
    store.forget_undo()
