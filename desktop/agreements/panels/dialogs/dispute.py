"""A dispute: when it arose, what it is about, laying it before who decides, and its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.actions.disputes import (
    change_dispute,
    end_dispute,
    file_dispute,
    open_dispute,
)
from desktop.agreements.queries.disputes import DisputeLine, Requirement, disputes, requirements
from desktop.agreements.states import DisputeKind
from desktop.agreements.wording import word
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.menu_button import add_entry


def fill_disputes(menu: QMenu, desk: Desk, cycle_id: int, parent: QWidget) -> None:
    """The entries of a menu: the disputes that are there, and a new one."""
    with desk.reading() as session:
        known = disputes(session, cycle_id)
    for line in known:
        words = _("Dispute of {day}…").format(day=day_plain(line.arisen_on))
        add_entry(menu, words, partial(show_dispute, desk, line, parent))
    add_entry(menu, _("New dispute…"), partial(new_dispute, desk, cycle_id, parent))


def new_dispute(desk: Desk, cycle_id: int, parent: QWidget) -> None:
    """Ask what the dispute is about, since when, and what was tried first."""
    form = Form()
    form.row()
    form.choice("kind", _("Kind"), [(kind, word(kind)) for kind in DisputeKind])
    form.date("arisen_on", _("Arose on"), desk.today())
    form.end_row()
    _ask_words(form, "", "")

    def work() -> None:
        open_dispute(desk.store, desk.who, cycle_id, **form.values())

    Dialog(desk, _("New dispute"), form, _("Add"), work, parent).open()


def show_dispute(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    """What is written down, what the request still lacks, and what can be done."""
    with desk.reading() as session:
        asked = requirements(session, line.id)
    form = Form()
    form.note(_where_it_stands(line, desk.today()))
    if line.kind is DisputeKind.HOUSING_ACT:
        form.note(_lacks(asked))
    if line.outcome:
        form.note(_("How it ended: {outcome}").format(outcome=line.outcome))
    else:
        _ask_words(form, line.points, line.mediation)

    def work(seen: int | None = line.version) -> None:
        if not line.outcome:
            values = form.values()
            change_dispute(
                desk.store, desk.who, line.id, values["points"], values["mediation"], seen
            )

    def ask(question: Callable[[Desk, DisputeLine, QWidget], None]) -> None:
        dialog.reject()
        question(desk, line, parent)

    others = [secondary(_("Print file"), lambda: desk.show_paper(_paper(desk, line.id)))]
    if not line.outcome:
        if line.filed_on is None:
            others.append(secondary(_("File…"), lambda: ask(_file)))
        others.append(secondary(_("It ended…"), lambda: ask(_end)))
    dialog = Dialog(
        desk,
        word(line.kind),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        others=others,
        width=620,
    )
    dialog.open()


def _file(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    form = Form()
    form.date("on", _("Filed on"), desk.today())

    def work() -> None:
        file_dispute(desk.store, desk.who, line.id, form.value("on"))

    Dialog(desk, _("File the dispute"), form, _("Save"), work, parent).open()


def _end(desk: Desk, line: DisputeLine, parent: QWidget) -> None:
    form = Form()
    form.lines("outcome", _("How did it end?"))

    def work() -> None:
        end_dispute(desk.store, desk.who, line.id, form.value("outcome"))

    Dialog(desk, _("End of the dispute"), form, _("Save"), work, parent).open()


def _ask_words(form: Form, points: str, mediation: str) -> None:
    form.lines("points", _("What is the dispute about?"), points)
    form.lines("mediation", _("What was tried to come to agreements?"), mediation)


def _where_it_stands(line: DisputeLine, today: date) -> str:
    parts = [_("Arose on {day}.").format(day=day_plain(line.arisen_on))]
    if line.filed_on is not None:
        parts.append(_("Filed on {day}.").format(day=day_plain(line.filed_on)))
    elif line.file_by is not None and not line.outcome:
        words = _("File it on {day} at the latest (Woningwet, art. 44(4)).")
        if line.is_late(today):
            words = _("The last day to file it was {day} (Woningwet, art. 44(4)).")
        parts.append(words.format(day=day_plain(line.file_by)))
    return " ".join(parts)


def _lacks(asked: tuple[Requirement, ...]) -> str:
    missing = [one.what for one in asked if not one.is_here]
    if not missing:
        return _("The request holds everything that the rule asks (Rtiv, art. 19a to 19d).")
    return _("The request still lacks: {what} (Rtiv, art. 19a to 19d).").format(
        what=", ".join(missing)
    )


def _paper(desk: Desk, dispute_id: int) -> Callable[[Session], Paper]:
    def make(session: Session) -> Paper:
        from desktop.agreements.documents import dispute_file

        return dispute_file.make(session, dispute_id, desk.now())

    return make
