"""A promise to tenants: making it, and what became of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.estate.queries import dwellings
from desktop.language import _
from desktop.projects.actions.promises import (
    alter_promise,
    break_promise,
    change_promise,
    hand_over_promise,
    keep_promise,
    make_promise,
)
from desktop.projects.queries.promises import PromiseLine
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.search_choice import SearchChoice


def ask_promise(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Ask what is promised, to whom, who does it, and when it is done."""
    with desk.reading() as session:
        homes = dwellings(session)
    form = Form()
    form.lines("what", _("What do you promise?"))
    form.text("to_whom", _("To whom"), hint=_("A group: “everybody in block A”."))
    form.field(
        "dwelling_id",
        _("Or to one dwelling"),
        SearchChoice([(d.id, d.address) for d in homes], _("Type a part of the address")),
        _("The address does not stand on the list for tenants."),
    )
    form.row()
    form.text("owner", _("Who does it"), hint=_("A function or a team."))
    form.date("due_on", _("Done before"))
    form.end_row()
    form.date("on", _("Promised on"), desk.today())

    def work() -> None:
        make_promise(desk.store, desk.who, project_id, **form.values())

    Dialog(desk, _("New promise"), form, _("Promise"), work, parent, width=640).open()


def correct_promise(desk: Desk, line: PromiseLine, parent: QWidget) -> None:
    """Correct the words of a promise, or who keeps it."""
    form = Form()
    form.lines("what", _("What do you promise?"), line.what)
    form.text("owner", _("Who does it"), line.owner)

    def work(seen: int | None = line.version) -> None:
        values = form.values()
        change_promise(desk.store, desk.who, line.id, values["what"], values["owner"], seen)

    Dialog(
        desk, _("Correct promise"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def ask_kept(desk: Desk, line: PromiseLine, parent: QWidget) -> None:
    """Ask what shows that a promise was kept."""
    form = Form()
    form.note(line.what)
    form.lines("evidence", _("What shows it?"), hint=_("A photo, a letter, a visit."))
    form.date("on", _("On"), desk.today())

    def work() -> None:
        keep_promise(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("Promise kept"), form, _("Save"), work, parent).open()


def ask_changed(desk: Desk, line: PromiseLine, parent: QWidget) -> None:
    """Ask which other day was agreed with tenants."""
    form = Form()
    form.note(line.what)
    form.date("due_on", _("New day"), line.due_on)
    form.text("agreed_with", _("Agreed with"))
    _why(form)

    def work() -> None:
        alter_promise(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("Change promise"), form, _("Save"), work, parent).open()


def ask_broken(desk: Desk, line: PromiseLine, parent: QWidget) -> None:
    """Ask why a promise is not kept, and what tenants say to it."""
    form = Form()
    form.note(line.what)
    _why(form)
    form.date("on", _("On"), desk.today())

    def work() -> None:
        break_promise(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("Promise not kept"), form, _("Save"), work, parent).open()


def ask_handed_over(desk: Desk, line: PromiseLine, parent: QWidget) -> None:
    """Ask who keeps the promise from now on."""
    form = Form()
    form.note(line.what)
    form.text(
        "handed_to", _("Who keeps it from now on?"), line.handed_to, _("Somebody with a name.")
    )

    def work() -> None:
        hand_over_promise(desk.store, desk.who, line.id, form.values()["handed_to"])

    Dialog(desk, _("Hand over promise"), form, _("Hand over"), work, parent).open()


def _why(form: Form) -> None:
    form.lines("reason", _("Why?"), hint=_("Tenants read this."))
    form.lines("reaction", _("What do the tenants say to it?"))
