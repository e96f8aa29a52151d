"""A letting that is ready to begin."""

from __future__ import annotations

import pytest

from desktop.store import Store
from tests.support import steps
from tests.support.clock import Clock
from tests.support.steps import Letting


@pytest.fixture
def letting(store: Store, clock: Clock) -> Letting:
    return steps.begin(store, clock)
