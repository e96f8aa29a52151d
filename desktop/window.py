"""The window: tabs of the features that are there, search, messages, help, tenant mode."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QStyle,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.documents.paper import Paper
from desktop.feature import Feature, Place
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from desktop.widgets.job import Job, Progress
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.progress_card import ProgressCard
from desktop.widgets.remembered import remembered
from desktop.widgets.screen import HasManualPage, LendsScreen, Prints, ShowsPlaces, TellsPlace
from desktop.widgets.search_box import Findable, SearchBox
from desktop.widgets.words import Words

FIRST_CATCH_UP_MS = 500
CATCH_UP_MS = 10 * 60 * 1000
SMALLEST, USUAL = QSize(1024, 640), QSize(1366, 768)


class Window(QMainWindow):
    """One window on one database. A tab is built when it is first shown."""

    def __init__(self, desk: Desk, features: Sequence[Feature]) -> None:
        super().__init__()
        self.desk = desk
        self.features = [f for f in features if f.tab is not None]
        self._keep_up = tuple(features)
        self._built: dict[str, QWidget] = {}
        self.setWindowTitle("Samenspraak")
        self.setMinimumSize(SMALLEST)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Tabs"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        for feature in self.features:
            self.tabs.addTab(feature.title())
        self.pages = QStackedWidget()
        self.search = SearchBox(desk, _findable(features))
        self.messages = MessageBar(desk, self)
        self._cards: list[ProgressCard] = []
        inside = QWidget()
        inside.setObjectName("canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_bar())
        column.addWidget(self.pages, 1)
        # Here messages come: they may cover nothing that somebody wants to press.
        column.addSpacing(self.messages.sizeHint().height() - theme.SMALL)
        self.setCentralWidget(inside)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self._listen()
        self._set_shortcuts()
        self._restore_geometry()
        self._tab_chosen(0)
        self.current.setFocus()
        self._catching_up = threading.Event()
        self._clock = QTimer(self)
        self._clock.setInterval(CATCH_UP_MS)
        self._clock.timeout.connect(self.catch_up)

    def _top_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("topBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 0, theme.LARGE, 0)
        row.setSpacing(theme.TIGHT)
        row.addWidget(Words("Samenspraak", "brand"))
        row.addSpacing(theme.MEDIUM)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.search)
        for name, words, do in (
            ("tablet", _("Tenant mode"), self.enter_tenant_mode),
            ("help", _("Help (F1)"), self.help),
            ("settings", _("Settings"), self.open_settings),
        ):
            button = Button("", do, "plain")
            button.show_icon(name, words, "soft")
            row.addWidget(button)
        return bar

    def _listen(self) -> None:
        self.desk.place_asked.connect(self.show_place)
        self.desk.paper_ready.connect(self._preview)
        self.desk.working.connect(self._show_progress)
        self.desk.screen_lent.connect(self._lend)
        self.messages.resized.connect(self._place_overlays)

    def _set_shortcuts(self) -> None:
        for keys, do in (
            ("Ctrl+K", self.go_search),
            ("Ctrl+Z", self.messages.undo),
            ("Ctrl+Y", self.messages.redo),
            ("Ctrl+Shift+Z", self.messages.redo),
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

    # Tabs ------------------------------------------------------------------------------------

    @property
    def current(self) -> QWidget:
        """The screen on view."""
        return self.tab(self.features[self.tabs.currentIndex()].key)

    def tab(self, key: str) -> QWidget:
        """The screen of a feature, built when it was not there yet."""
        if key not in self._built:
            feature = next(f for f in self.features if f.key == key)
            assert feature.tab is not None  # `features` holds only those with a tab
            self._built[key] = feature.tab(self.desk)
            self.pages.addWidget(self._built[key])
        return self._built[key]

    def _tab_chosen(self, place: int) -> None:
        if 0 <= place < len(self.features):
            self.pages.setCurrentWidget(self.tab(self.features[place].key))

    def place_on_view(self) -> Place:
        """Where the user is, to come back to."""
        screen = self.current
        if isinstance(screen, TellsPlace):
            return screen.place_on_view()
        return Place(self.features[self.tabs.currentIndex()].key)

    def show_place(self, place: Place) -> None:
        """Go to a tab, and to the thing in it."""
        keys = [f.key for f in self.features]
        if place.tab not in keys:
            return
        self.tabs.setCurrentIndex(keys.index(place.tab))
        screen = self.tab(place.tab)
        if isinstance(screen, ShowsPlaces):
            screen.show_place(place)
        screen.setFocus()

    # What the keys do ------------------------------------------------------------------------

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

        feature = self.features[self.tabs.currentIndex()]
        page = feature.manual
        if isinstance(self.current, HasManualPage):
            page = self.current.manual_page()
        Manual(page, self).show()

    def open_settings(self, panel: int = 0) -> None:
        """The settings, with one of their panels on view."""
        from desktop.settings.dialog import Settings

        settings = Settings(self.desk, self)
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
                _("There is no screen for tenants here. Choose for example a viewing of today.")
            )
        else:
            self._lend(screen)

    def _lend(self, screen: QWidget) -> None:
        from desktop.tenant_mode import lend

        self.desk.did(lambda: lend(self.desk, screen, self))

    # Long work and what lies over the screen --------------------------------------------------

    def _show_progress(self, job: Job) -> None:
        card = ProgressCard(job, self)
        self._cards.append(card)
        card.resized.connect(self._place_overlays)
        card.gone.connect(self._cards.remove)

    def _place_overlays(self) -> None:
        bottom = self.height() - theme.TIGHT
        bar = self.messages
        bar.setMaximumWidth(self.width() - 2 * theme.LARGE)
        bar.adjustSize()
        bar.move((self.width() - bar.width()) // 2, bottom - bar.height())
        for card in self._cards:
            card.adjustSize()
            bottom -= card.height() + theme.SMALL
            card.move(self.width() - card.width() - theme.LARGE, bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_overlays()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._clock.isActive():
            self._clock.start()
            QTimer.singleShot(FIRST_CATCH_UP_MS, self, self.catch_up)

    def catch_up(self) -> None:
        """Let the features do what they must because time passed, beside the window; not twice
        at the same time."""
        if self._catching_up.is_set():
            return
        self._catching_up.set()

        def work(progress: Progress) -> None:
            try:
                for feature in self._keep_up:
                    progress.step(0, 0, feature.title())
                    feature.catch_up(self.desk.store)
            finally:
                self._catching_up.clear()

        self.desk.run(_("Bringing everything up to date"), work, lambda _nothing: None)

    # Opening and closing ----------------------------------------------------------------------

    def _restore_geometry(self) -> None:
        kept = remembered().value("window")
        if not isinstance(kept, QByteArray) or not self.restoreGeometry(kept):
            size = first_size(self.screen().availableSize(), self._frame())
            self.resize(size)
            if size != USUAL:
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def _frame(self) -> QSize:
        """What the title bar and the edges take; the window system tells only once it is shown."""
        style = self.style()
        edges = 2 * style.pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth)
        title_bar = style.pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        return QSize(edges, edges + title_bar)

    def remember_place(self) -> None:
        """Let the next window come where this one is."""
        remembered().setValue("window", self.saveGeometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember_place()
        self._clock.stop()
        self.desk.close()
        super().closeEvent(event)


def first_size(screen: QSize, frame: QSize) -> QSize:
    """The usual size of the inside of a window, or what is left of the screen within a frame."""
    return USUAL.boundedTo(screen - frame)


def _findable(features: Sequence[Feature]) -> list[Findable]:
    return [
        Findable(kind, plural, feature.key)
        for feature in features
        if feature.tab is not None
        for kind, plural in feature.finds.items()
    ]
