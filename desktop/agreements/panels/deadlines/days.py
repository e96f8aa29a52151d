"""The page with every day of the year: what, who, by which article, and how long it still takes."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.agreements.panels.deadline_band import left_words
from desktop.agreements.queries.deadline import Deadline
from desktop.language import _
from desktop.language.format import day_plain, day_year
from desktop.widgets.empty import Empty
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import TablePage
from desktop.widgets.theme import Tone

SOON_DAYS = 14


class DaysPage(TablePage):
    """Every day with what, who, its article and how many days are left. What the rule says about
    the chosen one stands under the table."""

    def __init__(self) -> None:
        self._days: Sequence[Deadline] = ()
        super().__init__(
            "deadlines",
            [
                Column(_("Day"), 110),
                Column("", 170),
                Column(_("What"), 0),
                Column(_("Article"), 220),
                Column(_("Who"), 150),
            ],
            _("Days and terms"),
            Empty(_("No days yet")),
        )

    def show_days(self, days: Sequence[Deadline]) -> None:
        """Show these days, in their order."""
        self._days = days
        is_new = self.table.chosen_id is None
        self.show_rows([_day_row(at, day) for at, day in enumerate(days)])
        first = next((at for at, day in enumerate(days) if day.is_open), None)
        if is_new and first is not None:
            self.table.choose(first)

    def offer(self) -> None:
        super().offer()
        chosen = self.table.chosen_id
        if chosen is not None and chosen < len(self._days):
            self.tell(_about(self._days[chosen]))


def _day_row(at: int, one: Deadline) -> TableRow:
    day = day_year(one.day) if one.day is not None else "–"
    return TableRow(
        at,
        (
            Cell(day, bold=one.is_open, sort=one.day),
            _state(one),
            one.what,
            one.article,
            one.who,
        ),
    )


def _state(one: Deadline) -> Cell:
    if one.done_on is not None:
        words = _("done {day}").format(day=day_year(one.done_on))
        return Cell(words, Tone.AMBER if one.is_late else Tone.GREEN)
    if one.is_cancelled:
        return Cell(_("Lapses"), Tone.GREY, note=one.lapsed)
    if one.over or one.days_left is None:
        return Cell(_("over") if one.over else "", Tone.GREY if one.over else None, note=one.lapsed)
    if one.is_late:
        return Cell(left_words(one.days_left), Tone.RED)
    return Cell(left_words(one.days_left), Tone.AMBER if one.days_left <= SOON_DAYS else Tone.BLUE)


def _about(one: Deadline) -> str:
    parts = [one.words, one.lapsed, *one.reasons, one.caution]
    if one.working_day is not None:
        words = _("The last working day before it is {day}.")
        parts.insert(1, words.format(day=day_plain(one.working_day)))
    return " ".join(part for part in parts if part)
