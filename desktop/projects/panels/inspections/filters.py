"""Which findings are on view: of which walk, of what kind, and how far they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.language import _
from desktop.projects.panels.inspections.rows import Shown, walk_words, wanted
from desktop.projects.queries.inspections import FindingLine, InspectionLine
from desktop.projects.states import FindingKind
from desktop.projects.wording import word
from desktop.widgets import theme
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.segments import Segments


class Filters(QWidget):
    """`changed` tells that other findings were asked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.walk = ChoiceInput([])
        self.walk.setAccessibleName(_("Walk"))
        self.kind = ChoiceInput(
            [(None, _("All kinds")), *((kind, word(kind)) for kind in FindingKind)]
        )
        self.kind.setAccessibleName(_("Kind"))
        self.shown = Segments([(one.value, "") for one in Shown], _("Which findings"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(self.walk)
        row.addWidget(self.kind)
        row.addWidget(self.shown)
        row.addStretch(1)
        self.walk.changed.connect(self.changed)
        self.kind.changed.connect(self.changed)
        self.shown.chosen.connect(lambda _key: self.changed.emit())

    @property
    def walk_id(self) -> int | None:
        """The chosen walk; None while all are on view."""
        chosen: int | None = self.walk.value()
        return chosen

    def show_walks(self, walks: Sequence[InspectionLine]) -> None:
        """Offer these walks; the chosen one stays chosen, and begins as the first."""
        before, ids = self.walk_id, [walk.id for walk in walks]
        options = [*((walk.id, walk_words(walk)) for walk in walks), (None, _("All walks"))]
        blocked = self.walk.blockSignals(True)
        self.walk.set_options(options, before if before in ids else next(iter(ids), None))
        self.walk.blockSignals(blocked)

    def of_walk(self, lines: Iterable[FindingLine]) -> list[FindingLine]:
        """Those of the chosen walk."""
        return [line for line in lines if self.walk_id in (None, line.inspection_id)]

    def asked(self, lines: Iterable[FindingLine]) -> list[FindingLine]:
        """Those that are asked for; how many of the kind there are stands in the buttons."""
        kind = self.kind.value()
        of_kind = [line for line in self.of_walk(lines) if kind in (None, line.kind)]
        for shown, words in (
            (Shown.ALL, _("All {n}")),
            (Shown.OPEN, _("Open {n}")),
            (Shown.LATE, _("Too late {n}")),
            (Shown.NEW, _("New {n}")),
        ):
            count = sum(wanted(line, shown) for line in of_kind)
            self.shown.set_words(shown.value, words.format(n=count))
        return [line for line in of_kind if wanted(line, Shown(self.shown.current))]

    def ask_all(self) -> None:
        """Ask for every finding of the walk."""
        self.shown.choose(Shown.ALL.value)
        self.kind.set_value(None)
