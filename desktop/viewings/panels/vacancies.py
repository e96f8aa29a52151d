"""Woningen: the list of vacancies and the screen of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.fold import fold
from desktop.language.format import area
from desktop.store import Changed
from desktop.viewings.codes import CodeList, shown
from desktop.viewings.panels.dialogs.new_vacancy import new_vacancy
from desktop.viewings.panels.tones import tone
from desktop.viewings.panels.vacancy import VacancyScreen
from desktop.viewings.queries.listing import VacancyRow, vacancies, with_candidate
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty


class VacanciesPanel(QWidget):
    """Left all vacancies, right the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[VacancyRow] = []
        self._read()
        self.list = ChoiceList(
            self._matching,
            _("Search address, complex or candidate"),
            _("Vacancies"),
            empty=Empty(
                _("No vacancies yet"),
                _("Start with a dwelling that becomes free, or read in a publication."),
                _("New vacancy"),
                lambda: new_vacancy(desk, self, self._made),
            ),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        self.list.add_at_foot(
            secondary(_("New vacancy"), lambda: new_vacancy(desk, self, self._made))
        )
        self.vacancy = VacancyScreen(desk)
        self._right = QStackedWidget()
        self._right.addWidget(Empty(_("Choose a dwelling at the left")))
        self._right.addWidget(self.vacancy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.list)
        row.addWidget(self._right, 1)
        self.list.chosen.connect(self._show)
        desk.changed.connect(self._changed)
        self.list.choose_first()

    def show_place(self, place: Place) -> None:
        """Show a vacancy, or the vacancy of a candidate or viewing."""
        if place.id is not None:
            self.list.choose(place.id)
            self.vacancy.show_part(place.part)

    def _read(self) -> None:
        with self._desk.reading() as session:
            self._rows = vacancies(session, self._desk.today())

    def _changed(self, changed: Changed) -> None:
        if changed.tables & {"vacancy", "dwelling", "complex", "candidate"}:
            self._read()
            self.list.reload()

    def _made(self, vacancy_id: int) -> None:
        self.list.filter.clear()
        self.list.choose(vacancy_id)

    def _show(self, vacancy_id: int) -> None:
        self.vacancy.show_vacancy(vacancy_id)
        self._right.setCurrentWidget(self.vacancy)

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        found = [r for r in self._rows if all(w in r.words for w in asked)]
        if asked:
            with self._desk.reading() as session:
                by_name = with_candidate(session, words)
            if by_name:
                seen = {r.id for r in found}
                found += [r for r in self._rows if r.id in by_name and r.id not in seen]
        return [_list_row(row) for row in found]


def _list_row(row: VacancyRow) -> ListRow:
    parts = [shown(CodeList.DWELLING_KIND, row.kind)] if row.kind else []
    if row.rooms:
        parts.append(ngettext("{n} room", "{n} rooms", row.rooms).format(n=row.rooms))
    if row.area_m2 is not None:
        parts.append(area(row.area_m2))
    empty = ""
    if row.days_empty is not None:
        empty = ngettext("{n} day empty", "{n} days empty", row.days_empty).format(n=row.days_empty)
    return ListRow(row.id, row.address, word(row.state), tone(row.state), " · ".join(parts), empty)
