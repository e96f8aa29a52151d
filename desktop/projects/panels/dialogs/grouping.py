"""What proposals that belong together are called: on the evening, and in the list afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.projects.actions.grouping import group_under
from desktop.projects.queries.grouping import Together
from desktop.projects.queries.voices import ProposalLine
from desktop.projects.rules.voices import subject_of
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

NEW = ""


def ask_subject(desk: Desk, theme: str, name: Callable[[str], object], parent: QWidget) -> None:
    """Ask how proposals that belong together are called."""
    form = Form()
    form.text("theme", _("Subject"), theme)
    Dialog(
        desk,
        _("Name the subject"),
        form,
        _("Save"),
        lambda: name(form.values()["theme"]),
        parent,
    ).open()


def ask_group(
    desk: Desk, lines: Sequence[ProposalLine], groups: Sequence[Together], parent: QWidget
) -> None:
    """Ask under which subject these proposals come: one of `groups`, or a new one. A subject that
    one of them has already is offered first, else a new one with the words of the first."""
    form = Form()
    form.note(
        ngettext("{n} proposal was chosen.", "{n} proposals were chosen.", len(lines)).format(
            n=len(lines)
        )
    )
    there = [group for group in groups if group.theme]
    first = next((line.theme for line in lines if line.theme), NEW)
    form.choice(
        "onto",
        _("Under which subject?"),
        [*((group.theme, counted(group)) for group in there), (NEW, _("A new subject"))],
        first,
    )
    named = form.text("theme", _("Name of the new subject"), subject_of(lines[0].text))

    def show_name() -> None:
        named.setVisible(form.value("onto") == NEW)

    form.fields["onto"].setVisible(bool(there))
    form.fields["onto"].input.changed.connect(show_name)
    show_name()

    def work() -> None:
        values = form.values()
        theme = values["onto"] or values["theme"]
        group_under(desk.store, desk.who, [line.id for line in lines], theme)

    Dialog(desk, _("Group under a subject"), form, _("Bring together"), work, parent).open()


def counted(group: Together) -> str:
    """A subject with how many proposals it has: `Keuken (2)`."""
    return f"{group.theme} ({len(group.lines)})" if len(group.lines) > 1 else group.theme
