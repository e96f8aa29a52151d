"""Staff test what residents nominated; a colleague reads along before it counts (level C)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor
from desktop.viewings.actions.nominations import agree, do_not_follow, pass_test, send_back
from desktop.viewings.actions.texts import WordsFound
from desktop.viewings.panels.dialogs.reader import ask_reader, ask_verdict, proven_reader
from desktop.viewings.panels.nomination_words import check_words, nominee_words, reasons
from desktop.viewings.queries.vacancy import NominationLine, VacancyView
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def judge_nomination(desk: Desk, view: VacancyView, line: NominationLine, parent: QWidget) -> None:
    """Show the checks, and ask what staff find: follow it, with a second reader, or not."""
    form = _what_stands_there(view, line)
    form.choice(
        "verdict",
        _("What do you find?"),
        [
            (None, _("Choose")),
            ("pass", _("It meets the criteria: a colleague reads along")),
            ("reject", _("We do not follow it: the order of the list stays")),
        ],
    )
    form.lines(
        "motivation",
        _("What you tested"),
        line.motivation,
        hint=_("Facts, by the criteria in the advert. Nothing about who somebody is."),
    )

    def work() -> None:
        values = form.values()
        if values["verdict"] is None:
            raise Refused(_("Choose what you find."), "verdict")
        reader: Actor | None = None
        if values.get("reader") is not None:
            reader = proven_reader(desk, form)
        do = pass_test if values["verdict"] == "pass" else do_not_follow
        try:
            do(desk.store, desk.who, line.id, values["motivation"], reader)
        except WordsFound:
            if "reader" not in form.fields:
                ask_reader(desk, form, desk.who.id)
            raise

    Dialog(
        desk,
        _("Test the nomination for {address}").format(address=view.address),
        form,
        _("Record"),
        work,
        parent,
    ).open()


def read_nomination(desk: Desk, view: VacancyView, line: NominationLine, parent: QWidget) -> None:
    """The second reader sees whom residents propose, why, and the checks; agrees or asks."""
    form = _what_stands_there(view, line)
    form.note(_("Test: {words}").format(words=line.motivation))
    ask_verdict(
        desk,
        _("Read along: nomination for {address}").format(address=view.address),
        form,
        line.author_id,
        (
            _("I agree: the order of the residents counts"),
            lambda reader: agree(desk.store, reader, line.id),
        ),
        lambda reader, question: send_back(desk.store, reader, line.id, question),
        parent,
    )


def _what_stands_there(view: VacancyView, line: NominationLine) -> Form:
    form = Form()
    for nominee in line.nominees:
        form.note(f"{nominee_words(nominee)}\n{reasons(view, nominee)}")
    form.note("\n".join(map(check_words, line.checks)))
    return form
