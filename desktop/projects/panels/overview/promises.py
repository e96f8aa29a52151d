"""What tenants were promised, on the overview: what is late or near first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import day_short
from desktop.projects.panels.promises.page import counted
from desktop.projects.queries.promises import PromiseLine
from desktop.projects.states import PromiseState
from desktop.projects.wording import word
from desktop.widgets import theme
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.swapped import Swapped
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

SHOWN = 4


class PromisesCard(Card):
    """A few lines; the button shows all of them."""

    def __init__(self, show_all: Callable[[], object]) -> None:
        super().__init__(_("Promised to tenants"), "", [secondary(_("All promises"), show_all)])
        self._lines = Swapped()
        self.add(self._lines)
        self.body.addStretch(1)

    def show_promises(self, lines: Sequence[PromiseLine]) -> None:
        """Show what is open by its day, and then what was kept last."""
        self.set_title(_("Promised to tenants"), counted(list(lines)))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        for line in lines[:SHOWN]:
            column.addLayout(_row(line))
        if not lines:
            column.addWidget(Words(_("Nothing was promised yet."), "soft"))
        self._lines.show_content(box)


def _row(line: PromiseLine) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SMALL)
    sign, tone = _mark(line)
    row.addWidget(Badge(sign, tone), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(line.what, "strong", wraps=True))
    words.addWidget(Words(_detail(line), "soft", wraps=True))
    row.addLayout(words, 1)
    return row


def _mark(line: PromiseLine) -> tuple[str, Tone]:
    if line.late:
        return "!", Tone.RED
    if line.state is PromiseState.KEPT:
        return "✓", Tone.GREEN
    return ("×", Tone.RED) if line.state is PromiseState.BROKEN else ("…", Tone.AMBER)


def _detail(line: PromiseLine) -> str:
    if line.settled_on is not None:
        return f"{word(line.state)} {day_short(line.settled_on)}"
    before = _("before {day}").format(day=day_short(line.due_on))
    return f"{before} · {line.handed_to or line.owner}"
