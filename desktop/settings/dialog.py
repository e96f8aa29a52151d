"""The settings: a list at the left, one panel at the right; each panel saves its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from desktop.feature import SettingsPart
from desktop.language import _
from desktop.settings.appearance import AppearancePanel
from desktop.settings.backups import BackupPanel
from desktop.settings.corporation import CorporationPanel
from desktop.settings.estate import EstatePanel
from desktop.settings.letters import LettersPanel
from desktop.settings.rule_texts import RulesPanel
from desktop.settings.staff import StaffPanel
from desktop.widgets import theme
from desktop.widgets.desk import Desk


class Settings(QDialog):
    """A panel is built when it is first chosen; `parts` are those of the features."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, parts: Sequence[SettingsPart] = ()
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Settings"))
        room = QSize(theme.scaled(960), 680)
        self.resize(room if parent is None else room.boundedTo(parent.window().size()))
        self._panels: list[tuple[str, Callable[[], QWidget]]] = [
            (_("Corporation"), lambda: CorporationPanel(desk)),
            (_("Complexes and dwellings"), lambda: EstatePanel(desk)),
            (_("Letters"), lambda: LettersPanel(desk)),
            (_("Colleagues and PIN"), lambda: StaffPanel(desk)),
            (_("Language and look"), lambda: AppearancePanel(desk)),
            (_("Backup and help"), lambda: BackupPanel(desk)),
            (_("Rules and terms"), lambda: RulesPanel(desk)),
            *((part.title(), partial(part.panel, desk)) for part in parts),
        ]
        self.list = QListWidget()
        self.list.setAccessibleName(_("Settings"))
        self.list.setFixedWidth(theme.scaled(210))
        self.pages = QStackedWidget()
        self._built: dict[int, QWidget] = {}
        for title, _make in self._panels:
            item = QListWidgetItem(title)
            item.setSizeHint(QSize(10, theme.scaled(38)))
            self.list.addItem(item)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        row.setSpacing(theme.GAP)
        row.addWidget(self.list)
        row.addWidget(self.pages, 1)
        self.list.currentRowChanged.connect(self.show_panel)
        self.list.setCurrentRow(0)

    def show_panel(self, place: int) -> None:
        if place not in self._built:
            panel = self._panels[place][1]()
            self._built[place] = panel
            self.pages.addWidget(panel)
        self.pages.setCurrentWidget(self._built[place])

    @property
    def panel(self) -> QWidget:
        """The panel on view."""
        return self._built[self.list.currentRow()]
