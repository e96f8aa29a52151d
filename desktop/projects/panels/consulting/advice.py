"""Advies: the requests for advice of a project, with their terms and the next thing to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.advice.states import WITH_REASONS, AdviceState
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain, day_year
from desktop.projects.actions.advice import remove_advice
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.consulting import advice_dialogs
from desktop.projects.panels.consulting.papers import paper
from desktop.projects.panels.tones import tone
from desktop.projects.queries.advice import AdviceView, advices
from desktop.projects.wording import word
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import TablePage
from desktop.widgets.theme import Tone

Ask = Callable[[Desk, AdviceView, QWidget], None]
S = AdviceState


class AdvicePage(QWidget):
    """One table; under it how the terms of the chosen request came to their day."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.views: dict[int, AdviceView] = {}
        self.next = Button("", self._go_on, "primary")
        self.print = secondary(_("Print the request"), self._print)
        self.page = TablePage(
            "project-advice",
            [
                Column(_("Which plan"), 0),
                Column(_("Advice of"), 190),
                Column(_("Sent"), 100),
                Column(_("Advice at the latest"), 120),
                Column("", 150),
                Column(_("May start on"), 120),
            ],
            _("Requests for advice"),
            Empty(
                _("No advice asked yet"),
                _(
                    "About renovation, demolition, management and liveability tenants advise "
                    "before the decision (Overlegwet, art. 3 to 5)."
                ),
                _("Ask for advice…"),
                self._new,
            ),
            of_row=(self.next, self.print, menu_button(_("More"), self._fill_more)),
            others=(secondary(_("Ask for advice…"), self._new),),
        )
        self.card = self.page.in_card(_("Advice of the tenants"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.page.table.chosen.connect(lambda _id: self._tell())
        self.page.table.activated_row.connect(lambda _id: self._go_on())
        KeepingUp(self, desk, project, self._read)

    @property
    def chosen(self) -> AdviceView | None:
        """The request that the cursor is on."""
        chosen = self.page.table.chosen_id
        return self.views.get(chosen) if chosen is not None else None

    def show_request(self, request_id: int) -> None:
        """Put the cursor on a request."""
        self.page.table.choose(request_id)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The answer once there is a decision, the request before."""
        view = self.chosen
        if view is None:
            return None
        return paper(self._desk, "answer" if view.decided_on else "request", view.id)

    def _read(self) -> None:
        with self._desk.reading() as session:
            found = advices(session, self._project.number, self._desk.today())
        self.views = {view.id: view for view in found}
        self.page.show_rows([row(view) for view in found])
        self._tell()

    def _tell(self) -> None:
        view = self.chosen
        self.next.setVisible(view is not None)
        if view is None:
            return
        step = next_step(view)
        words = step[0] if step is not None else ""
        self.next.setVisible(step is not None)
        self.next.setText(words)
        self.next.setAccessibleName(words)
        self.print.setText(_("Print the answer") if view.decided_on else _("Print the request"))
        self.page.tell(terms(view))

    def _new(self) -> None:
        advice_dialogs.new_advice(self._desk, self._project.number, self)

    def _go_on(self) -> None:
        view = self.chosen
        step = next_step(view) if view is not None else None
        if view is not None and step is not None:
            step[1](self._desk, view, self)

    def _print(self) -> None:
        make = self.print_what()
        if make is not None:
            self._desk.show_paper(make)

    def _fill_more(self, menu: QMenu) -> None:
        view, desk = self.chosen, self._desk
        if view is None:
            return
        if view.sent_on is None:
            add_entry(
                menu,
                _("Change the request…"),
                partial(advice_dialogs.change_draft, desk, view, self),
            )
            add_entry(
                menu,
                _("Throw the request away"),
                lambda: desk.did(lambda: remove_advice(desk.store, desk.who, view.id), self),
            )
            return
        open_ = view.decided_on is None
        decided = _("this was decided")
        against = _("Consent…") if view.consent_required else _("No objection…")
        for words, ask in (
            (_("Advice received…"), advice_dialogs.ask_received),
            (against, advice_dialogs.ask_no_objection),
            (_("Decide…"), advice_dialogs.ask_decision),
        ):
            add_entry(menu, words, partial(ask, desk, view, self), open_, decided)
        menu.addSeparator()
        make = partial(desk.show_paper, paper(desk, "request", view.id))
        add_entry(menu, _("Print the request"), make)


def next_step(view: AdviceView) -> tuple[str, Ask] | None:
    """What comes next for a request, with its verb; None when all is done."""
    if view.sent_on is None:
        return _("Send the request…"), advice_dialogs.ask_send
    if view.state is S.SENT:
        return _("Advice received…"), advice_dialogs.ask_received
    if view.decided_on is None:
        return _("Decide…"), advice_dialogs.ask_decision
    if view.decision not in WITH_REASONS:
        return None
    if view.reasons_sent_on is None:
        return _("Reasons sent…"), advice_dialogs.ask_reasons_sent
    if view.reasons_received_on is None:
        return _("Tenants have the reasons…"), advice_dialogs.ask_reasons_received
    return None


def row(view: AdviceView) -> TableRow:
    """A request as a row."""
    state = Cell(_("Draft"), Tone.GREY)
    if view.state is not None:
        state = Cell(word(view.state), tone(view.state))
    if view.reasons_late:
        state = Cell(_("Reasons too late"), Tone.RED)
    return TableRow(
        view.id,
        (
            Cell(view.subject, bold=True),
            Cell(view.asked_of),
            Cell(day_year(view.sent_on) if view.sent_on else "–", sort=str(view.sent_on)),
            Cell(day_year(view.due_on) if view.due_on else "–", sort=str(view.due_on)),
            state,
            Cell(day_year(view.starts_on) if view.starts_on else _("not yet")),
        ),
    )


def terms(view: AdviceView) -> str:
    """By when who must do what, by which article, and how it came to that day."""
    if view.due_on is None:
        return _("The term begins when the request goes out (Overlegwet, art. 5(1)).")
    if view.reasons_by is not None and view.reasons_received_on is None:
        words = _("Reasons to the tenants by {day} (Overlegwet, art. 5(2)).")
        if view.reasons_late:
            words = _("The reasons should have gone out by {day} (Overlegwet, art. 5(2)).")
        return " ".join((words.format(day=day_plain(view.reasons_by)), *view.reasons_why))
    if view.starts_on is not None:
        words = _("The plan may start on {day} (Overlegwet, art. 5(3)).")
        return words.format(day=day_plain(view.starts_on))
    words = _("{who} can advise until {day} (Overlegwet, art. 5(1)).")
    said = words.format(who=view.asked_of, day=day_plain(view.due_on))
    return " ".join((said, *view.due_why))
