"""A promise to tenants: making it, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.estate.queries import dwellings
from desktop.language import _
from desktop.language.format import day_short
from desktop.projects.actions.promises import (
    alter_promise,
    break_promise,
    change_promise,
    hand_over_promise,
    keep_promise,
    make_promise,
)
from desktop.projects.queries.promises import PromiseLine
from desktop.projects.queries.voices import SessionLine, sessions_of
from desktop.projects.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.search_choice import SearchChoice


def ask_promise(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Ask what is promised, to whom, who does it, and when it is done."""
    with desk.reading() as session:
        homes = dwellings(session)
    gatherings = _held(desk, project_id)
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
    form.row()
    _made_at(form, gatherings, None)
    on = form.date("on", _("Promised on"), desk.today())
    form.end_row()
    days = {one.id: one.held_on for one in gatherings}

    def follow() -> None:
        """What was promised at a gathering was promised on its day."""
        chosen = form.value("session_id")
        on.setEnabled(chosen is None)
        form.set_value("on", days.get(chosen, desk.today()))

    form.fields["session_id"].input.changed.connect(follow)

    def work() -> None:
        make_promise(desk.store, desk.who, project_id, **form.values())

    Dialog(desk, _("New promise"), form, _("Promise it"), work, parent, width=640).open()


def correct_promise(desk: Desk, line: PromiseLine, parent: QWidget) -> None:
    """Correct the words of a promise, who keeps it, or where it was made."""
    form = Form()
    form.lines("what", _("What do you promise?"), line.what)
    form.text("owner", _("Who does it"), line.owner)
    _made_at(form, _held(desk, line.project_id), line.session_id)

    def work(seen: int | None = line.version) -> None:
        change_promise(desk.store, desk.who, line.id, **form.values(), version=seen)

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


def _held(desk: Desk, project_id: int) -> list[SessionLine]:
    """The gatherings at which something can be promised: those that were held."""
    with desk.reading() as session:
        lines = sessions_of(session, project_id)
    return [one for one in lines if one.cancelled_on is None and one.held_on <= desk.today()]


def _made_at(form: Form, gatherings: Sequence[SessionLine], chosen: int | None) -> None:
    named = [
        (one.id, f"{one.title or word(one.kind)}, {day_short(one.held_on)}") for one in gatherings
    ]
    form.choice("session_id", _("Promised at"), [(None, _("No gathering")), *named], chosen)


def _why(form: Form) -> None:
    form.lines("reason", _("Why?"), hint=_("Tenants read this."))
    form.lines("reaction", _("What do the tenants say to it?"))
