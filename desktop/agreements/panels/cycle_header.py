"""Where a year of agreements stands: its six steps, and the one next thing to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from desktop.agreements.actions.cycles import move_cycle
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deadlines.dispute_dialogs import begin
from desktop.agreements.panels.dialogs.agreement import add_agreement_to
from desktop.agreements.panels.dialogs.move import move_cycle_by_hand
from desktop.agreements.panels.dialogs.new_cycle import new_cycle
from desktop.agreements.panels.dialogs.period import ask_period
from desktop.agreements.panels.dialogs.policy import ask_policy
from desktop.agreements.panels.importing import fill_exchange
from desktop.agreements.panels.papers import print_menu
from desktop.agreements.queries.cycles import CycleView, cycle_view
from desktop.agreements.rules.next_step import STEP_OF, NextStep
from desktop.agreements.states import CycleState
from desktop.agreements.wording import word
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import day_plain, day_tiny, month_name
from desktop.widgets.buttons import Button
from desktop.widgets.card import HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.stepper import Step, Stepper, StepState

Do = Callable[[], object]
N = NextStep


class CycleHeader(HeaderCard):
    """The card above the agreements. `view` is the cycle as it was read last."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        self._desk, self._cycle = desk, cycle
        self._next: Do | None = None
        self.view: CycleView | None = None
        self.next = Button("", self._do_next, "primary")
        super().__init__(
            actions=[
                menu_button(_("More"), self._fill_more),
                print_menu(desk, cycle),
                self.next,
            ]
        )
        self.stepper = Stepper()
        self.add(self.stepper)
        self.reading = KeepingUp(self, desk, cycle, self._read, later=True)

    def _read(self) -> None:
        with self._desk.reading() as session:
            self.view = view = cycle_view(session, self._cycle.number, self._desk.today())
        self.set_title(
            _("Agreements {year} · {municipality}").format(
                year=view.applies_from.year, municipality=view.municipality
            ),
            " · ".join((word(view.state), *(seat.called for seat in view.parties))),
        )
        self.stepper.set_steps(steps(view))
        words, self._next, why_not = self._offer(view)
        self.next.setText(words)
        self.next.setAccessibleName(words)
        self.next.setVisible(bool(words))
        self.next.set_reason(why_not)

    def _do_next(self) -> None:
        if self._next is not None:
            self._next()

    def _open(self, part: str) -> Do:
        place = Place("agreements", "cycle", self._cycle.number, part)
        return lambda: self._desk.open(place)

    def _move(self, view: CycleView, state: CycleState) -> Do:
        desk = self._desk
        return lambda: desk.did(lambda: move_cycle(desk.store, desk.who, view.id, state), self)

    def _offer(self, view: CycleView) -> tuple[str, Do | None, str | None]:
        """The words of the next step, what it does, and why it cannot be done yet."""
        desk = self._desk
        if view.next is N.WAIT_FOR_YEAR:
            why_not = _("The agreements hold from {day}.").format(day=day_plain(view.applies_from))
            return _("Begin the year"), None, why_not
        offers: dict[NextStep, tuple[str, Do]] = {
            N.ASK_POLICY: (_("Policy received…"), lambda: ask_policy(desk, view, self)),
            N.SEND_BID: (_("Prepare the bid"), self._open("bid")),
            N.BID_IS_OUT: (_("The bid is out"), self._move(view, CycleState.BID_SENT)),
            N.START_TALKS: (_("Begin the talks"), self._move(view, CycleState.TALKS)),
            N.ADD_AGREEMENT: (_("New agreement…"), lambda: add_agreement_to(desk, view.id, self)),
            N.POSITIONS: (_("Fill in positions"), self._open("positions")),
            N.DRAFT: (_("Make it the draft"), self._move(view, CycleState.DRAFT)),
            N.DECIDE: (_("Put to the boards"), self._move(view, CycleState.DECIDING)),
            N.SIGN: (_("Sign…"), self._open("signing")),
            N.BEGIN: (_("Begin the year"), self._move(view, CycleState.RUNNING)),
            N.MEASURE: (_("Enter measurements…"), self._open("measuring")),
            N.LOOK_BACK: (_("Look back"), self._open("look_back")),
            N.NEXT_CYCLE: (_("Next year…"), lambda: self._next_cycle(view)),
            N.NOTHING: ("", lambda: None),
        }
        words, do = offers[view.next]
        return words, do, None

    def _next_cycle(self, view: CycleView) -> None:
        new_cycle(self._desk, self, self._cycle.choose, copy_from=view.id)

    def _fill_more(self, menu: QMenu) -> None:
        view = self.view
        if view is None:
            return
        desk, parent = self._desk, QWidget.window(self)
        open_now = view.state is not CycleState.CLOSED
        signed = view.signed_on is not None
        add_entry(
            menu,
            _("New agreement…"),
            lambda: add_agreement_to(desk, view.id, parent),
            not signed,
            _("signed already"),
        )
        add_entry(
            menu,
            _("Policy received…"),
            lambda: ask_policy(desk, view, parent),
            open_now,
            _("closed"),
        )
        add_entry(
            menu,
            _("Change state…"),
            lambda: move_cycle_by_hand(desk, view, parent),
            open_now,
            _("closed"),
        )
        add_entry(
            menu,
            _("How long they hold…"),
            lambda: ask_period(desk, view, parent),
            not signed,
            _("signed already"),
        )
        add_entry(menu, _("New dispute…"), lambda: begin(desk, view.id, parent))
        menu.addSeparator()
        add_entry(menu, _("Next year…"), lambda: self._next_cycle(view))
        menu.addSeparator()
        fill_exchange(menu, desk, view.id, view.applies_from.year, parent)


def steps(view: CycleView) -> list[Step]:
    """The six steps of a year, with their days or when they are expected."""
    now = STEP_OF[view.state]
    if view.state is CycleState.RUNNING and view.last_measured_on is not None:
        now += 1
    year = view.applies_from.year
    details = (
        day_tiny(view.bid_sent_on) if view.bid_sent_on else _("by 1 Jul"),
        _months(view.talks_from, view.talks_to),
        day_tiny(view.signed_on) if view.signed_on else _("before 15 Dec"),
        str(year),
        day_tiny(view.last_measured_on) if view.last_measured_on else _("each quarter"),
        day_tiny(view.looked_back_on) if view.looked_back_on else str(year + 1),
    )
    labels = (
        _("Bid"),
        _("Talks"),
        _("Sign"),
        _("Carry out"),
        _("Measure"),
        _("Look back"),
    )
    return [
        Step(label, detail, _state(place, now))
        for place, (label, detail) in enumerate(zip(labels, details, strict=True))
    ]


def _months(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    start, end = (month_name(day).split()[0][:3] for day in (first, last))
    return start if start == end else f"{start}–{end}"


def _state(place: int, now: int) -> StepState:
    if place < now:
        return StepState.DONE
    return StepState.CURRENT if place == now else StepState.TO_COME
