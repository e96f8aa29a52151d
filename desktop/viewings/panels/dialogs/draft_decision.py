"""Writing the decision for the candidate who took the dwelling."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.viewings.actions.decisions import draft_decision as draft
from desktop.viewings.panels.reasons import passing_codes
from desktop.viewings.queries.vacancy import CandidateLine, OfferLine, VacancyView
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import Level, OfferAnswer
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def draft_decision(
    desk: Desk, view: VacancyView, parent: QWidget, drafted: Callable[[], object] = lambda: None
) -> None:
    """Ask for the motivation, the permit, and why somebody is passed over; a question of the
    second reader is shown. `drafted` is told when the draft is kept."""
    decision = view.decision
    if decision is not None and decision.lapsed is not None:
        decision = None  # a lapsed decision stays as it is; this one is new
    needs_permit = view.policy is not None and view.policy.permit_needed
    form = Form()
    if decision is not None and decision.question:
        form.note(
            _("{name} asks: {question}").format(name=decision.reader, question=decision.question)
        )
    form.lines(
        "motivation",
        _("Why this candidate"),
        decision.motivation if decision is not None else "",
        hint=_("Only facts about the order. By the order itself nothing is needed here."),
    )
    form.choice(
        "permit_checked",
        _("Housing permit (Huisvestingswet art. 15)"),
        [
            *([] if needs_permit else [(None, _("No permit is needed here"))]),
            (False, _("Still to check")),
            (True, _("Checked: this candidate can get it")),
        ],
        decision.permit_checked if decision is not None else None,
    )
    passed = _passed_over(view)
    given = decision.deviations if decision is not None else _with_the_offer(view)
    for candidate in passed:
        form.choice(
            f"code:{candidate.id}",
            _("Why does {name} (place {rank}) not get it?").format(
                name=candidate.name, rank=candidate.rank
            ),
            [
                (None, _("No reason yet")),
                *((code, word(code)) for code in passing_codes(view)),
            ],
            given.get(candidate.id),
        )

    def work() -> None:
        values = form.values()
        draft(
            desk.store,
            desk.who,
            view.id,
            values["motivation"],
            values["permit_checked"],
            {c.id: code for c in passed if (code := values[f"code:{c.id}"]) is not None},
        )
        drafted()

    Dialog(
        desk,
        _("Decision about {address}").format(address=view.address),
        form,
        _("Save draft"),
        work,
        parent,
    ).open()


def _passed_over(view: VacancyView) -> list[CandidateLine]:
    """At levels B and C, who comes before the one who accepted and has no reason yet."""
    level = view.policy.level if view.policy is not None else Level.A
    accepted = _accepted(view)
    if level is Level.A or accepted is None:
        return []
    order = [c.id for c in view.candidates]
    before = view.candidates[: order.index(accepted.candidate_id)]
    return [c for c in before if c.passed is None]


def _with_the_offer(view: VacancyView) -> Mapping[int, PassCode]:
    """The reasons that were given when the dwelling was offered."""
    accepted = _accepted(view)
    return accepted.deviations if accepted is not None else {}


def _accepted(view: VacancyView) -> OfferLine | None:
    return next((o for o in view.offers if o.answer is OfferAnswer.ACCEPTED), None)
