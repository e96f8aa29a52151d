"""A tour of the program: every tab and part, every kind of thing in its list, every dialog that a
button or a menu opens, every panel of the settings, one after another on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget
from shiboken6 import isValid

from desktop.agreements.panels.agreement.screen import PAGES
from desktop.agreements.panels.agreements import AgreementsPanel
from desktop.agreements.tab import AgreementsTab
from desktop.projects.states import ProjectKind
from desktop.projects.tab import ProjectsTab
from desktop.settings.dialog import Settings
from desktop.viewings.panels.vacancies import VacanciesPanel
from desktop.viewings.panels.vacancy import PARTS as VACANCY_PARTS
from desktop.viewings.tab import PARTS, ViewingsTab
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.manual import Manual
from desktop.widgets.preview import Preview
from desktop.widgets.segments import Segments
from desktop.window import Window

# Words over several lines get their height only after their width.
LAYOUT_TURNS = 6
# Parts of a project, by the kind of project of the demo that has most of them.
FILLED_IN = {
    ProjectKind.RENOVATION: {"overview", "plan", "residents", "promises", "consulting", "money"},
    ProjectKind.NEW_BUILD: {"sketches", "looking-back"},
    ProjectKind.NEIGHBOURHOOD: {"inspections", "budget"},
}


class Tour:
    """Leads through a window. Each stop is (where it is, the screen to look at)."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._opened: set[tuple[str, str]] = set()
        # The system's dialog for files waits in an event loop of its own.
        self._impatience = QTimer(window)
        self._impatience.timeout.connect(_give_up_choosing_a_file)
        self._impatience.start(20)

    def stops(self) -> Iterator[tuple[str, QWidget]]:
        for place, feature in enumerate(self.window.features):
            self.window.tabs.setCurrentIndex(place)
            yield from self._stop(feature.key, feature.title(), self.window)
            if isinstance(self.window.current, ViewingsTab):
                yield from self._viewings(self.window.current)
            if isinstance(self.window.current, AgreementsTab):
                yield from self._agreements(self.window.current)
            if isinstance(self.window.current, ProjectsTab):
                yield from self._projects(self.window.current)
        yield from self._settings()
        yield from self._manual()

    def _stop(self, kind: str, name: str, screen: QWidget) -> Iterator[tuple[str, QWidget]]:
        """The screen itself, then what its buttons open; each button once on a kind of screen."""
        self.settle()
        yield name, screen
        if isinstance(screen, Preview):
            return  # what it opens is of the system, and waits for somebody
        for words in _opening_words(screen):
            if (kind, words) not in self._opened:
                self._opened.add((kind, words))
                yield from self._dialog(f"{name}, {words}", screen, words)

    def _dialog(self, name: str, screen: QWidget, words: str) -> Iterator[tuple[str, QWidget]]:
        before = set(_dialogs())
        _press(screen, words)
        self.settle()
        for dialog in set(_dialogs()) - before:
            yield from self._stop(dialog.windowTitle(), name, dialog)
            # A button of its own may have closed it.
            if isValid(dialog) and dialog.isVisible():
                dialog.done(QDialog.DialogCode.Rejected)
            self.settle()

    def _viewings(self, tab: ViewingsTab) -> Iterator[tuple[str, QWidget]]:
        for key, part in PARTS.items():
            tab.parts.choose(key)
            yield from self._stop(key, part.words(), self.window)
            if isinstance(tab.panel, VacanciesPanel):
                yield from self._vacancies(tab.panel)
                continue
            for choices in tab.panel.findChildren(ChoiceList):
                for row in _one_of_each(choices.rows):
                    choices.choose(row.id)
                    yield from self._stop(key, f"{part.words()}: {row.title}", self.window)

    def _vacancies(self, panel: VacanciesPanel) -> Iterator[tuple[str, QWidget]]:
        seen: set[tuple[object, object]] = set()
        for row in panel.list.rows:
            panel.list.choose(row.id)
            view = panel.vacancy.view
            assert view is not None
            if (view.state, view.next) in seen:
                continue
            seen.add((view.state, view.next))
            for part in VACANCY_PARTS:
                panel.vacancy.show_part(part)
                table = panel.vacancy.candidates.table
                if part == "candidates" and table.ids:
                    table.choose(table.ids[0])
                name = f"{row.chip_text}: {row.title}, {part}"
                yield from self._stop("vacancies", name, self.window)

    def _agreements(self, tab: AgreementsTab) -> Iterator[tuple[str, QWidget]]:
        """Every part of every year; of its agreements one with each light, on each page."""
        for choice in tab.cycle.choices:
            tab.cycle.choose(choice.id)
            for words, place in tab.part_places():
                tab.show_place(place)
                name = f"{choice.applies_in}, {words}"
                kind = f"agreements {place.part} {choice.state.value}"
                yield from self._stop(kind, name, self.window)
                if isinstance(tab.panel, AgreementsPanel):
                    yield from self._pages(tab.panel, kind)
                else:
                    yield from self._inside(tab.panel, kind, name)

    def _projects(self, tab: ProjectsTab) -> Iterator[tuple[str, QWidget]]:
        """Every part once, in the project that has most of it, on each of its pages."""
        for row in tab.list.rows:
            tab.list.choose(row.id)
            view = tab.chosen.header.view
            assert view is not None
            for words, place in tab.part_places():
                if place.part not in FILLED_IN[view.kind]:
                    continue
                tab.show_place(place)
                kind, name = f"projects {place.part}", f"{row.title}, {words}"
                yield from self._stop(kind, name, self.window)
                yield from self._inside(tab.chosen.panel, kind, name)

    def _inside(self, panel: QWidget, kind: str, name: str) -> Iterator[tuple[str, QWidget]]:
        """The pages of a part, and one of each kind of thing in its list."""
        for pages in panel.findChildren(Segments):
            for key in pages.keys if pages.isVisible() else ():
                pages.choose(key)
                yield from self._stop(f"{kind} {key}", f"{name}, {key}", self.window)
            pages.choose(pages.keys[0])
        for choices in panel.findChildren(ChoiceList):
            for row in _one_of_each(choices.rows) if choices.isVisible() else ():
                choices.choose(row.id)
                yield from self._stop(kind, f"{name}: {row.title}", self.window)

    def _pages(self, panel: AgreementsPanel, kind: str) -> Iterator[tuple[str, QWidget]]:
        for row in _one_of_each(panel.list.rows):
            panel.list.choose(row.id)
            for page in PAGES:
                panel.agreement.show_page(page)
                yield from self._stop(f"{kind} {page}", f"{row.title}, {page}", self.window)

    def _settings(self) -> Iterator[tuple[str, QWidget]]:
        self.window.open_settings()
        settings = self.window.findChild(Settings)
        for place in range(settings.list.count()):
            settings.list.setCurrentRow(place)
            panel = settings.list.item(place).text()
            yield from self._stop(panel, panel, settings)
        settings.close()

    def _manual(self) -> Iterator[tuple[str, QWidget]]:
        self.window.help()
        manual = self.window.findChild(Manual)
        yield from self._stop("manual", manual.page, manual)
        manual.close()

    def settle(self) -> None:
        """Wait until the screen stands as it will be seen."""
        self.window.desk.wait_for_jobs()
        for _turn in range(LAYOUT_TURNS):
            QApplication.processEvents()


