"""Beheer in the demo world: a renovation, new homes, and a neighbourhood."""

from __future__ import annotations

from datetime import date

from desktop.feature import Drawings
from desktop.projects.demo import consulting, dividing, drawing, talking, walking, work
from desktop.projects.demo.story import Story
from desktop.store import Actor, Store


def make(store: Store, who: Actor, today: date, drawings: Drawings | None = None) -> None:
    """Fill a store with three projects as they stand on a day. What happened goes through the same
    actions as a user's clicks, on the days on which a user would have clicked."""
    story = Story(store, who, today)
    work.tell(story)
    talking.tell(story)
    consulting.tell(story)
    dividing.tell(story)
    walking.tell(story)
    drawing.tell(story, drawings)
    story.play()
    store.forget_undo()
