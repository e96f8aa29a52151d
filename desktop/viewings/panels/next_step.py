"""The buttons above a vacancy: the one next thing to do, the papers, and what else can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain
from desktop.viewings.actions.decisions import close_decision, submit_decision
from desktop.viewings.actions.invitations import remind
from desktop.viewings.actions.vacancies import complete, followed_up
from desktop.viewings.actions.viewings import ask_hosts, close_viewing
from desktop.viewings.documents import printables
from desktop.viewings.panels.dialogs.choose_hosts import choose_hosts
from desktop.viewings.panels.dialogs.choose_policy import choose_policy
from desktop.viewings.panels.dialogs.complaint import add_complaint
from desktop.viewings.panels.dialogs.draft_decision import draft_decision
from desktop.viewings.panels.dialogs.import_candidates import import_candidates
from desktop.viewings.panels.dialogs.invite import invite
from desktop.viewings.panels.dialogs.lease import record_lease
from desktop.viewings.panels.dialogs.letters import send_letters
from desktop.viewings.panels.dialogs.new_vacancy import change_dates
from desktop.viewings.panels.dialogs.offer import make_offer
from desktop.viewings.panels.dialogs.plan_viewing import plan_viewing
from desktop.viewings.panels.dialogs.publish import publish
from desktop.viewings.panels.dialogs.read_decision import read_decision
from desktop.viewings.panels.dialogs.report import enter_report
from desktop.viewings.panels.dialogs.surveys import enter_lease_end, enter_staff_time
from desktop.viewings.panels.dialogs.to_staff import to_staff
from desktop.viewings.panels.dialogs.wipe import wipe
from desktop.viewings.panels.dialogs.withdraw import withdraw
from desktop.viewings.queries.vacancy import ShiftLine, VacancyView, ViewingLine
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import (
    Answer,
    Presence,
    Route,
    ShiftState,
    VacancyState,
    ViewingState,
)
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from desktop.widgets.menu_button import menu_button

if TYPE_CHECKING:
    from desktop.viewings.panels.vacancy import VacancyScreen

Do = Callable[[], object]
N = NextStep

# The part of the screen where a step is done; the others are done among the candidates.
PART_OF = {
    **dict.fromkeys(
        (
            N.CHOOSE_HOSTS,
            N.ASK_HOSTS,
            N.HOSTS_ANSWER,
            N.INVITE,
            N.REMIND,
            N.REPORT,
            N.CLOSE_VIEWING,
        ),
        "viewings",
    ),
    **dict.fromkeys((N.OFFER, N.OFFER_ANSWER, N.GUARD), "offers"),
    **dict.fromkeys(
        (
            N.DRAFT_DECISION,
            N.SUBMIT_DECISION,
            N.READ_DECISION,
            N.LETTERS,
            N.LEASE,
            N.COMPLETE,
            N.WAIT_FOR_COMPLAINTS,
            N.CLOSE_DECISION,
            N.WAIT_FOR_WIPE,
            N.WIPE,
        ),
        "decision",
    ),
}

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


class NextButton(Button):
    """The primary button, which changes its verb with the vacancy. What cannot be done yet is
    off, with the reason in words."""

    def __init__(self, desk: Desk, screen: VacancyScreen) -> None:
        super().__init__("", self._do_next, "primary")
        self._desk, self._screen = desk, screen
        self._next: Do | None = None

    def show_view(self, view: VacancyView) -> None:
        """Offer the next step of this vacancy."""
        words, self._next = _next(self._desk, view, self._screen)
        self.setText(words)
        self.setAccessibleName(words)
        self.set_reason(None if self._next is not None else _waits_for(view))

    def _do_next(self) -> None:
        if self._next is not None:
            self._next()


def _waits_for(view: VacancyView) -> str:
    decision = view.decision
    if view.next is N.WAIT_FOR_COMPLAINTS and decision is not None and decision.complaint_until:
        return _("Candidates can complain until {day}.").format(
            day=day_plain(decision.complaint_until)
        )
    if view.next is N.WAIT_FOR_WIPE and view.wipe_on is not None:
        return _("These data may be wiped from {day}.").format(day=day_plain(view.wipe_on))
    return _("Nothing is left to do for this dwelling.")


def _next(desk: Desk, view: VacancyView, screen: VacancyScreen) -> tuple[str, Do | None]:
    store, who = desk.store, desk.who
    decision_id = view.decision.id if view.decision is not None else 0
    running = running_viewing(view)

    def part(key: str) -> Do:
        return lambda: screen.show_part(key)

    early: dict[NextStep, tuple[str, Do | None]] = {
        N.CHOOSE_POLICY: (_("Choose way of working…"), lambda: choose_policy(desk, view, screen)),
        N.PUBLISH: (_("Publish…"), lambda: publish(desk, view, screen)),
        N.IMPORT_CANDIDATES: (
            _("Import candidates…"),
            lambda: import_candidates(desk, view, screen),
        ),
        N.PLAN_VIEWING: (_("Plan viewing…"), lambda: plan_viewing(desk, view, screen)),
        N.OFFER: (_("Make offer…"), lambda: make_offer(desk, view, screen)),
        N.OFFER_ANSWER: (_("Record answer"), part("offers")),
        N.GUARD: (_("Read along"), part("offers")),
        N.DRAFT_DECISION: (
            _("Write decision…"),
            lambda: draft_decision(desk, view, screen, part("decision")),
        ),
        N.SUBMIT_DECISION: (
            _("Submit decision"),
            lambda: desk.did(lambda: submit_decision(store, who, decision_id), screen),
        ),
        N.READ_DECISION: (_("Read along…"), lambda: read_decision(desk, view, screen)),
        N.LETTERS: (_("Letters…"), lambda: send_letters(desk, view, screen)),
        N.LEASE: (_("Record lease…"), lambda: record_lease(desk, view, screen)),
        N.COMPLETE: (
            _("Complete"),
            lambda: desk.did(lambda: complete(store, who, view.id), screen),
        ),
        N.CLOSE_DECISION: (
            _("Close decision"),
            lambda: desk.did(lambda: close_decision(store, who, decision_id), screen),
        ),
        N.WIPE: (_("Wipe personal data…"), lambda: wipe(desk, view, screen)),
        N.WAIT_FOR_COMPLAINTS: (_("Close decision"), None),
        N.WAIT_FOR_WIPE: (_("Wipe personal data…"), None),
        N.NOTHING: (_("Ready"), None),
    }
    if view.next in early:
        return early[view.next]
    assert running is not None  # the other steps are of a viewing
    of_viewing: dict[NextStep, tuple[str, Do | None]] = {
        N.CHOOSE_HOSTS: (
            _("Choose hosts…"),
            lambda: choose_hosts(desk, view, running, screen, replaces=_given_back(running)),
        ),
        N.ASK_HOSTS: (
            _("Ask hosts"),
            lambda: desk.did(lambda: ask_hosts(store, who, running.id), screen),
        ),
        N.HOSTS_ANSWER: (_("Answers of hosts"), lambda: screen.show_viewing(running.id)),
        N.ANSWERS: (
            _("Record answers"),
            lambda: screen.show_candidate(_first_without_answer(view, running)),
        ),
        N.INVITE: (_("Invite…"), lambda: invite(desk, view, running, screen)),
        N.REMIND: (
            _("Remind"),
            lambda: desk.did(lambda: remind(store, who, running.to_remind), screen),
        ),
        N.CLOSE_VIEWING: (
            _("Complete viewing"),
            lambda: desk.did(lambda: close_viewing(store, who, running.id), screen),
        ),
        N.REPORT: (_("Enter tour report…"), lambda: enter_report(desk, view, running, screen)),
    }
    return of_viewing[view.next]


def _given_back(line: ViewingLine) -> ShiftLine | None:
    """The shift that its host said no to while another host stays, and that nobody took over."""
    stay = {s.role for s in line.shifts if s.state is ShiftState.CONFIRMED}
    declined = (s for s in line.shifts if s.state is ShiftState.DECLINED)
    return next((s for s in declined if stay and s.role not in stay), None)


def _first_without_answer(view: VacancyView, line: ViewingLine) -> int | None:
    """The first candidate in order who did not say yet whether they come."""
    return next(
        (
            c.id
            for c in view.candidates
            if c.invitation is not None
            and c.invitation.viewing_id == line.id
            and c.invitation.answer is Answer.NONE
            and c.invitation.presence is Presence.UNKNOWN
        ),
        None,
    )


def running_viewing(view: VacancyView) -> ViewingLine | None:
    """The viewing that asks attention: the first that is not over."""
    over = (ViewingState.CLOSED, ViewingState.CANCELLED)
    return next((v for v in view.viewings if v.state not in over), None)


def paper_on_view(desk: Desk, view: VacancyView) -> Callable[[Session], Paper]:
    """The paper that fits where the vacancy stands, for Ctrl+P."""
    key = {
        N.ASK_HOSTS: "host-question",
        N.HOSTS_ANSWER: "host-question",
        N.INVITE: "invitation",
        N.ANSWERS: "attendance-hosts",
        N.REMIND: "reminder",
        N.REPORT: "tour-card",
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
