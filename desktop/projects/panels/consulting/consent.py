"""Akkoord: the round that is on, its meter, its answers door by door, and the next thing to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _
from desktop.projects.actions.consent import finish_round, mark_vacant, remove_round
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.consulting import answer_dialogs, round_dialogs
from desktop.projects.panels.consulting.entry import QuickEntry
from desktop.projects.panels.consulting.homes import HomesTable
from desktop.projects.panels.consulting.meter import ConsentCard
from desktop.projects.panels.consulting.papers import paper
from desktop.projects.queries.consent import HomeLine, RoundView, rounds
from desktop.projects.rules.consent_round import check_finished, check_result
from desktop.projects.rules.quick_answer import Door
from desktop.projects.states import ConsentState
from desktop.projects.wording import word
from desktop.projects.wording.consent import short_words
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.scroll import Scroll
from desktop.widgets.table_page import Entries
from desktop.widgets.words import Words

S = ConsentState

# What is printed first in each state, and its words on the button.
FIRST_PAPER = {
    S.DRAFT: "proposal",
    S.RUNNING: "doors",
    S.NOTICES_SENT: "notices",
    S.DONE: "result",
    S.REPLACED: "proposal",
}


class ConsentPage(QWidget):
    """`view` is the round on view, None while the project has none."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.view: RoundView | None = None
        self._wanted: int | None = None
        self._rounds: dict[int, RoundView] = {}
        self.chooser = ChoiceInput([])
        self.chooser.setAccessibleName(_("Which round"))
        self.next = Button("", self._go_on, "primary")
        self.print = secondary("", self._print)
        self.more = menu_button(_("More"), self._fill_more)
        self.card = ConsentCard()
        self.reason = Words("", "small", wraps=True)
        self.entry = QuickEntry(desk)
        self.homes = HomesTable(self._entries, self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            Empty(
                _("No consent asked yet"),
                _(
                    "A renovation begins with a written proposal to all tenants. With ten or more "
                    "dwellings in one building it counts as reasonable when 70 % agree (BW "
                    "7:220(3))."
                ),
                _("New round…"),
                self._new,
            )
        )
        self._stack.addWidget(self._laid_out())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.chooser.changed.connect(self._choose)
        self.entry.noted.connect(self.homes.table.choose)
        KeepingUp(self, desk, project, self._read)

    def _laid_out(self) -> QWidget:
        self.card.body.insertWidget(1, self.chooser)
        self.card.add(self.next)
        self.card.add(self.reason)
        others = QHBoxLayout()
        others.setSpacing(theme.SMALL)
        others.addWidget(self.print, 1)
        others.addWidget(self.more)
        self.card.add_layout(others)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        doors = Card(_("Door by door"))
        doors.add(self.entry)
        doors.add(self.homes, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(Scroll(left), 4)
        row.addWidget(doors, 7)
        return whole

    # What is on view -----------------------------------------------------------------------------

    def _read(self) -> None:
        with self._desk.reading() as session:
            found = rounds(session, self._project.number, self._desk.today())
        self._rounds = {view.id: view for view in found}
        now = self._wanted if self._wanted in self._rounds else None
        if now is None and found:
            now = next((view.id for view in found if view.state is not S.REPLACED), found[0].id)
        self.chooser.blockSignals(True)
        self.chooser.set_options([(view.id, named(view)) for view in found], now)
        self.chooser.blockSignals(False)
        self.chooser.setVisible(len(found) > 1)
        self._stack.setCurrentIndex(1 if found else 0)
        self._show(self._rounds.get(now) if now is not None else None)

    def _choose(self) -> None:
        self._wanted = self.chooser.value()
        self._show(self._rounds.get(self._wanted))

    def show_round(self, round_id: int) -> None:
        """Put a round on view."""
        self._wanted = round_id
        if round_id in self._rounds:
            self.chooser.set_value(round_id)
            self._show(self._rounds[round_id])

    def _show(self, view: RoundView | None) -> None:
        self.view = view
        if view is None:
            return
        self.card.show_round(view)
        self.entry.doors = [Door(home.id, home.number, home.address) for home in view.homes]
        self.entry.setVisible(view.state is S.RUNNING)
        self.homes.show_homes(view)
        self._offer(view)

    def _offer(self, view: RoundView) -> None:
        words = {
            S.DRAFT: _("Send the proposal…"),
            S.RUNNING: _("Send the result…"),
            S.NOTICES_SENT: _("Finish the round"),
            S.DONE: _("Make another proposal…") if view.is_short else "",
        }.get(view.state, "")
        self.next.setText(words)
        self.next.setAccessibleName(words)
        self.next.setVisible(bool(words))
        reason = why_not(view, self._desk)
        self.next.set_reason(reason)
        if view.is_short and view.stands is not None:
            reason = short_words(view.stands)
        self.reason.setText(reason or "")
        self.reason.setVisible(bool(reason and words))
        self.print.setText(paper_words(FIRST_PAPER[view.state]))
        self.print.setAccessibleName(self.print.text())

    # What can be done ----------------------------------------------------------------------------

    def _new(self) -> None:
        round_dialogs.new_round(self._desk, self._project.number, self, self.show_round)

    def _go_on(self) -> None:
        view, desk = self.view, self._desk
        if view is None:
            return
        if view.state is S.DRAFT:
            round_dialogs.ask_send(desk, view, self)
        elif view.state is S.RUNNING:
            round_dialogs.ask_result(desk, view, self)
        elif view.state is S.NOTICES_SENT:
            desk.did(lambda: finish_round(desk.store, desk.who, view.id), self)
        elif view.is_short:
            round_dialogs.ask_other_proposal(desk, view, self, self.show_round)

    def _print(self) -> None:
        make = self.print_what()
        if make is not None:
            self._desk.show_paper(make)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The paper that this state asks first."""
        view = self.view
        return paper(self._desk, FIRST_PAPER[view.state], view.id) if view is not None else None

    def _fill_more(self, menu: QMenu) -> None:
        view, desk = self.view, self._desk
        if view is None:
            return
        for key in papers_of(view):
            make = paper(desk, key, view.id)
            add_entry(menu, paper_words(key), partial(desk.show_paper, make))
        menu.addSeparator()
        draft, running = view.state is S.DRAFT, view.state is S.RUNNING
        if draft:
            add_entry(
                menu,
                _("Change the draft…"),
                partial(round_dialogs.change_draft, desk, view, self),
            )
            add_entry(
                menu,
                _("Throw the draft away"),
                lambda: desk.did(lambda: remove_round(desk.store, desk.who, view.id), self),
            )
        else:
            add_entry(
                menu,
                _("Change the proposal…"),
                partial(round_dialogs.ask_other_proposal, desk, view, self, self.show_round),
                running or view.is_short,
                _("the answers are counted"),
            )
        add_entry(menu, _("New round…"), self._new)

    def _open(self, home: HomeLine) -> None:
        if self.view is not None and self.view.state is S.RUNNING and not home.vacant:
            answer_dialogs.ask_answer(self._desk, home, self)

    def _entries(self, home: HomeLine) -> Entries:
        desk, view = self._desk, self.view
        if view is not None and view.state is S.NOTICES_SENT and home.gets_notice:
            return [
                (
                    _("Notice sent on another day…"),
                    partial(answer_dialogs.ask_notice, desk, home, self),
                )
            ]
        if view is None or view.state is not S.RUNNING:
            return []

        def vacant() -> None:
            mark_vacant(desk.store, desk.who, home.id, not home.vacant)

        if home.vacant:
            return [(_("Somebody lives here now"), lambda: desk.did(vacant, self))]
        return [
            (_("Answer…"), partial(answer_dialogs.ask_answer, desk, home, self)),
            (_("Visit…"), partial(answer_dialogs.ask_visit, desk, home, self)),
            (_("Vacant now"), lambda: desk.did(vacant, self)),
        ]


def named(view: RoundView) -> str:
    """`Ronde 2 · Blok A en B · Loopt`."""
    round_ = _("Round {n}").format(n=view.number)
    return " · ".join(part for part in (round_, view.unit, word(view.state)) if part)


def why_not(view: RoundView, desk: Desk) -> str | None:
    """Why the next step has to wait; None when it has not."""
    try:
        if view.state is S.RUNNING and view.stands is not None:
            check_result(view.stands, view.answer_by, desk.today())
        elif view.state is S.NOTICES_SENT:
            check_finished(view.state, view.without_notice, view.court_until, desk.today())
    except Refused as refused:
        return refused.sentence
    return None


def papers_of(view: RoundView) -> list[str]:
    """The papers that a round has."""
    if view.state is S.REPLACED and view.result_sent_on is not None:
        return ["proposal", "result"]
    if view.state in (S.DRAFT, S.REPLACED):
        return ["proposal"]
    if view.state is S.RUNNING:
        return ["proposal", "doors", "result"]
    return ["proposal", "doors", "result", *(["notices"] if view.court_until else [])]


def paper_words(key: str) -> str:
    """The verb that prints a paper."""
    return {
        "proposal": _("Print the proposals"),
        "doors": _("Print the door list"),
        "result": _("Print the result"),
        "notices": _("Print the notices"),
    }[key]
