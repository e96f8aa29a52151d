"""What becomes of a finding: taken up, solved, passed on, not done, handed over, put right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.projects.actions.findings import (
    add_finding_photo,
    change_finding,
    hand_over_finding,
    refer_finding,
    refuse_finding,
    solve_finding,
    take_up_finding,
)
from desktop.projects.panels.photo_choice import PhotoChoice
from desktop.projects.queries.inspections import FindingLine
from desktop.projects.states import FindingKind, PhotoMoment, Severity
from desktop.projects.wording import word
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_taken_up(desk: Desk, line: FindingLine, parent: QWidget) -> None:
    """Ask who solves it, before which day."""
    form = _about(line)
    form.row()
    form.text("owner", _("Who does it"), line.owner, _("A function or a team."))
    form.date("due_on", _("Done before"), line.due_on)
    form.end_row()

    def work() -> None:
        take_up_finding(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("Take up finding"), form, _("Take up"), work, parent).open()


def ask_solved(desk: Desk, line: FindingLine, parent: QWidget) -> None:
    """Ask for a photo of how it is now, or what was done."""
    form = _about(line)
    form.field("photo", _("Photo of how it is now"), PhotoChoice(desk))
    form.lines("note", _("What was done?"), hint=_("Needed when there is no photo."))
    form.date("on", _("Solved on"), desk.today())

    def work() -> None:
        solve_finding(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("Finding solved"), form, _("Solved"), work, parent).open()


def ask_referred(desk: Desk, line: FindingLine, parent: QWidget) -> None:
    """Ask who else does it, and what they answered."""
    form = _about(line)
    form.text("referred_to", _("Passed on to"), line.referred_to, _("Such as the municipality."))
    form.lines("answer", _("Their answer"), line.their_answer, _("Fill in once you have it."))

    def work() -> None:
        values = form.values()
        refer_finding(desk.store, desk.who, line.id, values["referred_to"], values["answer"])

    Dialog(desk, _("Pass on finding"), form, _("Pass on"), work, parent).open()


def ask_not_done(desk: Desk, line: FindingLine, parent: QWidget) -> None:
    """Ask why it is not done."""
    form = _about(line)
    form.lines("reason", _("Why not?"), hint=_("Tenants read this."))

    def work() -> None:
        refuse_finding(desk.store, desk.who, line.id, form.values()["reason"])

    Dialog(desk, _("Finding not done"), form, _("We do not do this"), work, parent).open()


def ask_finding_handed_over(desk: Desk, line: FindingLine, parent: QWidget) -> None:
    """Ask who solves it from now on, also after the project."""
    form = _about(line)
    form.text(
        "handed_to", _("Who solves it from now on?"), line.handed_to, _("Somebody with a name.")
    )

    def work() -> None:
        hand_over_finding(desk.store, desk.who, line.id, form.values()["handed_to"])

    Dialog(desk, _("Hand over finding"), form, _("Hand over"), work, parent).open()


def ask_photo(desk: Desk, line: FindingLine, parent: QWidget) -> None:
    """Ask for another photo, before or after it was solved."""
    form = _about(line)
    form.field("photo", _("Photo"), PhotoChoice(desk))
    form.choice(
        "moment", _("Taken"), [(moment, word(moment)) for moment in PhotoMoment], PhotoMoment.BEFORE
    )

    def work() -> None:
        values = form.values()
        if values["photo"] is None:
            raise Refused(_("Choose a photo first."), "photo")
        add_finding_photo(desk.store, desk.who, line.id, values["photo"], values["moment"])

    Dialog(desk, _("Add photo"), form, _("Add"), work, parent).open()


def correct_finding(desk: Desk, line: FindingLine, parent: QWidget) -> None:
    """Put right what was noted of a finding."""
    form = Form()
    form.row()
    form.choice("kind", _("Kind"), [(kind, word(kind)) for kind in FindingKind], line.kind)
    form.choice("severity", _("How urgent"), [(one, word(one)) for one in Severity], line.severity)
    form.end_row()
    form.text("place", _("Place"), line.place)
    form.lines("what", _("What is wrong?"), line.what, _("No names: neighbours read this."))
    form.text(
        "reporter",
        _("Who reported it"),
        line.reporter,
        _("Only to give an answer. After that it is wiped, and it stands on no paper."),
    )

    def work(seen: int | None = line.version) -> None:
        change_finding(desk.store, desk.who, line.id, seen, **form.values())

    Dialog(
        desk, _("Change finding"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def _about(line: FindingLine) -> Form:
    """A form that begins with which finding it is."""
    form = Form()
    named = f"{line.number} · {word(line.kind)}"
    form.note(" · ".join(part for part in (named, line.place, line.what) if part))
    return form
