"""The papers of a vacancy, and what else can be done with it, in the menus above it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _
from desktop.viewings.actions.vacancies import followed_up, welcomed
from desktop.viewings.documents import printables
from desktop.viewings.panels.dialogs.complaint import add_complaint
from desktop.viewings.panels.dialogs.import_candidates import import_candidates
from desktop.viewings.panels.dialogs.new_vacancy import change_dates
from desktop.viewings.panels.dialogs.surveys import enter_lease_end, enter_staff_time
from desktop.viewings.panels.dialogs.to_staff import to_staff
from desktop.viewings.panels.dialogs.withdraw import withdraw
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import (
    Route,
    VacancyState,
)
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from desktop.widgets.menu_button import menu_button

Do = Callable[[], object]
N = NextStep

# The papers of one vacancy, in the order in which they are needed.
PAPERS = (
    "invitation",
    "reminder",
    "viewing-cancelled",
    "host-question",
    "attendance-hosts",
    "attendance-staff",
    "tour-card",
    "answer-form",
    "nomination-form",
    "offer",
    "offer-withdrawn",
    "decision-chosen",
    "decision-others",
    "backed-out",
    "decision-dossier",
    "complaint-receipt",
    "wipe-certificate",
)
# Papers of its complex that are at hand here too.
COMPLEX_PAPERS = ("advert", "host-instruction", "rota")


def paper_on_view(desk: Desk, view: VacancyView) -> Callable[[Session], Paper]:
    """The paper that fits where the vacancy stands, for Ctrl+P."""
    key = {
        N.ASK_HOSTS: "host-question",
        N.HOSTS_ANSWER: "host-question",
        N.INVITE: "invitation",
        N.ANSWERS: "attendance-hosts",
        N.REMIND: "reminder",
        N.REPORT: "tour-card",
        N.NOMINATE: "nomination-form",
        N.OFFER_ANSWER: "offer",
        N.LETTERS: "decision-others",
    }.get(view.next)
    if key is None:
        key = "advert" if view.decision is None else "decision-dossier"
    number = view.complex_code if key in COMPLEX_PAPERS else view.code
    paper = next(p for p in printables() if p.key == key)
    return lambda session: paper.make(session, [number], desk.now())


def print_menu(desk: Desk, view_of: Callable[[], VacancyView | None]) -> Button:
    """A button with the papers of the vacancy on view."""
    fill = _fill_with(view_of, lambda menu, view: _fill_papers(menu, desk, view))
    return menu_button(_("Print"), fill)


def other_actions(desk: Desk, view_of: Callable[[], VacancyView | None], screen: QWidget) -> Button:
    """A button with what else can be done with the vacancy on view."""
    fill = _fill_with(view_of, lambda menu, view: _fill_actions(menu, desk, view, screen))
    return menu_button(_("More"), fill)


def _fill_with(
    view_of: Callable[[], VacancyView | None], fill: Callable[[QMenu, VacancyView], None]
) -> Callable[[QMenu], None]:
    def filled(menu: QMenu) -> None:
        view = view_of()
        if view is not None:
            fill(menu, view)

    return filled


def _fill_papers(menu: QMenu, desk: Desk, view: VacancyView) -> None:
    by_key = {p.key: p for p in printables()}

    def add(key: str, number: str) -> None:
        paper = by_key[key]
        menu.addAction(paper.title()).triggered.connect(
            lambda _checked=False: desk.show_paper(
                lambda session: paper.make(session, [number], desk.now())
            )
        )

    for key in PAPERS:
        add(key, view.code)
    menu.addSeparator()
    for key in COMPLEX_PAPERS:
        add(key, view.complex_code)


def _fill_actions(menu: QMenu, desk: Desk, view: VacancyView, screen: QWidget) -> None:
    over = view.state in (VacancyState.COMPLETED, VacancyState.WITHDRAWN)
    entries: list[tuple[str, Do, bool]] = [
        (_("Change dates…"), lambda: change_dates(desk, view, screen), not over),
        (
            _("Staff take over…"),
            lambda: to_staff(desk, view, screen),
            not over and view.route is Route.TENANT_LED,
        ),
        (
            _("Import another list…"),
            lambda: import_candidates(desk, view, screen),
            not over,
        ),
        (_("Add complaint…"), lambda: add_complaint(desk, view, screen), True),
        (_("Minutes of staff…"), lambda: enter_staff_time(desk, view, screen), True),
        (
            _("Hosts gave the welcome tour"),
            lambda: desk.did(lambda: welcomed(desk.store, desk.who, view.id), screen),
            view.welcome_due,
        ),
        (
            _("Host visited the new tenant"),
            lambda: desk.did(lambda: followed_up(desk.store, desk.who, view.id), screen),
            view.follow_up_on is not None,
        ),
        (
            _("New lease ended…"),
            lambda: enter_lease_end(desk, view, screen),
            view.contract_on is not None,
        ),
        (
            _("Withdraw dwelling…"),
            lambda: withdraw(desk, view, screen),
            view.state
            not in (VacancyState.CONTRACT, VacancyState.COMPLETED, VacancyState.WITHDRAWN),
        ),
    ]
    for words, do, possible in entries:
        entry = menu.addAction(words)
        entry.setEnabled(possible)
        entry.triggered.connect(lambda _checked=False, do=do: do())
