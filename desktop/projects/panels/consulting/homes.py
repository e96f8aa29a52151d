"""The dwellings of a round, door by door."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.language.format import day_tiny, day_year
from desktop.projects.panels.tones import tone
from desktop.projects.queries.consent import HomeLine, RoundView
from desktop.projects.states import ConsentAnswer, ConsentState
from desktop.projects.wording import word
from desktop.widgets import theme
from desktop.widgets.segments import Segments
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.table_page import Entries
from desktop.widgets.words import Words

NOT_VISITED = "not visited"

FILTERS: dict[str, Callable[[HomeLine], bool]] = {
    "all": lambda _home: True,
    "unanswered": lambda home: home.unanswered,
    NOT_VISITED: lambda home: home.not_visited,
}


class HomesTable(QWidget):
    """Every dwelling with its answer; a row of choices shows those that still have to answer or
    were not visited. `entries` are what can be done with a dwelling, `open_` what Enter does."""

    def __init__(
        self, entries: Callable[[HomeLine], Entries], open_: Callable[[HomeLine], object]
    ) -> None:
        super().__init__()
        self.homes: Sequence[HomeLine] = ()
        self.filter = Segments(
            [("all", _("All")), ("unanswered", _("No answer")), (NOT_VISITED, _("Not visited"))],
            _("Which dwellings"),
        )
        self.table = Table(
            "consent",
            [
                Column(_("Staircase"), 70),
                Column(_("Nr"), 56),
                Column(_("Name"), 0),
                Column(_("Answer"), 120),
                Column(_("How and when"), 200),
            ],
            _("Dwellings of this round"),
            menu=lambda id: entries(self._home(id)),
        )
        self.story = Words("", "soft", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addWidget(self.story)
        self.filter.chosen.connect(lambda _key: self._show())
        self.table.activated_row.connect(lambda id: open_(self._home(id)))
        self.table.chosen.connect(lambda _id: self._tell())

    def show_homes(self, view: RoundView) -> None:
        """Show the dwellings of a round."""
        self.homes = view.homes
        waiting = sum(home.unanswered for home in view.homes)
        self.filter.set_words("all", _("All ({n})").format(n=len(view.homes)))
        self.filter.set_words("unanswered", _("No answer ({n})").format(n=waiting))
        self.filter.set_words(NOT_VISITED, _("Not visited ({n})").format(n=view.not_visited))
        self.filter.setVisible(view.state is not ConsentState.DRAFT)
        self._show()

    def _show(self) -> None:
        wanted = FILTERS[self.filter.current]
        self.table.show_rows([row(home) for home in self.homes if wanted(home)])
        self._tell()

    @property
    def chosen(self) -> HomeLine | None:
        """The dwelling that the cursor is on."""
        return next((home for home in self.homes if home.id == self.table.chosen_id), None)

    def _home(self, tenancy_id: int) -> HomeLine:
        return next(home for home in self.homes if home.id == tenancy_id)

    def _tell(self) -> None:
        words = story(self.chosen) if self.chosen is not None else ""
        self.story.setText(words)
        self.story.setVisible(bool(words))


def row(home: HomeLine) -> TableRow:
    """A dwelling as a row."""
    answer = Cell(word(home.answer), tone(home.answer))
    if home.vacant:
        answer = Cell(_("vacant"))
    elif home.answer is ConsentAnswer.NOT_SPOKEN:
        answer = Cell(_("spoken to") if home.spoken else "–")
    return TableRow(
        home.id,
        (
            Cell(home.stairwell),
            Cell(home.number, bold=True, sort=_number(home.number)),
            Cell(home.name),
            answer,
            Cell(remark(home), sort=home.answered_on.isoformat() if home.answered_on else "~"),
        ),
    )


def remark(home: HomeLine) -> str:
    """Until when the tenant can go to court, how and when the answer came, or how often nobody was
    at home."""
    if home.court_until is not None:
        return _("court until {day}").format(day=day_year(home.court_until))
    if home.answered_on is not None:
        how = f"{word(home.means)}, " if home.means is not None else ""
        return f"{how}{day_tiny(home.answered_on)}"
    if home.tried:
        return ngettext("not home {day}", "{n}× not home, {day} last", len(home.tried)).format(
            n=len(home.tried), day=day_tiny(home.tried[-1])
        )
    return ""


def story(home: HomeLine) -> str:
    """Every answer that was noted, with who noted it."""
    said = []
    for note in home.notes:
        how = f", {word(note.means).lower()}" if note.means is not None else ""
        by = f" ({note.by})" if note.by else ""
        said.append(f"{word(note.answer).lower()}, {day_tiny(note.answered_on)}{how}{by}")
    return f"{home.address}: {' → '.join(said)}." if said else ""


def _number(number: str) -> tuple[int, str]:
    digits = number[: len(number) - len(number.lstrip("0123456789"))]
    return (int(digits or 0), number)
