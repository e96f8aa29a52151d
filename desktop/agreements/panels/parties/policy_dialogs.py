"""The policy of a municipality with its goals, the themes, and the priorities of the minister."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.advice.rules import TOPICS
from desktop.advice.topics import topic_choice
from desktop.agreements.actions.policies import add_goal, change_goal, change_policy
from desktop.agreements.actions.themes import add_priority, add_theme, change_theme
from desktop.agreements.panels.dialogs.policy import ask_facts
from desktop.agreements.queries.parties import (
    GoalLine,
    PolicyCard,
    PriorityLine,
    ThemeCard,
)
from desktop.agreements.states import THEME_COLOURS, BidLetter
from desktop.agreements.wording import word
from desktop.language import N_, _
from desktop.refused import Refused
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

COLOURS = {
    "blue": N_("Blue"),
    "brand": N_("Sea green"),
    "green": N_("Green"),
    "amber": N_("Amber"),
    "purple": N_("Purple"),
    "red": N_("Red"),
}


def correct_policy(desk: Desk, card: PolicyCard, parent: QWidget) -> None:
    """Ask what is known of a document."""
    form = Form()
    ask_facts(form, card)

    def work(seen: int | None = card.version) -> None:
        change_policy(desk.store, desk.who, card.id, seen, **form.values())

    Dialog(desk, _("Change policy"), form, _("Save"), work, parent, again=lambda: work(None)).open()


def new_goal(desk: Desk, card: PolicyCard, parent: QWidget) -> None:
    """Ask another goal."""
    form = Form()
    form.lines("words", _("Goal"))

    def work() -> None:
        add_goal(desk.store, desk.who, card.id, form.value("words"))

    Dialog(desk, _("New goal"), form, _("Add"), work, parent, explanation=card.title).open()


def correct_goal(desk: Desk, goal: GoalLine, parent: QWidget) -> None:
    """Ask other words for a goal."""
    form = Form()
    form.lines("words", _("Goal"), goal.words)

    def work(seen: int | None = goal.version) -> None:
        change_goal(desk.store, desk.who, goal.id, form.value("words"), seen)

    Dialog(desk, _("Change goal"), form, _("Save"), work, parent, again=lambda: work(None)).open()


def new_theme(desk: Desk, known: Sequence[PriorityLine], parent: QWidget) -> None:
    """Ask a theme of the corporation's own."""
    form = Form()
    form.text("code", _("Code"), hint=_("Capital letters, such as BES."))
    _ask_theme(form, known, None)

    def work() -> None:
        values = _theme(form)
        add_theme(desk.store, desk.who, values.pop("code"), values.pop("name"), **values)

    Dialog(desk, _("New theme"), form, _("Save"), work, parent, width=640).open()


def correct_theme(
    desk: Desk, card: ThemeCard, known: Sequence[PriorityLine], parent: QWidget
) -> None:
    """Ask the words of a theme; its code stays."""
    form = Form()
    _ask_theme(form, known, card)

    def work(seen: int | None = card.version) -> None:
        change_theme(desk.store, desk.who, card.id, seen, **_theme(form))

    Dialog(
        desk,
        _("Change {theme}").format(theme=card.name),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        width=640,
    ).open()


def new_priority(desk: Desk, parent: QWidget) -> None:
    """Ask a priority of the minister, and for how long it holds."""
    form = Form()
    form.text("code", _("Code"))
    form.text("name", _("Priority of the minister"))
    form.row()
    form.date("valid_from", _("From"))
    form.date("valid_to", _("Until"))
    form.end_row()

    def work() -> None:
        values = form.values()
        if values["valid_from"] is None:
            raise Refused(_("Fill in a day."), "valid_from")
        add_priority(desk.store, desk.who, **values)

    Dialog(
        desk,
        _("New priority"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("A priority of the minister (Btiv 2015, art. 39(2))."),
    ).open()


def _ask_theme(form: Form, known: Sequence[PriorityLine], card: ThemeCard | None) -> None:
    form.row()
    form.text("name", _("Name"), card.name if card else "")
    form.text(
        "plain_name",
        _("Name for tenants"),
        card.plain_name if card else "",
        hint=_("On the page for tenants."),
    )
    form.end_row()
    form.choice(
        "colour",
        _("Colour on paper"),
        [(colour, _(COLOURS[colour])) for colour in THEME_COLOURS],
        card.colour if card else THEME_COLOURS[0],
    )
    letters = card.bid_letters if card else ""
    form.field(
        "bid_letters",
        _("Parts of the bid (Btiv 2015, art. 39(1))"),
        ChecksInput([(one.value, f"{one.value}  {word(one)}") for one in BidLetter], letters, 2),
    )
    topics = card.consultation_topic if card else ""
    form.field(
        "consultation_topic",
        _("Subjects on which tenants advise (Overlegwet, art. 3(2))"),
        ChecksInput([(letter, topic_choice(letter)) for letter in TOPICS], topics, 2),
    )
    form.choice(
        "priority_id",
        _("Priority of the minister"),
        [(None, _("none")), *((one.id, one.name) for one in known)],
        card.priority_id if card else None,
    )


def _theme(form: Form) -> dict[str, Any]:
    values = form.values()
    for letters in ("bid_letters", "consultation_topic"):
        values[letters] = "".join(values[letters])
    return values
