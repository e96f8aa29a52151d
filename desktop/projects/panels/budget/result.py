"""The result of a residents' budget: what is funded, and why in plain words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.rules.budget import Told
from desktop.projects.wording.budget import explained, in_money
from desktop.widgets import theme
from desktop.widgets.words import Words


class ResultView(QWidget):
    """Sentences under a title that names what is carried out."""

    def __init__(self) -> None:
        super().__init__()
        self.funded = Words("", "strong", wraps=True)
        self.why = Words("", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.funded)
        column.addWidget(self.why)
        column.addStretch(1)

    def show_result(self, result: Told) -> None:
        """Show what was decided and why."""
        names = ", ".join(idea.name for idea in result.funded)
        self.funded.setText(
            _("Carried out: {names}. Left over: {left}.").format(
                names=names or _("nothing"), left=in_money(result.left)
            )
        )
        self.why.setText("\n".join(explained(result, in_money)))