def _one_of_each(rows: Sequence[ListRow]) -> list[ListRow]:
    """The first row of each state."""
    first: dict[str, ListRow] = {}
    for row in rows:
        first.setdefault(row.chip_text, row)
    return list(first.values())


def _dialogs() -> list[QDialog]:
    return [d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog) and d.isVisible()]


def _give_up_choosing_a_file() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        dialog.reject()


def _buttons(screen: QWidget) -> list[QPushButton]:
    return [b for b in screen.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]


def _opening_words(screen: QWidget) -> list[str]:
    """What opens a dialog ends in an ellipsis: on a button, or in the menu of one. So do words
    that are shortened; all of them show on hover."""
    words = []
    for button in _buttons(screen):
        if not button.toolTip():
            words.append(button.text())
        if button.menu() is not None:
            button.menu().aboutToShow.emit()
            words += [a.text() for a in button.menu().actions() if a.isEnabled()]
    return [w for w in words if w.endswith("…")]


def _press(screen: QWidget, words: str) -> None:
    for button in _buttons(screen):
        if button.text() == words:
            button.click()
            return
        if button.menu() is not None:
            button.menu().aboutToShow.emit()
            for action in button.menu().actions():
                if action.text() == words and action.isEnabled():
                    action.trigger()
                    return
