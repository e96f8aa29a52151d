"""A colleague reads along before something counts for somebody with priority (C3)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.actions.guards import read_guard as read
from desktop.viewings.panels.dialogs.reader import ask_reader, proven_reader
from desktop.viewings.queries.vacancy import GuardLine
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def read_guard(desk: Desk, guard: GuardLine, parent: QWidget) -> None:
    """Show the consequence and ask for the verdict of the colleague."""
    form = Form()
    form.note(guard.shown)
    form.note(
        _("The author says: it had to do with the viewing, so it does not count.")
        if guard.caused_by_tour
        else _("The author says: it had nothing to do with the viewing.")
    )
    choices: list[tuple[str | None, str]] = [(None, _("Choose"))]
    if not guard.caused_by_tour:
        choices.append(("counts", _("Agree: record it, and it counts")))
    choices.append(("free", _("Agree: record it, but it does not count")))
    choices.append(("no", _("Do not agree: record nothing")))
    form.choice("verdict", _("What do you think?"), choices)
    ask_reader(desk, form, guard.author_id)

    def work() -> None:
        verdict = form.value("verdict")
        if verdict is None:
            raise Refused(_("Choose what you think."), "verdict")
        reader = proven_reader(desk, form)
        read(desk.store, reader, guard.id, verdict != "no", verdict == "counts")

    Dialog(
        desk,
        _("Read along: candidate {rank}, {event}").format(
            rank=guard.rank, event=word(guard.event).lower()
        ),
        form,
        _("Record"),
        work,
        parent,
    ).open()
