"""The candidates of a vacancy, in order, with what can be recorded of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.language.format import moment_short, number
from desktop.viewings.actions.invitations import (
    protect,
    record_answer,
    record_no_response,
    take_back_invitation,
)
from desktop.viewings.actions.reports import handle_money
from desktop.viewings.panels.dialogs.candidate import change_candidate, withdraw_candidate
from desktop.viewings.panels.dialogs.no_show import take_back_no_show
from desktop.viewings.panels.dialogs.want import record_want_later
from desktop.viewings.panels.tones import tone
from desktop.viewings.queries.vacancy import CandidateLine, InvitationLine, VacancyView
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import Answer, CandidateState, Presence
from desktop.viewings.wording import state_word, word
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

Entry = tuple[str, Callable[[], object]]


class CandidatesPart(QWidget):
    """A table by the order of the law; under it what can be done with the chosen candidate."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: VacancyView | None = None
        self._today: date = desk.today()
        self.table = Table(
            "candidates",
            [
                Column(_("#"), 44, Align.RIGHT),
                Column(_("Candidate"), 0),
                Column(_("Priority"), 116),
                Column(_("Registered"), 124),
                Column(_("Viewing"), 156),
                Column(_("Tour"), 112),
                Column(_("What follows"), 210),
            ],
            _("Candidates in order"),
            menu=self._entries,
        )
        self._empty = Empty(
            _("No candidates yet"),
            _("They come from the list of the allocation system: a CSV file, a workbook or VERA."),
        )
        self._summary = Words("", "soft", wraps=True)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.SMALL)
        self._shown: list[Button] = []
        filled = QWidget()
        inside = QVBoxLayout(filled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.SMALL)
        inside.addWidget(self._summary)
        inside.addWidget(self.table, 1)
        inside.addLayout(self._actions)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(filled)
        self.table.chosen.connect(self._show_actions)
        self.table.activated_row.connect(self._open)

    def show_view(self, view: VacancyView) -> None:
        """Show the candidates of this vacancy."""
        self._view, self._today = view, self._desk.today()
        self._stack.setCurrentIndex(1 if view.candidates else 0)
        self._summary.setText(_summary(view))
        self.table.show_rows([self._row(line) for line in view.candidates])
        self._show_actions(self.table.chosen_id)

    def _row(self, line: CandidateLine) -> TableRow:
        return TableRow(
            line.id,
            (
                Cell(str(line.rank), sort=line.rank),
                Cell(line.name, bold=True, note=line.visit_need),
                _priority(line),
                Cell(_registered(line.registered_on, self._today), sort=line.registered_on),
                _viewing(line),
                _tour(
                    line, len(self._view.policy.points) if self._view and self._view.policy else 0
                ),
                _follows(line),
            ),
        )

    def _line(self, candidate_id: int | None) -> CandidateLine | None:
        lines = self._view.candidates if self._view is not None else ()
        return next((line for line in lines if line.id == candidate_id), None)

    def _open(self, candidate_id: int) -> None:
        line = self._line(candidate_id)
        if line is not None:
            change_candidate(self._desk, line, self)

    def _show_actions(self, candidate_id: int | None) -> None:
        focused = self.window().focusWidget()
        was_pressed = focused.text() if focused in self._shown else None
        if was_pressed is not None:
            # Before the button goes: Qt would move the focus to another part of the window.
            self.table.setFocus()
        for old in self._shown:
            self._actions.removeWidget(old)
            old.hide()
            old.deleteLater()
        while self._actions.count():
            self._actions.takeAt(0)
        self._shown = []
        if candidate_id is not None:
            for words, do in list(self._entries(candidate_id))[:5]:
                button = secondary(words, do)
                self._shown.append(button)
                self._actions.addWidget(button)
                if words == was_pressed:
                    button.show()
                    button.setFocus()
        self._actions.addStretch(1)

    def _entries(self, candidate_id: int) -> Sequence[Entry]:
        """What can be recorded of a candidate now: the buttons under the table and its menu."""
        line = self._line(candidate_id)
        if line is None or line.wiped:
            return ()
        return [*self._answers(line), *self._standing(line)]

    def _answers(self, line: CandidateLine) -> list[Entry]:
        desk, store, who = self._desk, self._desk.store, self._desk.who
        entries: list[Entry] = []
        invitation = line.invitation
        if invitation is not None and invitation.presence is Presence.UNKNOWN:
            for words, answer in (
                (_("Is coming"), Answer.COMING),
                (_("Is not coming"), Answer.NOT_COMING),
                (_("Wants another appointment"), Answer.WANTS_OTHER),
            ):
                if invitation.answer is not answer:
                    entries.append((words, partial(self._answer, invitation, answer)))
            if invitation.answer is Answer.NONE:
                entries.append(
                    (
                        _("No answer"),
                        lambda: desk.did(
                            lambda: record_no_response(store, who, invitation.id), self
                        ),
                    )
                )
            entries.append(
                (
                    _("Take back invitation"),
                    lambda: desk.did(lambda: take_back_invitation(store, who, invitation.id), self),
                )
            )
        if invitation is not None and invitation.presence is Presence.NO_SHOW:
            entries.append(
                (
                    _("Take back “did not appear”…"),
                    lambda: take_back_no_show(desk, line, self),
                )
            )
        if line.state in (
            CandidateState.PRESENT,
            CandidateState.CONSIDERING,
            CandidateState.WANTS,
        ):
            entries.insert(0, (_("Record answer…"), lambda: record_want_later(desk, line, self)))
        return entries

    def _answer(self, invitation: InvitationLine, answer: Answer) -> None:
        store, who = self._desk.store, self._desk.who
        self._desk.did(
            lambda: record_answer(store, who, invitation.id, answer, invitation.version),
            self,
            lambda: record_answer(store, who, invitation.id, answer),
        )

    def _standing(self, line: CandidateLine) -> list[Entry]:
        desk, store, who = self._desk, self._desk.store, self._desk.who
        entries: list[Entry] = []
        if line.money_alarm:
            entries.append(
                (
                    _("Money alarm handled"),
                    lambda: desk.did(lambda: handle_money(store, who, line.id), self),
                )
            )
        entries.append((_("Details…"), lambda: change_candidate(desk, line, self)))
        if line.state not in (
            CandidateState.ALLOCATED,
            CandidateState.DOCUMENTS,
            CandidateState.WITHDRAWN,
        ):
            entries.append((_("Withdraws…"), lambda: withdraw_candidate(desk, line, self)))
        words = _("No longer protect") if line.protected else _("Protect")
        entries.append(
            (
                words,
                lambda: desk.did(lambda: protect(store, who, line.id, not line.protected), self),
            )
        )
        return entries


