"""What was entered of ballots: correcting one, taking one away, and ending it with the result."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.language.format import day_plain, moment_letter
from desktop.projects.actions.ballots import change_ballot, fix_result, remove_ballot
from desktop.projects.panels.budget.rows import ballot_choices
from desktop.projects.queries.ballots import BallotLine, wanted_on
from desktop.projects.queries.budgets import BudgetView
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_change(desk: Desk, view: BudgetView, line: BallotLine, parent: QWidget) -> None:
    """Correct whose ballot it is, or what it is for."""
    with desk.reading() as session:
        wanted = wanted_on(session, line.id)
    form = Form()
    form.text("household", _("Number of the household"), line.household)
    form.field(
        "ideas",
        _("Ideas that this household wants"),
        ChecksInput(ballot_choices(view), wanted, columns=1),
    )

    def work(shown: tuple[str, list[int]] | None = (line.household, wanted)) -> None:
        household, ideas = form.values()["household"], form.values()["ideas"]
        change_ballot(desk.store, desk.who, line.id, household, ideas, shown)

    Dialog(desk, _("Change ballot"), form, _("Save"), work, parent, again=lambda: work(None)).open()


def ask_removal(desk: Desk, line: BallotLine, parent: QWidget) -> None:
    """Ask whether the ballot of this household goes."""
    form = Form()
    form.note(
        _("It was entered on {moment}. After this, the household can vote again.").format(
            moment=moment_letter(line.cast_at)
        )
    )
    Dialog(
        desk,
        _("Take away the ballot of household {household}?").format(household=line.household),
        form,
        _("Remove"),
        lambda: remove_ballot(desk.store, desk.who, line.id),
        parent,
    ).open()


def ask_result(desk: Desk, view: BudgetView, parent: QWidget) -> None:
    """Say what fixing the result wipes, and fix it."""
    form = Form()
    form.note(
        _(
            "{n} of {all} households voted. With the result the numbers of the households are "
            "wiped: nobody sees any more who wanted what. This cannot be undone."
        ).format(n=view.voted, all=view.households)
    )
    if view.vote_until is not None and view.vote_until >= desk.today():
        sentence = _("People can still vote up to and including {day}.")
        form.note(sentence.format(day=day_plain(view.vote_until)))
    Dialog(
        desk,
        _("Fix the result"),
        form,
        _("Fix the result"),
        lambda: fix_result(desk.store, desk.who, view.id),
        parent,
    ).open()
