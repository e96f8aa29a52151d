"""The program is killed, or the power fails: nothing is half done."""

from __future__ import annotations

import signal
from pathlib import Path

from desktop.estate.model import Complex
from desktop.feature import ImportWish
from desktop.store import Store
from desktop.store.verify import verify
from desktop.viewings.exchange.offered import import_candidates
from tests.support import steps
from tests.support.clock import Clock
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

WHILE_READING_IN = """
import sys
from pathlib import Path
from desktop.feature import ImportWish
from desktop.store import Actor, Store
from desktop.viewings.exchange.offered import import_candidates
def stand_still(done, total):
    print("written, not committed", flush=True)
    sys.stdin.readline()
wish = ImportWish(into="2026-0412", progress=stand_still)
import_candidates(Store.open(sys.argv[1]), Actor(None, "test"), Path(sys.argv[2]), wish)
"""


def kill_in_the_middle(program: str, *arguments: Path) -> None:
    with start_python(program, *arguments) as process:
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


def test_a_program_killed_while_it_reads_a_list_in_leaves_nothing_of_it(
    store: Store, data: Path, clock: Clock, tmp_path: Path
) -> None:
    letting = steps.bring(steps.begin(store, clock), steps.publish)
    before = steps.everything(store)
    path = tmp_path / "lijst.csv"
    rows = "".join(f"{rank};Zoeker{rank}\n" for rank in range(1, 5_001))
    path.write_text(f"Volgorde;Achternaam\n{rows}", "utf-8")
    kill_in_the_middle(WHILE_READING_IN, data, path)
    assert steps.everything(store) == before
    with store.reading() as session:
        assert verify(session).whole
    # The same list can then be read in as if nothing had happened.
    wish = ImportWish(into="2026-0412")
    import_candidates(store, letting.author, path, wish)
    assert len(letting.view().candidates) == 5_000
