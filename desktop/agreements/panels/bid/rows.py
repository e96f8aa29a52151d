"""The rows of the bid: each part with its work, and what happens in which year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.agreements.queries.bid import BidPart, BidView
from desktop.agreements.states import BidLetter
from desktop.agreements.wording import word
from desktop.language import _
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone

# A part without work has a row of its own, with a number that no work has.
PART_IDS = {-(place + 1): letter for place, letter in enumerate(BidLetter)}
Menu = Callable[[int], Sequence[tuple[str, Callable[[], object]]]]


def letter_of(part_id: int) -> BidLetter:
    """The part of a row without work."""
    return PART_IDS[part_id]


def bid_table(view: BidView, menu: Menu) -> Table:
    """An empty table with a column for each year of this bid."""
    years = [Column(str(year), 104) for year in view.years]
    columns = [
        Column(_("Part of the bid"), 210),
        Column(_("What"), 0),
        Column(_("Postcode"), 84),
        *years,
    ]
    return Table("bid", columns, _("Intended work"), menu=menu)


def table_rows(view: BidView) -> list[TableRow]:
    """Every part in the order of the law."""
    return [row for part in view.parts for row in _rows_of(part, view.years)]


def _rows_of(part: BidPart, years: Sequence[int]) -> Iterator[TableRow]:
    name = f"{part.letter.value}  {word(part.letter)}"
    if not part.works:
        part_id = next(id for id, letter in PART_IDS.items() if letter is part.letter)
        yield TableRow(part_id, (Cell(name, bold=True), _state(part), "", *("" for _y in years)))
    for place, work in enumerate(part.works):
        shown = Cell(name, bold=place == 0, sort=(name, place))
        yield TableRow(
            work.id,
            (shown, work.what, work.postcode, *(work.years.get(year, "") for year in years)),
        )


def _state(part: BidPart) -> Cell:
    if part.not_foreseen:
        return Cell(_("Not foreseen"), Tone.GREY)
    return Cell(_("Missing"), Tone.AMBER)
