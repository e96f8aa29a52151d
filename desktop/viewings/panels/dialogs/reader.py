"""A second reader at somebody else's desk: who, the PIN that proves it, and the verdict."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.estate.pins import prove
from desktop.estate.queries import staff
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_reader(desk: Desk, form: Form, author_id: int | None) -> None:
    """Add the fields `reader` and `pin`. When the user is not the author, the user reads: then
    nothing is asked."""
    if desk.who.id != author_id:
        form.note(_("You read along as {name}.").format(name=desk.who.name))
        return
    with desk.reading() as session:
        colleagues = [
            (line.id, line.facts.name)
            for line in staff(session)
            if line.id != author_id and line.has_pin and line.facts.active
        ]
    if not colleagues:
        form.note(
            _(
                "No colleague has a PIN yet. A colleague chooses one in the settings, under "
                "Colleagues and PIN."
            )
        )
    form.row()
    form.choice("reader", _("Colleague who reads along"), [(None, _("Choose")), *colleagues])
    form.secret("pin", _("PIN of the colleague"))
    form.end_row()


def proven_reader(desk: Desk, form: Form) -> Actor:
    """The reader, proven by the PIN; the user when nothing was asked. Refuses a wrong PIN."""
    if "reader" not in form.fields:
        return desk.who
    reader_id = form.value("reader")
    if reader_id is None:
        raise Refused(_("A colleague reads along. Choose who."), "reader")
    return prove(desk.store, reader_id, form.value("pin"))


def ask_verdict(
    desk: Desk,
    title: str,
    form: Form,
    author_id: int | None,
    agreed: tuple[str, Callable[[Actor], object]],
    send_back: Callable[[Actor, str], object],
    parent: QWidget,
) -> None:
    """Under what stands in `form`, ask the second reader to agree, in the words and with the deed
    of `agreed`, or to send it back to its author with a question."""
    words, agree = agreed
    form.choice(
        "verdict",
        _("What do you think?"),
        [
            (None, _("Choose")),
            ("agree", words),
            ("return", _("I have a question: send it back")),
        ],
    )
    form.lines("question", _("Your question"))
    ask_reader(desk, form, author_id)

    def work() -> None:
        values = form.values()
        if values["verdict"] is None:
            raise Refused(_("Choose what you think."), "verdict")
        reader = proven_reader(desk, form)
        if values["verdict"] == "agree":
            agree(reader)
        else:
            send_back(reader, values["question"])

    Dialog(desk, title, form, _("Record"), work, parent).open()
