"""White cards on the light grey ground: the section, and the header of what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.words import Words


class Card(QFrame):
    """A section: title with a soft subtitle beside it, actions at the right, then its content."""

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        actions: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        self.body.setSpacing(theme.SMALL)
        self.title = Words(title, "section")
        self.subtitle = Words(subtitle, "soft", wraps=True)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(self.title)
        row.addWidget(self.subtitle, 1)
        for action in actions:
            row.addWidget(action)
        self.body.addWidget(self._head)
        self._head.setVisible(bool(title or actions))
        self.setAccessibleName(title)

    def set_title(self, title: str, subtitle: str = "") -> None:
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self._head.show()
        self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        self.body.addLayout(layout, stretch)


class HeaderCard(QFrame):
    """What is chosen: its name, a soft line under it, and the one next thing to do at the right.

    The reasons of actions that cannot be done yet stand under them in words.
    """

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        actions: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        self.body.setSpacing(theme.SMALL)
        self.title = Words(title, "heading", wraps=True)
        self.subtitle = Words(subtitle, "soft", wraps=True)
        self._reasons = Words("", "small", wraps=True)
        self._reasons.setAlignment(Qt.AlignmentFlag.AlignRight)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addLayout(names, 1)
        self._folded = False
        self._shown: tuple[QWidget, ...] = ()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.SMALL)
        row.addLayout(self._actions)
        self.body.addLayout(row)
        self.body.addWidget(self._reasons)
        self.set_actions(actions)
        self.set_title(title, subtitle)

    def set_title(self, title: str, subtitle: str = "") -> None:
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self._show_subtitle()
        self.setAccessibleName(title)

    def fold(self, folded: bool) -> None:
        """Leave room for what is under it: the line under the name is away, and shows on hover."""
        self._folded = folded
        above = theme.SMALL if folded else theme.LARGE
        self.body.setContentsMargins(theme.LARGE, above, theme.LARGE, above)
        self._show_subtitle()

    def _show_subtitle(self) -> None:
        words = self.subtitle.text()
        self.subtitle.setVisible(bool(words) and not self._folded)
        self.title.setToolTip(words if self._folded else "")

    def set_actions(self, actions: Sequence[QWidget]) -> None:
        """Put these buttons at the right, in place of those that were there."""
        for old in self._shown:
            self._actions.removeWidget(old)
            if old not in actions:
                old.hide()
                old.deleteLater()
        self._shown = tuple(actions)
        for action in actions:
            self._actions.addWidget(action)
            # Qt shows it only after this turn; its reason is told in this one.
            if not action.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                action.show()
            if isinstance(action, Button):
                action.reason_changed.connect(self._tell_reasons)
        self._tell_reasons()

    def _tell_reasons(self) -> None:
        found = []
        for button in self._shown:
            if isinstance(button, Button) and button.reason and not button.isHidden():
                found.append(f"{button.text()}: {button.reason}")
        self._reasons.setText("\n".join(found))
        self._reasons.setVisible(bool(found))

    def add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)
