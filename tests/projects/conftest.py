"""A project to work with."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.projects.actions.projects import start_project
from desktop.projects.states import Participation, ProjectKind
from desktop.store import Actor, Store


@pytest.fixture
def renovation(store: Store, who: Actor) -> int:
    """A renovation that begins on 1 September 2026, with the tasks of its kind."""
    return start_project(
        store,
        who,
        "Renovatie Zonneveld",
        ProjectKind.RENOVATION,
        Participation.ADVISE,
        date(2026, 9, 1),
    )