def _summary(view: VacancyView) -> str:
    invited = sum(line.invitation is not None for line in view.candidates)
    parts = [
        _("{n} of {all} invited").format(n=invited, all=len(view.candidates)),
        _("order: priority first, then the rank of the list"),
    ]
    alarms = sum(line.money_alarm for line in view.candidates)
    if alarms:
        parts.insert(
            0,
            ngettext(
                "{n} candidate was asked for money: call this candidate",
                "{n} candidates were asked for money: call them",
                alarms,
            ).format(n=alarms),
        )
    return " · ".join(parts)


def _priority(line: CandidateLine) -> Cell:
    if line.protected:
        return Cell(_("Protected"), Tone.RED, sort=0)
    if line.priority:
        return Cell(_("Priority"), Tone.AMBER, sort=1)
    return Cell("", sort=2)


def _registered(day: date | None, today: date) -> str:
    if day is None:
        return ""
    years = number((today - day).days / 365.25, 1)
    return _("{year} · {years} yr").format(year=day.year, years=years)


def _viewing(line: CandidateLine) -> Cell:
    invitation = line.invitation
    if invitation is None:
        return Cell(word(line.skip) if line.skip is not None else "", sort="~")
    return Cell(moment_short(invitation.slot_at), sort=invitation.slot_at.isoformat())


def _tour(line: CandidateLine, points: int) -> Cell:
    invitation = line.invitation
    if invitation is None or invitation.presence in (Presence.UNKNOWN, Presence.CANCELLED):
        return Cell("—")
    if invitation.presence is Presence.NO_SHOW:
        return Cell(word(invitation.presence))
    return Cell(_("{n} of {all} points").format(n=invitation.points, all=points))


def _follows(line: CandidateLine) -> Cell:
    if line.guard_open:
        return Cell(_("Colleague reads along"), Tone.AMBER)
    if line.invitation is not None and line.invitation.answer is Answer.WANTS_OTHER:
        return Cell(word(Answer.WANTS_OTHER), Tone.AMBER)
    code = PassCode[line.passed] if line.passed is not None else None
    words, why = state_word(line.state, code), word(code) if code is not None else ""
    return Cell(words, tone(line.state), note=why if why != words else "")
