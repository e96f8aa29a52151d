"""The program is killed while somebody draws: at most the stroke in hand is lost."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from desktop.floorplans import actions, journal
from desktop.floorplans.actions import NewSketch
from desktop.floorplans.plan import Home, Plan
from desktop.store import Store
from desktop.store.audit import PROGRAM
from tests.support.process import start_python

# Draws walls one after another, and says after each how many are kept.
DRAWING = """
import sys
from desktop.floorplans import edits, journal
from desktop.floorplans.editing import Editing
from desktop.floorplans.journal import SketchJournal
from desktop.floorplans.plan import Point
from desktop.store import Store
from desktop.store.audit import PROGRAM

store, sketch = Store.open(sys.argv[1]), int(sys.argv[2])
with store.reading() as session:
    found = journal.opened(session, sketch)
editing = Editing(found.home, SketchJournal(store, PROGRAM, sketch), found.cursor, found.steps)
for n in range(1, 10_000):
    wall = edits.add_wall(editing.plan, Point(0, n * 100), Point(3_000, n * 100))[0]
    editing.commit("Muur getekend", wall)
    print(n, flush=True)
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_program_killed_while_drawing_loses_at_most_the_stroke_in_hand(
    data: Path, seed: int
) -> None:
    store = Store.open(data)
    sketch = actions.begin_sketch(store, PROGRAM, NewSketch("Sara", Home((Plan(),))))
    store.close()
    process = start_python(DRAWING, data, sketch)
    assert process.stdout is not None
    kept = 0
    until = random.Random(seed).randrange(10, 60)
    while kept < until:
        kept = int(process.stdout.readline())
    process.kill()  # somewhere in the next strokes
    said = process.stdout.read().split()
    assert process.wait() == -signal.SIGKILL
    kept = int(said[-1]) if said else kept

    store = Store.open(data)
    with store.reading() as session:
        found = journal.opened(session, sketch)
    store.close()
    # The one after the last that was told may have been kept before it could be told.
    assert len(found.home.levels[0].walls) in (kept, kept + 1)
    assert found.cursor == len(found.steps) == len(found.home.levels[0].walls)
