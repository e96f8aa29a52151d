"""Entities of a feature are loaded when it is first used, while other threads read and write."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import configure_mappers

from desktop.store.base import Base
from desktop.store.tables import metadata
from tests.support.process import run_python

# Runs `work` in another thread at the moment that this one has loaded half of a model.
HALF_WAY = """
import sys, threading
from importlib.abc import MetaPathFinder
from sqlalchemy import select
from desktop.estate.model import StaffUser
from desktop.store import Store

class HalfWay(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == sys.argv[2]:
            worker.start()
            meanwhile()

def read(kind):
    with store.reading() as session:
        return session.scalars(select(kind)).all()

def try_to(work):
    try:
        work()
    except Exception as error:
        print("the worker:", error)
    else:
        print("done")

store = Store.open(sys.argv[1])
sys.meta_path.insert(0, HalfWay())
"""


@pytest.mark.parametrize("half", ["viewings.model.policies", "agreements.model.meetings"])
def test_a_worker_reads_while_the_window_has_loaded_half_of_a_feature(
    data: Path, half: str
) -> None:
    program = """
worker = threading.Thread(target=try_to, args=[lambda: read(StaffUser)])
meanwhile = worker.join
import desktop.viewings.model, desktop.agreements.model
try_to(lambda: read(desktop.viewings.model.Vacancy) + read(desktop.agreements.model.Party))
"""
    ran = run_python(HALF_WAY + program, data, f"desktop.{half}")
    assert (ran.stdout.split("\n")[:2], ran.stderr) == (["done", "done"], "")


def test_a_worker_that_needs_the_same_feature_waits_until_it_is_whole(data: Path) -> None:
    program = """
def ask():
    asks.set()
    from desktop.agreements.model import Party
    read(Party)

asks = threading.Event()
worker = threading.Thread(target=try_to, args=[ask])
meanwhile = asks.wait
import desktop.agreements.model
worker.join()
"""
    ran = run_python(HALF_WAY + program, data, "desktop.agreements.model.meetings")
    assert (ran.stdout, ran.stderr) == ("done\n", "")


def test_each_feature_has_a_registry_of_its_own_for_all_its_entities() -> None:
    assert metadata.tables  # all are loaded
    configure_mappers()
    of_registry = {
        base.__name__: {mapper.class_.__module__.split(".")[1] for mapper in base.registry.mappers}
        for base in Base.__subclasses__()
    }
    assert not [*Base.registry.mappers]
    assert all(len(features) == 1 for features in of_registry.values()), of_registry
    assert len({*map(frozenset, of_registry.values())}) == len(of_registry)
