"""A letting that is ready to begin; `any_letting` once on SQLite and once on PostgreSQL."""

from __future__ import annotations

import pytest

from desktop.store import Store
from tests.support import steps
from tests.support.clock import Clock
from tests.support.steps import Letting


@pytest.fixture
def letting(store: Store, clock: Clock) -> Letting:
    return steps.begin(store, clock)


@pytest.fixture
def any_letting(any_store: Store, clock: Clock) -> Letting:
    return steps.begin(any_store, clock)
