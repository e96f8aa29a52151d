"""What tenants have to do their task with: training, more powers and their budget of a year."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.panels.papers import paper_of
from desktop.agreements.panels.parties.budget import BudgetCard
from desktop.agreements.panels.parties.training import PowersPage, TrainingCard
from desktop.agreements.queries.means import MeansView, SpeaksForTenants, means_view, who_speaks
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.words import Words

YEARS_BACK, YEARS_AHEAD = 4, 1
POWERS_HEIGHT = 205  # beside training; few have more than one or two powers, the rest scrolls
QWIDGETSIZE_MAX = 16_777_215  # Qt's own word for no maximum, which PySide6 does not have


class MeansPage(QWidget):
    """Of one organisation or committee in one calendar year. A committee has no board to train and
    no budget in the law, so it shows its powers only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: MeansView | None = None
        year = desk.today().year
        self.who = ChoiceInput([])
        self.who.setAccessibleName(_("Who speaks for tenants"))
        years = range(year + YEARS_AHEAD, year - YEARS_BACK - 1, -1)
        self.year = ChoiceInput([(one, str(one)) for one in years], year)
        self.year.setAccessibleName(_("Calendar year"))
        self.training = TrainingCard(desk)
        self.budget = BudgetCard(desk)
        self.powers = PowersPage(desk)
        self._powers_card = self.powers.in_card(_("More powers"), _("Overlegwet, art. 6"))
        self._in_law = Words(
            _("Training and a budget are for tenants’ organisations (Overlegwet, art. 5e and 7)."),
            "soft",
            wraps=True,
        )
        self._nobody = Empty(
            _("Nobody speaks for tenants yet"),
            _("Add a tenants’ organisation or a residents’ committee under Parties first."),
        )
        self._lay_out()
        self.who.changed.connect(self._read)
        self.year.changed.connect(self._read)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self.who)
        head.addWidget(self.year)
        head.addWidget(self._in_law, 9)
        head.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(theme.GAP)
        left.addWidget(self.training, 2)
        left.addWidget(self._powers_card, 1)
        sides = QHBoxLayout()
        sides.setSpacing(theme.GAP)
        sides.addLayout(left, 1)
        sides.addWidget(self.budget, 1)
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(head)
        column.addLayout(sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._nobody)
        whole.addWidget(self._filled)

    def read(self) -> None:
        """Read everything again; who was chosen stays."""
        with self._desk.reading() as session:
            known = who_speaks(session)
        self._nobody.setVisible(not known)
        self._filled.setVisible(bool(known))
        self._offer(known)
        self._read()

    def _offer(self, known: tuple[SpeaksForTenants, ...]) -> None:
        chosen = self.who.value()
        there = [one.party_id for one in known]
        blocked = self.who.blockSignals(True)
        self.who.set_options(
            [(one.party_id, one.name) for one in known],
            chosen if chosen in there else next(iter(there), None),
        )
        self.who.blockSignals(blocked)

    def _read(self) -> None:
        party_id = self.who.value()
        if party_id is None:
            return
        with self._desk.reading() as session:
            view = means_view(session, party_id, self.year.value())
        self.view = view
        for part in (self.training, self.budget):
            part.setVisible(view.of.has_means)
            part.show_view(view)
        self._in_law.setVisible(not view.of.has_means)
        most = theme.scaled(POWERS_HEIGHT) if view.of.has_means else QWIDGETSIZE_MAX
        self._powers_card.setMaximumHeight(most)
        self.powers.show_view(view)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The accounts of the year on view; None without a budget."""
        budget = self.view.budget if self.view is not None else None
        if budget is None:
            return None
        return paper_of(self._desk, lambda papers: papers.tenants_accounts.make, budget.id)
