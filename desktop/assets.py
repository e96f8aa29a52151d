"""Where the files of `resources/` are: in a checkout, a wheel, or a PyInstaller build."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder with fonts, icons, translations, letter texts, rules and manual pages.

    A wheel carries it inside the package as `_resources`; a PyInstaller build next to the
    program as `resources`; a checkout next to the package.
    """
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "resources"] if frozen else []
    candidates += [here / "_resources", here.parent / "resources"]
    for folder in candidates:
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError(f"resources not found in {', '.join(map(str, candidates))}")
