"""Training, more powers, the budget of a year and what it went to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions import budgets
from desktop.agreements.actions.means import (
    add_power_document,
    end_power,
    grant_power,
    log_training,
)
from desktop.agreements.panels.scans import ScanChoice, ask_scan, save_scan
from desktop.agreements.queries.means import BudgetView, MeansView, PowerLine, page_of_power
from desktop.agreements.rules.means import cents
from desktop.agreements.states import Expense
from desktop.agreements.wording import word
from desktop.agreements.wording.means import days_words
from desktop.exchange.files import read_whole
from desktop.language import _
from desktop.language.format import money
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

LONGEST = 10  # half days that can be chosen from


def new_training(desk: Desk, view: MeansView, parent: QWidget) -> None:
    """Ask who of the board had which training, when, and for how long."""
    form = Form()
    form.choice("contact_id", _("Who"), [(one.contact_id, one.function) for one in view.members])
    form.text("subject", _("Training"))
    form.row()
    form.date("held_on", _("Day"), desk.today())
    form.choice(
        "half_days",
        _("How long"),
        [(n, days_words(n)) for n in range(1, LONGEST + 1)],
        2,
    )
    form.end_row()

    def work() -> None:
        values = form.values()
        if values["contact_id"] is None:
            raise Refused(
                _("Write down the members of the board under Parties first."), "contact_id"
            )
        log_training(desk.store, desk.who, **values)

    Dialog(
        desk,
        _("Training"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Each member of the board has a right to training (Overlegwet, art. 5e)."),
    ).open()


def new_power(desk: Desk, view: MeansView, parent: QWidget) -> None:
    """Ask what was agreed, when, and the page on which it stands."""
    form = Form()
    form.lines("what", _("What may they do?"))
    form.date("agreed_on", _("Agreed on"), desk.today())
    page = ScanChoice(desk)
    form.add(page)

    def work() -> None:
        values = form.values()
        grant_power(
            desk.store,
            desk.who,
            view.of.party_id,
            values["what"],
            values["agreed_on"],
            page.content(),
            page.path.name if page.path is not None else "",
        )

    Dialog(
        desk,
        _("More powers for {party}").format(party=view.of.name),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("What the law does not give, agreed in writing (Overlegwet, art. 6)."),
    ).open()


def add_page(desk: Desk, line: PowerLine, parent: QWidget) -> None:
    """Ask for the page of a power that was written down without it."""
    chosen = ask_scan(desk, parent)
    if chosen is not None:
        desk.did(
            lambda: add_power_document(
                desk.store, desk.who, line.id, read_whole(chosen), chosen.name
            ),
            parent,
        )


def save_page(desk: Desk, line: PowerLine, parent: QWidget) -> None:
    """Save the page with a power as a file."""
    with desk.reading() as session:
        page = page_of_power(session, line.id)
    save_scan(desk, _("Save the page"), line.document_name, page, parent)


def end(desk: Desk, line: PowerLine, parent: QWidget) -> None:
    """Ask since when a power no longer holds."""
    form = Form()
    form.date("on", _("No longer since"), desk.today())

    def work() -> None:
        end_power(desk.store, desk.who, line.id, form.value("on"))

    Dialog(desk, _("End of a power"), form, _("Save"), work, parent, explanation=line.what).open()


def new_budget(desk: Desk, view: MeansView, parent: QWidget) -> None:
    """Ask the amount of the year."""
    form = Form()
    form.text("amount", _("Amount of {year}").format(year=view.year), hint=_("Such as 12.000."))

    def work() -> None:
        amount = cents(form.value("amount"), "amount")
        budgets.agree_budget(desk.store, desk.who, view.of.party_id, view.year, amount)

    Dialog(
        desk,
        _("Budget of {party}").format(party=view.of.name),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Agreed for the calendar year (Overlegwet, art. 7(2))."),
    ).open()


def change_budget(desk: Desk, budget: BudgetView, parent: QWidget) -> None:
    """Ask another amount, and what the corporation consented to beyond it."""
    form = Form()
    form.text(
        "amount", _("Amount of {year}").format(year=budget.year), _typed(budget.settled.amount)
    )
    form.text(
        "consented",
        _("The corporation pays beyond it"),
        _typed(budget.consented),
        hint=_("Only when it consented to that (Overlegwet, art. 7(2))."),
    )

    def work(seen: int | None = budget.version) -> None:
        amount = cents(form.value("amount"), "amount")
        more = cents(form.value("consented") or "0", "consented")
        budgets.change_budget(desk.store, desk.who, budget.id, amount, more, seen)

    Dialog(desk, _("Change budget"), form, _("Save"), work, parent, again=lambda: work(None)).open()


def new_expense(desk: Desk, budget: BudgetView, parent: QWidget) -> None:
    """Ask what part of the budget went to."""
    form = Form()
    form.text("what", _("What for?"))
    form.row()
    form.choice("kind", _("Kind"), [(kind, word(kind)) for kind in Expense])
    form.text("cents", _("Amount"), hint=_("Such as 450,00."))
    form.date("spent_on", _("Day"), desk.today())
    form.end_row()

    def work() -> None:
        values = form.values()
        amount = cents(values.pop("cents"), "cents")
        budgets.spend(desk.store, desk.who, budget.id, cents=amount, **values)

    Dialog(
        desk,
        _("Expense of the tenants"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Left of {year}: {amount}.").format(
            year=budget.year, amount=money(budget.settled.left)
        ),
    ).open()


def accounts(desk: Desk, budget: BudgetView, parent: QWidget) -> None:
    """Ask when the tenants told what the budget was spent on."""
    form = Form()
    form.date("on", _("Received on"), budget.accounted_on or desk.today())

    def work() -> None:
        budgets.account(desk.store, desk.who, budget.id, form.value("on"))

    Dialog(
        desk,
        _("Accounts of the tenants"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Within two months after the year (Overlegwet, art. 7(2))."),
    ).open()


def _typed(amount: int) -> str:
    """An amount as it can be typed again."""
    return f"{amount // 100},{amount % 100:02}" if amount else ""
