"""One agreement: what was agreed, how it goes, and a page for each side of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.panels.agreement.commitments import CommitmentsPage
from desktop.agreements.panels.agreement.history import HistoryPage
from desktop.agreements.panels.agreement.measuring import MeasuringPage
from desktop.agreements.panels.agreement.overview import OverviewPage
from desktop.agreements.panels.agreement.story import StoryPage
from desktop.agreements.panels.agreement.text import TextPage
from desktop.agreements.panels.dialogs.agreement import change_agreement_facts
from desktop.agreements.panels.dialogs.light import change_light
from desktop.agreements.panels.dialogs.look_back import look_back_on
from desktop.agreements.panels.dialogs.move import move_agreement_by_hand
from desktop.agreements.panels.light_sign import LightSign
from desktop.agreements.panels.tones import tone
from desktop.agreements.queries.detail import AgreementView, agreement_view
from desktop.agreements.rules.lifecycle import ENDED, SIGNED
from desktop.agreements.states import CycleState, Light
from desktop.agreements.wording import word
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.segments import Segments
from desktop.widgets.stack import Stack
from desktop.widgets.words import Words

PAGES = ("overview", "text", "commitments", "measuring", "story", "history")


class AgreementScreen(Card):
    """`show_agreement` fills it; whoever shows it reads it again when something changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: AgreementView | None = None
        self._behind: set[str] = set()
        self._name = Words("", "section", wraps=True)
        self._light = LightSign(Light.NM)
        self._state = Chip()
        self._about = Words("", "soft", wraps=True)
        self._plain = Words("", wraps=True)
        self.pages = Segments(
            list(zip(PAGES, _page_words(None), strict=True)), _("Pages of this agreement")
        )
        self.overview = OverviewPage(desk, self.show_page)
        self.text = TextPage(desk)
        self.commitments = CommitmentsPage(desk)
        self.measuring = MeasuringPage(desk)
        self.story = StoryPage(desk)
        self.history = HistoryPage(desk)

        self._filled = (
            self.overview,
            self.text,
            self.commitments,
            self.measuring,
            self.story,
            self.history,
        )
        self._stack = Stack()
        for page in self._filled:
            self._stack.addWidget(page)
        self._lay_out()
        self.pages.chosen.connect(self._show_page)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self._name, 1)
        head.addWidget(self._light)
        head.addWidget(self._state)
        head.addWidget(menu_button(_("More"), self._fill_more))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._plain)
        words.addWidget(self._about)
        row = QHBoxLayout()
        row.addWidget(self.pages)
        row.addStretch(1)
        self.add_layout(head)
        self.add_layout(words)
        self.add_layout(row)
        self.add(self._stack, 1)

    def show_agreement(self, agreement_id: int) -> None:
        """Show this agreement as it stands now. Refuses one that is gone."""
        with self._desk.reading() as session:
            view = agreement_view(session, agreement_id, self._desk.today())
        self.view = view
        self._name.setText(f"{view.code}  {view.title}")
        self.setAccessibleName(self._name.text())
        self._light.set(view.light.light)
        self._light.setVisible(view.is_measured)
        self._state.set(word(view.state), tone(view.state))
        self._plain.setText(view.plain)
        self._about.setText(_about(view))
        for key, words in zip(PAGES, _page_words(view), strict=True):
            self.pages.set_words(key, words)
        self._behind = set(PAGES)
        self._fill_page(self.pages.current)

    def show_page(self, key: str) -> None:
        """Go to one of the pages; does nothing for one that is not there."""
        if key in PAGES:
            self.pages.choose(key)

    def _show_page(self, key: str) -> None:
        self._fill_page(key)
        self._stack.setCurrentIndex(PAGES.index(key))

    def _fill_page(self, key: str) -> None:
        """Fill a page that is behind: only the one on view is, at every reading."""
        if self.view is not None and key in self._behind:
            self._behind.discard(key)
            self._filled[PAGES.index(key)].show_view(self.view)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The changes in the text, on its page; None on the others."""
        return self.text.print_what() if self.pages.current == "text" else None

    def _fill_more(self, menu: QMenu) -> None:
        view = self.view
        if view is None:
            return
        desk, parent = self._desk, QWidget.window(self)
        is_open = view.cycle_state is not CycleState.CLOSED
        add_entry(
            menu,
            _("Change…"),
            lambda: change_agreement_facts(desk, view, parent),
            is_open,
            _("closed"),
        )
        add_entry(
            menu,
            _("Change the light…"),
            lambda: change_light(desk, view, parent),
            bool(view.light.indicators),
            _("nothing is measured"),
        )
        add_entry(
            menu,
            _("Change state…"),
            lambda: move_agreement_by_hand(desk, view, parent),
            is_open,
            _("closed"),
        )
        add_entry(
            menu,
            _("Look back…"),
            lambda: look_back_on(desk, view, parent),
            view.state in SIGNED | ENDED and is_open,
            _("not signed yet"),
        )


def _page_words(view: AgreementView | None) -> tuple[str, ...]:
    versions = len(view.clauses) if view is not None else 0
    return (
        _("Overview"),
        _("Text {n}").format(n=versions) if versions else _("Text"),
        _("Who does what"),
        _("Measuring"),
        _("Story"),
        _("History"),
    )


def _about(view: AgreementView) -> str:
    parts = [view.theme]
    if view.newest is not None:
        parts.append(_("version {n}").format(n=view.newest.number))
    parts += [part for part in (view.district, view.postcode) if part]
    if view.goal:
        parts.append(_("goal: {goal}").format(goal=view.goal))
    return " · ".join(parts)
