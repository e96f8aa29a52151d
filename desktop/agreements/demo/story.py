"""What happens when in the demo world of Beleid: every deed with its day, played up to a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.agreements.model import Theme
from desktop.agreements.rules.period import years_later
from desktop.estate.demo import read
from desktop.estate.demo_days import at, standing_at
from desktop.store import Actor, Store

WRITTEN_FOR = 2026  # the year that runs in `resources/demo/agreements.toml`
MIDSUMMER = (7, 15)  # from this day on the story of a year is told up to this day of the next
HOUR = 10


@dataclass
class Story:
    """The deeds to come, and the numbers of what they made: parties by letter, cycles by year of
    the talks, agreements and indicators by that year and code, commitments also by party,
    meetings by day."""

    store: Store
    who: Actor
    today: date
    parties: dict[str, int] = field(default_factory=dict)
    cycles: dict[int, int] = field(default_factory=dict)
    agreements: dict[tuple[int, str], int] = field(default_factory=dict)
    indicators: dict[tuple[int, str], int] = field(default_factory=dict)
    commitments: dict[tuple[int, str, str], int] = field(default_factory=dict)
    meetings: dict[date, int] = field(default_factory=dict)
    goals: list[int] = field(default_factory=list)
    policy: int = 0
    _deeds: list[tuple[date, int, Callable[[], object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.values = read("agreements")
        over = (self.today.month, self.today.day) < MIDSUMMER
        self.year = self.today.year - (1 if over else 0)  # of the agreements that run
        self.shift = self.year - WRITTEN_FOR
        with self.store.reading() as session:
            self.themes = {theme.code: theme.id for theme in session.scalars(select(Theme))}

    def day(self, written: date) -> date:
        """A day of the file in the years of this demo."""
        return years_later(written, self.shift)

    def words(self, written: str, talks: int | None = None) -> str:
        """A text of the file, with the years of this demo; `talks` when it is about the agreements
        of another year than the one that runs."""
        year = self.year if talks is None else talks + 1
        years = {
            "{past}": year - 1,
            "{year}": year,
            "{next}": year + 1,
            "{vision}": f"{self.year - 2}–{self.year + 2}",
            "{vision_end}": self.year + 2,
        }
        for mark, value in years.items():
            written = written.replace(mark, str(value))
        return written

    def on(self, written: date, deed: Callable[..., object], *args: Any, **named: Any) -> None:
        """On a day of the file this happens, unless that day is still to come."""
        self._deeds.append((self.day(written), len(self._deeds), lambda: deed(*args, **named)))

    def play(self) -> None:
        """Do everything up to the day, in order; what is of the same day as it was told."""
        for day, _place, deed in sorted(self._deeds, key=lambda one: one[:2]):
            if day <= self.today:
                with standing_at(self.store, at(day, HOUR)):
                    deed()
