"""What was done about one thing, by whom and when; what stood there and what came in its place;
and whether the chain of entries is whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.language import _, ngettext
from desktop.language.format import moment_short
from desktop.store.trail import TrailChange, TrailRow
from desktop.store.verify import ChainCheck, verify
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.job import Progress
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.words import Words
from desktop.wording import Wording

MOST_CHANGES = 200  # of one entry; who wants more asks for the file of the decision


Read = Callable[[Session], Sequence[TrailRow]]


class Trail(QWidget):
    """The entries about a thing, newest first, and under them what the chosen one changed. They
    are read when this is on view.

    `wording` names the fields, `action_word` the actions; a field without words is not shown."""

    def __init__(self, desk: Desk, wording: Wording, action_word: Callable[[str], str]) -> None:
        super().__init__()
        self._desk, self._wording, self._action_word = desk, wording, action_word
        self._read_rows: Read | None = None
        self._rows: dict[int, TrailRow] = {}
        self.table = Table(
            "history",
            [
                Column(_("Number"), 84, Align.RIGHT),
                Column(_("When"), 160),
                Column(_("Who"), 200),
                Column(_("What"), 0),
                Column(_("Values changed"), 130, Align.RIGHT),
            ],
            _("History"),
        )
        self.table.chosen.connect(self._show_changes)
        self.changes = Table(
            "history-changes",
            [
                Column(_("About"), 200),
                Column(_("Field"), 200),
                Column(_("Was"), 260),
                Column(_("Became"), 0),
            ],
            _("What was changed"),
        )
        self.changes.hide()
        self._verdict = Words(
            _("Each entry holds the fingerprint of the one before it."), "soft", wraps=True
        )
        row = QHBoxLayout()
        row.addWidget(self._verdict, 1)
        row.addWidget(secondary(_("Check the chain"), self._check))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(row)
        column.addWidget(self.table, 3)
        column.addWidget(self.changes, 2)

    def show_trail(self, read: Read) -> None:
        """Show the entries that `read` gives."""
        self._read_rows = read
        if self.isVisible():
            self._read()

    def showEvent(self, event: object) -> None:
        self._read()

    def _read(self) -> None:
        if self._read_rows is None:
            return
        with self._desk.reading() as session:
            rows = self._read_rows(session)
        self._rows = {row.seq: row for row in rows}
        self.table.show_rows(
            [
                TableRow(
                    row.seq,
                    (
                        Cell(str(row.seq), sort=row.seq),
                        Cell(moment_short(row.at), sort=row.at),
                        row.actor,
                        " · ".join(filter(None, (self._action_word(row.action), row.about))),
                        Cell(str(len(row.changes)), sort=len(row.changes)),
                    ),
                )
                for row in rows
            ]
        )
        chosen = self.table.chosen_id
        self.changes.setVisible(chosen is not None)
        if chosen is not None:
            self._show_changes(chosen)

    def _show_changes(self, seq: int) -> None:
        changes = [c for c in self._rows[seq].changes if self._wording.names(c.table, c.field)]
        self.changes.show_rows(
            [TableRow(place, self._in_words(c)) for place, c in enumerate(changes[:MOST_CHANGES])]
        )
        self.changes.show()

    def _check(self) -> None:
        def work(progress: Progress) -> ChainCheck:
            progress.step(0, 0, _("Reading the chain"))
            with self._desk.reading() as session:
                return verify(session)

        self._desk.run(_("The chain is being checked"), work, self._tell)

    def _tell(self, check: ChainCheck) -> None:
        if check.whole:
            words = ngettext(
                "The chain is whole: {n} entry.", "The chain is whole: {n} entries.", check.entries
            ).format(n=check.entries)
        else:
            words = _(
                "The chain is broken at entry {n}. Somebody changed the database outside the "
                "program: restore a backup and tell your manager."
            ).format(n=check.broken_at)
        self._verdict.setText(words)

    def _in_words(self, change: TrailChange) -> tuple[str, ...]:
        words = self._wording
        about = change.about or words.thing(change.table)
        field = words.field(change.table, change.field)
        if change.erased:
            return about, field, _("wiped"), _("wiped")
        return about, field, words.value(change.old), words.value(change.new)
