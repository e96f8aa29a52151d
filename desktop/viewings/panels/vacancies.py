"""Woningen: the list of vacancies and the screen of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _, language, ngettext
from desktop.language.fold import fold
from desktop.language.format import area
from desktop.store import Changed
from desktop.viewings.codes import CodeList, shown
from desktop.viewings.exchange.offered import importables
from desktop.viewings.panels.dialogs.import_file import ask_import
from desktop.viewings.panels.dialogs.new_vacancy import new_vacancy
from desktop.viewings.panels.door import DoorScreen
from desktop.viewings.panels.tones import tone
from desktop.viewings.panels.vacancy import VacancyScreen
from desktop.viewings.panels.vacancy_menus import paper_on_view
from desktop.viewings.queries.door import viewing_at_the_door
from desktop.viewings.queries.listing import VacancyRow, vacancies, with_candidate
from desktop.viewings.queries.places import (
    vacancy_of_candidate,
    vacancy_of_dwelling,
    vacancy_of_viewing,
)
from desktop.viewings.wording import word
from desktop.widgets.beside import lay_beside
from desktop.widgets.buttons import secondary
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty

# What is shown in its vacancy, and which one that is.
VACANCY_OF: dict[str, Callable[[Session, int], int]] = {
    "candidate": vacancy_of_candidate,
    "viewing": vacancy_of_viewing,
    "dwelling": vacancy_of_dwelling,
}


class VacanciesPanel(QWidget):
    """Left all vacancies, right the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[tuple[VacancyRow, ListRow]] = []
        self._read()
        self.list = ChoiceList(
            self._matching,
            _("Search address, complex or candidate"),
            _("Vacancies"),
            empty=Empty(
                _("No vacancies yet"),
                _("Start with a dwelling that becomes free, or import a publication."),
                _("New vacancy"),
                lambda: new_vacancy(desk, self, self._made),
            ),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        self.list.add_at_foot(
            secondary(_("New vacancy"), lambda: new_vacancy(desk, self, self._made))
        )
        self.list.add_at_foot(secondary(_("Import publication…"), self._read_in))
        self.vacancy = VacancyScreen(desk)
        lay_beside(self, self.list, self.vacancy, _("Choose a dwelling at the left"))
        self.list.chosen.connect(self._show)
        desk.changed.connect(self._changed)
        self.list.choose_first()

    def _read_in(self) -> None:
        publication = next(i for i in importables() if i.key == "publication")
        ask_import(self._desk, publication, "*.json", self)

    def show_place(self, place: Place) -> None:
        """Show a vacancy, or a candidate, viewing or dwelling in its vacancy. Refuses what is
        gone."""
        if place.id is None:
            return
        self.list.choose(self._vacancy_of(place.kind, place.id))
        if place.kind == "candidate":
            self.vacancy.show_candidate(place.id)
        elif place.kind == "viewing":
            self.vacancy.show_viewing(place.id)
        self.vacancy.show_part(place.part)

    def place_on_view(self) -> Place:
        """The chosen vacancy, in the part that is on view."""
        chosen = self.list.chosen_id
        if chosen is None:
            return Place("viewings", part="vacancies")
        return Place("viewings", "vacancy", chosen, self.vacancy.segments.current)

    def _vacancy_of(self, kind: str, row_id: int) -> int:
        if kind not in VACANCY_OF:
            return row_id
        with self._desk.reading() as session:
            return VACANCY_OF[kind](session, row_id)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The paper that fits where the chosen vacancy stands."""
        view = self.vacancy.view
        return paper_on_view(self._desk, view) if view is not None else None

    def tenant_screen(self) -> QWidget | None:
        """The screen for hosts at the door of the chosen dwelling, while its viewing is on."""
        chosen = self.list.chosen_id
        if chosen is None:
            return None
        with self._desk.reading() as session:
            viewing_id = viewing_at_the_door(session, chosen, self._desk.now())
        return DoorScreen(self._desk, viewing_id) if viewing_id is not None else None

    def _read(self) -> None:
        with self._desk.reading() as session:
            rows = vacancies(session, self._desk.today())
        # Made once a reading: a keystroke only chooses among them.
        self._rows = [(row, _list_row(row)) for row in rows]

    def _changed(self, changed: Changed) -> None:
        if changed.tables & {"vacancy", "dwelling", "complex", "candidate"}:
            self._read()
            self.list.reload()

    def _made(self, vacancy_id: int) -> None:
        self.list.filter.clear()
        self.list.choose(vacancy_id)

    def _show(self, vacancy_id: int) -> None:
        self.vacancy.show_vacancy(vacancy_id)

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        if not asked:
            return [shown for _row, shown in self._rows]
        with self._desk.reading() as session:
            by_name = with_candidate(session, words)
        here = [
            (row, shown)
            for row, shown in self._rows
            if row.id in by_name or all(w in row.words for w in asked)
        ]
        # Found by its own words, best by whole ones, comes before found by somebody on its list:
        # "7" is Havenflat 7 before it is Havenflat 78.
        here.sort(key=lambda one: -_likeness(one[0], asked))
        return [shown for _row, shown in here]


def _likeness(row: VacancyRow, asked: Sequence[str]) -> int:
    """How well a vacancy's own words are what was asked; -1 when not all of these are there."""
    if not all(w in row.words for w in asked):
        return -1
    own = row.words.split()
    return sum(w in own for w in asked)


def _list_row(row: VacancyRow) -> ListRow:
    empty = ""
    if row.days_empty is not None:
        empty = ngettext("{n} day empty", "{n} days empty", row.days_empty).format(n=row.days_empty)
    detail = _detail(language(), row.kind, row.rooms, row.area_m2)
    return ListRow(row.id, row.address, word(row.state), tone(row.state), detail, empty)


@cache
def _detail(_language: str, kind: str, rooms: int | None, area_m2: float | None) -> str:
    """`Galerijflat · 3 kamers · 68 m²`: a few of them for thousands of dwellings."""
    parts = [shown(CodeList.DWELLING_KIND, kind)] if kind else []
    if rooms:
        parts.append(ngettext("{n} room", "{n} rooms", rooms).format(n=rooms))
    if area_m2 is not None:
        parts.append(area(area_m2))
    return " · ".join(parts)
