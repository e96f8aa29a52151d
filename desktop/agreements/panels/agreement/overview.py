"""The first page: how it goes and why, who does what, and what tenants asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.panels.agreement.consulting import ConsultingLines
from desktop.agreements.panels.agreement.indicator_card import IndicatorCard, Lines
from desktop.agreements.panels.dialogs.indicator import add_indicator_to
from desktop.agreements.panels.dialogs.light import OverrideLines, explain_light
from desktop.agreements.panels.tones import tone
from desktop.agreements.queries.detail import AgreementView, ExplanationLine
from desktop.agreements.queries.measuring import stories_of
from desktop.agreements.states import Light
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_plain, day_tiny
from desktop.widgets import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.theme import Tone
from desktop.widgets.two_columns import TwoColumns
from desktop.widgets.words import Words, line

BESIDE_FROM = 640  # pixels of normal print: from here on who does what stands beside the chart


class OverviewPage(QWidget):
    """Scrolls when there is more than one indicator. Of those only what changed is drawn again;
    the rest is made anew at every reading."""

    def __init__(self, desk: Desk, show_page: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._show_page = desk, show_page
        self._agreement_id: int | None = None
        self._cards: list[IndicatorCard] = []
        self.consulting = ConsultingLines(desk)
        self._indicators = Swapped()
        self._rest = Swapped()
        self._people = Swapped()
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(theme.MEDIUM)
        body.addWidget(self.consulting)
        body.addWidget(self._indicators)
        body.addWidget(self._rest)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # Who does what is on view without scrolling, on the smallest screen too.
        column.addWidget(Scroll(TwoColumns(inside, self._people, BESIDE_FROM)))

    def show_view(self, view: AgreementView) -> None:
        """Show how this agreement goes."""
        self.consulting.show_agreement(view.id)
        with self._desk.reading() as session:
            measured = stories_of(session, view.id)
        shown = [card.indicator.id for card in self._cards]
        if view.id == self._agreement_id and shown == [i.id for i in view.light.indicators]:
            for card, indicator in zip(self._cards, view.light.indicators, strict=True):
                card.show_indicator(view, indicator, measured.get(indicator.id, ()))
        else:
            self._show_others(view, measured)
        self._agreement_id = view.id
        self._rest.show_content(self._about(view))
        self._people.show_content(self._who_and_what(view))

    def _show_others(self, view: AgreementView, measured: Mapping[int, Lines]) -> None:
        """The indicators of another agreement, or others of the same one."""
        made, column = _column()
        self._cards = [
            IndicatorCard(self._desk, view, i, measured.get(i.id, ()))
            for i in view.light.indicators
        ]
        for card in self._cards:
            column.addWidget(card)
        self._indicators.show_content(made)

    def _about(self, view: AgreementView) -> QWidget:
        made, column = _column()
        if not view.light.indicators:
            column.addWidget(self._not_measured(view))
        if view.light.override is not None:
            column.addWidget(OverrideLines(self._desk, view, view.light.override))
        if view.light.light in (Light.OFF, Light.RISK):
            column.addWidget(self._explanation(view))
        return made

    def _who_and_what(self, view: AgreementView) -> QWidget:
        made, column = _column()
        column.addWidget(self._who_does_what(view))
        column.addWidget(line())
        column.addWidget(self._asked(view))
        column.addStretch(1)
        return made

    def _not_measured(self, view: AgreementView) -> QWidget:
        words = _("Nothing is measured yet. Say how the parties will see that it goes well.")
        return _row(
            Words(words, "soft", wraps=True),
            secondary(
                _("Add indicator…"), lambda: add_indicator_to(self._desk, view, self.window())
            ),
        )

    def _explanation(self, view: AgreementView) -> QWidget:
        last = next((e for e in view.explanations if e.cause), None)
        ask = secondary(_("Explain…"), lambda: explain_light(self._desk, view, self.window()))
        if last is None:
            words = Words(_("Nobody explained yet why, and what is done about it."), "amber", True)
            return _row(words, ask)
        return _row(Words(explained(last), wraps=True), ask)

    def _who_does_what(self, view: AgreementView) -> QWidget:
        made, column = _section(_("Who does what"))
        for commitment in view.commitments:
            row = QHBoxLayout()
            row.setSpacing(theme.SMALL)
            row.addWidget(Words(commitment.party, "strong"), 1)
            if commitment.done_on is not None:
                row.addWidget(Chip(_("Done"), Tone.BLUE))
            elif commitment.due_on is not None:
                late = commitment.due_on < self._desk.today()
                words = _("before {day}").format(day=day_tiny(commitment.due_on))
                row.addWidget(Chip(words, Tone.RED if late else Tone.GREY))
            column.addLayout(row)
            column.addWidget(Words(commitment.what, "soft", wraps=True))
        if not view.commitments:
            column.addWidget(Words(_("Nobody promised anything yet."), "soft", wraps=True))
        column.addWidget(
            link(_("Change who does what"), lambda: self._show_page("commitments")),
        )
        column.addStretch(1)
        return made

    def _asked(self, view: AgreementView) -> QWidget:
        made, column = _section(_("What tenants asked, what we did"))
        for asked in view.asked:
            column.addWidget(Words(f"“{asked.text}”", "soft", wraps=True))
            row = QHBoxLayout()
            row.setSpacing(theme.SMALL)
            if asked.decision is None:
                row.addWidget(Chip(_("No answer yet"), Tone.AMBER))
            else:
                row.addWidget(Chip(word(asked.decision), tone(asked.decision)))
            row.addWidget(Words(asked.reason, wraps=True), 1)
            column.addLayout(row)
        if not view.asked:
            words = _("No question of tenants is linked to this agreement.")
            column.addWidget(Words(words, "soft", wraps=True))
        column.addStretch(1)
        return made


def explained(line: ExplanationLine) -> str:
    """Why it does not go as agreed and what is done about it, in one paragraph."""
    parts = [_("Cause: {cause}").format(cause=line.cause)]
    parts.append(_("What we do: {measure}").format(measure=line.measure))
    by = ", ".join(
        part
        for part in (
            line.who,
            _("before {day}").format(day=day_plain(line.due_on)) if line.due_on else "",
        )
        if part
    )
    return " ".join(parts) + (f" ({by})" if by else "")


def _section(title: str) -> tuple[QWidget, QVBoxLayout]:
    made, column = _column()
    column.setSpacing(theme.SMALL)
    column.addWidget(Words(title, "section"))
    return made, column


def _column() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.MEDIUM)
    return made, column


def _row(words: Words, action: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SMALL)
    row.addWidget(words, 1)
    row.addWidget(action)
    return made
