"""Running a piece of the program in a process of its own, with less than a test may do."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534


def run_python(
    program: str, *arguments: object, limit: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program; `limit` is called in the new process before Python starts there (POSIX)."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        preexec_fn=limit,
        timeout=60,
        check=False,
    )


def start_python(program: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a program that a test talks with; its output comes line by line."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


# To put in a program after its imports: root may write everywhere, and then cannot be refused.
AS_ORDINARY_USER = f"""
import os
if os.geteuid() == 0:
    os.setuid({NOBODY})
"""
