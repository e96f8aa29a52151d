"""The home at an angle from above, next to the plan: drag or arrow keys turn it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.floorplans.canvas.house_picture import paint
from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.dollhouse import Angle, Storey, storeys
from desktop.floorplans.drawing.storey import storey_word
from desktop.floorplans.geometry import Derived, derive_home
from desktop.floorplans.plan import Home
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.segments import Segments
from desktop.widgets.words import Words

MARGIN_PX = 20
DEGREES_A_PIXEL = 0.4
STEP_DEGREES = 15
ALL = "all"


class DollHouse(QWidget):
    """Shows a home from above; `show_home` after every edit, `choose_level` for one storey."""

    def __init__(self) -> None:
        super().__init__()
        self._derived: tuple[Derived, ...] = ()
        self._level: int | None = None
        self._angle = Angle()
        self._storeys: list[Storey] | None = None
        self._grasped: float | None = None
        self._choice: Segments | None = None
        self._names: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN_PX, theme.MEDIUM, MARGIN_PX, MARGIN_PX)
        self._column.addStretch(1)
        self._hint = Words("", "soft", wraps=True)
        self._column.addWidget(self._hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(_("The home seen from above"))
        self.setAccessibleDescription(_("The left and right arrow keys turn it."))

    @property
    def angle(self) -> Angle:
        """From where one looks."""
        return self._angle

    def show_home(self, home: Home) -> None:
        """Show a home as it is now; what did not change is not worked out again."""
        self._derived = derive_home(home, self._derived)
        names = [storey_word(home, level) for level in range(len(home.levels))]
        if names != self._names:
            self._names, self._level = names, None
            self._offer_storeys()
        self._look_again()

    def choose_level(self, level: int | None) -> None:
        """Show one storey, counted from the lowest, 0; None: all, one above the other."""
        self._level = level
        self._look_again()

    def _offer_storeys(self) -> None:
        """Buttons for one storey or all, where there are more."""
        if self._choice is not None:
            self._column.removeWidget(self._choice)
            self._choice.deleteLater()
            self._choice = None
        if len(self._names) > 1:
            parts = [(ALL, _("All storeys"))]
            parts += [(str(number), name) for number, name in enumerate(self._names)]
            self._choice = Segments(parts, _("Which storey is seen from above"))
            self._choice.setCursor(Qt.CursorShape.ArrowCursor)
            self._choice.chosen.connect(
                lambda key: self.choose_level(None if key == ALL else int(key))
            )
            self._column.insertWidget(0, self._choice)

    def turn(self, degrees: float) -> None:
        """Turn the home, counter-clockwise."""
        self._angle = Angle((self._angle.turn_degrees + degrees) % 360)
        self._look_again()

    def sizeHint(self) -> QSize:
        return QSize(460, 360)

    def _look_again(self) -> None:
        """At the next painting, once, however many edits there are until then."""
        self._storeys = None
        self._hint.setText(self._hints())
        self.update()

    def _hints(self) -> str:
        """What one can do, and what a colour is that no room has."""
        if not any(derived.plan.walls for derived in self._derived):
            return ""
        shown = self._derived if self._level is None else [self._derived[self._level]]
        hints = [_("Drag to turn the home.")]
        if any(derived.plan.low_ceilings for derived in shown):
            hints.append(_("Light red is the sloping roof."))
        return " ".join(hints)

    # Turning ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grasped = event.position().x()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grasped is not None:
            x = event.position().x()
            by, self._grasped = x - self._grasped, x
            self.turn(by * DEGREES_A_PIXEL)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grasped = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.turn(-STEP_DEGREES)
            case Qt.Key.Key_Right:
                self.turn(STEP_DEGREES)
            case Qt.Key.Key_Home:
                self.turn(Angle().turn_degrees - self._angle.turn_degrees)
            case _:
                super().keyPressEvent(event)

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        if self._storeys is None:
            self._storeys = storeys(self._derived, self._angle, self._level)
        if self._storeys:
            paint(painter, self._storeys, QRectF(self._inside()))
        else:
            painter.setPen(theme.colour("soft"))
            painter.setFont(theme.font())
            words = _("Here you see your home from above as soon as there are walls.")
            wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self._inside(), wrap, words)
        painter.end()

    def _inside(self) -> QRect:
        """Where the home is painted: below the buttons and above the hint."""
        inside = self.rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        if self._choice is not None:
            inside.setTop(self._choice.geometry().bottom() + theme.MEDIUM)
        if self._hint.text():
            inside.setBottom(self._hint.geometry().top() - theme.SMALL)
        return inside

    def _paint_card(self, painter: QPainter) -> None:
        """The ground, with a line around it that shows the focus."""
        has_focus = self.hasFocus()
        width = 2 if has_focus else 1
        painter.setPen(QPen(theme.colour("brand" if has_focus else "line"), width))
        painter.setBrush(QColor(inks().ground))
        edge = width / 2
        card = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(card, theme.RADIUS, theme.RADIUS)
