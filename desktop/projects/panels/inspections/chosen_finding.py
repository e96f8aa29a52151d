"""The finding that is chosen: its photos before and after, what became of it, and what is next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.actions.findings import (
    check_finding,
    remove_finding,
    remove_finding_photo,
    tell_reporter,
)
from desktop.projects.panels.dialogs.findings import (
    ask_finding_handed_over,
    ask_not_done,
    ask_photo,
    ask_referred,
    ask_solved,
    ask_taken_up,
    correct_finding,
)
from desktop.projects.panels.inspections.rows import state_cell, story
from desktop.projects.panels.photo_choice import pixmap_of
from desktop.projects.queries.inspections import FindingLine, small_photo, whole_photo
from desktop.projects.rules.findings import NEXT
from desktop.projects.states import FindingState
from desktop.projects.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

S = FindingState
PHOTO = QSize(112, 84)
LARGE_PX = 900
Entry = tuple[str, Callable[[], object]]


class ChosenFinding(QWidget):
    """`line` is the finding on view; None while none is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.line: FindingLine | None = None
        self._title = Words("", "strong", wraps=True)
        self._chip = Chip()
        self._story = Words("", "soft", wraps=True)
        self.next = secondary("", self._go_on)
        self.more = menu_button(_("More steps"), self._fill_more)
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self._title, 1)
        head.addWidget(self._chip, alignment=Qt.AlignmentFlag.AlignTop)
        self._photos = QHBoxLayout()
        self._photos.setSpacing(theme.SMALL)
        self._photos.setAlignment(Qt.AlignmentFlag.AlignLeft)
        steps = QHBoxLayout()
        steps.setSpacing(theme.SMALL)
        steps.addWidget(self.next)
        steps.addWidget(self.more)
        steps.addStretch(1)
        told = QVBoxLayout()
        told.setSpacing(theme.TIGHT)
        told.addLayout(head)
        told.addWidget(self._story)
        told.addLayout(steps)
        told.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(theme.MEDIUM)
        self._parts.addLayout(told, 1)
        self._parts.addLayout(self._photos)
        self._parts.addStretch(0)

    def stand(self, direction: QBoxLayout.Direction) -> None:
        """The photos come beside the words, or under them."""
        self._parts.setDirection(direction)
        beside = direction is QBoxLayout.Direction.LeftToRight
        # What is left goes to the words, or to the foot.
        self._parts.setStretch(0, 1 if beside else 0)
        self._parts.setStretch(2, 0 if beside else 1)

    def show_finding(self, line: FindingLine | None) -> None:
        """Show this finding; nothing for None."""
        self.line = line
        self.setVisible(line is not None)
        if line is None:
            return
        cell = state_cell(line)
        self._title.setText(
            " · ".join(part for part in (f"{line.number} {word(line.kind)}", line.place) if part)
        )
        self._chip.set(cell.text, cell.tone or Tone.GREY)
        self._story.setText(story(line))
        step = self.next_step()
        self.next.setVisible(step is not None)
        if step is not None:
            self.next.setText(step[0])
            self.next.setAccessibleName(step[0])
        self._show_photos(line)

    def _show_photos(self, line: FindingLine) -> None:
        while (item := self._photos.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        with self._desk.reading() as session:
            for ids, words in ((line.before, _("Before")), (line.after, _("After"))):
                # The newest of each; all of them are on view when one is opened.
                for id in ids[-1:]:
                    button = Button(words, partial(self._open, ids, words))
                    button.setProperty("look", "plain")
                    button.setIcon(QIcon(pixmap_of(small_photo(session, id), PHOTO.width() * 2)))
                    button.setIconSize(PHOTO)
                    button.setAccessibleName(_("Photo: {moment}").format(moment=words))
                    self._photos.addWidget(button)

    def _open(self, ids: Sequence[int], words: str) -> None:
        desk, line = self._desk, self._line
        with desk.reading() as session:
            photos = {id: whole_photo(session, id) for id in ids}

        def remove(photo_id: int) -> bool:
            return desk.did(
                lambda: remove_finding_photo(desk.store, desk.who, line.id, photo_id), self
            )

        PhotoView(photos, words, remove, self).open()

    # What can be done ----------------------------------------------------------------------------

    def next_step(self) -> Entry | None:
        """The one step that follows; None when nothing has to be done."""
        line = self.line
        if line is None:
            return None
        if line.has_reporter and line.state in (S.CHECKED, S.NOT_DONE):
            return self._told
        steps = {
            S.REPORTED: self._take_up,
            S.TAKEN_UP: self._solved,
            S.REFERRED: self._solved,
            S.SOLVED: self._checked,
        }
        return steps.get(line.state)

    def other_steps(self) -> list[Entry]:
        """What else can be done with it now."""
        line = self.line
        if line is None:
            return []
        possible, desk = NEXT[line.state], self._desk
        others = [
            self._take_up if S.TAKEN_UP in possible else None,
            self._solved if S.SOLVED in possible else None,
            (_("Pass on…"), self._asking(ask_referred))
            if S.REFERRED in possible or line.state is S.REFERRED
            else None,
            (_("Not done…"), self._asking(ask_not_done)) if S.NOT_DONE in possible else None,
            self._told if line.has_reporter and line.state is not S.REPORTED else None,
            (_("Add photo…"), self._asking(ask_photo)),
            (_("Correct…"), self._asking(correct_finding)),
            (_("Hand over…"), self._asking(ask_finding_handed_over))
            if line.state is not S.CHECKED
            else None,
            (_("Remove"), self._doing(lambda: remove_finding(desk.store, desk.who, line.id)))
            if line.state is S.REPORTED
            else None,
        ]
        first = self.next_step()
        named = first[0] if first is not None else ""
        return [entry for entry in others if entry is not None and entry[0] != named]

    @property
    def _take_up(self) -> Entry:
        return _("Take up…"), self._asking(ask_taken_up)

    @property
    def _solved(self) -> Entry:
        return _("Solved…"), self._asking(ask_solved)

    @property
    def _checked(self) -> Entry:
        desk = self._desk
        return _("Checked"), self._doing(lambda: check_finding(desk.store, desk.who, self._line.id))

    @property
    def _told(self) -> Entry:
        desk = self._desk
        return _("Who reported it was told"), self._doing(
            lambda: tell_reporter(desk.store, desk.who, self._line.id)
        )

    @property
    def _line(self) -> FindingLine:
        assert self.line is not None, "a step is of a finding"
        return self.line

    def _asking(self, ask: Callable[[Desk, FindingLine, QWidget], None]) -> Callable[[], None]:
        return lambda: ask(self._desk, self._line, self)

    def _doing(self, work: Callable[[], object]) -> Callable[[], object]:
        return lambda: self._desk.did(work, self)

    def _go_on(self) -> None:
        step = self.next_step()
        if step is not None:
            step[1]()

    def _fill_more(self, menu: QMenu) -> None:
        for words, do in self.other_steps():
            add_entry(menu, words, do)


class PhotoView(QDialog):
    """Photos in large, beside each other; each can be taken away. Esc closes."""

    def __init__(
        self,
        photos: Mapping[int, bytes],
        title: str,
        remove: Callable[[int], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._remove = remove
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        row = QHBoxLayout(self)
        for id, photo in photos.items():
            shown = QLabel()
            shown.setPixmap(pixmap_of(photo, LARGE_PX // min(len(photos), 3)))
            shown.setAccessibleName(title)
            column = QVBoxLayout()
            column.addWidget(shown)
            column.addWidget(
                secondary(_("Remove this photo"), partial(self._take_away, id)),
                alignment=Qt.AlignmentFlag.AlignLeft,
            )
            row.addLayout(column)

    def _take_away(self, photo_id: int) -> None:
        if self._remove(photo_id):
            self.accept()
