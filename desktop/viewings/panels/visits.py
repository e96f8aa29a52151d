"""The viewings of a vacancy: who receives, who comes, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.language.format import clock, day_name, day_short, local
from desktop.viewings.actions.invitations import remind
from desktop.viewings.actions.reports import record_list_back
from desktop.viewings.actions.viewings import (
    ask_hosts,
    close_viewing,
    record_host_answer,
    staff_receive,
)
from desktop.viewings.panels.dialogs.answer_question import answer_question
from desktop.viewings.panels.dialogs.calendars import save_calendars
from desktop.viewings.panels.dialogs.cancel_viewing import cancel_viewing
from desktop.viewings.panels.dialogs.choose_hosts import choose_hosts
from desktop.viewings.panels.dialogs.criteria import enter_criteria
from desktop.viewings.panels.dialogs.invite import invite
from desktop.viewings.panels.dialogs.plan_viewing import move_viewing, plan_viewing
from desktop.viewings.panels.dialogs.report import enter_report
from desktop.viewings.panels.tones import tone
from desktop.viewings.queries.vacancy import QuestionLine, ShiftLine, VacancyView, ViewingLine
from desktop.viewings.states import Route, ShiftRole, ShiftState, VacancyState, ViewingState
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words

OPEN = (ViewingState.DRAFT, ViewingState.STAFFED, ViewingState.INVITED)


class VisitsPart(QWidget):
    """A card for each viewing, the next one first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: VacancyView | None = None
        self._place = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._place)
        self.cards: dict[int, Card] = {}
        self._wanted: int | None = None

    def bring_in_view(self, viewing_id: int) -> None:
        """Scroll to a viewing, once its card has its place."""
        self._wanted = viewing_id
        QTimer.singleShot(0, self, self._scroll_to_wanted)

    def _scroll_to_wanted(self) -> None:
        card = self.cards.get(self._wanted) if self._wanted is not None else None
        if card is not None and isinstance(self._place.content, Scroll):
            self._place.content.verticalScrollBar().setValue(card.y())

    def show_view(self, view: VacancyView) -> None:
        """Show the viewings of this vacancy."""
        self._view = view
        self.cards = {}
        self._place.show_content(self._cards(view) if view.viewings else self._nothing(view))

    def _nothing(self, view: VacancyView) -> QWidget:
        ready = view.state in (VacancyState.CLOSED, VacancyState.VIEWING, VacancyState.OFFERING)
        return Empty(
            _("No viewing planned yet"),
            _what_comes(view) if ready else _("First comes the list of candidates."),
            _("Plan viewing") if ready else "",
            lambda: plan_viewing(self._desk, view, self),
        )

    def _cards(self, view: VacancyView) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.SMALL, 0)
        column.setSpacing(theme.MEDIUM)
        if view.state in (VacancyState.CLOSED, VacancyState.VIEWING, VacancyState.OFFERING):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(
                secondary(_("Plan another viewing"), lambda: plan_viewing(self._desk, view, self))
            )
            column.addLayout(row)
        for line in reversed(view.viewings):
            self.cards[line.id] = self._card(view, line)
            column.addWidget(self.cards[line.id])
        column.addStretch(1)
        return Scroll(inside)

    def _card(self, view: VacancyView, line: ViewingLine) -> Card:
        when = _("{day}, {start} to {end}").format(
            day=day_name(local(line.starts_at).date()),
            start=clock(line.starts_at),
            end=clock(line.ends_at),
        )
        card = Card(when, word(line.kind), [Chip(word(line.state), tone(line.state))])
        card.add(Words(_counts(line), "soft", wraps=True))
        if line.cancel_reason:
            card.add(Words(line.cancel_reason, "soft", wraps=True))
        if line.tablet_used:
            card.add(Words(_("A tablet was used: no list on paper has to come back."), "soft"))
        if line.staff_hosts:
            card.add(Words(_("A member of staff receives."), wraps=True))
        elif line.state is not ViewingState.CANCELLED:
            for shift in line.shifts:
                card.add_layout(self._shift(view, line, shift))
        for question in line.questions:
            card.add_layout(self._question(question))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SMALL)
        for words, do in self._actions(view, line):
            buttons.addWidget(secondary(words, do))
        buttons.addStretch(1)
        card.add_layout(buttons)
        return card

    def _shift(self, view: VacancyView, line: ViewingLine, shift: ShiftLine) -> QHBoxLayout:
        desk = self._desk
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        role = word(shift.role).lower()
        row.addWidget(Words(f"{shift.name} ({role})", "strong"))
        row.addWidget(Chip(word(shift.state), tone(shift.state)))
        why = shift.turn.words if shift.turn is not None else ""
        row.addWidget(Words(why, "soft", wraps=True), 1)
        if line.state in OPEN and shift.state in (ShiftState.PROPOSED, ShiftState.ASKED):
            for words, yes in ((_("Says yes"), True), (_("Says no"), False)):
                row.addWidget(secondary(words, partial(self._host_answers, shift.id, yes)))
        if shift.state is ShiftState.HELD and not line.tablet_used:
            row.addWidget(self._list_of_visitors(shift))
        if line.state in OPEN and shift.role in (ShiftRole.LEAD, ShiftRole.SECOND):
            row.addWidget(
                secondary(
                    _("Another host…"),
                    lambda: choose_hosts(desk, view, line, self, replaces=shift),
                )
            )
        return row

    def _list_of_visitors(self, shift: ShiftLine) -> QWidget:
        """The numbered copy that this host took to the door: back, or a button to record that."""
        if shift.list_back_on is not None:
            back = day_short(shift.list_back_on)
            return Words(_("list handed in {day}").format(day=back), "soft")
        return secondary(_("List handed in"), partial(self._list_came_back, shift.id))

    def _question(self, question: QuestionLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        words = _("Asked: {question}").format(question=question.question)
        if question.answer:
            words += "\n" + _("Answer: {answer}").format(answer=question.answer)
        row.addWidget(Words(words, wraps=True), 1)
        row.addWidget(
            secondary(
                _("Change answer…") if question.answer else _("Answer…"),
                partial(answer_question, self._desk, question, self),
            )
        )
        return row

    def _host_answers(self, shift_id: int, says_yes: bool) -> None:
        desk = self._desk
        desk.did(lambda: record_host_answer(desk.store, desk.who, shift_id, says_yes), self)

    def _list_came_back(self, shift_id: int) -> None:
        desk = self._desk
        desk.did(lambda: record_list_back(desk.store, desk.who, shift_id), self)

    def _actions(
        self, view: VacancyView, line: ViewingLine
    ) -> list[tuple[str, Callable[[], object]]]:
        desk = self._desk
        store, who = desk.store, desk.who
        actions: list[tuple[str, Callable[[], object]]] = []
        if line.state in OPEN:
            if not line.shifts and not line.staff_hosts:
                actions.append((_("Choose hosts…"), lambda: choose_hosts(desk, view, line, self)))
            if any(s.state is ShiftState.PROPOSED for s in line.shifts):
                actions.append(
                    (
                        _("Ask hosts"),
                        lambda: desk.did(lambda: ask_hosts(store, who, line.id), self),
                    )
                )
            if line.state is not ViewingState.DRAFT:
                actions.append((_("Invite…"), lambda: invite(desk, view, line, self)))
            if line.to_remind:
                actions.append(
                    (
                        _("Remind"),
                        lambda: desk.did(lambda: remind(store, who, line.to_remind), self),
                    )
                )
            if not line.staff_hosts:
                actions.append(
                    (
                        _("Staff receive"),
                        lambda: desk.did(lambda: staff_receive(store, who, line.id), self),
                    )
                )
            if line.invited:
                actions.append(
                    (_("Calendar files…"), lambda: save_calendars(desk, view, line, self))
                )
            actions.append((_("Move…"), lambda: move_viewing(desk, view, line, self)))
            actions.append((_("Call off…"), lambda: cancel_viewing(desk, line, self)))
        if line.starts_at <= desk.now() and line.state not in (
            ViewingState.DRAFT,
            ViewingState.CANCELLED,
        ):
            actions.append((_("Tour report…"), lambda: enter_report(desk, view, line, self)))
            if view.policy is not None and view.policy.criteria and line.shifts:
                actions.append((_("Criteria…"), lambda: enter_criteria(desk, view, line, self)))
        if line.state is ViewingState.HELD:
            actions.append(
                (
                    _("Complete"),
                    lambda: desk.did(lambda: close_viewing(store, who, line.id), self),
                )
            )
        return actions


def _what_comes(view: VacancyView) -> str:
    if view.route is Route.TENANT_LED:
        return _("Choose a day and time; then the rota proposes two hosts.")
    return _("Choose a day and time. A member of staff receives.")


def _counts(line: ViewingLine) -> str:
    parts = [
        _("{n} of {all} places taken").format(n=line.invited, all=line.seats),
        ngettext("{n} is coming", "{n} are coming", line.coming).format(n=line.coming),
    ]
    if line.came:
        parts.append(ngettext("{n} came", "{n} came", line.came).format(n=line.came))
    if line.place:
        parts.append(line.place)
    return " · ".join(parts)
