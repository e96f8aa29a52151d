"""A topic of the agenda: putting it up, changing it, refusing it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions import agenda as act
from desktop.agreements.panels.meetings.choices import Choices, parties
from desktop.agreements.queries.meetings import MeetingLine, TopicLine
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def add(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask a topic, and which party puts it up."""
    form = Form()
    form.text("title", _("Topic"))
    form.choice(
        "proposed_by_id",
        _("Put up by"),
        _organiser_or(parties(desk, line.cycle_id)),
        hint=_("A topic of a party waits until you accept it or not."),
    )

    def work() -> None:
        act.add_item(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("New topic"), form, _("Add"), work, parent).open()


def change(desk: Desk, line: MeetingLine, topic: TopicLine, parent: QWidget) -> None:
    """Ask the same of a topic that is there."""
    by = (topic.proposed_by_id, topic.proposed_by) if topic.proposed_by_id is not None else None
    form = Form()
    form.text("title", _("Topic"), topic.title)
    form.choice(
        "proposed_by_id",
        _("Put up by"),
        _organiser_or(parties(desk, line.cycle_id, by)),
        topic.proposed_by_id,
    )

    def work(seen: int | None = topic.version) -> None:
        act.change_item(desk.store, desk.who, topic.id, seen, **form.values())

    Dialog(desk, _("Change topic"), form, _("Save"), work, parent, again=lambda: work(None)).open()


def refuse(desk: Desk, topic: TopicLine, parent: QWidget) -> None:
    """Ask why a topic does not come on the agenda."""
    form = Form()
    form.lines("reason", _("Why not?"), topic.refusal_reason)

    def work() -> None:
        act.refuse_item(desk.store, desk.who, topic.id, form.value("reason"))

    Dialog(
        desk,
        _("Not on the agenda: {topic}").format(topic=topic.title),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("A topic of tenants is refused only with a reason (Overlegwet, art. 5b(4)).")
        if topic.of_tenants
        else "",
    ).open()


def _organiser_or(choices: Choices) -> Choices:
    return [(None, _("whoever organises the meeting")), *choices]
