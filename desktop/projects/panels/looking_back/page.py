"""Terugblik: what tenants were promised, what the data show, what was learnt, how satisfied they
are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_short
from desktop.projects.actions.looking_back import remove_look_back, remove_score
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.looking_back import (
    ask_look_back,
    ask_score,
    change_look_back_words,
    correct_score,
)
from desktop.projects.queries.looking_back import LookBackView, ScoreLine, look_back_of
from desktop.projects.wording.looking_back import (
    answers_words,
    look_back_sentence,
    mean_words,
    missing_words,
    showed_sentences,
)
from desktop.widgets import theme
from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.facts import Facts
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Align, Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.words import Words


class LookingBackPage(QWidget):
    """Above what was promised and shown, with what was learnt; under it the scores. While nobody
    looked back it says what the data show today."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.view: LookBackView | None = None
        self.look = primary(_("Look back…"), self._look)
        self.print = secondary(_("Print…"), self._print)
        self.more = menu_button(_("More"), self._fill_more)
        self.verdict = Words("", "strong", wraps=True)
        self.missing = Words("", "soft", wraps=True)
        self.shown = Words("", wraps=True)
        self.learnt = Swapped()
        self.why_not = Words("", "soft", wraps=True)
        self.card = Card(_("Looking back"), "", [self.more, self.print, self.look])
        for part in (self.verdict, self.missing, self.shown, self.learnt, self.why_not):
            self.card.add(part)
        self.score = Button(_("New score…"), self._score, "secondary")
        self.page = TablePage(
            "look-back-scores",
            [
                Column(_("Question to tenants"), 0),
                Column(_("Answers"), 150, Align.RIGHT),
                Column(_("Mean"), 100, Align.RIGHT),
            ],
            _("How satisfied tenants are"),
            Empty(
                _("No scores yet"),
                _("Ask tenants for a mark from 1 to 10, and write down the mean here."),
                _("New score…"),
                self._score,
            ),
            others=[self.score],
            menu=self._entries,
        )
        self.page.table.activated_row.connect(self._correct)
        self.scores = self.page.in_card(_("How satisfied tenants are"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.card)
        column.addWidget(self.scores, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        KeepingUp(self, desk, project, self._read)

    # Reading -------------------------------------------------------------------------------------

    def _read(self) -> None:
        with self._desk.reading() as session:
            self.view = view = look_back_of(session, self._project.number)
        ladder, looked = view.showed.ladder, view.held_on is not None
        self.card.set_title(_("Looking back"), subtitle(view))
        self.verdict.setText(look_back_sentence(ladder, view.held_on))
        self.missing.setText("\n".join(missing_lines(view)))
        self.missing.setVisible(bool(ladder.missing))
        self.shown.setText("\n".join(showed_sentences(view.showed)))
        self.learnt.setVisible(looked)
        self.learnt.show_content(
            Facts([(_("This went well"), view.went_well), (_("This we learnt"), view.lessons)])
        )
        self.look.setVisible(not looked)
        self.more.setVisible(looked)
        self.look.set_reason(None if view.can else _("The work is not done yet."))
        self.why_not.setVisible(not view.can)
        self.why_not.setText(_("You can look back when the work is done."))
        self.scores.setVisible(looked)
        self._rest.setVisible(not looked)
        self.page.show_rows([row(line) for line in view.scores])

    # What is done --------------------------------------------------------------------------------

    def _look(self) -> None:
        ask_look_back(self._desk, self._project.number, self)

    def _score(self) -> None:
        if self.view is not None and self.view.id is not None:
            ask_score(self._desk, self.view.id, self)

    def _line(self, score_id: int) -> ScoreLine | None:
        scores = self.view.scores if self.view is not None else ()
        return next((line for line in scores if line.id == score_id), None)

    def _correct(self, score_id: int) -> None:
        line = self._line(score_id)
        if line is not None:
            correct_score(self._desk, line, self)

    def _entries(self, score_id: int) -> Entries:
        desk = self._desk
        return [
            (_("Correct…"), lambda: self._correct(score_id)),
            (
                _("Remove"),
                lambda: desk.did(lambda: remove_score(desk.store, desk.who, score_id), self),
            ),
        ]

    def _fill_more(self, menu: QMenu) -> None:
        view, desk = self.view, self._desk
        if view is None or view.id is None:
            return
        id = view.id
        add_entry(
            menu, _("Correct the words…"), lambda: change_look_back_words(desk, id, view, self)
        )
        add_entry(
            menu,
            _("Remove the look back"),
            lambda: desk.did(lambda: remove_look_back(desk.store, desk.who, id), self),
        )

    # Paper ---------------------------------------------------------------------------------------

    def _print(self) -> None:
        self._desk.show_paper(self.print_what())

    def print_what(self) -> Callable[[Session], Paper]:
        """The look back on paper; while nobody looked back, what the data show so far."""
        project_id, now = self._project.number, self._desk.now()
        return lambda session: _paper(session, project_id, now)


def _paper(session: Session, project_id: int, now: datetime) -> Paper:
    from desktop.projects.documents.sharing import look_back

    return look_back.make(session, project_id, now)


def subtitle(view: LookBackView) -> str:
    """When people looked back; else that this is how it stands today."""
    if view.held_on is None:
        return _("what the data show today")
    return _("held on {day}; the data are of that day").format(day=day_short(view.held_on))


def missing_lines(view: LookBackView) -> list[str]:
    """What the promise still asked for, a line each."""
    missing = view.showed.ladder.missing
    if not missing:
        return []
    return [missing_words(view.held_on), *(f"• {one}" for one in missing)]


def row(line: ScoreLine) -> TableRow:
    """One question as a row of the table."""
    return TableRow(
        line.id,
        (
            Cell(line.question, bold=True),
            Cell(answers_words(line.answers), sort=line.answers),
            Cell(mean_words(line.mean), sort=line.mean, bold=True),
        ),
    )
