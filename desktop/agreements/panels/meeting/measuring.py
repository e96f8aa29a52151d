"""Entering measurements: each value is kept when its cell is left, and its light and chart are
drawn anew at once; what cannot be kept as it stands is said or asked under the grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.panels.meeting.cells import Field
from desktop.agreements.panels.meeting.entry import Doubted, Entry
from desktop.agreements.panels.meeting.grid import MeasuringGrid
from desktop.agreements.panels.meeting.on_view import OnView
from desktop.agreements.panels.meeting.question import QuestionLine
from desktop.agreements.panels.meeting.typing_line import Left
from desktop.agreements.queries.evening import Evening
from desktop.agreements.queries.lights import light_of
from desktop.agreements.queries.measuring import MeasurementLine, story_of
from desktop.agreements.rules.form import AlreadyMeasured, Ambiguous, plain_number
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.fields import read_day


class MeasuringPage(QWidget):
    """`kept` tells that something was written, `ended` that the last row was left."""

    kept = Signal()
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._evening: Evening | None = None
        self._entries: Sequence[Entry] = ()
        self.is_keeping = False
        self._just_kept = False
        self._cursor: int | None = None  # the entry that it was on
        self.grid = MeasuringGrid(self._leave)
        self.question = QuestionLine()
        self.on_view = OnView(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.grid, 1)
        column.addWidget(self.question)
        column.addWidget(self.on_view)
        self.grid.went_to.connect(self._show)
        self.grid.forgot.connect(self.question.explain_keys)
        self.grid.asked.connect(self.question.setFocus)
        self.grid.ended.connect(self.ended)

    def show_evening(
        self, evening: Evening, shown: Sequence[Entry], entries: Sequence[Entry]
    ) -> None:
        """Show these of all the entries of an evening; the cursor stays with its entry."""
        before = self.grid.entry
        self._evening, self._entries = evening, entries
        self.grid.show_entries(shown)
        self.on_view.setVisible(bool(shown))
        self.question.explain_keys()
        self._cursor = before.id if before is not None else self._cursor
        if self.isVisible():
            self.begin()

    def begin(self) -> None:
        """Put the cursor where it was, at first in the first value that is not there yet."""
        self.grid.begin(self._cursor)

    # Keeping -------------------------------------------------------------------------------------

    def _leave(self, entry: Entry, field: Field, text: str) -> Left:
        self._just_kept = False
        self.question.explain_keys()
        self.grid.redraw(entry)
        if field is Field.VALUE:
            entry.typed = text
            return self._keep(entry)
        if field is Field.DAY:
            day = read_day(text)
            if day is None:
                self.question.say_wrong(_("This is not a day. Type it as 26-11-2026."))
                return Left.STAYS
            before, entry.day = entry.day, day
            return self._change(entry, lambda: setattr(entry, "day", before))
        if field is Field.SOURCE:
            source, entry.source = entry.source, text
            return self._change(entry, lambda: setattr(entry, "source", source))
        entry.provisional = not entry.provisional
        return self._change(entry, lambda: setattr(entry, "provisional", not entry.provisional))

    def _keep(self, entry: Entry, sure: bool = False) -> Left:
        """Keep a value; ask when it has two readings, may be an error, or is there already."""
        assert self._evening is not None, "an evening is on view"
        meeting = self._evening.meeting_id
        try:
            with self._writing():
                written = entry.keep(self._desk, meeting, sure)
        except Doubted as doubted:
            self._doubt(entry, doubted)
            return Left.ASKED
        except Ambiguous as two:
            self._which(entry, two)
            return Left.ASKED
        except AlreadyMeasured as already:
            self._already(entry, already)
            return Left.ASKED
        except Refused as refused:
            self._say_wrong(entry, refused.sentence)
            return Left.STAYS
        if written:
            self._draw_anew(entry)
        return Left.FINE

    def _change(self, entry: Entry, back: Callable[[], object]) -> Left:
        """Another day, source or mark for a value that is there; for one to come it waits."""
        if entry.kept_id is None:
            return Left.FINE
        return Left.FINE if self._correct(entry, entry.kept_id) else self._undone(back)

    def _undone(self, back: Callable[[], object]) -> Left:
        back()
        return Left.STAYS

    def _correct(self, entry: Entry, measurement_id: int) -> bool:
        assert self._evening is not None, "an evening is on view"
        try:
            with self._writing():
                entry.correct(self._desk, measurement_id, self._evening.meeting_id)
        except Refused as refused:
            self._say_wrong(entry, refused.sentence)
            return False
        self._draw_anew(entry)
        return True

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """What is written here is drawn here; nobody needs to read all of it again."""
        self.is_keeping = True
        try:
            yield
        finally:
            self.is_keeping = False

    # Asking --------------------------------------------------------------------------------------

    def _say_wrong(self, entry: Entry, sentence: str) -> None:
        entry.wrong = sentence
        self.question.say_wrong(sentence)
        self.grid.redraw(entry)

    def _ask(
        self, entry: Entry, refused: Refused, answers: Sequence[tuple[str, Callable[[], object]]]
    ) -> None:
        """The last answer goes back to the cell."""
        entry.wrong = refused.sentence
        again = (_("Type it again"), lambda: self.grid.stay(entry))
        self.question.ask(refused.sentence, [*answers, again])

    def _doubt(self, entry: Entry, doubted: Doubted) -> None:
        yes = (_("Yes, it is right"), lambda: self._go_on(entry, self._keep(entry, sure=True)))
        self._ask(entry, doubted, [yes])

    def _which(self, entry: Entry, two: Ambiguous) -> None:
        def take(index: int) -> None:
            entry.read_as(two.readings[index])
            self._go_on(entry, self._keep(entry))

        self._ask(
            entry,
            two,
            [
                (plain_number(reading), partial(take, index))
                for index, reading in enumerate(two.readings)
            ],
        )

    def _already(self, entry: Entry, already: AlreadyMeasured) -> None:
        def correct() -> None:
            if self._correct(entry, already.measurement_id):
                self._go_on(entry, Left.FINE)

        def as_it_was() -> None:
            entry.forget()
            self._draw_anew(entry)
            self.grid.stay(entry)

        entry.wrong = already.sentence
        answers = [(_("Correct"), correct), (_("Leave it as it was"), as_it_was)]
        self.question.ask(already.sentence, answers)

    def _go_on(self, entry: Entry, left: Left) -> None:
        if left is Left.FINE:
            self.grid.go_on(entry)
        elif left is Left.STAYS:
            self.grid.stay(entry)
        else:
            self.question.setFocus()

    # Drawing -------------------------------------------------------------------------------------

    def _read(self, session: Session, entry: Entry) -> Sequence[MeasurementLine]:
        """The lights of an agreement as they are now; gives what was measured of the entry."""
        assert self._evening is not None, "an evening is on view"
        agreement_id = entry.row.asked.agreement_id
        light = light_of(session, agreement_id, self._evening.on)
        now = {one.id: one for one in light.indicators}
        for other in self._entries:
            if other.row.asked.agreement_id == agreement_id:
                other.light, other.agreement = now[other.id], light
        return story_of(session, entry.id)

    def _draw_anew(self, entry: Entry) -> None:
        """The light, the difference and the chart after something was written."""
        assert self._evening is not None, "an evening is on view"
        with self._desk.reading() as session:
            story = self._read(session, entry)
        self.grid.redraw(entry)
        self.on_view.show_entry(entry, story, self._evening)
        self._just_kept = True
        self.kept.emit()

    def _show(self, entry: Entry) -> None:
        """Show where the cursor goes; what was just entered stays on view for who looks at it."""
        assert self._evening is not None, "an evening is on view"
        if self._just_kept:
            self._just_kept = False
            return
        with self._desk.reading() as session:
            story = story_of(session, entry.id)
        self.on_view.show_entry(entry, story, self._evening)
