"""The one next thing to do for a vacancy, as the button above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.language import _
from desktop.language.format import day_plain
from desktop.viewings.actions.decisions import close_decision, submit_decision
from desktop.viewings.actions.invitations import remind
from desktop.viewings.actions.vacancies import complete
from desktop.viewings.actions.viewings import ask_hosts, close_viewing
from desktop.viewings.panels.dialogs.choose_hosts import choose_hosts
from desktop.viewings.panels.dialogs.choose_policy import choose_policy
from desktop.viewings.panels.dialogs.draft_decision import draft_decision
from desktop.viewings.panels.dialogs.enter_nomination import enter_nomination
from desktop.viewings.panels.dialogs.import_candidates import import_candidates
from desktop.viewings.panels.dialogs.invite import invite
from desktop.viewings.panels.dialogs.judge_nomination import judge_nomination, read_nomination
from desktop.viewings.panels.dialogs.lease import record_lease
from desktop.viewings.panels.dialogs.letters import send_letters
from desktop.viewings.panels.dialogs.offer import make_offer
from desktop.viewings.panels.dialogs.plan_viewing import plan_viewing
from desktop.viewings.panels.dialogs.publish import publish
from desktop.viewings.panels.dialogs.read_decision import read_decision
from desktop.viewings.panels.dialogs.report import enter_report
from desktop.viewings.panels.dialogs.wipe import wipe
from desktop.viewings.queries.vacancy import NominationLine, ShiftLine, VacancyView, ViewingLine
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import (
    Answer,
    Presence,
    ShiftState,
    ViewingState,
)
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk

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
    **dict.fromkeys(
        (
            N.NOMINATE,
            N.TEST_NOMINATION,
            N.READ_NOMINATION,
            N.OFFER,
            N.OFFER_ANSWER,
            N.GUARD,
        ),
        "offers",
    ),
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

    def nominated() -> NominationLine:
        assert view.nomination is not None  # it is what comes next
        return view.nomination

    early: dict[NextStep, tuple[str, Do | None]] = {
        N.CHOOSE_POLICY: (_("Choose way of working…"), lambda: choose_policy(desk, view, screen)),
        N.PUBLISH: (_("Publish…"), lambda: publish(desk, view, screen)),
        N.IMPORT_CANDIDATES: (
            _("Import candidates…"),
            lambda: import_candidates(desk, view, screen),
        ),
        N.PLAN_VIEWING: (_("Plan viewing…"), lambda: plan_viewing(desk, view, screen)),
        N.NOMINATE: (_("Enter nomination…"), lambda: enter_nomination(desk, view, screen)),
        N.TEST_NOMINATION: (
            _("Test nomination…"),
            lambda: judge_nomination(desk, view, nominated(), screen),
        ),
        N.READ_NOMINATION: (
            _("Read along…"),
            lambda: read_nomination(desk, view, nominated(), screen),
        ),
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
