"""A consent round: writing the proposal, sending it, and sending its result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.projects.actions.consent import (
    change_proposal,
    change_round,
    send_proposal,
    send_result,
    start_round,
)
from desktop.projects.queries.consent import RoundView
from desktop.projects.queries.homes import HomeChoice, home_choices
from desktop.projects.rules.consent import court_term
from desktop.projects.wording.consent import asked_words
from desktop.refused import Refused
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import LinesInput
from desktop.widgets.form import Form

TIME_TO_ANSWER = timedelta(weeks=4)


def new_round(desk: Desk, project_id: int, parent: QWidget, made: Callable[[int], object]) -> None:
    """Ask for a proposal to the dwellings of one building."""
    with desk.reading() as session:
        homes = home_choices(session, project_id, desk.today())
    free = [home for home in homes if not home.asked]
    if not free:
        desk.show_refusal(Refused(_no_homes(homes)))
        return
    form = _form(free, [home.id for home in free])

    def work() -> None:
        made(start_round(desk.store, desk.who, project_id, **form.values()))

    Dialog(
        desk,
        _("New consent round"),
        form,
        _("Make the draft"),
        work,
        parent,
        explanation=_(
            "One written proposal, the same to all tenants of dwellings that form one building "
            "(BW 7:220(2) and (3))."
        ),
        width=720,
    ).open()


def change_draft(desk: Desk, view: RoundView, parent: QWidget) -> None:
    """Change a draft."""
    with desk.reading() as session:
        homes = home_choices(session, view.project_id, desk.today(), but=view.id)
    free = [home for home in homes if not home.asked]
    form = _form(free, [home.dwelling_id for home in view.homes], view)

    def work(seen: int | None = view.version) -> None:
        change_round(desk.store, desk.who, view.id, seen, **form.values())

    Dialog(
        desk,
        _("Change the draft"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        width=720,
    ).open()


def ask_send(desk: Desk, view: RoundView, parent: QWidget) -> None:
    """Ask on which day the proposal goes to all tenants, and until when they can answer."""
    form = Form()
    form.row()
    form.date("on", _("Sent on"), desk.today())
    form.date("answer_by", _("Answer before"), view.answer_by or desk.today() + TIME_TO_ANSWER)
    form.end_row()

    def work() -> None:
        send_proposal(desk.store, desk.who, view.id, **form.values())

    asked = sum(not home.vacant for home in view.homes)
    words = asked_words(asked, len(view.homes) - asked)
    Dialog(desk, _("Send the proposal"), form, _("Sent"), work, parent, explanation=words).open()


def ask_other_proposal(
    desk: Desk, view: RoundView, parent: QWidget, made: Callable[[int], object]
) -> None:
    """Ask for the words of another proposal, which is a new round."""
    form = Form()
    form.field("proposal", _("Proposal"), LinesInput(view.proposal, rows=9))

    def work() -> None:
        made(change_proposal(desk.store, desk.who, view.id, form.value("proposal")))

    Dialog(
        desk,
        _("Change the proposal"),
        form,
        _("Begin a new round"),
        work,
        parent,
        explanation=_(
            "Another proposal is a new round: all tenants get it and answer anew. The answers of "
            "now are kept, and count no more."
        ),
        width=720,
    ).open()


def ask_result(desk: Desk, view: RoundView, parent: QWidget) -> None:
    """Ask on which day the result goes to all tenants, and the notices to who did not agree."""
    form = Form()
    form.date("on", _("Sent on"), desk.today())

    def work() -> None:
        send_result(desk.store, desk.who, view.id, form.value("on"))

    words = _("After this, answers stay as they are.")
    stands = view.stands
    noticed = sum(home.gets_notice for home in view.homes)
    if stands is not None and stands.reached and noticed:
        words = (
            ngettext(
                "{n} household that did not agree gets a notice: it can go to court until {day} "
                "(BW 7:220(3)).",
                "{n} households that did not agree get a notice: they can go to court until {day} "
                "(BW 7:220(3)).",
                noticed,
            ).format(n=noticed, day=day_plain(court_term(desk.today()).last))
            + f" {words}"
        )
    Dialog(desk, _("Send the result"), form, _("Sent"), work, parent, explanation=words).open()


def _form(homes: list[HomeChoice], chosen: list[int], view: RoundView | None = None) -> Form:
    form = Form()
    form.row()
    form.text("unit", _("Which building"), view.unit if view is not None else _building(homes))
    form.date("answer_by", _("Answer before"), view.answer_by if view is not None else None)
    form.end_row()
    text = LinesInput(view.proposal if view is not None else "", rows=7)
    form.field("proposal", _("Proposal"), text, _("All tenants read these words."))
    names = [(home.id, _named(home)) for home in homes]
    form.field("dwelling_ids", _("Dwellings"), ChecksInput(names, chosen, columns=3))
    return form


def _building(homes: list[HomeChoice]) -> str:
    """The complex in which all stand; nothing when they stand in more than one."""
    complexes = {home.complex for home in homes}
    return complexes.pop() if len(complexes) == 1 else ""


def _named(home: HomeChoice) -> str:
    return _("{address} (vacant)").format(address=home.address) if home.vacant else home.address


def _no_homes(homes: tuple[HomeChoice, ...]) -> str:
    if homes:
        return _("All dwellings of this project are in a consent round already.")
    return _("This project has no dwellings yet. Add them with “Change the project…”.")
