"""Writing the decision for the candidate who took the dwelling."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.viewings.actions.decisions import draft_decision as draft
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import Level
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def draft_decision(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Ask for the motivation and the permit; a question of the second reader is shown."""
    decision = view.decision
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
            (None, _("No permit is needed here")),
            (True, _("Checked")),
            (False, _("Still to check")),
        ],
        decision.permit_checked if decision is not None else None,
    )
    level = view.policy.level if view.policy is not None else Level.A
    if level is not Level.A:
        form.choice(
            "code",
            _("Everybody before this candidate who has no reason yet"),
            [
                (None, _("nobody is passed over")),
                *((code, word(code)) for code in (PassCode.NOT_ELIGIBLE, PassCode.NOMINATED)),
            ],
        )

    def work() -> None:
        values = form.values()
        draft(
            desk.store,
            desk.who,
            view.id,
            values["motivation"],
            values["permit_checked"],
            _deviations(view, values.get("code")),
        )
        parent.show_part("decision")  # type: ignore[attr-defined]

    Dialog(
        desk,
        _("Decision about {address}").format(address=view.address),
        form,
        _("Save draft"),
        work,
        parent,
    ).open()


def _deviations(view: VacancyView, code: PassCode | None) -> dict[int, PassCode]:
    """The code for everybody in order before the one who accepted who has none yet."""
    if code is None or not view.offers:
        return {}
    accepted = view.offers[-1].candidate_id
    order = [c.id for c in view.candidates]
    before = set(order[: order.index(accepted)])
    return {c.id: code for c in view.candidates if c.id in before and c.passed is None}
