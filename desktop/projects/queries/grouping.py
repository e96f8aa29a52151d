"""What several people said about one subject, together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.projects.queries.voices import ProposalLine


@dataclass(frozen=True)
class Together:
    """Proposals about one subject; `theme` is empty for one that stands alone."""

    theme: str
    lines: tuple[ProposalLine, ...]

    @property
    def support(self) -> int:
        return sum(line.support for line in self.lines)


def together(lines: Sequence[ProposalLine]) -> tuple[Together, ...]:
    """The proposals by their subject; each without one stands alone."""
    found: dict[tuple[str, int], list[ProposalLine]] = {}
    for line in lines:
        found.setdefault((line.theme, 0 if line.theme else line.id), []).append(line)
    return tuple(Together(theme, tuple(inside)) for (theme, _id), inside in found.items())
