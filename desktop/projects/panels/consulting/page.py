"""Advies en akkoord: what tenants say before the decision, in two parts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.consulting.advice import AdvicePage
from desktop.projects.panels.consulting.consent import ConsentPage
from desktop.projects.panels.consulting.homes import NOT_VISITED
from desktop.projects.queries.projects import before_decision
from desktop.projects.rules.lifecycle import Lack
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.segments import Segments

# The part in which the next step towards the decision is done.
PART_OF = {
    Lack.NO_ADVICE: "advice",
    Lack.ADVICE_OPEN: "advice",
    Lack.NO_CONSENT: "consent",
    Lack.CONSENT_OPEN: "consent",
    Lack.CONSENT_SHORT: "consent",
}


class ConsultingPage(QWidget):
    """Opens on the part that the decision waits for. Who goes to the other part finds that one
    again, until the decision waits for something else."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self._waits: tuple[int, Lack] | None = None
        self.consent = ConsentPage(desk, project)
        self.advice = AdvicePage(desk, project)
        self._pages: dict[str, ConsentPage | AdvicePage] = {
            "consent": self.consent,
            "advice": self.advice,
        }
        self.parts = Segments(
            [("consent", _("Consent of tenants")), ("advice", _("Advice of the tenants"))],
            _("Advice and consent"),
        )
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.parts)
        column.addWidget(self._stack, 1)
        self.parts.chosen.connect(lambda key: self._stack.setCurrentWidget(self._pages[key]))
        project.chosen.connect(self._open_where_it_waits)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open_where_it_waits()

    def _open_where_it_waits(self) -> None:
        project_id = self._project.id
        if project_id is None or not self.isVisible():
            return
        with self._desk.reading() as session:
            lacking = before_decision(session, project_id, self._desk.today())
        lack = next((lack for lack in lacking if lack in PART_OF), None)
        waits = (project_id, lack) if lack is not None else None
        if lack is not None and waits != self._waits:
            self.parts.choose(PART_OF[lack])
        self._waits = waits

    def show_place(self, place: Place) -> None:
        """Show a round or a request."""
        if place.id is None:
            return
        if place.kind == "project_advice":
            self.parts.choose("advice")
            self.advice.show_request(place.id)
        elif place.kind == "consent_round":
            self.parts.choose("consent")
            self.consent.show_round(place.id)
            if place.part == NOT_VISITED:
                self.consent.homes.filter.choose(NOT_VISITED)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The paper of the part on view."""
        return self._pages[self.parts.current].print_what()
