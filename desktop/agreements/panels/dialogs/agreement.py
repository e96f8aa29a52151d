"""A new agreement, and what is known of one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.agreements import add_agreement, change_agreement
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.overview import themes
from desktop.agreements.queries.policy import goals_of_cycle, priorities
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def add_agreement_to(
    desk: Desk, cycle_id: int, parent: QWidget, made: Callable[[int], object] = lambda _id: None
) -> None:
    """Ask the theme and the title; the code is made from the theme. Tells `made` the new one."""
    with desk.reading() as session:
        chapters = [(theme.id, theme.name) for theme in themes(session)]
    form = Form()
    form.choice("theme_id", _("Theme"), chapters)
    form.text("title", _("What is it about, in a few words?"))
    form.text(
        "short_title",
        _("Short title"),
        hint=_("For the page for tenants, when the plain text is too long there."),
    )
    form.text("code", _("Code"), hint=_("Leave empty for the next code of the theme."))

    def work() -> None:
        values = form.values()
        made(
            add_agreement(
                desk.store,
                desk.who,
                cycle_id,
                values["theme_id"],
                values["title"],
                values["code"],
                values["short_title"],
            )
        )

    Dialog(desk, _("New agreement"), form, _("Add"), work, parent).open()


def change_agreement_facts(desk: Desk, view: AgreementView, parent: QWidget) -> None:
    """Change the title, where it is about, and which goal of the policy it serves."""
    with desk.reading() as session:
        chapters = [(theme.id, theme.name) for theme in themes(session)]
        goals = goals_of_cycle(session, view.cycle_id)
        national = priorities(session)
    form = Form()
    form.row()
    form.text("code", _("Code"), view.code)
    form.choice("theme_id", _("Theme"), chapters, view.theme_id)
    form.end_row()
    form.text("title", _("What is it about, in a few words?"), view.title)
    form.text(
        "short_title",
        _("Short title"),
        view.short_title,
        hint=_("For the page for tenants, when the plain text is too long there."),
    )
    form.row()
    form.text("district", _("District"), view.district)
    form.text("postcode", _("Postcode, four figures"), view.postcode)
    form.end_row()
    form.choice(
        "goal_id", _("Goal of the municipality's policy"), [(None, _("None")), *goals], view.goal_id
    )
    form.choice(
        "priority_id", _("National priority"), [(None, _("None")), *national], view.priority_id
    )

    def work(seen: int | None = view.version) -> None:
        change_agreement(desk.store, desk.who, view.id, seen, **form.values())

    Dialog(
        desk,
        _("Change {code}").format(code=view.code),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
    ).open()
