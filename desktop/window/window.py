"""The window: tabs of the features that are there, search, messages, help, tenant mode."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from desktop.documents.paper import Paper
from desktop.feature import Feature, Place
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.screen import LendsScreen, Prints, ShowsPlaces, UndoesItself
from desktop.widgets.search_box import Findable, SearchBox
from desktop.window import geometry
from desktop.window.catching_up import CatchingUp
from desktop.window.overlays import Overlays
from desktop.window.screens import Screens
from desktop.window.top_bar import TabRow, TopBar
from desktop.wording import Wording


class Window(QMainWindow):
    """One window on one database."""

    def __init__(self, desk: Desk, features: Sequence[Feature]) -> None:
        super().__init__()
        self.desk = desk
        desk.wording = lambda: Wording.together(feature.wording() for feature in features)
        self.screens = Screens(desk, features)
        self.features = self.screens.features
        self.tabs = TabRow([feature.title() for feature in self.features])
        self.search = SearchBox(desk, _findable(self.features))
        self._overlays = Overlays(desk, self)
        self.messages = self._overlays.messages
        self._catching_up = CatchingUp(desk, features, self)
        self.setWindowTitle("Samenspraak")
        self.setMinimumSize(geometry.SMALLEST)
        self._lay_out()
        self.tabs.currentChanged.connect(self.screens.show_tab)
        desk.place_asked.connect(self.show_place)
        desk.paper_ready.connect(self._preview)
        desk.screen_lent.connect(self._lend)
        self._set_shortcuts()
        geometry.restore(self)
        self.screens.show_tab(0)
        self.current.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        buttons = (
            ("tablet", _("Tenant mode"), self.enter_tenant_mode),
            ("help", _("Help (F1)"), self.help),
            ("settings", _("Settings"), self.open_settings),
        )
        column.addWidget(TopBar(self.tabs, self.search, buttons))
        column.addWidget(self.screens, 1)
        column.addSpacing(self._overlays.foot)
        self.setCentralWidget(inside)

    def _set_shortcuts(self) -> None:
        for keys, do in (
            ("Ctrl+K", self.go_search),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+P", self.print),
            ("F1", self.help),
            ("Ctrl+,", self.open_settings),
        ):
            QShortcut(QKeySequence(keys), self, do)
        for place in range(self.tabs.count()):
            QShortcut(
                QKeySequence(f"Alt+{place + 1}"),
                self,
                lambda place=place: self.tabs.setCurrentIndex(place),
            )

    # Places ----------------------------------------------------------------------------------

    @property
    def current(self) -> QWidget:
        """The screen on view."""
        return self.screens.current

    def place_on_view(self) -> Place:
        """Where the user is, to come back to."""
        return self.screens.place_on_view()

    def show_place(self, place: Place) -> None:
        """Go to a tab, and to the thing in it."""
        tab = self.screens.place_of(place.tab)
        if tab is None:
            return
        self.tabs.setCurrentIndex(tab)
        if isinstance(self.current, ShowsPlaces):
            self.current.show_place(place)
        self.current.setFocus()

    # What the keys do ------------------------------------------------------------------------

    def undo(self) -> None:
        """Undo in the drawing on view, else the last action."""
        if not (isinstance(self.current, UndoesItself) and self.current.undo()):
            self.messages.undo()

    def redo(self) -> None:
        """Do again in the drawing on view, else what was undone last."""
        if not (isinstance(self.current, UndoesItself) and self.current.redo()):
            self.messages.redo()

    def go_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def print(self) -> None:
        """The paper of what is on the screen, in its preview."""
        make = self.current.print_what() if isinstance(self.current, Prints) else None
        if make is None:
            self.desk.said.emit(
                _("There is nothing to print on this screen. Choose something first.")
            )
        else:
            self.desk.show_paper(make)

    def help(self) -> None:
        """The manual page of this screen."""
        from desktop.widgets.manual import Manual

        Manual(self.screens.manual_page(), self).show()

    def open_settings(self, panel: int = 0) -> None:
        """The settings, with one of their panels on view."""
        from desktop.settings.dialog import Settings

        parts = [part for feature in self.features for part in feature.settings()]
        settings = Settings(self.desk, self, parts)
        settings.list.setCurrentRow(panel)
        settings.open()

    def _preview(self, paper: Paper) -> None:
        from desktop.widgets.preview import Preview

        asker = QApplication.activeModalWidget()
        if asker is None:
            Preview(self.desk, paper, self).show()
        else:
            # A window of its own would lie dead behind the dialog that asked for the paper.
            Preview(self.desk, paper, asker).open()

    # Tenant mode -----------------------------------------------------------------------------

    def enter_tenant_mode(self) -> None:
        """Hand the computer to a tenant, with the screen that this tab has for it."""
        screen = self.current.tenant_screen() if isinstance(self.current, LendsScreen) else None
        if screen is None:
            self.desk.said.emit(
                _(
                    "There is no screen for tenants here. Choose for example a viewing of today or "
                    "a drawing evening."
                )
            )
        else:
            self._lend(screen)

    def _lend(self, screen: QWidget) -> None:
        from desktop.tenant_mode import lend

        self.desk.did(lambda: lend(self.desk, screen, self))

    # Opening and closing ----------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catching_up.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry.remember(self)
        self._catching_up.end()
        self.desk.close()
        super().closeEvent(event)


def _findable(features: Sequence[Feature]) -> list[Findable]:
    return [
        Findable(kind, plural, feature.key)
        for feature in features
        for kind, plural in feature.finds.items()
    ]
