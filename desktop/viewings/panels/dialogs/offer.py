"""Making an offer to the next in order."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.language.format import AMSTERDAM, local
from desktop.refused import Refused
from desktop.terms.counting import hours_later
from desktop.viewings.actions.offers import make_offer as offer_to
from desktop.viewings.documents import printables
from desktop.viewings.panels.reasons import passing_codes
from desktop.viewings.queries.vacancy import CandidateLine, VacancyView
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import Level
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def make_offer(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Propose the first in order who can still get the dwelling, with the term in view."""
    able = [c for c in view.candidates if c.passed is None and not c.wiped]
    if not able:
        desk.said.emit(_("Nobody on the list can get the dwelling any more."))
        return
    hours = view.policy.answer_hours if view.policy is not None else 24
    until = local(hours_later(desk.now(), hours))
    form = Form()
    form.choice(
        "candidate", _("Candidate"), [(c.id, _name(c)) for c in able], view.next_offer or able[0].id
    )
    form.row()
    form.date("deadline_at", _("Answer until"), until.date())
    form.time("until", _("Time"), until.time())
    form.end_row()
    form.note(
        _("At least {hours} hours. A term never ends on a weekend, a holiday or at night.").format(
            hours=hours
        )
    )
    if view.policy is not None and view.policy.level is not Level.A:
        form.choice(
            "code",
            _("When you pass somebody over: why?"),
            [
                (None, _("nobody is passed over")),
                *((code, word(code)) for code in passing_codes(view)),
            ],
            # Only what residents nominated makes another than the first one next.
            PassCode.NOMINATED if view.next_offer not in (None, able[0].id) else None,
        )

    def work() -> None:
        values = form.values()
        if values["deadline_at"] is None:
            raise Refused(_("Fill in the day."), "deadline_at")
        deadline = datetime.combine(values["deadline_at"], values["until"], tzinfo=AMSTERDAM)
        # The proposed minute is the term itself; only a wished later moment is checked against it.
        wished = None if deadline == until.replace(second=0, microsecond=0) else deadline
        offer_to(
            desk.store,
            desk.who,
            view.id,
            values["candidate"],
            wished,
            _passed_over(able, values["candidate"], values.get("code")),
        )
        letter = next(p for p in printables() if p.key == "offer")
        desk.show_paper(lambda session: letter.make(session, [view.code], desk.now()))

    Dialog(
        desk,
        _("Offer {address}").format(address=view.address),
        form,
        _("Offer and show letter"),
        work,
        parent,
    ).open()


def _name(candidate: CandidateLine) -> str:
    words = f"{candidate.rank}. {candidate.name}"
    if candidate.priority:
        words += f" · {_('priority')}"
    return f"{words} · {word(candidate.state).lower()}"


def _passed_over(
    able: list[CandidateLine], chosen: int, code: PassCode | None
) -> dict[int, PassCode]:
    """The code for everybody in order before the chosen candidate."""
    if code is None:
        return {}
    order = [c.id for c in able]
    return dict.fromkeys(order[: order.index(chosen)], code)
