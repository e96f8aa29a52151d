"""The offers of a vacancy, each with its term and its answer, what residents nominated, and what
waits for a reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import moment_short
from desktop.viewings.actions.offers import accept_offer
from desktop.viewings.codes import CodeList, shown
from desktop.viewings.panels.dialogs.back_out import back_out, take_dwelling_back
from desktop.viewings.panels.dialogs.offer import make_offer
from desktop.viewings.panels.dialogs.offer_answer import expire_offer, refuse_offer, withdraw_offer
from desktop.viewings.panels.dialogs.read_guard import read_guard
from desktop.viewings.panels.nomination import nomination_cards
from desktop.viewings.panels.tones import tone
from desktop.viewings.queries.vacancy import GuardLine, OfferLine, VacancyView
from desktop.viewings.states import Level, OfferAnswer, VacancyState
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words

Answer = tuple[str, Callable[[], object]]  # the words on a button, and what it does


class OffersPart(QWidget):
    """A card for each offer, the newest first; above them what a colleague must read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._place = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._place)
        self._view: VacancyView | None = None

    def show_view(self, view: VacancyView) -> None:
        """Show the offers of this vacancy."""
        self._view = view
        some = view.offers or view.guards or view.nominations or view.nominates
        self._place.show_content(self._cards(view) if some else self._nothing(view))

    def _nothing(self, view: VacancyView) -> QWidget:
        return Empty(
            _("No offer yet"),
            _("The first in order who can still get the dwelling is offered it first."),
        )

    def _cards(self, view: VacancyView) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.SMALL, 0)
        column.setSpacing(theme.MEDIUM)
        for guard in view.guards:
            column.addWidget(self._guard(guard))
        for nomination in nomination_cards(self._desk, view, self):
            column.addWidget(nomination)
        if view.offers and all(
            o.answer not in (OfferAnswer.OPEN, OfferAnswer.ACCEPTED) for o in view.offers
        ):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(
                secondary(_("Offer to the next…"), lambda: make_offer(self._desk, view, self))
            )
            column.addLayout(row)
        level = view.policy.level if view.policy is not None else Level.A
        for offer in reversed(view.offers):
            column.addWidget(self._offer(offer, level))
        column.addStretch(1)
        return Scroll(inside)

    def _guard(self, guard: GuardLine) -> Card:
        card = Card(
            _("Candidate {rank}: {event}").format(rank=guard.rank, event=word(guard.event).lower()),
            _("written down by {name}, {moment}").format(
                name=guard.author, moment=moment_short(guard.opened_at)
            ),
            [
                Chip(_("Colleague reads along"), theme.Tone.AMBER),
                primary(_("Read along…"), lambda: read_guard(self._desk, guard, self)),
            ],
        )
        card.add(Words(guard.shown, "soft", wraps=True))
        return card

    def _offer(self, offer: OfferLine, level: Level) -> Card:
        card = Card(
            _("Offer {number}: candidate {rank}, {name}").format(
                number=offer.number, rank=offer.rank, name=offer.name
            ),
            "",
            [Chip(word(offer.answer), tone(offer.answer))],
        )
        until = _("Made {made} · answer until {until}").format(
            made=moment_short(offer.made_at), until=moment_short(offer.deadline_at)
        )
        if offer.reason:
            until += " · " + shown(CodeList.OFFER_DETAIL, offer.reason)
        card.add(Words(until, "soft", wraps=True))
        if offer.facts:
            facts = _("Facts: {facts}").format(facts=offer.facts)
            if offer.reader:
                facts += " · " + _("{name} read along").format(name=offer.reader)
            card.add(Words(facts, wraps=True))
        if offer.deviations:
            card.add(Words(_passed_over(offer, self._view), "soft", wraps=True))
        answers = self._answers(offer, level)
        if answers:
            row = QHBoxLayout()
            row.setSpacing(theme.SMALL)
            for words, do in answers:
                row.addWidget(secondary(words, do))
            row.addStretch(1)
            card.add_layout(row)
        return card

    def _answers(self, offer: OfferLine, level: Level) -> list[Answer]:
        desk = self._desk
        take_back: Answer = (
            _("Take back…"),
            lambda: withdraw_offer(desk, self._code(), offer, level, self),
        )
        if offer.answer is OfferAnswer.ACCEPTED:
            return self._after_yes(offer, level, take_back)
        if offer.answer is not OfferAnswer.OPEN:
            return []
        answers: list[Answer] = [
            (
                _("Takes it"),
                lambda: desk.did(lambda: accept_offer(desk.store, desk.who, offer.id), self),
            ),
            (_("Refuses…"), lambda: refuse_offer(desk, offer, self)),
        ]
        if desk.now() >= offer.deadline_at:
            answers.append((_("No answer"), lambda: expire_offer(desk, offer, self)))
        return [*answers, take_back]

    def _code(self) -> str:
        assert self._view is not None  # its offers are on view
        return self._view.code

    def _after_yes(self, offer: OfferLine, level: Level, take_back: Answer) -> list[Answer]:
        """Before the decision an answer to the offer; after it the decision lapses; after the
        lease it is no part of the letting any more."""
        desk, view = self._desk, self._view
        assert view is not None  # its offers are on view
        if view.decided_on is None:
            return [(_("Backs out…"), lambda: refuse_offer(desk, offer, self)), take_back]
        if view.state is not VacancyState.DECIDED:
            return []
        return [
            (_("Backs out after the decision…"), lambda: back_out(desk, view, offer, self)),
            (
                _("Take back after the decision…"),
                lambda: take_dwelling_back(desk, view, offer, level, self),
            ),
        ]


def _passed_over(offer: OfferLine, view: VacancyView | None) -> str:
    """Who was passed over with an offer, and why."""
    ranks = {c.id: c.rank for c in view.candidates} if view is not None else {}
    return " · ".join(
        _("Candidate {rank} comes before: {reason}.").format(rank=ranks[id], reason=word(code))
        for id, code in offer.deviations.items()
        if id in ranks
    )
