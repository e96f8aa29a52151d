"""Where tenants begin: three large buttons, what is new to them, and what they can say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.agreements.panels.tenants.parts import RowButton, column_of
from desktop.agreements.queries.tenants import News, NewsKind, TenantParty
from desktop.language import _, language, ngettext
from desktop.language.format import day_plain, day_tiny
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.scroll import Scroll
from desktop.widgets.segments import Segments
from desktop.widgets.spoken import LANGUAGES
from desktop.widgets.tenant_page import Page, large
from desktop.widgets.words import Words


@dataclass(frozen=True)
class Start:
    """What the start shows: for which party and year, what is new since its last visit (None: it
    was never here), and how many of its positions wait to be settled."""

    year: int
    years: tuple[tuple[int, int], ...]  # cycles to choose from, with their years
    cycle_id: int
    parties: tuple[TenantParty, ...]
    party: TenantParty
    since: date | None
    news: tuple[News, ...]
    agreements: int
    asked: int
    drafts: int


class StartPage(Page):
    """`page_asked` tells the key of a page, `agreement_asked` an agreement, `language_asked` a
    language, `party_asked` another party and `year_asked` another cycle."""

    page_asked = Signal(str)
    agreement_asked = Signal(int)
    language_asked = Signal(str)
    party_asked = Signal(int)
    year_asked = Signal(int)

    def __init__(self, start: Start) -> None:
        title = _("The agreements for {year}").format(year=start.year)
        super().__init__(title, subtitle=_("For {party}").format(party=start.party.name))
        self.top.addLayout(self._choices(start))
        self.languages = Segments(LANGUAGES, _("Language"))
        if language() != LANGUAGES[0][0]:
            self.languages.choose(language())
        self.languages.chosen.connect(self.language_asked)
        self.top.addWidget(self.languages)
        self.column.addLayout(self._three(start))
        below = QHBoxLayout()
        below.setSpacing(theme.LARGE)
        below.addWidget(self._new(start), 3)
        below.addWidget(self._say(start), 2)
        self.column.addLayout(below, 1)

    def _choices(self, start: Start) -> QHBoxLayout:
        """Another year or party, where there are more."""
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for name, options, chosen, asked in (
            (
                _("Year of the agreements"),
                [(id, str(year)) for id, year in start.years],
                start.cycle_id,
                self.year_asked,
            ),
            (
                _("Party"),
                [(one.id, one.called) for one in start.parties],
                start.party.id,
                self.party_asked,
            ),
        ):
            if len(options) > 1:
                choice = ChoiceInput(options, chosen)
                choice.setAccessibleName(name)
                choice.changed.connect(lambda c=choice, tell=asked: tell.emit(c.value()))
                row.addWidget(choice)
        return row

    def _three(self, start: Start) -> QHBoxLayout:
        agreements = ngettext("{n} agreement", "{n} agreements", start.agreements)
        questions = ngettext("{n} question", "{n} questions", start.asked)
        row = QHBoxLayout()
        row.setSpacing(theme.LARGE)
        self.three: list[Button] = []
        for key, words, note in (
            ("agreed", _("What was agreed?"), agreements.format(n=start.agreements)),
            ("going", _("How does it go?"), _("Green, orange or red")),
            ("asked", _("What did we ask?"), questions.format(n=start.asked)),
        ):
            button = large(f"{words}\n{note}", partial(self.page_asked.emit, key))
            button.setAccessibleName(words)
            button.setProperty("choice", "true")
            self.three.append(button)
            row.addWidget(button, 1)
        self.begins_at = self.three[0]
        return row

    def _new(self, start: Start) -> QWidget:
        if start.since is None:
            card = Card(_("Welcome"))
            words = _("This is your first visit. Next time you see here what is new.")
            card.add(Words(words, "soft", wraps=True))
            card.body.addStretch(1)
            return card
        card = Card(_("New since {day}").format(day=day_plain(start.since)))
        if not start.news:
            card.add(Words(_("Nothing changed since your last visit."), "soft", wraps=True))
            card.body.addStretch(1)
            return card
        rows = [RowButton(*self._row(one)) for one in start.news]
        card.add(Scroll(column_of(*rows)), 1)
        return card

    def _row(self, one: News) -> tuple[str, Callable[[], object]]:
        words = f"{day_tiny(one.on)} · {news_words(one)}"
        if one.agreement_id is not None:
            return words, partial(self.agreement_asked.emit, one.agreement_id)
        return words, partial(self.page_asked.emit, "asked")

    def _say(self, start: Start) -> QWidget:
        card = Card(_("What you can say"))
        entries = [
            ("question", _("Question or wish")),
            ("topic", _("Topic for the agenda")),
        ]
        if start.drafts:
            words = ngettext(
                "{n} position to settle", "{n} positions to settle", start.drafts
            ).format(n=start.drafts)
            entries.append(("drafts", words))
        for key, words in entries:
            card.add(large(words, partial(self.page_asked.emit, key), "large"))
        card.body.addStretch(1)
        card.add(
            Words(
                _("You can do nothing wrong. What you say counts when you settle it."),
                "soft",
                wraps=True,
            )
        )
        return card


def news_words(one: News) -> str:
    """What is new, in a few words."""
    match one.kind:
        case NewsKind.TEXT:
            return _("new text: {title}").format(title=one.title)
        case NewsKind.SIGNED:
            return _("signed: {title}").format(title=one.title)
        case NewsKind.DONE:
            return _("done: {what}").format(what=one.words)
        case NewsKind.MEASURED:
            return _("measured: {title}").format(title=one.title)
        case NewsKind.ANSWERED:
            return _("answer to “{question}”").format(question=one.title)
