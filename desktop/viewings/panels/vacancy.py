"""One vacancy: where it stands, the one next thing to do, and its parts."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.language.format import area, day_tiny, money
from desktop.refused import Refused
from desktop.store import Changed
from desktop.viewings.panels.candidates import CandidatesPart
from desktop.viewings.panels.decision import DecisionPart
from desktop.viewings.panels.history import HistoryPart
from desktop.viewings.panels.next_step import PART_OF, NextButton
from desktop.viewings.panels.offers import OffersPart
from desktop.viewings.panels.vacancy_menus import other_actions, print_menu
from desktop.viewings.panels.visits import VisitsPart
from desktop.viewings.queries.vacancy import VacancyView, vacancy_view
from desktop.viewings.rules.lifecycle import STEP_OF
from desktop.viewings.states import Route, VacancyState
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.card import HeaderCard
from desktop.widgets.card_of_pages import CardOfPages
from desktop.widgets.desk import Desk
from desktop.widgets.segments import Segments
from desktop.widgets.stepper import Step, Stepper, StepState

PARTS = ("candidates", "viewings", "offers", "decision", "history")


class VacancyScreen(QWidget):
    """The screen at the right of the list. `show_vacancy` fills it; it follows changes itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: int | None = None
        self.view: VacancyView | None = None
        self.next = NextButton(desk, self)
        self.header = HeaderCard(
            actions=[
                other_actions(desk, lambda: self.view, self),
                print_menu(desk, lambda: self.view),
                self.next,
            ]
        )
        self.stepper = Stepper()
        self.header.add(self.stepper)
        self.segments = Segments(
            [(key, words) for key, words in zip(PARTS, _part_words(None), strict=True)],
            _("Parts of this vacancy"),
        )
        self.candidates = CandidatesPart(desk)
        self.visits = VisitsPart(desk)
        self.offers = OffersPart(desk)
        self.decision = DecisionPart(desk)
        self.history = HistoryPart(desk)
        parts = (self.candidates, self.visits, self.offers, self.decision, self.history)
        card = CardOfPages(self.segments, dict(zip(PARTS, parts, strict=True)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addWidget(card, 1)
        desk.changed.connect(self._changed)

    def show_vacancy(self, vacancy_id: int) -> None:
        """Show this vacancy; another one than before begins at the part of its next step."""
        is_other, self._id = vacancy_id != self._id, vacancy_id
        self.reload()
        if is_other and self.view is not None:
            self.show_part(PART_OF.get(self.view.next, "candidates"))

    def show_part(self, part: str) -> None:
        """Go to one of the parts; does nothing for one that is not there."""
        if part in PARTS:
            self.segments.choose(part)

    def show_candidate(self, candidate_id: int | None) -> None:
        """Go to the candidates, and to the row of one of them."""
        self.show_part("candidates")
        if candidate_id is not None:
            self.candidates.table.choose(candidate_id)

    def show_viewing(self, viewing_id: int) -> None:
        """Go to the viewings, and bring one of them in view."""
        self.show_part("viewings")
        self.visits.bring_in_view(viewing_id)

    def reload(self) -> None:
        """Read the vacancy again."""
        if self._id is None:
            return
        try:
            with self._desk.reading() as session:
                self.view = vacancy_view(session, self._id, self._desk.now())
        except Refused as refused:
            self._desk.show_refusal(refused)
            return
        self._fill(self.view)

    def _changed(self, _changed: Changed) -> None:
        if self.isVisible():
            self.reload()

    def showEvent(self, event: object) -> None:
        # What changed while another tab was shown is read when this one comes back.
        self.reload()

    def _fill(self, view: VacancyView) -> None:
        self.header.set_title(f"{view.address}, {view.city}".rstrip(", "), _subtitle(view))
        self.next.show_view(view)
        self.stepper.set_steps(_steps(view))
        for key, words in zip(PARTS, _part_words(view), strict=True):
            self.segments.set_words(key, words)
        for part in (self.candidates, self.visits, self.offers, self.decision, self.history):
            part.show_view(view)


def _part_words(view: VacancyView | None) -> tuple[str, ...]:
    people = len(view.candidates) if view is not None else 0
    visits = len(view.viewings) if view is not None else 0
    return (
        _("Candidates {n}").format(n=people) if people else _("Candidates"),
        _("Viewings {n}").format(n=visits) if visits else _("Viewings"),
        _("Offers"),
        _("Decision"),
        _("History"),
    )


def _subtitle(view: VacancyView) -> str:
    parts = [view.dwelling_code, _("complex {name}").format(name=view.complex)]
    if view.area_m2 is not None:
        parts.append(area(view.area_m2))
    if view.rent_cents is not None:
        parts.append(_("{amount} a month").format(amount=money(view.rent_cents)))
    if view.energy_label:
        parts.append(_("label {letter}").format(letter=view.energy_label))
    if view.route is Route.TENANT_LED:
        parts.append(
            ngettext("{n} host", "{n} hosts", view.active_hosts).format(n=view.active_hosts)
        )
    else:
        parts.append(word(view.route) + (f": {view.route_reason}" if view.route_reason else ""))
    if view.for_priority:
        parts.append(_("for somebody with priority (share)"))
    if view.policy is not None:
        parts.append(
            _("{level} (version {number})").format(
                level=word(view.policy.level), number=view.policy.number
            )
        )
    return " · ".join(parts)


def _steps(view: VacancyView) -> list[Step]:
    """The seven steps with their dates; a withdrawn dwelling stands at its last step."""
    labels = (
        (_("Notice"), view.notice_on),
        (_("Publication"), view.advert_from),
        (_("Candidates"), view.closed_on),
        (_("Viewing"), view.viewing_on),
        (_("Offer"), view.offered_on),
        (_("Decision"), view.decided_on),
        (_("Let"), view.contract_on),
    )
    now = STEP_OF.get(view.state, 0)
    over = view.state in (VacancyState.CONTRACT, VacancyState.COMPLETED)
    return [
        Step(words, day_tiny(day) if day is not None else "", _state(place, now, over))
        for place, (words, day) in enumerate(labels)
    ]


def _state(place: int, now: int, over: bool) -> StepState:
    if place < now or over:
        return StepState.DONE
    return StepState.CURRENT if place == now else StepState.TO_COME
