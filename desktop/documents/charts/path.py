"""The way of an indicator: what was expected from day to day, and what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.documents.charts import path_layout
from desktop.documents.charts.marks import Picture
from desktop.language import _
from desktop.language.format import day_year

PLOT_HEIGHT = 116.0
MOST_SAID = 12  # measurements that are told one by one


@dataclass(frozen=True)
class Measured:
    """A value as it was on a day, and how it is written."""

    on: date
    value: Decimal
    words: str
    provisional: bool = False


@dataclass(frozen=True)
class Level:
    """A value that was agreed, with its words at the end of the line: "doel 120"."""

    value: Decimal
    words: str


@dataclass(frozen=True)
class Step:
    """A value that was agreed for a day on the way."""

    on: date
    value: Decimal
    words: str


@dataclass(frozen=True)
class Band:
    """Room between two values from day to day: where a measurement is good, or still no
    failure."""

    corners: Sequence[tuple[date, Decimal, Decimal]]
    good: bool = False


@dataclass(frozen=True)
class PathChart:
    """The expected way as a dashed line and the measurements as dots on a solid one.

    `path` are the corners of the way; it may be empty. `levels` are written at the right; one
    that no path leads to (`lines`) is drawn from side to side. `measured` is in the order of its
    days. `reference` is the day on which the chart was made, with its words; it shows when it
    lies between `first_day` and `last_day`. `unit` is written at the axis.
    """

    first_day: date
    last_day: date
    measured: Sequence[Measured]
    path: Sequence[tuple[date, Decimal]] = ()
    bands: Sequence[Band] = ()
    levels: Sequence[Level] = ()
    steps: Sequence[Step] = ()
    reference: tuple[date, str] | None = None
    unit: str = ""
    decimals: int = 0
    plot_height: float = PLOT_HEIGHT

    def lay_out(self, width: float) -> Picture:
        return path_layout.lay_out(self, width)

    def in_words(self) -> str:
        return ". ".join([*self._agreed_in_words(), self._measured_in_words()])

    def _agreed_in_words(self) -> Iterable[str]:
        for step in self.steps:
            yield f"{day_year(step.on)}: {step.words}"
        for level in self.levels:
            yield f"{level.words} ({day_year(self.last_day)})"

    def _measured_in_words(self) -> str:
        if not self.measured:
            return _("No measurement yet")
        said = list(self.measured)
        if len(said) > MOST_SAID:
            said = [said[0], *said[1 - MOST_SAID :]]
        told = "; ".join(
            f"{day_year(m.on)} {m.words}" + (" " + _("(provisional)") if m.provisional else "")
            for m in said
        )
        return _("Measured: {values}").format(values=told)
