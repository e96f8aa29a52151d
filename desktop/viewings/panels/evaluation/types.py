"""The complexes of the pilot by type: choose what tells types apart; each has its verdict, and its
figures when types hold more than one complex."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.viewings.panels.evaluation.figures import FiguresTable
from desktop.viewings.queries.evaluation import Evaluation
from desktop.viewings.queries.evaluation.judging import said
from desktop.viewings.queries.evaluation.types import TypeOfComplex, TypesBy
from desktop.viewings.rules.complex_types import Trait, trait_words
from desktop.viewings.rules.evaluation import Verdict
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.swapped import Swapped
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

TONES = {
    Verdict.WORKABLE: Tone.GREEN,
    Verdict.WITH_HELP: Tone.AMBER,
    Verdict.NOT_WORKABLE: Tone.RED,
    Verdict.TOO_LITTLE: Tone.GREY,
}


class TypesCard(Card):
    """`chose` is told which trait was chosen, so that counting anew keeps it on view."""

    def __init__(
        self, desk: Desk, found: Evaluation, trait: Trait, chose: Callable[[Trait], object]
    ) -> None:
        self._desk, self._found, self._chose = desk, found, chose
        self.which = ChoiceInput(
            [(by.trait, trait_words(by.trait)) for by in found.by_trait], trait
        )
        self.which.setAccessibleName(_("What tells types apart"))
        super().__init__(_("By type of complex"), actions=[self.which])
        self._types = Swapped()
        self.add(self._types)
        self.which.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        trait: Trait = self.which.value()
        self._chose(trait)
        by = next(by for by in self._found.by_trait if by.trait is trait)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        for one in by.types:
            column.addLayout(_verdict(one))
        if by.adds_up:
            column.addWidget(self._figures(by))
        else:
            column.addWidget(
                Words(
                    _("Each type is one complex here: its figures stand below."), "soft", wraps=True
                )
                if len(by.types) > 1
                else Words(_("All complexes are of one type here."), "soft", wraps=True)
            )
        self._types.show_content(content)

    def _figures(self, by: TypesBy) -> QWidget:
        return FiguresTable(
            self._desk,
            f"evaluation-types-{by.trait.value}",
            trait_words(by.trait),
            [one.kind for one in by.types],
            [(line.label, line.results) for line in by.lines],
        )


def _verdict(one: TypeOfComplex) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SMALL)
    row.addWidget(Words(one.kind, "strong"))
    row.addWidget(Words(", ".join(one.complexes), "soft"), 1)
    row.addWidget(Chip(said(one.verdict), TONES[one.verdict] if one.verdict else Tone.GREY))
    return row
