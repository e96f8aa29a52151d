"""One agreement for tenants: in plain words, how it goes and why, and what they say to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.charts import indicator_chart
from desktop.agreements.panels.big_type import BigSign
from desktop.agreements.panels.tenants.position import PositionCard
from desktop.agreements.queries.detail import AgreementView, ExplanationLine
from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.queries.measuring import story_of
from desktop.agreements.queries.tenants import TenantParty, may_say
from desktop.agreements.queries.versions import ClauseLine
from desktop.agreements.states import Light, LightReason
from desktop.agreements.wording import light_sentence, plain_sentence, word
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.widgets.scroll import Scroll
from desktop.widgets.tenant_page import TEXT, Page, large
from desktop.widgets.words import Words

PLOT_HEIGHT, CHART_TIMES = 88.0, 1.25


class AgreementPage(Page):
    """`changed` tells that the party said something: the page is read again."""

    changed = Signal()

    def __init__(
        self, desk: Desk, view: AgreementView, clause: ClauseLine | None, party: TenantParty
    ) -> None:
        super().__init__(view.title, _("Back"), view.theme)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.LARGE)
        left = QVBoxLayout()
        left.setSpacing(theme.MEDIUM)
        left.addWidget(TextCard(view, clause))
        if clause is not None and may_say(view, clause):
            self.position = PositionCard(desk, clause, party)
            self.position.said.connect(self.changed)
            left.addWidget(self.position)
        left.addStretch(1)
        row.addLayout(left, 1)
        if _is_known(view):
            right = QVBoxLayout()
            right.addWidget(LightCard(desk, view))
            right.addStretch(1)
            row.addLayout(right, 1)
        self.column.addWidget(Scroll(content), 1)


def _is_known(view: AgreementView) -> bool:
    """Whether its light says something: before the year begins there is nothing to know."""
    reasons = {one.reckoned.reason for one in view.light.indicators}
    return view.light.override is not None or bool(reasons - {LightReason.NOT_STARTED})


class TextCard(Card):
    """The text in plain words; a switch shows the whole text, as it is signed. And who does
    what."""

    def __init__(self, view: AgreementView, clause: ClauseLine | None) -> None:
        super().__init__()
        self._clause = clause
        self.words = Words("", "heading", wraps=True)
        self.add(self.words)
        self.whole = large(_("The whole text"), self._show)
        self.whole.setCheckable(True)
        self.add(self.whole)
        self.whole.setVisible(bool(clause is not None and clause.plain_text))
        for line in view.commitments:
            mark = "✔" if line.done_on is not None else "•"
            self.add(Words(f"{mark}  {line.party} {line.what}", wraps=True))
        self._show()

    def _show(self) -> None:
        clause = self._clause
        if clause is None:
            words = _("There is no text to read yet.")
        elif self.whole.isChecked():
            words = clause.text
        else:
            words = clause.plain_text or clause.text
        self.words.setText(words)


class LightCard(Card):
    """How it goes: the light with its sentence, the way of each indicator, and why on a tap."""

    def __init__(self, desk: Desk, view: AgreementView) -> None:
        super().__init__()
        light = view.light.light
        head = QHBoxLayout()
        head.setSpacing(theme.MEDIUM)
        sign = BigSign(theme.scaled(TEXT + 3))
        sign.set(light, theme.scaled(TEXT + 3))
        head.addWidget(sign)
        head.addWidget(Words(plain_sentence(light), "section", wraps=True), 1)
        self.add_layout(head)
        for indicator in view.light.indicators:
            self.add(Words(indicator.name, "soft", wraps=True))
            self.add(_chart(desk, indicator))
        self.why = large(_("Why?"), self._show_why)
        self.why.setCheckable(True)
        self.add(self.why)
        self._reasons = Words("\n\n".join(reasons(view)), wraps=True)
        self._reasons.hide()
        self.add(self._reasons)

    def _show_why(self) -> None:
        self._reasons.setVisible(self.why.isChecked())


def _chart(desk: Desk, indicator: IndicatorLight) -> Chart:
    with desk.reading() as session:
        story = story_of(session, indicator.id)
    chart = indicator_chart(indicator, story, desk.today(), PLOT_HEIGHT)
    return Chart(chart, indicator.name, times=CHART_TIMES)


def reasons(view: AgreementView) -> list[str]:
    """Why a light is what it is: what was measured, who decided otherwise, and what the parties
    say about it."""
    told = [
        light_sentence(one.reckoned, one.target, one.unit)
        if len(view.light.indicators) == 1
        else f"{one.name}: {light_sentence(one.reckoned, one.target, one.unit)}"
        for one in view.light.indicators
    ]
    override = view.light.override
    if override is not None:
        words = _("{party} decided on “{light}”: {reason}")
        told.append(
            words.format(
                party=override.party, light=word(override.light).lower(), reason=override.reason
            )
        )
        for party, text in override.objections:
            told.append(_("{party} objects: {text}").format(party=party, text=text))
    if view.light.light in (Light.RISK, Light.OFF):
        told += _explained(next(iter(view.explanations), None))
    return told


def _explained(last: ExplanationLine | None) -> list[str]:
    if last is None or not last.cause:
        return [_("The parties still have to explain this.")]
    told = [
        _("Why: {cause}").format(cause=last.cause),
        _("What is done about it: {measure}").format(measure=last.measure),
    ]
    if last.who and last.due_on is not None:
        words = _("Who: {who}, before {day}.")
        told.append(words.format(who=last.who, day=day_plain(last.due_on)))
    return told
