"""The phases of a project: their names and their order, another one, and one less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.actions.phases import WishedPhase, arrange_phases, check_empty
from desktop.projects.queries.phases import PhaseLine, phases_of
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import TextInput
from desktop.widgets.words import Words

ALT = Qt.KeyboardModifier.AltModifier
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def ask_phases(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Show the phases in their order; what is changed there is kept as one step."""
    with desk.reading() as session:
        lines = phases_of(session, project_id)
    content = PhaseRows(lines)

    def work() -> None:
        arrange_phases(desk.store, desk.who, project_id, content.wished(), content.gone)

    def again() -> None:
        wished = [WishedPhase(wish.name, wish.id) for wish in content.wished()]
        arrange_phases(desk.store, desk.who, project_id, wished, content.gone)

    Dialog(
        desk,
        _("Phases"),
        content,
        _("Save"),
        work,
        parent,
        again=again,
        explanation=_("A phase is a part of the planning, such as the preparation or the work."),
        width=640,
    ).open()


@dataclass
class Written:
    """A phase while the dialog is open: what stands in its field, and what it was."""

    name: str = ""
    line: PhaseLine | None = None


class PhaseRows(QWidget):
    """A row for each place in the order; a phase that moves goes to another row. `gone` are the
    phases that were taken out."""

    def __init__(self, lines: Sequence[PhaseLine]) -> None:
        super().__init__()
        self.gone: list[int] = []
        self.rows: list[PhaseRow] = []
        self._empty = Words(_("No phases yet. Add the first one."), "soft", wraps=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        self._show([Written(line.name, line) for line in lines])
        self.more = secondary(_("Add a phase"), self.add)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(self.rows[0] if self.rows else self.more)

    def wished(self) -> list[WishedPhase]:
        """The phases as they stand here; a new row in which nothing was written is none."""
        return [
            WishedPhase(one.name, one.line.id, one.line.version)
            if one.line is not None
            else WishedPhase(one.name)
            for one in self._written()
            if one.line is not None or one.name
        ]

    def add(self) -> None:
        """An empty row at the end, ready to be written in."""
        before: QWidget = self.rows[-1].remove if self.rows else self._empty
        self._show([*self._written(), Written()])
        # Qt goes through what was made last after all the rest.
        for part in (*self.rows[-1].parts, self.more):
            self.setTabOrder(before, part)
            before = part
        self.rows[-1].setFocus()

    def _written(self) -> list[Written]:
        return [row.written() for row in self.rows]

    def _move(self, at: int, by: int) -> None:
        to, written = at + by, self._written()
        if 0 <= to < len(written):
            written.insert(to, written.pop(at))
            self._show(written)
            self.rows[to].setFocus()

    def _remove(self, at: int) -> None:
        written = self._written()
        line = written.pop(at).line
        if line is not None:
            try:
                check_empty(line)
            except Refused as refused:
                self.rows[at].show_refusal(refused.sentence)
                return
            self.gone.append(line.id)
        self._show(written)
        (self.rows[min(at, len(written) - 1)] if written else self.more).setFocus()

    def _show(self, written: Sequence[Written]) -> None:
        while len(self.rows) < len(written):
            self._add_row()
        while len(self.rows) > len(written):
            row = self.rows.pop()
            row.setParent(None)
            row.deleteLater()
        for at, (row, one) in enumerate(zip(self.rows, written, strict=True)):
            row.show_phase(one, is_first=at == 0, is_last=at == len(written) - 1)
        room = max((row.holds.sizeHint().width() for row in self.rows), default=0)
        for row in self.rows:
            row.holds.setFixedWidth(room)
        self._empty.setVisible(not written)

    def _add_row(self) -> None:
        at = len(self.rows)
        row = PhaseRow(at)
        row.moved.connect(lambda by: self._move(at, by))
        row.removed.connect(lambda: self._remove(at))
        self._list.addWidget(row)
        self.rows.append(row)


class PhaseRow(QWidget):
    """A place in the order: the name of a phase, what it holds, and what can be done with it.
    `moved` tells how many places the phase goes down, `removed` that it goes. A refusal finds the
    row by its place."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self, at: int) -> None:
        super().__init__()
        self.setObjectName(f"phase-{at}")
        self._line: PhaseLine | None = None
        self.name = TextInput()
        self.name.setAccessibleName(_("Phase {n}").format(n=at + 1))
        self.name.changed.connect(self._clear_refusal)
        self.setFocusProxy(self.name)
        self.holds = Words("", "soft")
        self.holds.setIndent(theme.SMALL)
        self.up = Button("", lambda: self.moved.emit(-1), "plain")
        self.down = Button("", lambda: self.moved.emit(1), "plain")
        self.remove = Button("", self.removed.emit, "plain")
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.name, 1)
        line.addWidget(self.holds)
        for button, icon, words in (
            (self.up, "up", _("Move up")),
            (self.down, "down", _("Move down")),
            (self.remove, "close", _("Remove")),
        ):
            button.show_icon(icon, words, size=16)
            button.setAccessibleName(_("{what}, phase {n}").format(what=words, n=at + 1))
            line.addWidget(button)
        self._error = Words("", "error", wraps=True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(line)
        column.addWidget(self._error)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through."""
        return self.name.inner, self.up, self.down, self.remove

    def written(self) -> Written:
        """The phase on this place as it stands here now."""
        return Written(self.name.value(), self._line)

    def show_phase(self, one: Written, is_first: bool, is_last: bool) -> None:
        """Show a phase on this place."""
        self._line = one.line
        self.name.set_value(one.name)
        self._clear_refusal()
        holds = " · ".join(one.line.holds()) if one.line is not None else _("new")
        self.holds.setText(holds or _("nothing in it yet"))
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)

    def show_refusal(self, sentence: str) -> None:
        """Show what is wrong with this phase, and go there."""
        self._error.setText(sentence)
        self._error.show()
        self.name.mark(True)
        self.name.setAccessibleDescription(sentence)
        self.name.setFocus()

    @property
    def refusal(self) -> str:
        """The sentence on show, or nothing."""
        return "" if self._error.isHidden() else self._error.text()

    def _clear_refusal(self) -> None:
        if self.refusal:
            self._error.hide()
            self.name.mark(False)
            self.name.setAccessibleDescription("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow takes the phase up or down."""
        if event.modifiers() & ALT and Qt.Key(event.key()) in STEPS:
            self.moved.emit(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
