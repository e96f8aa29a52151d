"""The program is killed, or the power fails: nothing is half done."""

from __future__ import annotations

import signal
from pathlib import Path

from desktop.estate.model import Complex
from desktop.store import Store
from desktop.store.verify import verify
from tests.support.process import start_python

IN_THE_MIDDLE = """
import sys
from desktop.estate.model import Complex
from desktop.store import Actor, Store
store = Store.open(sys.argv[1])
with store.act(Actor(None, "test"), "test.first") as act:
    act.session.add(Complex(code="FIRST", name="Eerste"))
with store.act(Actor(None, "test"), "test.second") as act:
    act.session.add_all([Complex(code=str(n), name="x" * 100) for n in range(20_000)])
    act.session.flush()
    print("written, not committed", flush=True)
    sys.stdin.readline()
"""

WHILE_MIGRATING = """
import sys
from alembic import command
from desktop.store import Store
def upgrade(config, to, real=command.upgrade):
    real(config, to)
    print("written, not committed", flush=True)
    sys.stdin.readline()
command.upgrade = upgrade
Store.open(sys.argv[1])
"""


def kill_in_the_middle(program: str, path: Path) -> None:
    with start_python(program, path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written, not committed\n"
        process.kill()
        assert process.wait() == -signal.SIGKILL


def test_a_program_killed_in_the_middle_of_an_action_leaves_the_state_before_it(
    data: Path,
) -> None:
    kill_in_the_middle(IN_THE_MIDDLE, data)
    store = Store.open(data)
    with store.reading() as session:
        assert [c.code for c in session.query(Complex)] == ["FIRST"]
        found = verify(session)
    store.close()
    assert found.whole
    assert found.entries == 1


def test_a_program_killed_while_it_migrates_leaves_a_database_that_opens(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    kill_in_the_middle(WHILE_MIGRATING, path)
    store = Store.open(path)
    with store.reading() as session:
        assert verify(session).whole
    store.close()
