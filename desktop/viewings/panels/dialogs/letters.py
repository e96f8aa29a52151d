"""The letters of a decision go out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.viewings.actions.decisions import LETTER_CHOSEN, LETTER_OTHERS, letters_sent
from desktop.viewings.documents import printables
from desktop.viewings.queries.vacancy import VacancyView
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

LETTERS = (LETTER_CHOSEN, LETTER_OTHERS)


def send_letters(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Show both kinds of letters, then record that they went out: the complaint term starts.
    That cannot be recorded before both were opened, or the user says that they are printed."""
    decision = view.decision
    assert decision is not None  # letters are of a decision
    form = Form()
    form.note(
        _("Print the letters first. When they go out today, the term to complain starts today.")
    )
    form.check("printed", _("I have printed the letters"))
    by_key = {p.key: p for p in printables()}
    unopened = set(LETTERS)

    def shows(key: str) -> Callable[[], object]:
        def show() -> None:
            desk.show_paper(lambda session: by_key[key].make(session, [view.code], desk.now()))
            unopened.discard(key)
            say_when_ready()

        return show

    def work() -> None:
        sent = letters_sent(desk.store, desk.who, decision.id)
        desk.said.emit(
            ngettext("{n} letter went out.", "{n} letters went out.", sent).format(n=sent)
        )

    dialog = Dialog(
        desk,
        _("Letters about {address}").format(address=view.address),
        form,
        _("They have been sent"),
        work,
        parent,
        others=[
            secondary(_("Letter to the chosen one"), shows(LETTER_CHOSEN)),
            secondary(_("Letters to the others"), shows(LETTER_OTHERS)),
        ],
        width=640,
    )

    def say_when_ready() -> None:
        ready = form.value("printed") or not unopened
        dialog.button.set_reason(None if ready else _("Open both letters first, and print them."))

    form.changed.connect(say_when_ready)
    say_when_ready()
    dialog.open()
