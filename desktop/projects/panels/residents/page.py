"""Bewoners: what tenants propose and what is done with it, their gatherings, and messages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.residents.gatherings import GatheringsPage
from desktop.projects.panels.residents.messages import MessagesPage
from desktop.projects.panels.residents.proposals import ProposalsPage
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.screen import Prints
from desktop.widgets.segments import Segments

SHOWN_ON = {"project_proposal": "proposals", "project_session": "gatherings"}


class ResidentsPage(QWidget):
    """Three tables behind a row of choices."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self.pages = Segments(
            [
                ("proposals", _("Proposals")),
                ("gatherings", _("Gatherings")),
                ("messages", _("Messages")),
            ],
            _("What tenants said"),
        )
        self.built: dict[str, ProposalsPage | GatheringsPage | MessagesPage] = {
            "proposals": ProposalsPage(desk, project),
            "gatherings": GatheringsPage(desk, project),
            "messages": MessagesPage(desk, project),
        }
        self._stack = QStackedWidget()
        for page in self.built.values():
            self._stack.addWidget(page)
        card = Card()
        card.body.setSpacing(theme.SMALL)
        card.add(self.pages)
        card.add(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.pages.chosen.connect(self._show)
        self._show(self.pages.current)

    def _show(self, key: str) -> None:
        self._stack.setCurrentWidget(self.built[key])

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The paper of the table on view; None when it has none."""
        page = self.built[self.pages.current]
        return page.print_what() if isinstance(page, Prints) else None

    def show_place(self, place: Place) -> None:
        """Show a proposal or a gathering in its table."""
        key = SHOWN_ON.get(place.kind)
        if key is not None and place.id is not None:
            self.pages.choose(key)
            self.built[key].page.table.choose(place.id)
