"""What a command has to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Report:
    """`lines` are for people, `values` for `--json`. `trouble` is a sentence for the error stream
    when the command did its work and found something wrong."""

    lines: tuple[str, ...]
    values: Mapping[str, Any]
    trouble: str = ""
