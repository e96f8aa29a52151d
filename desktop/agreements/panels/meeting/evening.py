"""The meeting where measurements are entered: the grid, why something turned orange or red, and
the end of the round with its report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.actions.measuring import explain
from desktop.agreements.actions.snapshots import close_round, open_round
from desktop.agreements.panels.dialogs.light import change_light, explain_light, object_to_light
from desktop.agreements.panels.meeting.entry import Entry
from desktop.agreements.panels.meeting.explaining import ExplainingPage, asking
from desktop.agreements.panels.meeting.measuring import MeasuringPage
from desktop.agreements.panels.meeting.projector import project_indicators
from desktop.agreements.queries.detail import AgreementView, agreement_view
from desktop.agreements.queries.evening import Evening, evening
from desktop.agreements.queries.measuring import MeasurementLine, story_of
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Changed
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.fields import CheckInput, DateInput
from desktop.widgets.segments import Segments
from desktop.widgets.words import Words

PAGES = ("measuring", "explaining")
TELL_MS = 150  # after the last value: who types on is not held up


class EveningScreen(QWidget):
    """`cycle_id` and `meeting_id` are what it is about; `left` tells that the user goes back to
    where this was opened. Without a meeting there is no round to close: the values are entered all
    the same."""

    left = Signal()

    def __init__(self, desk: Desk, cycle_id: int, meeting_id: int | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.cycle_id, self.meeting_id = cycle_id, meeting_id
        self._own_day: date | None = None  # of a round without a meeting, which nobody keeps
        self.evening: Evening | None = None
        self.entries: list[Entry] = []
        self.project = secondary(_("Big screen"), self._project)
        self.close_button = primary(_("Close the round"), self._close_round)
        self.report = secondary(_("Report"), self._show_report)
        self.header = HeaderCard(
            actions=[secondary(_("Back"), self.left.emit), self.project, self.report,
                     self.close_button]
        )  # fmt: skip
        self.day = DateInput()
        self.day.setAccessibleName(_("Values as on"))
        self.all = CheckInput(_("Also what is not due yet"))
        self.pages = Segments(
            list(zip(PAGES, (_("Enter measurements"), _("Explain")), strict=True)),
            _("Parts of this evening"),
        )
        self.measuring = MeasuringPage(desk)
        self.explaining = ExplainingPage()
        # What somebody just entered is drawn first; the counts follow when it stands.
        self._tell_later = QTimer(self, singleShot=True, interval=TELL_MS)
        self._tell_later.timeout.connect(self._tell)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.measuring)
        self._stack.addWidget(self.explaining)
        self._lay_out()
        self._connect()
        self._read()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: Tab would come back to the grid before the buttons above it.
        self.measuring.grid.setFocus(event.reason())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.pages)
        row.addStretch(1)
        row.addWidget(self.all)
        row.addSpacing(theme.LARGE)
        row.addWidget(Words(_("Values as on"), "soft"))
        self.day.setFixedWidth(theme.scaled(150))
        row.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.TIGHT)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.header)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.pages.chosen.connect(self._show_page)
        self.measuring.kept.connect(self._tell_later.start)
        self.measuring.ended.connect(self._after_the_last)
        self.measuring.on_view.light_asked.connect(self._change_light)
        self.measuring.on_view.why_asked.connect(self._explain)
        self.measuring.on_view.objected.connect(self._object)
        self.explaining.why_asked.connect(self._explain)
        self.explaining.later_asked.connect(self._put_off)
        self.explaining.emptied.connect(self._to_the_end)
        self.all.changed.connect(self._show)
        self.day.inner.editingFinished.connect(self._day_chosen)  # type: ignore[attr-defined]
        self._desk.changed.connect(self._changed)

    # Reading -------------------------------------------------------------------------------------

    def _changed(self, changed: Changed) -> None:
        if not self.measuring.is_keeping and self.isVisible():
            self._read()

    def _read(self) -> None:
        try:
            with self._desk.reading() as session:
                shown = evening(
                    session, self.cycle_id, self.meeting_id, self._desk.today(), self._own_day
                )
                self.entries = self._made_entries(session, shown)
        except Refused as refused:
            self._desk.show_refusal(refused)
            self.left.emit()
            return
        self.evening = shown
        self.day.set_value(shown.measured_on)
        self._show()

    def _made_entries(self, session: Session, shown: Evening) -> list[Entry]:
        """The rows as they are now, with what somebody was filling in."""
        before = {entry.id: entry for entry in self.entries}
        made = []
        for row in shown.rows:
            entry = Entry(row, shown.measured_on)
            old = before.get(row.id)
            if old is not None:
                if self.evening is not None and old.day != self.evening.measured_on:
                    entry.day = old.day
                    entry.show_kept(_counting(session, entry))
                entry.go_on_from(old)
            made.append(entry)
        return made

    def _show(self) -> None:
        shown = self.evening
        if shown is None:
            return
        everything = bool(self.all.value())
        asked = [e for e in self.entries if everything or e.row.asked.is_due or e.is_filled]
        self.measuring.show_evening(shown, asked or self.entries, self.entries)
        self._tell()

    def _show_page(self, key: str) -> None:
        self._tell()
        self._stack.setCurrentIndex(PAGES.index(key))
        if key == "measuring":
            self.measuring.begin()

    def _tell(self) -> None:
        """How far the evening is."""
        shown = self.evening
        assert shown is not None, "an evening is on view"
        filled = sum(entry.is_filled for entry in self.entries)
        words = _("{filled} of {all} have a value as on {day}.")
        parts = [
            words.format(filled=filled, all=len(self.entries), day=day_plain(shown.measured_on))
        ]
        if shown.snapshot_id is not None:
            parts.append(_("The round is closed. A correction does not change its report."))
        self.header.set_title(_title(shown), " ".join(parts))
        open_ones = asking(self.entries, shown.known)
        self.pages.set_words("explaining", _explain_words(len(open_ones)))
        if self.pages.current == "explaining":
            self.explaining.show_asking(open_ones, shown.is_over)
        self.close_button.setVisible(shown.held_on is not None and shown.snapshot_id is None)
        self.close_button.set_reason(_why_open(shown))
        self.report.setVisible(shown.snapshot_id is not None)
        self.project.setVisible(bool(self.entries))

    # What is done --------------------------------------------------------------------------------

    def _day_chosen(self) -> None:
        """The values of this round are of another day."""
        day, shown = self.day.value(), self.evening
        if day is None or shown is None or day == shown.measured_on:
            return
        if self.meeting_id is None:
            self._own_day = day
            self._read()
            return
        desk, meeting = self._desk, self.meeting_id
        if not desk.did(lambda: open_round(desk.store, desk.who, meeting, day), self):
            self.day.set_value(shown.measured_on)

    def _after_the_last(self) -> None:
        """Past the last row comes what must be explained, or else the end of the round."""
        shown = self.evening
        if shown is not None and asking(self.entries, shown.known):
            self.pages.choose("explaining")
            self.explaining.setFocus()
        else:
            self._to_the_end()

    def _to_the_end(self) -> None:
        """Give the keyboard to what ends the evening."""
        target = self.close_button if self.close_button.isVisible() else self.project
        target.setFocus()

    def _view(self, agreement_id: int) -> AgreementView:
        with self._desk.reading() as session:
            return agreement_view(session, agreement_id, self._on)

    @property
    def _on(self) -> date:
        assert self.evening is not None, "an evening is on view"
        return self.evening.on

    def _change_light(self, agreement_id: int) -> None:
        change_light(self._desk, self._view(agreement_id), self.window(), self.meeting_id)

    def _object(self, agreement_id: int) -> None:
        view = self._view(agreement_id)
        if view.light.override is not None:
            object_to_light(self._desk, view, view.light.override, self.window())

    def _explain(self, agreement_id: int) -> None:
        explain_light(self._desk, self._view(agreement_id), self.window(), self._on)

    def _put_off(self, agreement_id: int) -> None:
        desk, on = self._desk, self._on
        desk.did(lambda: explain(desk.store, desk.who, agreement_id, on), self)

    def _close_round(self) -> None:
        desk, meeting = self._desk, self.meeting_id
        assert meeting is not None, "only the round of a meeting is closed"
        if desk.did(lambda: close_round(desk.store, desk.who, meeting), self):
            self._show_report()

    def _show_report(self) -> None:
        make = self.print_what()
        if make is not None:
            self._desk.show_paper(make)

    def _project(self) -> None:
        entry = self.measuring.grid.entry
        ids = [entry.id for entry in self.entries]
        project_indicators(
            self._desk, ids, self._on, self.window(), entry.id if entry is not None else None
        )

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The report of the round when it is closed, else a form to measure on with a pen."""
        shown, now = self.evening, self._desk.now()
        if shown is None:
            return None
        snapshot_id, day = shown.snapshot_id, shown.measured_on

        def report(session: Session) -> Paper:
            from desktop.agreements.documents import measuring_form, monitor

            if snapshot_id is not None:
                return monitor.again(session, snapshot_id)
            return measuring_form.make(session, shown.cycle_id, now, day)

        return report

    # Keys and the screen -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.measuring.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self._project()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _counting(session: Session, entry: Entry) -> MeasurementLine | None:
    """What counts of the day of an entry."""
    lines = story_of(session, entry.id)
    return next((one for one in lines if one.counts and one.measured_on == entry.day), None)


def _title(shown: Evening) -> str:
    if shown.held_on is None:
        return _("Measurements of {year}").format(year=shown.year)
    return _("Measurements of {year} · meeting of {day}").format(
        year=shown.year, day=day_plain(shown.held_on)
    )


def _explain_words(count: int) -> str:
    return _("Explain {n}").format(n=count) if count else _("Explain")


def _why_open(shown: Evening) -> str | None:
    """Why a round cannot be closed yet."""
    if shown.held_on is not None and shown.held_on > shown.on:
        words = _("The meeting is on {day}.")
        return words.format(day=day_plain(shown.held_on))
    return _("This year is closed.") if shown.is_over else None
