"""The letters of a decision go out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.viewings.actions.decisions import letters_sent
from desktop.viewings.documents import printables
from desktop.viewings.queries.vacancy import VacancyView
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def send_letters(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Show both kinds of letters, then record that they went out: the complaint term starts."""
    decision = view.decision
    assert decision is not None  # letters are of a decision
    form = Form()
    form.note(
        _("Print the letters first. When they go out today, the term to complain starts today.")
    )
    by_key = {p.key: p for p in printables()}

    def shows(key: str) -> Callable[[], object]:
        return lambda: desk.show_paper(
            lambda session: by_key[key].make(session, [view.code], desk.now())
        )

    def work() -> None:
        sent = letters_sent(desk.store, desk.who, decision.id)
        desk.said.emit(
            ngettext("{n} letter went out.", "{n} letters went out.", sent).format(n=sent)
        )

    Dialog(
        desk,
        _("Letters about {address}").format(address=view.address),
        form,
        _("They go out today"),
        work,
        parent,
        others=[
            secondary(_("Letter to the chosen one"), shows("decision-chosen")),
            secondary(_("Letters to the others"), shows("decision-others")),
        ],
        width=640,
    ).open()
