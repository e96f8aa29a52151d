"""The cards of an evening beside each other: those about one subject in one frame, and one that is
carried onto another comes with it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.panels.evening.card import ProposalCard
from desktop.projects.queries.grouping import Together
from desktop.projects.wording.dots import dots
from desktop.widgets import theme
from desktop.widgets.buttons import link
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words

COLUMNS = 3
HEAD, LINE = 1.0, 26  # a title is as high as so many cards; so many signs go on a line of a card


class Wall(QWidget):
    """`joined` tells that one proposal is to come with another, `parted` that it is to stand
    alone; `dragged` that a hand let a card go, wherever that was; `counted` its dots; `named` that
    a subject wants another name."""

    joined = Signal(int, int)
    parted = Signal(int)
    dragged = Signal()
    counted = Signal(int, int)
    named = Signal(str)
    corrected = Signal(int)
    removed = Signal(int)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[int, ProposalCard] = {}
        self.in_hand: int | None = None
        self._frames: dict[int, QWidget] = {}
        self._ghost: QLabel | None = None
        self._inside = Swapped()
        self._scroll = Scroll(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_groups(self, groups: Sequence[Together]) -> None:
        """Show these; the card with the keyboard keeps it, and one that is new comes into sight."""
        before = set(self.cards)
        focused = self._focused()
        self._drop_ghost()
        self.cards, self._frames, self.in_hand = {}, {}, None
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, theme.SMALL, 0)
        row.setSpacing(theme.MEDIUM)
        columns = [QVBoxLayout() for _column in range(COLUMNS)]
        filled = [0.0] * COLUMNS
        for column in columns:
            column.setSpacing(theme.MEDIUM)
            row.addLayout(column, 1)
        for group in groups:
            shortest = filled.index(min(filled))
            columns[shortest].addWidget(self._group(group))
            filled[shortest] += _height(group)
        for column in columns:
            column.addStretch(1)
        self._inside.show_content(inside)
        if focused is not None and focused[0] in self.cards:
            self.cards[focused[0]].parts[focused[1]].setFocus()
        new = set(self.cards) - before
        if before and len(new) == 1:
            self._show_card(self.cards[new.pop()])

    def _focused(self) -> tuple[int, int] | None:
        """The card with the keyboard, and which part of it."""
        for id, card in self.cards.items():
            for place, part in enumerate(card.parts):
                if part.hasFocus():
                    return id, place
        return None

    def _show_card(self, card: ProposalCard) -> None:
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
        self._scroll.ensureWidgetVisible(card)

    def focus_card(self, id: int) -> None:
        """Give the keyboard to a card."""
        if id in self.cards:
            self.cards[id].setFocus()

    def _group(self, group: Together) -> QWidget:
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setSpacing(theme.SMALL)
        if group.theme:
            frame.setObjectName("group")
            head = QHBoxLayout()
            head.addWidget(Words(group.theme, "section", wraps=True), 1)
            head.addWidget(Words(dots(group.support), "soft"))
            name = link(_("Name…"), lambda: self.named.emit(group.theme))
            name.setAccessibleDescription(group.theme)
            head.addWidget(name)
            column.addLayout(head)
        else:
            column.setContentsMargins(0, 0, 0, 0)
        for line in group.lines:
            card = ProposalCard(line)
            self.cards[line.id] = card
            self._frames[line.id] = frame
            self._listen(card)
            column.addWidget(card)
        return frame

    def _listen(self, card: ProposalCard) -> None:
        card.counted.connect(self.counted)
        card.carried.connect(self._carry)
        card.dropped.connect(self._drop)
        card.stepped.connect(self._step)
        card.taken.connect(self._take)
        card.let_go.connect(self._let_go)
        card.corrected.connect(self.corrected)
        card.removed.connect(self.removed)

    # A hand --------------------------------------------------------------------------------------

    def _carry(self, id: int, at: QPoint) -> None:
        card = self.cards[id]
        if self._ghost is None:
            self._ghost = QLabel(self)
            self._ghost.setPixmap(card.grab())
            self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._ghost.adjustSize()
            self._ghost.show()
            card.set_state("taken")
        size: QSize = self._ghost.size()
        self._ghost.move(self.mapFromGlobal(at) - QPoint(size.width() // 2, size.height() // 2))
        target = self._card_at(at, id)
        for other_id, other in self.cards.items():
            if other_id != id:
                other.set_state("target" if other_id == target else "")

    def _drop(self, id: int, at: QPoint) -> None:
        self._drop_ghost()
        onto = self._card_at(at, id)
        frame = self._frames[id]
        if onto is not None:
            self.joined.emit(id, onto)
        elif self.cards[id].line.theme and not frame.rect().contains(frame.mapFromGlobal(at)):
            self.parted.emit(id)
        self.dragged.emit()

    def _drop_ghost(self) -> None:
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        for card in self.cards.values():
            card.set_state("")

    def _card_at(self, at: QPoint, but: int) -> int | None:
        """The card under a place on the screen; of those with `but` none is another."""
        for id, card in self.cards.items():
            same = card.line.theme and card.line.theme == self.cards[but].line.theme
            if id != but and not same and card.rect().contains(card.mapFromGlobal(at)):
                return id
        return None

    # Keys ----------------------------------------------------------------------------------------

    def _step(self, id: int, by: int) -> None:
        ids = list(self.cards)
        self.cards[ids[(ids.index(id) + by) % len(ids)]].setFocus()

    def _take(self, id: int) -> None:
        """The first Space takes a card, the second puts it with the one that has the keyboard; on
        itself, it comes to stand alone."""
        if self.in_hand is None:
            self.in_hand = id
            self.cards[id].set_state("taken")
            self.said.emit(_("In hand. Go to another card and press Space to put them together."))
            return
        taken = self.in_hand
        self._let_go()
        if taken != id:
            self.joined.emit(taken, id)
        elif self.cards[id].line.theme:
            self.parted.emit(id)

    def _let_go(self) -> None:
        if self.in_hand is not None:
            self.cards[self.in_hand].set_state("")
        self.in_hand = None
        self.said.emit("")


def _height(group: Together) -> float:
    """About how high a group is, in cards."""
    lines = sum(2 + ceil(len(line.text) / LINE) for line in group.lines)
    return lines + (HEAD if group.theme else 0.0)
