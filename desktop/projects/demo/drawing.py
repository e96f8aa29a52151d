"""The drawings of the demo world, brought to the new homes that they are for."""

from __future__ import annotations

from sqlalchemy import select

from desktop.feature import Drawings
from desktop.projects.actions.sketches import add_sketches, name_home
from desktop.projects.demo.story import Story
from desktop.projects.model import ProjectSketch

PROJECT = "werf"
BROUGHT = -1  # the working day, counted from today
NAMED = 8  # of the drawings; of the others nobody knows yet which home they are of


def tell(story: Story, drawings: Drawings | None) -> None:
    if drawings is not None:
        story.on(BROUGHT, _bring, story, drawings)


def _bring(story: Story, drawings: Drawings) -> None:
    project = story.values["drawing"]
    with story.store.reading() as session:
        ids = [one.id for one in drawings.all(session) if one.evening.startswith(project)]
    if not ids:
        return
    add_sketches(story.store, story.who, story.projects[PROJECT], ids)
    with story.store.reading() as session:
        links = session.scalars(
            select(ProjectSketch.id).order_by(ProjectSketch.id).limit(NAMED)
        ).all()
    for number, link_id in enumerate(links, start=1):
        name_home(story.store, story.who, link_id, story.values["home"].format(n=number))
