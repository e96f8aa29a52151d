"""Evaluation: the two sceptical questions first, then all that was measured, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.charts import Interval, IntervalChart
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Changed
from desktop.viewings.actions.evaluation import keep_evaluation
from desktop.viewings.documents import printables
from desktop.viewings.panels.dialogs.surveys import (
    enter_candidate_answers,
    enter_resident_answers,
)
from desktop.viewings.panels.evaluation.cards import answer_card, list_card
from desktop.viewings.panels.evaluation.figures import FiguresTable
from desktop.viewings.panels.evaluation.kept import kept_card
from desktop.viewings.panels.evaluation.types import TypesCard
from desktop.viewings.queries.evaluation import Evaluation, evaluation
from desktop.viewings.queries.evaluation.kept import KeptEvaluation, kept_evaluations
from desktop.viewings.rules.complex_types import Trait
from desktop.viewings.rules.measures import DECIDING, Better, Question
from desktop.viewings.rules.statistics import wilson
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.job import Progress
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words


@dataclass(frozen=True)
class _Counted:
    """What the worker brings: the evaluation of now, and those that were kept."""

    found: Evaluation
    kept: tuple[KeptEvaluation, ...]


class EvaluationPanel(QWidget):
    """Counts in a worker when it comes on view, and again when something changed meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = True
        self.found: Evaluation | None = None
        self._trait = Trait.PEOPLE
        self._place = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._place)
        self._place.show_content(Words(_("The evaluation is being counted."), "soft"))
        desk.changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        self._count()

    def _changed(self, changed: Changed) -> None:
        self._stale = True
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        if not self._stale:
            return
        self._stale = False
        now = self._desk.now()

        def work(progress: Progress) -> _Counted | Refused:
            progress.step(0, 0, _("Counting"))
            with self._desk.reading() as session:
                try:
                    return _Counted(evaluation(session, now), kept_evaluations(session))
                except Refused as refused:
                    return refused

        self._desk.run(_("The evaluation is being counted"), work, self._counted)

    def _counted(self, counted: _Counted | Refused) -> None:
        if isinstance(counted, Refused):
            self.found = None
            self._place.show_content(Empty(_("No pilot yet"), counted.sentence))
            return
        self.found = counted.found
        self._place.show_content(Scroll(self._cards(counted.found, counted.kept)))

    def _cards(self, found: Evaluation, kept: Sequence[KeptEvaluation]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.SMALL, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self._header(found))
        questions = QHBoxLayout()
        questions.setSpacing(theme.GAP)
        for answer in found.answers:
            questions.addWidget(answer_card(answer), 1)
        column.addLayout(questions)
        column.addWidget(TypesCard(self._desk, found, self._trait, self._chose_trait))
        column.addWidget(_chart_card(found))
        for answer in found.answers:
            column.addWidget(self._figures(found, answer.question, answer.words))
        if found.by_policy:
            column.addWidget(list_card(_("Priority, by way of dealing with it"), found.by_policy))
        column.addWidget(list_card(_("When do we know more?"), found.planner))
        column.addWidget(list_card(_("What can mislead us"), found.limits))
        column.addWidget(kept_card(self._desk, kept))
        column.addStretch(1)
        return inside

    def _header(self, found: Evaluation) -> HeaderCard:
        fixed = (
            _("thresholds fixed on {day}").format(day=day_plain(found.fixed_on))
            if found.fixed_on is not None
            else _("no thresholds were fixed")
        )
        period = _("{first} to {last}").format(
            first=day_plain(found.first_day), last=day_plain(found.last_day)
        )
        return HeaderCard(
            _("Evaluation"),
            f"{period} · {fixed}",
            [
                secondary(
                    _("Answers of a candidate…"), lambda: enter_candidate_answers(self._desk, self)
                ),
                secondary(
                    _("Answers of a resident…"), lambda: enter_resident_answers(self._desk, self)
                ),
                secondary(_("Keep as it stands"), lambda: self._keep(found)),
                primary(_("Report"), lambda: self._desk.show_paper(self._report)),
            ],
        )

    def _chose_trait(self, trait: Trait) -> None:
        self._trait = trait

    def _keep(self, found: Evaluation) -> None:
        """What is on the screen stays as it is, also when it is counted anew."""
        self._desk.act(lambda: keep_evaluation(self._desk.store, self._desk.who, found), self)

    def _figures(self, found: Evaluation, question: Question, title: str) -> Card:
        card = Card(
            title, _("Press Enter or double click on a figure for the dwellings behind it.")
        )
        shown = [place for place, column in enumerate(found.columns) if column.is_complex]
        card.add(
            FiguresTable(
                self._desk,
                f"evaluation-{question.value}",
                title,
                [found.columns[place].name for place in shown],
                [
                    (line.label, [line.results[place] for place in shown])
                    for line in found.of(question)
                ],
            )
        )
        compared = [
            c.words
            for c in found.comparisons
            if any(c.key.startswith(line.measure.key) for line in found.of(question))
        ]
        for words in compared:
            card.add(Words(words, "soft", wraps=True))
        return card

    def _report(self, session: Session) -> Paper:
        paper = next(paper for paper in printables() if paper.key == "evaluation")
        return paper.make(session, (), self._desk.now())

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The report, once there is something to report."""
        return self._report if self.found is not None else None


def _chart_card(found: Evaluation) -> Card:
    """What decides the verdict, for each complex in the pilot, with the thresholds."""
    card = Card(
        _("What the verdict rests on"),
        _("The line is the interval in which the true share lies (95 %)."),
    )
    for measure in DECIDING:
        line = next(line for line in found.lines if line.measure is measure)
        rows = [
            Interval(column.name, result.words, share.value, wilson(share).low, wilson(share).high)
            for column, result in zip(found.columns, line.results, strict=True)
            if (share := result.share) is not None and column.is_complex
        ]
        if not rows:
            continue
        agreed = found.thresholds.get(measure.key)
        lower = measure.better is Better.LOWER
        marks = (
            []
            if agreed is None
            else [
                (agreed.workable, _("workable ≤") if lower else _("workable ≥")),
                (agreed.with_help, _("with help ≤") if lower else _("with help ≥")),
            ]
        )
        card.add(Words(measure.words, "strong", wraps=True))
        card.add(Chart(IntervalChart(rows, marks), measure.words))
    return card
