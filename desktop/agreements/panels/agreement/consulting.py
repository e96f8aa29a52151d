"""Whether tenants advise about the plan of this agreement, by its theme (Overlegwet, art. 3(2))."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.advice.topics import topic_words
from desktop.advice.wording import WORDS
from desktop.agreements.actions.consulting import advice_is_about, no_advice_needed
from desktop.agreements.panels.deadlines.advice_dialogs import Plan, ask
from desktop.agreements.queries.advices import advices
from desktop.agreements.queries.consulting import Consulting, consulting_of
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class ConsultingLines(QWidget):
    """Hidden when the theme is no subject of the Overlegwet and nobody asked for advice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.consulting: Consulting | None = None
        self._chip = Chip()
        self._words = Words("", wraps=True)
        self.ask = secondary(_("Ask for advice…"), self._ask)
        self.other = menu_button(_("Otherwise"), self._fill)
        self.show_advice = link(_("Go there"), self._go)
        self.show_advice.setAccessibleName(_("Go to the request for advice"))
        self._actions = QWidget()
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(theme.SMALL)
        actions.addWidget(self.ask)
        actions.addWidget(self.other)
        actions.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.show_advice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(row)
        column.addWidget(self._actions)

    def show_agreement(self, agreement_id: int) -> None:
        """Show what the Overlegwet says about this agreement."""
        with self._desk.reading() as session:
            one = consulting_of(session, agreement_id, self._desk.today())
        if one == self.consulting:
            return  # as at every measurement: nothing is laid out again
        self.consulting = one
        self.setVisible(one.is_open or bool(one.asked) or bool(one.without))
        self._actions.setVisible(one.is_open)
        self.show_advice.setVisible(bool(one.asked))
        if one.asked:
            last = one.asked[-1]
            self._chip.set(_(WORDS[last.state]), Tone.BLUE)
            told = _("Advice of tenants asked on {day}: {subject}")
            self._words.setText(told.format(day=day_plain(last.sent_on), subject=last.subject))
        elif one.without:
            self._chip.set(_("no advice asked"), Tone.GREY)
            self._words.setText(one.without)
        else:
            self._chip.set(_("advice?"), Tone.AMBER)
            self._words.setText(_asks(one))

    def _ask(self) -> None:
        one = self.consulting
        if one is not None:
            plan = Plan(one.agreement_id, one.title, one.topics[:1], one.needs_consent)
            ask(self._desk, one.cycle_id, self.window(), plan)

    def _fill(self, menu: QMenu) -> None:
        one, desk, parent = self.consulting, self._desk, self.window()
        if one is not None:
            add_entry(menu, _("No advice needed…"), lambda: _not_needed(desk, one, parent))
            add_entry(menu, _("Asked already…"), lambda: _was_asked(desk, one, parent))

    def _go(self) -> None:
        if self.consulting is not None:
            place = Place("agreements", "cycle", self.consulting.cycle_id, "deadlines")
            self._desk.open(place)


def _asks(one: Consulting) -> str:
    topics = ", ".join(topic_words(letter) for letter in one.topics)
    if one.needs_consent:
        words = _(
            "This theme is about {topics} (Overlegwet, art. 3(2)). Service costs change with the "
            "consent of the tenants only (art. 5a). Asked today, they have until {day}."
        )
    else:
        words = _(
            "This theme is about {topics} (Overlegwet, art. 3(2)). Does the policy change? "
            "Then tenants advise first; asked today, they have until {day}."
        )
    return words.format(topics=topics, day=day_plain(one.due_if_today))


def _not_needed(desk: Desk, one: Consulting, parent: QWidget) -> None:
    """Ask why tenants need not advise."""
    form = Form()
    form.lines(
        "without_advice",
        _("Why is no advice needed?"),
        hint=_("For example: the policy stays as it is. Everybody can read this."),
    )

    def work() -> None:
        no_advice_needed(desk.store, desk.who, one.agreement_id, form.value("without_advice"))

    Dialog(desk, _("No advice needed"), form, _("Save"), work, parent, explanation=one.title).open()


def _was_asked(desk: Desk, one: Consulting, parent: QWidget) -> None:
    """Ask which request that is there is about this agreement."""
    with desk.reading() as session:
        known = advices(session, one.cycle_id, desk.today())
    form = Form()
    form.choice(
        "advice",
        _("Request for advice"),
        [(line.id, f"{line.subject} ({day_plain(line.sent_on)})") for line in known],
    )

    def work() -> None:
        chosen = form.value("advice")
        if chosen is not None:
            advice_is_about(desk.store, desk.who, chosen, one.agreement_id)

    Dialog(
        desk, _("Advice asked already"), form, _("Save"), work, parent, explanation=one.title
    ).open()
