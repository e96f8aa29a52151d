"""The ladder of participation: what was promised beside what the data shows so far."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.rules.ladder import Shown
from desktop.projects.states import Participation
from desktop.projects.wording import word
from desktop.projects.wording.looking_back import ladder_sentence
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.swapped import Swapped
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class LadderCard(Card):
    """The five steps, the promise and what is reached marked in words as well as in colour."""

    def __init__(self) -> None:
        super().__init__(_("Say of tenants"))
        self.sentence = Words("", wraps=True)
        self.missing = Words("", "soft", wraps=True)
        self._steps = Swapped()
        self.add(self.sentence)
        self.add(self._steps)
        self.add(self.missing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_ladder(self, shown: Shown) -> None:
        """Show what was promised and what is shown."""
        self.sentence.setText(ladder_sentence(shown))
        lines = [f"• {one}" for one in shown.missing]
        if lines:
            lines.insert(0, _("For the promise is lacking:"))
        self.missing.setText("\n".join(lines))
        self.missing.setVisible(bool(lines))
        self._steps.show_content(_ladder(shown))


def _ladder(shown: Shown) -> QWidget:
    ladder = QWidget()
    column = QVBoxLayout(ladder)
    column.setContentsMargins(0, theme.TIGHT, 0, theme.TIGHT)
    column.setSpacing(theme.TIGHT)
    for step in reversed(Participation):
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        words = Words(f"{step.step}. {word(step)}", "strong" if step is shown.promised else "")
        words.setMinimumWidth(theme.scaled(150))
        row.addWidget(words)
        if step is shown.promised:
            row.addWidget(Chip(_("promised"), Tone.BLUE))
        if step is shown.shown:
            row.addWidget(Chip(_("so far"), Tone.GREEN if shown.is_kept else Tone.AMBER))
        row.addStretch(1)
        column.addLayout(row)
    return ladder
