"""The list before signing: what is in order, what is not, and the way to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.agreements.queries.signing import Check
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import link
from desktop.widgets.desk import Desk
from desktop.widgets.swapped import Swapped
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class CheckLines(QWidget):
    """What stops comes first, then what is good to know, then what is in order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lines)
        column.addStretch(1)

    def show_checks(self, checks: Sequence[Check], before_signing: bool) -> None:
        """Show these checks. What stops no longer does once the parties have signed."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SMALL)
        grid.setVerticalSpacing(theme.SMALL)
        grid.setColumnStretch(1, 1)
        for row, check in enumerate(sorted(checks, key=lambda c: (c.ok, not c.stops))):
            stops = check.stops and before_signing
            grid.addWidget(_badge(check.ok, stops), row, 0, Qt.AlignmentFlag.AlignTop)
            said = Words(check.sentence, wraps=True)
            said.setAccessibleName(f"{_state(check.ok, stops)}: {check.sentence}")
            grid.addWidget(said, row, 1)
            if not check.ok:
                show = link(_("Go there"), partial(self._desk.open, check.place))
                show.setAccessibleName(_("Go there: {what}").format(what=check.sentence))
                grid.addWidget(show, row, 2, Qt.AlignmentFlag.AlignTop)
        self._lines.show_content(made)


def _badge(ok: bool, stops: bool) -> Badge:
    if ok:
        return Badge("✓", Tone.GREEN)
    return Badge("!", Tone.RED if stops else Tone.AMBER)


def _state(ok: bool, stops: bool) -> str:
    if ok:
        return _("in order")
    return _("first do this") if stops else _("good to know")
