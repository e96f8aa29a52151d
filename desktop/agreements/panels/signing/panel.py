"""Ondertekenen: the checks before it with the way to each, the text that is put before the
parties, their signatures, and the papers of December."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.actions.signing import conclude, seal
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deliveries import Deliveries
from desktop.agreements.panels.papers import paper_of_year, print_menu
from desktop.agreements.panels.signing.checks import CheckLines
from desktop.agreements.panels.signing.dialogs import ask_pass
from desktop.agreements.panels.signing.judgement import Judgement
from desktop.agreements.panels.signing.signatures import Signatures
from desktop.agreements.queries.cycles import CycleView, cycle_view
from desktop.agreements.queries.deliveries import YEAR_PAPERS
from desktop.agreements.queries.signing import SigningView, signing_view
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING
from desktop.agreements.states import CycleState
from desktop.agreements.wording import word
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.scroll import Scroll
from desktop.widgets.words import Words


class SigningPanel(QWidget):
    """Left what must be in order, right who signs; under them who gets the papers."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.view: SigningView | None = None
        self.seal = primary(_("Make ready to sign"), self._seal)
        self.conclude = primary(_("Everybody has signed"), self._conclude)
        papers = ("agreements-text", "agreements-signatures")
        self.header = HeaderCard(
            actions=[print_menu(desk, cycle, papers), self.conclude, self.seal]
        )
        self.checks = CheckLines(desk)
        self.may_pass = secondary(_("Sign without all replies…"), self._pass)
        self.signatures = Signatures(desk)
        self._passed = Words("", "soft", wraps=True)
        self.deliveries = Deliveries(desk, YEAR_PAPERS)
        self.judgement = Judgement(desk)
        self._lay_out()
        KeepingUp(self, desk, cycle, self._read)

    def _lay_out(self) -> None:
        before = self.before = Card(_("Before signing"), actions=[self.may_pass])
        before.add(self._passed)
        before.add(Scroll(self.checks), 1)
        who = Card(_("Signatures"))
        who.add(Scroll(self.signatures), 1)
        sides = QHBoxLayout()
        sides.setSpacing(theme.GAP)
        sides.addWidget(before, 1)
        sides.addWidget(who, 1)
        papers = Card(
            _("Papers before 15 December"), _("Woningwet, art. 44a(1)"), [self.judgement.ask]
        )
        shown = Scroll(self.deliveries)
        shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        papers.add(shown)
        papers.add(self.judgement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addLayout(sides, 1)
        column.addWidget(papers)

    def _read(self) -> None:
        today = self._desk.today()
        with self._desk.reading() as session:
            view = signing_view(session, self._cycle.number)
            cycle = cycle_view(session, self._cycle.number, today)
        self.view = view
        self.header.set_title(_title(view, cycle), _about(view))
        self._passed.setText(
            _("Signed without all replies, because: {reason}").format(reason=view.without_replies)
        )
        self._passed.setVisible(bool(view.without_replies))
        before = cycle.state in BEFORE_SIGNING
        self.before.set_title(_("Before signing") if before else _("The signing and what followed"))
        self.checks.show_checks(view.checks, before)
        self.may_pass.setVisible(before and any(check.can_pass for check in view.checks))
        self.signatures.show_view(view, before)
        self.deliveries.show_cycle(self._cycle.number)
        self.judgement.show_cycle(self._cycle.number)
        self._offer(view, cycle)

    def _offer(self, view: SigningView, cycle: CycleView) -> None:
        held = view.seal is not None and view.seal.holds
        deciding = cycle.state is CycleState.DECIDING
        all_signed = held and not view.missing
        self.seal.setVisible(cycle.state in BEFORE_SIGNING and not held)
        self.seal.setText(
            _("Make ready to sign again") if view.seal is not None else _("Make ready to sign")
        )
        stops = next((check.sentence for check in view.checks if check.stops), None)
        waits = _("First bring the year to “{state}”.").format(state=word(CycleState.DECIDING))
        self.seal.set_reason(stops or (None if deciding else waits))
        self.conclude.setVisible(deciding and all_signed)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The sheet for the signatures when there is a text to sign, else the text."""
        sealed = self.view is not None and self.view.seal is not None
        key = "agreements-signatures" if sealed else "agreements-text"
        return paper_of_year(self._desk, self._cycle, key)

    # What can be done ---------------------------------------------------------------------------

    def _seal(self) -> None:
        desk = self._desk
        desk.act(partial(seal, desk.store, desk.who, self._cycle.number), self)

    def _conclude(self) -> None:
        desk = self._desk
        desk.did(partial(conclude, desk.store, desk.who, self._cycle.number), self)

    def _pass(self) -> None:
        ask_pass(self._desk, self._cycle.number, self.window())


def _title(view: SigningView, cycle: CycleView) -> str:
    if cycle.signed_on is not None:
        return _("Signed on {day}").format(day=day_plain(cycle.signed_on))
    if view.seal is None or not view.seal.holds:
        return _("Sign the agreements of {year}").format(year=cycle.applies_from.year)
    return _("Ready to sign since {day}").format(day=day_plain(view.seal.sealed_on))


def _about(view: SigningView) -> str:
    if view.seal is None:
        return _("The text is frozen first. The parties then sign exactly that text.")
    parts = [
        _("text {n} of {day}").format(n=view.seal.number, day=day_plain(view.seal.sealed_on)),
        _("fingerprint {digest}").format(digest=view.seal.digest[:12]),
    ]
    if not view.seal.holds:
        parts.append(_("the text has changed since"))
    return " · ".join(parts)
