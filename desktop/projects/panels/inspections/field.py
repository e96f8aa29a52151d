"""Outside with a tablet: photo, kind, and a tap on the map. Three taps a finding, also by key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.language import _, ngettext
from desktop.projects.actions.findings import note_finding, see_again
from desktop.projects.actions.inspections import finish_inspection
from desktop.projects.panels.inspections.pointing_map import PointingMap
from desktop.projects.panels.inspections.rows import mark
from desktop.projects.panels.inspections.tiles import KindTiles, SameQuestion
from desktop.projects.panels.photo_choice import PhotoChoice
from desktop.projects.queries.inspections import (
    InspectionLine,
    alike,
    alike_at,
    finding_line,
    findings_of,
    inspection_line,
    small_photo,
    whole_photo,
)
from desktop.projects.rules.findings import Spot
from desktop.projects.states import Severity
from desktop.projects.wording import word
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.segments import Segments
from desktop.widgets.words import Words

LEFT_WIDTH = 380
PHOTO_PX = 96


class FieldMode(QFrame):
    """Lies over a whole tab while somebody walks; `finished` tells that the walk is over. Stopping
    halfway loses nothing: what is noted is kept at once."""

    finished = Signal(int)

    def __init__(self, desk: Desk, walk_id: int, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._walk_id, self._over = desk, walk_id, over
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setGeometry(over.rect())
        over.installEventFilter(self)
        self._walk: InspectionLine | None = None
        # A place, and what may be the same.
        self._waiting: tuple[int | None, int | None, int] | None = None
        self._count = Words("", "soft")
        self._title = Words("", "heading")
        self.photo = PhotoChoice(desk, PHOTO_PX)
        self.tiles = KindTiles()
        self.severity = Segments(
            [(one.value, word(one)) for one in Severity], _("How urgent (may be left)")
        )
        self.what = _line(_("What is wrong? (may be left)"))
        self.where = Words("", "section", wraps=True)
        self.place = _line(_("Address"))
        self.map = PointingMap()
        self.same = SameQuestion()
        self._refusal = Words("", "error", wraps=True)
        self._left = QStackedWidget()
        self._left.setFixedWidth(theme.scaled(LEFT_WIDTH))
        self._left.addWidget(self._noting())
        self._left.addWidget(self.same)
        body = QHBoxLayout()
        body.setSpacing(theme.GAP)
        body.addWidget(self._left)
        body.addWidget(self._where(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        column.setSpacing(theme.SMALL)
        column.addLayout(self._head())
        column.addLayout(body, 1)
        self.map.pointed.connect(self.point)
        self.place.returnPressed.connect(self.note_address)
        self.same.yes.connect(self._is_the_same)
        self.same.no.connect(self._is_another)
        desk.changed.connect(self._read)
        self._begin_anew()
        self._read()

    # The screen ----------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self._title)
        row.addWidget(self._count, 1)
        row.addWidget(_large(_("Stop for now"), self.leave))
        row.addWidget(_large(_("Finish the walk"), self.finish, "primary"))
        return row

    def _noting(self) -> QWidget:
        card = Card()
        card.body.setSpacing(theme.TIGHT)
        card.add(Words(_("1. Photo"), "section"))
        self.photo.setObjectName("photo")
        _for_fingers(self.photo.button)
        card.add(self.photo)
        card.add(Words(_("2. What is it?"), "section"))
        card.add(self.tiles, 1)
        card.add(self.severity)
        card.add(self.what)
        card.add(self._refusal)
        for button in self.severity.findChildren(QPushButton):
            _for_fingers(button)
        return card

    def _where(self) -> QWidget:
        card = Card()
        card.body.setSpacing(theme.TIGHT)
        card.add(self.where)
        card.add(self.map, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.place, 1)
        row.addWidget(_large(_("Note at this address"), self.note_address))
        card.add_layout(row)
        card.body.addStretch()  # without a map, the question stands on top
        return card

    def _read(self, _changed: object = None) -> None:
        today = self._desk.today()
        with self._desk.reading() as session:
            try:
                walk = inspection_line(session, self._walk_id)
            except Refused as refused:  # as when its start was undone
                self._desk.show_refusal(refused)
                self.leave()
                return
            lines = findings_of(session, walk.project_id, today, walk.id)
            if self._walk is None and walk.map is not None:
                self.map.ground.show(whole_photo(session, walk.map.photo_id))
        self._walk = walk
        self._title.setText(walk.route)
        words = ngettext("{n} finding", "{n} findings", len(lines)).format(n=len(lines))
        self._count.setText(words)
        self._ask_where(walk.map is not None)
        self.map.show_marks([found for line in lines if (found := mark(line)) is not None])

    def _ask_where(self, on_map: bool) -> None:
        """Ask for a tap on the map; for an address when this walk has none to tap on."""
        self.map.setVisible(on_map)
        self.where.setText(
            _("3. Where is it? A tap on the map notes it.")
            if on_map
            else _("3. Where is it? Type the address.")
        )
        self.place.setPlaceholderText(_("Or type the address") if on_map else _("Address"))

    def show_refusal(self, sentence: str) -> None:
        """Show what cannot be, until something is noted."""
        self._refusal.setText(sentence)

    # Noting --------------------------------------------------------------------------------------

    def point(self, x: int, y: int) -> None:
        """It is here: noted at once, unless something like it is near."""
        kind = self.tiles.kind
        if kind is None:
            self.show_refusal(_("First choose what it is."))
            return
        with self._desk.reading() as session:
            near = alike(session, self._walk_id, Spot(kind, x, y))
        self._note_unless(near, x, y)

    def note_address(self) -> None:
        """It is at the address that was typed: noted, unless something like it is there."""
        kind, near = self.tiles.kind, list[int]()
        if kind is not None:
            with self._desk.reading() as session:
                near = alike_at(session, self._walk_id, kind, self.place.text())
        self._note_unless(near, None, None)

    def _note_unless(self, near: list[int], x: int | None, y: int | None) -> None:
        """Note it; or ask first whether it is the same as the nearest of those that are near."""
        if not near:
            self._note(x, y)
            return
        with self._desk.reading() as session:
            first = finding_line(session, near[0], self._desk.today())
            photo = small_photo(session, first.before[0]) if first.before else None
        self._waiting = (x, y, first.id)
        self.same.ask(first, photo, on_map=x is not None)
        self._left.setCurrentWidget(self.same)
        self.same.yes_button.setFocus()

    def _note(self, x: int | None, y: int | None) -> None:
        desk = self._desk

        def work() -> None:
            note_finding(
                desk.store,
                desk.who,
                self._walk_id,
                self.photo.value(),
                kind=self.tiles.kind,
                severity=Severity(self.severity.current),
                place=self.place.text(),
                what=self.what.text(),
                x=x,
                y=y,
            )

        if desk.did(work, self):
            self._begin_anew()

    def _is_another(self) -> None:
        if self._waiting is not None:
            x, y, _same = self._waiting
            self._left.setCurrentIndex(0)
            self._note(x, y)

    def _is_the_same(self) -> None:
        """What was seen once more: the photo and the words go to the first."""
        if self._waiting is None:
            return
        _x, _y, same = self._waiting
        desk = self._desk

        def work() -> None:
            see_again(desk.store, desk.who, same, self.photo.value(), self.what.text())

        self._left.setCurrentIndex(0)
        if desk.did(work, self):
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._waiting = None
        self._left.setCurrentIndex(0)
        self.photo.set_value(None)
        self.tiles.clear()
        self.severity.choose(Severity.MEDIUM.value)
        self.what.clear()
        self.place.clear()
        self._refusal.setText("")
        self.photo.button.setFocus()

    # Leaving -------------------------------------------------------------------------------------

    def finish(self) -> None:
        """The walk is over."""
        desk = self._desk
        if desk.did(lambda: finish_inspection(desk.store, desk.who, self._walk_id), self):
            self.leave()
            self.finished.emit(self._walk_id)

    def leave(self) -> None:
        """Back to the desk; the walk can go on later."""
        self._over.removeEventFilter(self)
        self._desk.changed.disconnect(self._read)
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.text() in self.tiles.keys:
            self.tiles.choose(self.tiles.keys[event.text()])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False


def _line(hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(hint)
    made.setAccessibleName(hint)
    _for_fingers(made)
    return made


def _large(words: str, do: Callable[[], object], look: str = "") -> Button:
    made = Button(words, do, look)
    _for_fingers(made)
    return made


def _for_fingers(target: QWidget) -> None:
    """At least 48 pixels high (look.qss)."""
    target.setProperty("finger", "true")
