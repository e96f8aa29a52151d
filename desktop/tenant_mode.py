"""Tenant mode: the computer in the hands of a tenant, with one screen and nothing of others.

The window of the staff is hidden, so none of its keys work; the screen cannot be closed. Staff
leave with a PIN; wrong guesses make the next one wait (`estate.pins`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.estate import pins, queries
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words


class PinPad(Card):
    """Asks the PIN, by keyboard or by touch. `typed` tells it; `cancelled` that nobody typed."""

    typed = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__(_("Staff: type your PIN"))
        self.setFixedWidth(theme.scaled(320))
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(pins.LONGEST)
        self.pin.setAccessibleName(_("PIN"))
        self.pin.returnPressed.connect(self._tell)
        self.refusal = Words("", "error", wraps=True)
        keys = QGridLayout()
        keys.setSpacing(theme.SMALL)
        for place, sign in enumerate("123456789"):
            keys.addWidget(self._key(sign), place // 3, place % 3)
        keys.addWidget(self._button("⌫", _("Delete one digit"), self.pin.backspace), 3, 0)
        keys.addWidget(self._key("0"), 3, 1)
        keys.addWidget(self._button("C", _("Delete all digits"), self.pin.clear), 3, 2)
        row = QHBoxLayout()
        row.addWidget(secondary(_("Back"), self.cancelled.emit), 1)
        row.addWidget(primary(_("Leave tenant mode"), self._tell), 1)
        self.add(self.pin)
        self.add(self.refusal)
        self.add_layout(keys)
        self.add_layout(row)

    def _key(self, digit: str) -> Button:
        return self._button(digit, digit, lambda: self.pin.insert(digit))

    def _button(self, sign: str, name: str, do: object) -> Button:
        button = Button(sign, do if callable(do) else None)
        button.setAccessibleName(name)
        # The keyboard stays with the field.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _tell(self) -> None:
        pin = self.pin.text()
        self.pin.clear()
        self.typed.emit(pin)

    def begin(self) -> None:
        """Ready for a new try."""
        self.pin.clear()
        self.refusal.setText("")
        self.pin.setFocus()

    def show_refusal(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.pin.setFocus()


class TenantMode(QWidget):
    """The full screen with what was lent. `left` is told when a PIN was right."""

    left = Signal()

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(
            None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("touch", True)
        self.setWindowTitle("Samenspraak")
        self._desk = desk
        self._free = False
        self.screen_lent = screen
        self.pad = PinPad()
        self.pad.typed.connect(self.try_pin)
        self.pad.cancelled.connect(self._back)
        lent = QWidget()
        column = QVBoxLayout(lent)
        column.setContentsMargins(48, 32, 48, 24)
        column.addWidget(screen, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.leave_button = secondary(_("Stop"), self.ask_pin)
        foot.addWidget(self.leave_button)
        column.addLayout(foot)
        asking = QWidget()
        middle = QVBoxLayout(asking)
        middle.addStretch(1)
        middle.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(lent)
        self._stack.addWidget(asking)

    def ask_pin(self) -> None:
        self._stack.setCurrentIndex(1)
        self.pad.begin()

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.screen_lent.setFocus()

    def try_pin(self, pin: str) -> None:
        """Leave when it is the PIN of a colleague; else say why not."""
        if self._desk.did(lambda: pins.prove_any(self._desk.store, pin), self.pad):
            self._free = True
            self.close()
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The tenant chose another language on the screen that was lent.
        if event.type() is QEvent.Type.LanguageChange:
            self.leave_button.setText(_("Stop"))
            self.leave_button.setAccessibleName(_("Stop"))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._free:
            super().closeEvent(event)
        else:
            event.ignore()
            self.ask_pin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Escape and every shortcut of the staff end here.
        event.accept()


def lend(desk: Desk, screen: QWidget, window: QWidget) -> TenantMode:
    """Hide the window and show only `screen`. Refuses while no colleague has a PIN."""
    with desk.reading() as session:
        anybody = any(line.has_pin and line.facts.active for line in queries.staff(session))
    if not anybody:
        raise Refused(
            _(
                "First choose a PIN in the settings, under Colleagues and PIN. Without one "
                "nobody can leave tenant mode."
            )
        )
    mode = TenantMode(desk, screen)
    mode.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for other in window.findChildren(QWidget):
        if other.isWindow() and other.isVisible():
            other.close()
    mode.left.connect(window.show)
    window.hide()
    mode.showFullScreen()
    screen.setFocus()
    return mode
