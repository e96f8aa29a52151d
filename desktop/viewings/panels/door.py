"""The host at the door, on a tablet: who comes when, eight points to tick, the visitor's own
answer. Everything is a large button; no keyboard is needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _, language, ngettext
from desktop.language.format import clock, day_name, local
from desktop.viewings.actions.reports import Visit, save_visit
from desktop.viewings.queries.door import Door, DoorVisitor, door
from desktop.viewings.states import Presence, Want
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.scroll import Scroll
from desktop.widgets.words import Words


class DoorScreen(QWidget):
    """Left the times with first names, right the visitor who is there now. Each tap is kept at
    once. Whether somebody did not come is for staff to record (R8).

    An answer shows only while its visitor is received: the next visitor holds the same tablet.
    Afterwards staff correct it in the report."""

    def __init__(self, desk: Desk, viewing_id: int) -> None:
        super().__init__()
        self._desk, self._viewing_id = desk, viewing_id
        self._chosen: int | None = None
        self._received: int | None = None
        self._said = Words("", "error", wraps=True)
        self._left = QVBoxLayout()
        self._left.setSpacing(theme.SMALL)
        self._right = QVBoxLayout()
        self._left_part: QWidget | None = None
        self._right_part: QWidget | None = None
        column = QVBoxLayout(self)
        column.setSpacing(theme.LARGE)
        self._title = Words("", "heading", wraps=True)
        column.addWidget(self._title)
        column.addWidget(self._said)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addLayout(self._left)
        row.addLayout(self._right, 1)
        column.addLayout(row, 1)
        self._read()

    def show_refusal(self, sentence: str) -> None:
        """Show what cannot be above the list."""
        self._said.setText(sentence)

    def _read(self) -> None:
        with self._desk.reading() as session:
            self._door = door(session, self._viewing_id)
        self._title.setText(
            _("{address}, {day}").format(
                address=self._door.address, day=day_name(local(self._door.starts_at).date())
            )
        )
        if self._chosen is None:
            self._receive_next()
        self._fill()

    def _fill(self) -> None:
        for part in (self._left_part, self._right_part):
            if part is not None:
                part.hide()
                part.deleteLater()
        self._left_part = self._list(self._door)
        self._left.addWidget(self._left_part)
        chosen = next((v for v in self._door.visitors if v.invitation_id == self._chosen), None)
        if chosen is None:
            self._right_part = Words(self._nobody(), "soft")
        elif self._is_done(chosen):
            self._right_part = Card(chosen.name, _("This visitor is done."))
        else:
            self._right_part = Scroll(self._visitor(chosen))
        self._right.addWidget(self._right_part)

    def _nobody(self) -> str:
        return _("Everybody has been.") if self._door.visitors else _("Nobody is expected.")

    def _is_done(self, visitor: DoorVisitor) -> bool:
        """Whether somebody answered and is no longer the one who is received."""
        return visitor.want is not None and visitor.invitation_id != self._received

    def _receive_next(self) -> None:
        """Receive the first who has not answered, if there is one."""
        waiting = (v.invitation_id for v in self._door.visitors if v.want is None)
        self._chosen = self._received = next(waiting, None)

    def _list(self, shown: Door) -> QWidget:
        card = Card(_("Who is coming"))
        card.setFixedWidth(theme.scaled(300))
        for visitor in shown.visitors:
            mark = "✓ " if self._is_done(visitor) else ""
            button = self._large(
                f"{mark}{clock(visitor.slot_at)}  {visitor.name}",
                partial(self._choose, visitor.invitation_id),
                visitor.invitation_id == self._chosen,
            )
            card.add(button)
        card.body.addStretch(1)
        return card

    def _choose(self, invitation_id: int) -> None:
        self._chosen = invitation_id
        self._said.setText("")
        answered = {v.invitation_id for v in self._door.visitors if v.want is not None}
        if invitation_id != self._received:
            self._received = None if invitation_id in answered else invitation_id
        self._fill()

    def _next_visitor(self) -> None:
        self._said.setText("")
        self._receive_next()
        self._fill()

    def _visitor(self, visitor: DoorVisitor) -> QWidget:
        card = Card(
            visitor.name,
            ngettext("{n} person", "{n} people", visitor.persons).format(n=visitor.persons),
        )
        if visitor.visit_need:
            card.add(Words(_("Asked for: {wish}").format(wish=visitor.visit_need), wraps=True))
        row = QHBoxLayout()
        row.addWidget(self._large(_("Is here"), partial(self._note, visitor), visitor.here))
        row.addWidget(
            self._large(
                _("I know this person"),
                partial(self._note, visitor, switched=not visitor.switched),
                visitor.switched,
            )
        )
        card.add_layout(row)
        if visitor.switched:
            card.add(Words(_("The other host takes over. Nobody asks why."), "soft", wraps=True))
        if visitor.here:
            card.add(Words(_("What did you explain?"), "section"))
            card.add(self._points(visitor))
            card.add(Words(_("Visitor: do you want this home?"), "section"))
            card.add_layout(self._answers(visitor))
            card.add(Words(_("You may also think about it and call us later."), "soft", wraps=True))
        if visitor.want is not None:
            card.add(self._large(_("Done, next visitor"), self._next_visitor, False))
        card.body.addStretch(1)
        return card

    def _points(self, visitor: DoorVisitor) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.SMALL)
        for place, (key, nl, en) in enumerate(self._door.points):
            ticked = key in visitor.points
            points = (
                tuple(p for p in visitor.points if p != key) if ticked else (*visitor.points, key)
            )
            button = self._large(
                nl if language() == "nl" else en or nl,
                partial(self._note, visitor, points=points),
                ticked,
            )
            grid.addWidget(button, place // 2, place % 2)
        return content

    def _answers(self, visitor: DoorVisitor) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for words, want in (
            (_("Yes"), Want.YES),
            (_("I am thinking about it"), Want.THINKS),
            (_("No"), Want.NO),
        ):
            do = (
                partial(self._ask_why, visitor)
                if want is Want.NO
                else partial(self._note, visitor, want=want)
            )
            row.addWidget(self._large(words, do, visitor.want is want))
        return row

    def _ask_why(self, visitor: DoorVisitor) -> None:
        """Everybody who says no is asked the same, so that the question tells nobody anything;
        for somebody with priority the answer counts (C3)."""
        card = Card(_("Visitor: did it have to do with this viewing?"))
        card.add(Words(_("Your answer helps us. It never counts against you."), "soft", wraps=True))
        row = QHBoxLayout()
        for words, caused in ((_("No"), False), (_("Yes"), True)):
            row.addWidget(
                self._large(
                    words,
                    partial(self._note, visitor, want=Want.NO, caused_by_tour=caused),
                    False,
                )
            )
        card.add_layout(row)
        card.add(secondary(_("Back"), self._fill))
        card.body.addStretch(1)
        if self._right_part is not None:
            self._right_part.hide()
            self._right_part.deleteLater()
        self._right_part = card
        self._right.addWidget(card)

    def _note(
        self,
        visitor: DoorVisitor,
        points: tuple[str, ...] | None = None,
        want: Want | None = None,
        switched: bool | None = None,
        caused_by_tour: bool | None = None,
    ) -> None:
        """Keep one tap."""
        visit = Visit(
            invitation_id=visitor.invitation_id,
            presence=Presence.PRESENT,
            points=visitor.points if points is None else points,
            want=visitor.want if want is None else want,
            switched=visitor.switched if switched is None else switched,
            caused_by_tour=caused_by_tour,
        )
        desk = self._desk
        self._said.setText("")
        if desk.did(lambda: save_visit(desk.store, desk.who, self._viewing_id, visit), self):
            self._read()

    def _large(self, words: str, do: Callable[[], object], is_on: bool) -> Button:
        button = Button(words, do, "large")
        button.setCheckable(True)
        button.setChecked(is_on)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
