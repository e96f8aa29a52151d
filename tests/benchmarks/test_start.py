"""From start to a usable window on demo data, against an empty PySide6 window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from desktop import app
from desktop.store import Store
from tests.benchmarks.table import show

RUNS = 7
MOST_TIMES_EMPTY = 5.0
EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.show()
application.processEvents()
"""
OURS = """
import gc, sys
gc.disable()  # as the command does
from desktop.application import make_application
from desktop.start import ShownWindow
from desktop.store import Store
application = make_application(sys.argv)
shown = ShownWindow(application, Store.open(sys.argv[1]))
application.processEvents()
heavy = [m for m in ("reportlab", "alembic", "shapely", "openpyxl") if m in sys.modules]
assert not heavy, heavy
import os
os._exit(0)  # the end of a window is not what is measured
"""


def seconds(program: str, *arguments: str) -> float:
    """Wall time of a fresh Python that runs a program. Compiled files are used, as on the
    computer of a user."""
    compiles = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", program, *arguments]
    started = time.perf_counter()
    subprocess.run(command, check=True, timeout=120, env=compiles)
    return time.perf_counter() - started


def test_start_to_usable_window(tmp_path: Path) -> None:
    data = tmp_path / "demo.db"
    store = Store.open(data)
    app.fill_demo(store)
    store.close()
    seconds(EMPTY)
    seconds(OURS, str(data))  # compiled and in the disk cache from here on
    pairs = [(seconds(EMPTY), seconds(OURS, str(data))) for _run in range(RUNS)]
    empty = statistics.median(e for e, _o in pairs)
    ours = statistics.median(o for _e, o in pairs)
    show(
        "Start to usable window (demo data)",
        [("empty PySide6 window", f"{empty:.2f} s", ""), ("Samenspraak", f"{ours:.2f} s", "")],
        [("ratio", f"{ours / empty:.2f} ×", f"at most {MOST_TIMES_EMPTY:.0f} ×, aim 3 ×")],
    )
    assert ours / empty <= MOST_TIMES_EMPTY
