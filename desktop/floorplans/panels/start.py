"""The start screen of a tenant (tenant-start): a name, a language, and a way to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.canvas.thumbnail import thumbnail
from desktop.floorplans.geometry import derive_home
from desktop.floorplans.plan import Home
from desktop.language import _, language
from desktop.widgets import theme
from desktop.widgets.buttons import Button, link, primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.form import Form
from desktop.widgets.segments import Segments
from desktop.widgets.spoken import LANGUAGES
from desktop.widgets.words import Words

PICTURE = QSize(372, 228)


@dataclass(frozen=True)
class Way:
    """A way to begin: with the home that is in it. `freehand` begins with the pencil."""

    title: str
    explanation: str
    homes: tuple[Begin, ...]
    freehand: bool = False


@dataclass(frozen=True)
class Begin:
    """A home to begin with, and the drawing it is a copy of."""

    title: str
    home: Home
    origin_id: int | None = None


class StartPage(QWidget):
    """`began` tells the name, the `Begin` and whether the pencil is taken; `language_asked` the
    code of another language."""

    began = Signal(str, object, bool)
    language_asked = Signal(str)

    def __init__(self, subtitle: str, ways: Sequence[Way], title: str = "") -> None:
        super().__init__()
        self._form = Form()
        self._field = self._form.text(
            "title", _("What is your drawing called?"), title, _("For example: Sara and Ali")
        )
        self._field.setMinimumWidth(theme.scaled(300))
        # The menu of Qt speaks the language of the staff.
        self._field.input.inner.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.languages = Segments(LANGUAGES, _("Language"))
        if language() != LANGUAGES[0][0]:
            self.languages.choose(language())
        self.languages.chosen.connect(self.language_asked)
        top = QHBoxLayout()
        top.addLayout(self._heading(subtitle), 1)
        top.addWidget(self._form)
        top.addSpacing(theme.LARGE)
        top.addLayout(self._language())
        cards = QHBoxLayout()
        cards.setSpacing(18)
        self.cards = [WayCard(way, self._begin, n == 0) for n, way in enumerate(ways)]
        for card in self.cards:
            cards.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.LARGE)
        column.addLayout(top)
        column.addLayout(cards, 1)
        column.addWidget(
            Words(
                _(
                    "You can do nothing wrong: you can always go a step back. "
                    "Your drawing goes home with you on paper."
                ),
                "soft",
                wraps=True,
            )
        )
        self.setFocusProxy(self._field)

    @property
    def title(self) -> str:
        """The name that was typed."""
        return str(self._form.value("title"))

    def show_refusal(self, sentence: str) -> None:
        self._field.show_refusal(sentence)

    def say(self, sentence: str) -> None:
        """Tell something under the title, as that the drawing before is kept."""
        self._said.setText(sentence)

    def _heading(self, subtitle: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.TIGHT)
        column.addWidget(Words(_("Draw your own home"), "figure"))
        column.addWidget(Words(subtitle, "soft", wraps=True))
        self._said = Words("", "strong", wraps=True)
        column.addWidget(self._said)
        return column

    def _language(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.TIGHT)
        column.addWidget(Words(_("Language"), "soft"))
        column.addWidget(self.languages)
        column.addStretch(1)
        return column

    def _begin(self, begin: Begin, freehand: bool) -> None:
        self.began.emit(self.title, begin, freehand)


class WayCard(Card):
    """One way to begin, with its picture; where there are more homes, arrows go through them."""

    def __init__(self, way: Way, begin: Callable[[Begin, bool], object], first: bool) -> None:
        super().__init__()
        self._way, self._at = way, 0
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._picture.setFixedHeight(PICTURE.height())
        self._title = Words(way.title, "heading", wraps=True)
        self._explanation = Words(way.explanation, "soft", wraps=True)
        self.add(self._picture)
        self.add(self._title)
        self.add(self._explanation)
        self.body.addStretch(1)
        if len(way.homes) > 1:
            row = QHBoxLayout()
            row.addWidget(link(_("Previous"), lambda: self._step(-1)))
            row.addStretch(1)
            self._which = Words("", "soft")
            row.addWidget(self._which)
            row.addStretch(1)
            row.addWidget(link(_("Next"), lambda: self._step(1)))
            self.add_layout(row)
        make = primary if first else secondary
        self.button: Button = make(_("Begin with this"), lambda: begin(self.begin, way.freehand))
        self.button.setAccessibleName(_("Begin with this") + f": {way.title}")
        self.add(self.button)
        self._show()

    @property
    def begin(self) -> Begin:
        """The home that this card begins with now."""
        return self._way.homes[self._at]

    def _step(self, by: int) -> None:
        self._at = (self._at + by) % len(self._way.homes)
        self._show()

    def _show(self) -> None:
        if len(self._way.homes) > 1:
            place = _("{n} of {all}").format(n=self._at + 1, all=len(self._way.homes))
            self._which.setText(f"{self.begin.title} · {place}")
        scale = self.devicePixelRatioF()
        if self._way.freehand:
            self._picture.setPixmap(_squared_paper(PICTURE, scale))
        else:
            level = derive_home(self.begin.home)[0]
            self._picture.setPixmap(thumbnail(level, PICTURE, scale))


def _squared_paper(size: QSize, scale: float) -> QPixmap:
    """A sheet of squared paper with a stroke on it."""
    made = QPixmap(size * scale)
    made.setDevicePixelRatio(scale)
    made.fill(QColor(inks().ground))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("line"))
    sheet = QRectF(58, 14, size.width() - 116, size.height() - 28)
    step = 18.0
    for n in range(int(sheet.width() // step) + 1):
        x = sheet.left() + n * step
        painter.drawLine(QPointF(x, sheet.top()), QPointF(x, sheet.bottom()))
    for n in range(int(sheet.height() // step) + 1):
        y = sheet.top() + n * step
        painter.drawLine(QPointF(sheet.left(), y), QPointF(sheet.right(), y))
    painter.setPen(
        QPen(
            theme.colour("brand"),
            3.5,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    corner = sheet.topLeft() + QPointF(46, 46)
    stroke = [(0, 92), (2, 30), (0, 0), (70, -2), (152, 1)]
    painter.drawPolyline(QPolygonF([corner + QPointF(x, y) for x, y in stroke]))
    painter.end()
    return made
