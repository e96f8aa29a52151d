"""A plan of 220 walls as a PDF at 1:50, against LibreCAD with the DXF of the same plan."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

from desktop.floorplans.documents.sheets import Drawn, begun, draw_sheets
from desktop.floorplans.exchange.writing import write_home
from desktop.floorplans.geometry.derived import derive_home
from desktop.floorplans.plan import Home
from tests.benchmarks.table import show
from tests.support.plans import grid

RUNS = 15
# What `librecad dxf2pdf` needed, where it is not installed.
LIBRECAD_SECONDS = 0.14


def seconds(work: Callable[[], object]) -> float:
    taken = []
    for _run in range(RUNS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def test_220_walls_at_1_to_50(tmp_path: Path) -> None:
    home = Home((grid(10),))
    drawn = Drawn(home, derive_home(home), (), date(2026, 11, 25))

    def ours() -> bytes:
        file = BytesIO()
        canvas = begun(file, "220", "", "nl")
        draw_sheets(canvas, drawn, (50,))
        canvas.save()
        return file.getvalue()

    assert ours().startswith(b"%PDF")
    needed = seconds(ours)
    theirs, source = LIBRECAD_SECONDS, "as measured before"
    if shutil.which("librecad"):
        dxf = tmp_path / "220.dxf"
        write_home(home, dxf)
        theirs, source = seconds(lambda: _librecad(dxf)), "measured now"
        assert dxf.with_suffix(".pdf").exists()
    show(
        "220 walls as a PDF at 1:50",
        [("librecad dxf2pdf, start included", f"{theirs * 1000:.0f} ms", source)],
        [("the plan sheet and its parts", f"{needed * 1000:.0f} ms", "less than LibreCAD")],
    )
    assert needed < theirs


def _librecad(dxf: Path) -> None:
    subprocess.run(
        ["librecad", "dxf2pdf", str(dxf)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
    )
