"""Choosing the way of working for a vacancy: what it says, and what it rules out, in words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.language.format import day_plain
from desktop.viewings.actions.vacancies import choose_policy as choose
from desktop.viewings.queries.policies import PolicyRow, policies
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.states import Level
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def in_words(level: Level) -> str:
    """What a level of influence means and what it rules out."""
    return {
        Level.A: _(
            "Residents receive and explain. The candidate decides; the order stays. Nothing is "
            "written down about people."
        ),
        Level.B: _(
            "Two residents each answer the published criteria. Their advice alone changes nothing: "
            "staff need an objective reason and a second reader."
        ),
        Level.C: _(
            "Residents nominate one of the first candidates by the published criteria. Staff test "
            "the nomination and a colleague reads along."
        ),
    }[level]


def choose_policy(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Choose a fixed version of the complex; says so when there is none."""
    with desk.reading() as session:
        fixed = [p for p in policies(session, view.complex_id) if p.fixed_on is not None]
    if not fixed:
        desk.said.emit(
            _("{complex} has no fixed way of working yet. Make one and fix it first.").format(
                complex=view.complex
            )
        )
        return
    form = Form()
    form.choice("policy", _("Way of working"), [(p.id, _title(p)) for p in fixed], fixed[0].id)
    words = form.note(in_words(fixed[0].level))
    by_id = {p.id: p for p in fixed}
    form.changed.connect(lambda: words.setText(in_words(by_id[form.value("policy")].level)))

    def work() -> None:
        choose(desk.store, desk.who, view.id, form.value("policy"))

    Dialog(
        desk,
        _("Choose way of working"),
        form,
        _("Use this one"),
        work,
        parent,
        explanation=_("Candidates read beforehand in the advert what residents do."),
    ).open()


def _title(policy: PolicyRow) -> str:
    assert policy.fixed_on is not None  # only fixed versions are offered
    return _("Version {number}: {level}, {urgency} (fixed {day})").format(
        number=policy.number,
        level=word(policy.level),
        urgency=word(policy.urgency).lower(),
        day=day_plain(policy.fixed_on),
    )
