"""The drawing itself: tools at the left, the paper in the middle, what follows at the right.

Staff and tenants draw on the same pad; what stands above and below it is theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.floorplans import queries, wording
from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.canvas.dollhouse import DollHouse
from desktop.floorplans.catalogue import Item
from desktop.floorplans.checks import Checker, Finding, Wish, rules_on
from desktop.floorplans.editing import Editing
from desktop.floorplans.geometry import Room
from desktop.floorplans.panels.level_row import LevelRow
from desktop.floorplans.panels.passing import reading_ms
from desktop.floorplans.panels.side import AreaCard, ChecksCard, RoomsCard
from desktop.floorplans.panels.strip import FurnitureStrip
from desktop.floorplans.panels.tool_column import ToolColumn
from desktop.floorplans.plan import Background, Point
from desktop.floorplans.tools import TOOLS
from desktop.floorplans.tools.tool import Hand, Tool
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.scroll import Scroll
from desktop.widgets.segments import Segments

# What stands beside the drawing follows a drag a little later than the drawing itself: nobody
# reads while the hand moves, and the drawing must keep up with it.
SIDE_LATER_MS = 60
SIDE_WIDTH = 300


class DrawingPad(QWidget):
    """`said` tells a sentence for the user that has no place of its own; `tool_taken` the key of
    the tool in hand."""

    said = Signal(str)
    tool_taken = Signal(str)

    def __init__(
        self,
        desk: Desk,
        editing: Editing,
        wanted: frozenset[Wish],
        tools: Sequence[Tool] = TOOLS,
    ) -> None:
        super().__init__()
        self._desk, self.editing = desk, editing
        self.setProperty("touch", True)
        self._pictures: dict[str, QPixmap] = {}
        self.want(wanted)
        self.canvas = Canvas(editing, tools)
        self.canvas.took.connect(self.take)
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(lambda: self.canvas.let_hand(Hand.fall_silent))
        self.canvas.said.connect(self._fall_silent_later)
        self.tools = ToolColumn(tools)
        self.tools.taken.connect(self._take)
        self.area = AreaCard()
        self.checks = ChecksCard(self._go_to_finding, self._mend)
        self.rooms = RoomsCard(self._go_to_room)
        self.house = DollHouse()
        self.levels = LevelRow(editing)
        self.levels.chosen.connect(lambda: self._draw_on(self.levels))
        self.strip = FurnitureStrip()
        self.strip.chosen.connect(self._carry)
        self.strip.hide()
        self.views = Segments(
            [("side", _("The plan")), ("house", _("From above"))], _("What stands beside")
        )
        self.views.leave_focus()
        self.views.chosen.connect(self._show_view)
        self._beside = QStackedWidget()
        self._beside.addWidget(self._cards())
        self._beside.addWidget(self.house)
        self._lay_out()
        self._side_later = QTimer(self, singleShot=True, interval=SIDE_LATER_MS)
        self._side_later.timeout.connect(self._show_side)
        editing.listeners.append(self.refresh)
        self.refresh()
        self._show_side()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: Tab would come back to the drawing before it has been at the tools.
        self.canvas.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.canvas.setFocus()

    def _cards(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for card in (self.area, self.checks, self.rooms):
            column.addWidget(card)
        column.addStretch(1)
        return Scroll(held)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(theme.SMALL)
        side.addWidget(self.views)
        side.addWidget(self._beside, 1)
        self._beside.setFixedWidth(theme.scaled(SIDE_WIDTH))
        paper = QVBoxLayout()
        paper.setSpacing(theme.SMALL)
        paper.addWidget(self.levels)
        paper.addWidget(self.canvas, 1)
        paper.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.tools)
        beside = QHBoxLayout()
        beside.setSpacing(theme.GAP)
        beside.addLayout(paper, 1)
        beside.addLayout(side)
        self._right_of_tools = QVBoxLayout()
        self._right_of_tools.setSpacing(theme.SMALL)
        self._right_of_tools.addLayout(beside, 1)
        row.addLayout(self._right_of_tools, 1)

    def put_above(self, words: QWidget) -> None:
        """Words to read while one draws stand above the drawing: the tools keep their height."""
        self._right_of_tools.insertWidget(0, words)

    # Showing -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the drawing as it is now; what follows from it comes a moment later."""
        editing = self.editing
        self._show_background(editing.plan.background)
        below = editing.derived(editing.level - 1) if editing.level else None
        self.canvas.show_storey(editing.derived(), below)
        self.levels.refresh()
        self._side_later.start()

    def _show_background(self, background: Background | None) -> None:
        """The picture under the storey, read when it is another one than before."""
        if background is not None and background.digest not in self._pictures:
            with self._desk.reading() as session:
                content = queries.picture(session, background.digest)
            loaded = QPixmap()
            if content is not None:
                loaded.loadFromData(content)
            self._pictures = {background.digest: loaded}
        picture = None if background is None else self._pictures[background.digest]
        self.canvas.show_background(background, picture)

    def _show_side(self) -> None:
        editing = self.editing
        levels = editing.storeys
        self.area.show_levels(levels, editing.level)
        self.rooms.show_rooms(levels[editing.level].rooms)
        findings = self._checker.check(editing.home, levels)
        self.checks.show_findings(findings, editing.home)
        self.canvas.show_findings(found for found in findings if found.level == editing.level)
        if self.views.current == "house":
            self.house.show_home(editing.home)

    def _show_view(self, key: str) -> None:
        self._beside.setCurrentIndex(1 if key == "house" else 0)
        self._beside.setFixedWidth(theme.scaled(460 if key == "house" else SIDE_WIDTH))
        if key == "house":
            self.house.show_home(self.editing.home)
        self._draw_on(self.views)

    def _draw_on(self, row: QWidget) -> None:
        """After a click the letters are for the drawing again; who is in the row by keys stays:
        then the focus is on what was chosen."""
        held = self.focusWidget()
        by_keys = isinstance(held, QPushButton) and held.isChecked() and row.isAncestorOf(held)
        if not by_keys:
            self.canvas.setFocus()

    def want(self, wanted: frozenset[Wish]) -> None:
        """Check for these wishes from now on; what is shown follows at the next `refresh`."""
        self.wanted = wanted
        self._checker = Checker(rules_on(self._desk.today()), wanted)

    def _fall_silent_later(self, sentence: str) -> None:
        """What was said on the drawing goes once it could be read."""
        if sentence:
            self._silence.start(reading_ms(sentence))

    # Tools ---------------------------------------------------------------------------------

    def take(self, key: str) -> None:
        """Take a tool in hand, by its key."""
        self.tools.mark(key)
        self._take(key)

    def _take(self, key: str) -> None:
        self.canvas.use(next(tool for tool in TOOLS if tool.key == key))
        self.strip.setVisible(key == "furniture")
        self.canvas.setFocus()
        self.tool_taken.emit(key)

    def _carry(self, item: Item) -> None:
        self.canvas.carry(item)

    # Undo ----------------------------------------------------------------------------------

    def undo(self) -> bool:
        """Go back one step, and say which; False when there is none."""
        return self._step(_("Undone: {what}"), self.editing.undo_name, self.editing.undo)

    def redo(self) -> bool:
        """Do again what was undone, and say what; False when there is nothing."""
        return self._step(_("Done again: {what}"), self.editing.redo_name, self.editing.redo)

    def _step(self, words: str, name: str | None, step: Callable[[], object]) -> bool:
        if name is None:
            return False
        self.canvas.let_go()
        done = self._desk.did(step, self)
        if done:
            self.said.emit(words.format(what=name))
        return done

    # From the side -------------------------------------------------------------------------

    def _go_to_finding(self, finding: Finding) -> None:
        if finding.level != self.editing.level:
            self.editing.show_level(finding.level)
        if finding.place is not None:
            self.canvas.go_to(finding.place)

    def _go_to_room(self, room: Room) -> None:
        middle = room.polygon.representative_point()
        self.canvas.go_to(Point(round(middle.x), round(middle.y)))

    def _mend(self, finding: Finding) -> None:
        mend = finding.mend
        if mend is None:
            return
        self._go_to_finding(finding)
        if mend.level != self.editing.level:
            self.editing.show_level(mend.level)  # what the home lacks may come on another storey
        self.canvas.let_go()
        try:
            home = mend.apply(self.editing.home)
        except Refused as refused:
            self.said.emit(refused.sentence)
            return
        name = _("Mended: {what}").format(what=wording.title(finding))
        if self._desk.did(lambda: self.editing.commit_home(name, home), self):
            self.said.emit(name)  # the line has gone: who looked at the list sees what it did
