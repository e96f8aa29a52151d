"""Garbage is collected where widgets live: in the thread of the window."""

from __future__ import annotations

import gc
import threading
import weakref

from desktop.garbage import sweep


class Knot:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def tie(freed_in: list[threading.Thread]) -> weakref.finalize:
    knot = Knot()
    return weakref.finalize(knot, lambda: freed_in.append(threading.current_thread()))


def clear_away() -> None:
    """Until nothing is left of earlier tests: what frees it makes objects of its own, and those
    would count as due."""
    while gc.collect():
        pass


def test_a_worker_that_makes_many_objects_collects_nothing() -> None:
    clear_away()
    freed_in: list[threading.Thread] = []
    tie(freed_in)

    kept: list[list[int]] = []

    def work() -> None:
        kept.extend([n] for n in range(200_000))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert not freed_in
    sweep()
    assert freed_in == [threading.current_thread()]


def test_sweeping_waits_until_there_is_something_to_collect() -> None:
    clear_away()
    freed_in: list[threading.Thread] = []
    tie(freed_in)
    sweep()
    assert not freed_in
