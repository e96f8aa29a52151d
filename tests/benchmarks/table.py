"""A table of figures on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

Row = tuple[str, str, str]


def show(title: str, figures: Sequence[Row], verdicts: Sequence[Row]) -> None:
    """Print figures, then each verdict with its bound."""
    print(f"\n{title}")
    for name, value, bound in (*figures, *verdicts):
        print(f"  {name:<44}{value:>14}  {bound}")


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 stay under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
