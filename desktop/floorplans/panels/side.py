"""What follows from the drawing, beside it: the usable area, "does the plan work?", the rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.floorplans import wording
from desktop.floorplans.checks import Finding, Grade
from desktop.floorplans.geometry import Derived, Room, usable_area_mm2
from desktop.floorplans.plan import Home
from desktop.language import _, ngettext
from desktop.widgets import theme
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import Button, link, secondary
from desktop.widgets.card import Card
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

SIGNS = {Grade.GOOD: "✓", Grade.WARN: "!", Grade.FAIL: "✕"}
TONES = {Grade.GOOD: Tone.GREEN, Grade.WARN: Tone.AMBER, Grade.FAIL: Tone.RED}
TO_DO = "○"
# What is not shown at once comes after a click: the list stays one look.
FIRST_ROWS = 6
# A mend is tried on the home as it is; so long after the last stroke, and after each other.
TRY_MEND_MS = 120


class AreaCard(Card):
    """The usable area of the home, and of this storey where there are more."""

    def __init__(self) -> None:
        super().__init__()
        self.value = Words("", "figure")
        self.meaning = Words("", "soft", wraps=True)
        self.body.setSpacing(2)
        self.add(self.value)
        self.add(self.meaning)

    def show_levels(self, levels: Sequence[Derived], on_view: int) -> None:
        whole = usable_area_mm2(levels)
        self.value.setText(wording.floor_area(whole))
        meaning = _("usable area (indicative, NEN 2580)")
        if len(levels) > 1:
            here = wording.floor_area(levels[on_view].usable_mm2)
            meaning += "\n" + _("of which {area} on this storey").format(area=here)
        self.meaning.setText(meaning)
        self.setAccessibleName(f"{self.value.text()} {meaning}")


class FindingRow(QWidget):
    """One line of "does the plan work?": a tap goes to the place, the button mends it."""

    def __init__(self, finding: Finding, go: Callable[[], object], mend: Callable[[], object]):
        super().__init__()
        self._go = go
        title, sentence = wording.title(finding), wording.sentence(finding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.TIGHT, 0, theme.TIGHT)
        row.setSpacing(theme.MEDIUM)
        # Who has only begun did nothing wrong: what is still to draw has a sign of its own.
        to_do = finding.is_to_do
        sign = TO_DO if to_do else SIGNS[finding.grade]
        tone = Tone.GREY if to_do else TONES[finding.grade]
        row.addWidget(Badge(sign, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Words(title, "strong", wraps=True))
        words.addWidget(Words(sentence, "soft", wraps=True))
        self._finding = finding
        # It shows when it is known to work: a button that then refuses helps nobody.
        self.mend_button = secondary(_("Mend"), mend)
        self.mend_button.hide()
        words.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        self.setToolTip(finding.article)
        state = _("Still to draw") if to_do else wording.grade_word(finding.grade)
        self.setAccessibleName(f"{state}: {title}")
        self.setAccessibleDescription(" · ".join(p for p in (sentence, finding.article) if p))
        if finding.place is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def try_mend(self, home: Home) -> None:
        """Show the button when what is found can be mended in this home."""
        mend = self._finding.mend
        self.mend_button.setVisible(mend is not None and mend.works(home))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go()
        else:
            super().keyPressEvent(event)


class ChecksCard(Card):
    """The findings, the worst first and then what is still to draw; those that are good fold into
    one line."""

    def __init__(self, go: Callable[[Finding], object], mend: Callable[[Finding], object]) -> None:
        super().__init__(_("Does the plan work?"))
        self._go, self._mend = go, mend
        self._findings: Sequence[Finding] = ()
        self._home: Home | None = None
        self._untried: list[FindingRow] = []
        self._tries = QTimer(self, singleShot=True, interval=TRY_MEND_MS)
        self._tries.timeout.connect(self._try_a_mend)
        self._unfolded = False
        self._counted = Words("", "soft", wraps=True)
        self.add(self._counted)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.TIGHT)
        self._held: QWidget | None = None
        self.add_layout(self._rows)
        self.add(Words(wording.disclaimer(), "small", wraps=True))

    def show_findings(self, findings: Sequence[Finding], home: Home) -> None:
        """Show what is found of a home; when nothing changed nothing is built again. Whether
        something can be mended is tried out when nobody draws, one by one."""
        self._home = home
        if findings != self._findings:
            self._findings = findings
            self._build()
        self._try_mends()

    def _try_mends(self) -> None:
        self._untried = [] if self._held is None else self._held.findChildren(FindingRow)
        self._tries.start()

    def _try_a_mend(self) -> None:
        if self._untried and self._home is not None:
            self._untried.pop(0).try_mend(self._home)
            self._tries.start()

    def _build(self) -> None:
        before, focused = self._held, self._row_with_focus()
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        wrong = [f for f in self._findings if f.grade is not Grade.GOOD]
        wrong.sort(key=lambda finding: finding.is_to_do)
        good = [f for f in self._findings if f.grade is Grade.GOOD]
        shown = wrong if self._unfolded else wrong[:FIRST_ROWS]
        for finding in shown:
            column.addWidget(self._row(finding))
        if not wrong:
            column.addWidget(Words(_("Nothing to mend."), "strong"))
        if self._unfolded:
            for finding in good:
                column.addWidget(self._row(finding))
        hidden = len(wrong) - len(shown)
        fold = self._fold(hidden, len(good))
        column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(self._held)
        if focused is not None:
            # Or Qt would go to whatever comes next on the screen, and scroll to it.
            self._held.show()
            rows = self._held.findChildren(FindingRow)[focused:]
            goes_on = (row for row in rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus)
            next(goes_on, fold).setFocus()
        if before is not None:
            before.hide()
            before.deleteLater()
        self._counted.setText(" · ".join(_counted(wrong)))
        self._counted.setVisible(bool(wrong))
        self.setAccessibleDescription(self._counted.text())

    def _row_with_focus(self) -> int | None:
        """The number of the row in which the focus is; what folds comes after the last one."""
        focused = self.window().focusWidget()
        if self._held is None or focused is None or not self._held.isAncestorOf(focused):
            return None
        rows = self._held.findChildren(FindingRow)
        with_focus = (n for n, row in enumerate(rows) if focused in (row, row.mend_button))
        return next(with_focus, len(rows))

    def _fold(self, hidden: int, good: int) -> Button:
        if self._unfolded:
            return link(_("Show less"), self._toggle)
        parts = []
        if hidden:
            more = ngettext("{n} more thing", "{n} more things", hidden)
            parts.append(more.format(n=hidden))
        parts.append(ngettext("{n} thing is good", "{n} things are good", good).format(n=good))
        return link(" · ".join(parts), self._toggle)

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._build()
        self._try_mends()

    def _row(self, finding: Finding) -> FindingRow:
        return FindingRow(finding, lambda: self._go(finding), lambda: self._mend(finding))


def _counted(wrong: Sequence[Finding]) -> Iterator[str]:
    to_do = sum(finding.is_to_do for finding in wrong)
    others = len(wrong) - to_do
    if others:
        yield ngettext("{n} thing to look at", "{n} things to look at", others).format(n=others)
    if to_do:
        yield ngettext("{n} still to draw", "{n} still to draw", to_do).format(n=to_do)


class RoomsCard(Card):
    """The rooms of the storey with their areas."""

    def __init__(self, go: Callable[[Room], object]) -> None:
        super().__init__(_("Rooms"))
        self._go = go
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.TIGHT)
        self._held: QWidget | None = None
        self.add_layout(self._rows)

    def show_rooms(self, rooms: Sequence[Room]) -> None:
        ordered = sorted(rooms, key=lambda room: (room.label is None, -room.area_mm2))
        lines = tuple(
            (wording.room_name(room), wording.floor_area(room.area_mm2)) for room in ordered
        )
        if lines == self._shown:
            return
        self._shown = lines
        if self._held is not None:
            self._held.hide()
            self._held.deleteLater()
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        for room, (name, size) in zip(ordered, lines, strict=True):
            row = QHBoxLayout()
            row.addWidget(link(name, partial(self._go, room)), 1)
            row.addWidget(Words(size, "soft"))
            column.addLayout(row)
        if not lines:
            words = _("No closed rooms yet. A room appears when its walls meet.")
            column.addWidget(Words(words, "soft", wraps=True))
        self._rows.addWidget(self._held)
