"""A residents' budget: its money, its ideas, and what is done with what was funded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.projects.actions.budgets import (
    MOST_CENTS,
    MOST_HOUSEHOLDS,
    add_idea,
    carry_out_idea,
    change_budget,
    change_idea,
    judge_idea,
    open_voting,
    start_budget,
)
from desktop.projects.panels.dialogs.euros import EurosInput
from desktop.projects.queries.budgets import BudgetView, IdeaLine
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_budget(desk: Desk, project_id: int, households: int, parent: QWidget) -> None:
    """Ask how much money there is and who may vote."""
    form = Form()
    _facts(form, None, households)

    def work() -> None:
        values = form.values()
        start_budget(
            desk.store,
            desk.who,
            project_id,
            values["name"],
            values["amount"],
            values["households"],
            values["rules"],
            values["vote_until"],
        )

    Dialog(desk, _("New residents’ budget"), form, _("Make"), work, parent).open()


def change_budget_facts(desk: Desk, view: BudgetView, parent: QWidget) -> None:
    """Change the money or who may vote."""
    form = Form()
    _facts(form, view, view.households)

    def work(seen: int | None = view.version) -> None:
        values = form.values()
        change_budget(
            desk.store,
            desk.who,
            view.id,
            values["name"],
            values["amount"],
            values["households"],
            values["rules"],
            values["vote_until"],
            seen,
        )

    Dialog(
        desk,
        _("Change residents’ budget"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
    ).open()


def ask_idea(desk: Desk, view: BudgetView, parent: QWidget) -> None:
    """Ask what residents would spend it on."""
    form = Form()
    form.text("name", _("Idea"), hint=_("A few words: “Benches by the pond”."))
    form.lines("what", _("What is it about?"))

    def work() -> None:
        values = form.values()
        add_idea(desk.store, desk.who, view.id, values["name"], values["what"])

    Dialog(desk, _("New idea"), form, _("Add"), work, parent).open()


def change_idea_words(desk: Desk, idea: IdeaLine, parent: QWidget) -> None:
    """Correct the words of an idea."""
    form = Form()
    form.text("name", _("Idea"), idea.name)
    form.lines("what", _("What is it about?"), idea.what)

    def work(seen: int | None = idea.version) -> None:
        values = form.values()
        change_idea(desk.store, desk.who, idea.id, values["name"], values["what"], seen)

    Dialog(desk, _("Change idea"), form, _("Save"), work, parent, again=lambda: work(None)).open()


def ask_test(desk: Desk, idea: IdeaLine, parent: QWidget) -> None:
    """Ask whether an idea can be done; then what it costs, or why not."""
    form = Form()
    form.note(idea.name if not idea.what else f"{idea.name}: {idea.what}")
    form.choice(
        "feasible",
        _("Can it be done?"),
        [(True, _("Yes")), (False, _("No"))],
        idea.feasible is not False,
    )
    cost = form.field("cost", _("Cost in euros"), EurosInput(idea.cost_cents or 0, MOST_CENTS))
    reason = form.lines("reason", _("Why not?"), idea.reason, _("Tenants read this."))

    def show_what_is_asked() -> None:
        cost.setVisible(form.value("feasible"))
        reason.setVisible(not form.value("feasible"))

    form.fields["feasible"].input.changed.connect(show_what_is_asked)
    show_what_is_asked()

    def work() -> None:
        values = form.values()
        judge_idea(
            desk.store,
            desk.who,
            idea.id,
            values["cost"] or None,
            values["feasible"],
            values["reason"],
        )

    Dialog(desk, _("Test idea"), form, _("Save"), work, parent).open()


def ask_voting(desk: Desk, view: BudgetView, parent: QWidget, begun: Callable[[], object]) -> None:
    """Ask until when people can vote; tells `begun` when they can."""
    form = Form()
    form.note(_("From here on the ideas stay as they are."))
    form.date("vote_until", _("Vote until"), view.vote_until)

    def work() -> None:
        open_voting(desk.store, desk.who, view.id, form.values()["vote_until"])
        begun()

    Dialog(desk, _("Begin the voting"), form, _("Begin"), work, parent).open()


def ask_carrying_out(desk: Desk, idea: IdeaLine, parent: QWidget) -> None:
    """Ask who carries out an idea that was funded, and whether it is done."""
    form = Form()
    form.note(idea.name)
    form.row()
    form.text("owner", _("Who does it"), idea.owner, _("A function or a team."))
    form.date("due_on", _("Done before"), idea.due_on)
    form.end_row()
    form.check("done", _("It is done"), idea.done_on is not None)

    def work() -> None:
        values = form.values()
        carry_out_idea(
            desk.store, desk.who, idea.id, values["owner"], values["due_on"], values["done"]
        )

    Dialog(desk, _("Carry out idea"), form, _("Save"), work, parent).open()


def _facts(form: Form, view: BudgetView | None, households: int) -> None:
    form.text("name", _("Name"), view.name if view is not None else "")
    form.row()
    amount = EurosInput(view.amount_cents if view is not None else 0, MOST_CENTS)
    form.field("amount", _("Amount in euros"), amount)
    form.number("households", _("Households that may vote"), households, most=MOST_HOUSEHOLDS)
    form.end_row()
    form.date("vote_until", _("Vote until"), view.vote_until if view is not None else None)
    form.lines(
        "rules",
        _("Rules"),
        view.rules if view is not None else "",
        _("These stand on the ballot: what the money may be spent on."),
    )
