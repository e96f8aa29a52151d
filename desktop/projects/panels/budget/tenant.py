"""Residents vote at a screen that is lent to them: they choose, look at it once more, and vote;
then it is clean for the next household."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _, language
from desktop.projects.actions.ballots import VotedAlready, cast_ballot, household_name
from desktop.projects.panels.budget.rows import ballot_choices
from desktop.projects.queries.ballots import may_live_there
from desktop.projects.queries.budgets import BudgetView, budget_view
from desktop.projects.wording.budget import how_to_choose, what_of_the_number
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.fields import TextInput
from desktop.widgets.form import Field
from desktop.widgets.scroll import Scroll
from desktop.widgets.segments import Segments
from desktop.widgets.spoken import LANGUAGES
from desktop.widgets.tenant_page import TOUCH, Page, Pages, large
from desktop.widgets.words import Words

UNDER_TICK = 30  # pixels of normal print: what an idea is about begins under its name


class TenantVote(Pages):
    """The pages to vote, one after the other."""

    def __init__(self, desk: Desk, round_id: int) -> None:
        super().__init__()
        self._desk, self._round_id = desk, round_id
        self.choose()

    def choose(self, household: str = "", ideas: Collection[int] = ()) -> None:
        """The ideas, with nothing of a household before."""
        page = ChoosePage(self._view(), household, ideas, self._may_live_there)
        page.chosen.connect(self._look_again)
        page.language_asked.connect(self._speak)
        self._show(page)

    def _view(self) -> BudgetView:
        with self._desk.reading() as session:
            return budget_view(session, self._round_id)

    def _may_live_there(self, household: str) -> bool:
        with self._desk.reading() as session:
            return may_live_there(session, self._round_id, household)

    def _speak(self, code: str) -> None:
        page = self.page
        self._spoken.use(code)
        if isinstance(page, ChoosePage):
            self.choose(page.household.value(), page.ticked)

    def _look_again(self, household: str, ideas: list[int]) -> None:
        page = LookAgainPage(self._view(), household_name(household), ideas)
        page.back.connect(lambda: self.choose(household, ideas))
        page.voted.connect(lambda: self._vote(household, ideas))
        self._show(page)

    def _vote(self, household: str, ideas: list[int]) -> None:
        desk = self._desk
        try:
            cast_ballot(desk.store, desk.who, self._round_id, household, ideas)
        except VotedAlready:
            # Not when: that is of the household, and somebody else may have typed its number.
            words = _("Somebody voted with this number already. Is that not right? Ask the staff.")
            self.show_refusal(words)
            return
        except Refused as refused:
            self.show_refusal(refused.sentence)
            return
        # What a household wants is not the next one's to undo.
        desk.store.forget_undo()
        self._spoken.begin_anew()
        page = ThanksPage()
        page.next_asked.connect(self.choose)
        self._show(page)


class ChoosePage(Page):
    """`chosen` tells the number of a household with the ideas that it wants, `language_asked`
    another language. Where nobody `may_live_there` the number is asked again."""

    chosen = Signal(str, list)
    language_asked = Signal(str)

    def __init__(
        self,
        view: BudgetView,
        household: str,
        ideas: Collection[int],
        may_live_there: Callable[[str], bool],
    ) -> None:
        super().__init__(view.name, subtitle=how_to_choose(view.amount_cents))
        self._may_live_there = may_live_there
        self.languages = Segments(LANGUAGES, _("Language"))
        if language() != LANGUAGES[0][0]:
            self.languages.choose(language())
        self.languages.chosen.connect(self.language_asked)
        self.top.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignTop)
        self.ticks: dict[int, QCheckBox] = {}
        card = Card()
        card.add(Scroll(self._ideas(view, ideas)), 1)
        if view.rules:
            card.add(Words(view.rules, "soft", wraps=True))
        self.column.addWidget(card, 1)
        self.household = TextInput(household)
        # The menu of Qt speaks the language of the staff.
        self.household.inner.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        row = QHBoxLayout()
        row.setSpacing(theme.LARGE)
        number = Field("household", _("Number of your household"), self.household)
        number.setMaximumWidth(theme.scaled(360))
        row.addWidget(number, 1)
        row.addStretch(1)
        below = Qt.AlignmentFlag.AlignBottom
        row.addWidget(large(_("Clear everything"), self._clear), 0, below)
        row.addWidget(large(_("Go on to your vote"), self._go_on, "primary"), 0, below)
        self.column.addLayout(row)
        self.begins_at = next(iter(self.ticks.values()), None)

    @property
    def ticked(self) -> list[int]:
        """The ideas that are ticked."""
        return [id for id, tick in self.ticks.items() if tick.isChecked()]

    def _ideas(self, view: BudgetView, ideas: Collection[int]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        about = {idea.id: idea.what for idea in view.on_ballot}
        for id, words in ballot_choices(view):
            tick = QCheckBox(words)
            tick.setFixedHeight(theme.scaled(TOUCH))
            tick.setChecked(id in ideas)
            self.ticks[id] = tick
            column.addWidget(tick)
            if about[id]:
                what = Words(about[id], "soft", wraps=True)
                what.setContentsMargins(theme.scaled(UNDER_TICK), 0, 0, theme.LARGE)
                column.addWidget(what)
        column.addStretch(1)
        return inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self.say("")
        self.household.set_value("")
        for tick in self.ticks.values():
            tick.setChecked(False)
        self.setFocus()

    def _go_on(self) -> None:
        household = self.household.value()
        if not household.strip():
            self._ask_again(_("Type the number of your household first."))
        elif not self._may_live_there(household):
            words = _("“{number}” is not in our list. Look once more, or ask the staff.")
            self._ask_again(words.format(number=household_name(household)))
        else:
            self.chosen.emit(household, self.ticked)

    def _ask_again(self, sentence: str) -> None:
        self.show_refusal(sentence)
        self.household.setFocus()


class LookAgainPage(Page):
    """`voted` tells that this is what the household wants."""

    voted = Signal()

    def __init__(self, view: BudgetView, household: str, ideas: Sequence[int]) -> None:
        super().__init__(_("This is your vote"), _("Change something"))
        card = Card(_("Household {household}").format(household=household))
        chosen = [words for id, words in ballot_choices(view) if id in ideas]
        for words in chosen:
            card.add(Words(f"✓  {words}", "heading", wraps=True))
        if not chosen:
            card.add(Words(_("You chose no idea. That is a vote too."), "heading", wraps=True))
        card.add(Words(what_of_the_number(), "soft", wraps=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(large(_("Vote now"), self.voted.emit, "primary"))
        card.add_layout(row)
        self.column.addWidget(card)
        self.column.addStretch(1)


class ThanksPage(Page):
    """Nothing of what was chosen. `next_asked` tells that the screen is for another household."""

    next_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Thank you! Your vote counts."),
            subtitle=_("You hear the result when everybody could vote."),
        )
        button = large(_("For the next household"), self.next_asked.emit, "primary")
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.begins_at = button
