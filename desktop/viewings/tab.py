"""The tab Buren: dwellings that become free, hosts, the agenda, ways of working, the evaluation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.screen import LendsScreen, Prints, ShowsPlaces, TellsPlace
from desktop.widgets.segments import Segments
from desktop.widgets.stack import Stack


@dataclass(frozen=True)
class Part:
    """A part of the tab: its words, the screen that is built when it is first shown, its manual
    page, and the kinds of things that it shows."""

    words: Callable[[], str]
    build: Callable[[Desk], QWidget]
    manual: str
    kinds: frozenset[str]


def _vacancies(desk: Desk) -> QWidget:
    from desktop.viewings.panels.vacancies import VacanciesPanel

    return VacanciesPanel(desk)


def _hosts(desk: Desk) -> QWidget:
    from desktop.viewings.panels.hosts.panel import HostsPanel

    return HostsPanel(desk)


def _agenda(desk: Desk) -> QWidget:
    from desktop.viewings.panels.agenda import AgendaPanel

    return AgendaPanel(desk)


def _policies(desk: Desk) -> QWidget:
    from desktop.viewings.panels.policies.panel import PoliciesPanel

    return PoliciesPanel(desk)


def _evaluation(desk: Desk) -> QWidget:
    from desktop.viewings.panels.evaluation.panel import EvaluationPanel

    return EvaluationPanel(desk)


PARTS = {
    "vacancies": Part(
        lambda: _("Dwellings"),
        _vacancies,
        "viewings",
        frozenset({"vacancy", "candidate", "viewing", "dwelling"}),
    ),
    "hosts": Part(lambda: _("Hosts"), _hosts, "hosts", frozenset({"host"})),
    "agenda": Part(lambda: _("Agenda"), _agenda, "agenda", frozenset({"week"})),
    "policies": Part(
        lambda: _("Ways of working"),
        _policies,
        "policies",
        frozenset({"policy_version", "complex"}),
    ),
    "evaluation": Part(lambda: _("Evaluation"), _evaluation, "evaluation", frozenset()),
}


class ViewingsTab(QWidget):
    """One row of parts at the top, and the part that is on under it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._built: dict[str, QWidget] = {}
        self.setObjectName("canvas")
        self.parts = Segments(
            [(key, part.words()) for key, part in PARTS.items()], _("Parts of this tab")
        )
        self._stack = Stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(self.parts)
        column.addWidget(self._stack, 1)
        self.parts.chosen.connect(self._show)
        self._show(self.parts.current)

    @property
    def panel(self) -> QWidget:
        """The part on view."""
        return self._built[self.parts.current]

    def _show(self, key: str) -> None:
        if key not in self._built:
            self._built[key] = PARTS[key].build(self._desk)
            self._stack.addWidget(self._built[key])
        self._stack.setCurrentWidget(self._built[key])

    def show_place(self, place: Place) -> None:
        """Show a vacancy, candidate, viewing, host, way of working or complex. A place without a
        thing is a part of this tab: `Place("viewings", part="agenda")`."""
        key = next((k for k, p in PARTS.items() if place.kind in p.kinds), place.part)
        if key not in PARTS:
            return
        self.parts.choose(key)
        if place.id is not None and isinstance(self.panel, ShowsPlaces):
            try:
                self.panel.show_place(place)
            except Refused as refused:
                self._desk.show_refusal(refused)

    def part_places(self) -> Sequence[tuple[str, Place]]:
        """Every part, in their order."""
        return [(part.words(), Place("viewings", part=key)) for key, part in PARTS.items()]

    def place_on_view(self) -> Place:
        """The thing that is on view, or else the part."""
        if isinstance(self.panel, TellsPlace):
            return self.panel.place_on_view()
        return Place("viewings", part=self.parts.current)

    def manual_page(self) -> str:
        """The page about the part on view."""
        return PARTS[self.parts.current].manual

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The paper of what is on view; None when the part has none."""
        return self.panel.print_what() if isinstance(self.panel, Prints) else None

    def tenant_screen(self) -> QWidget | None:
        """The screen for tenants of what is on view; None when the part has none."""
        return self.panel.tenant_screen() if isinstance(self.panel, LendsScreen) else None
