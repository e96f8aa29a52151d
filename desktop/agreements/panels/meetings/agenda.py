"""The agenda of a meeting: its topics in their order."""

from __future__ import annotations

from functools import partial

from desktop.agreements.actions.agenda import accept_item, place_item, take_off
from desktop.agreements.panels.meetings import topic_dialogs
from desktop.agreements.queries.meetings import MeetingView, TopicLine
from desktop.language import _
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone


class AgendaPage(TablePage):
    """The topics in their order; those of tenants are marked. Enter accepts one that waits."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view: MeetingView | None = None
        self.accept = secondary(_("On the agenda"), self._accept)
        self.refuse = secondary(_("Not on the agenda…"), self._refuse)
        self.change = secondary(_("Change…"), self._change)
        super().__init__(
            "meeting-agenda",
            [
                Column("#", 40),
                Column(_("Topic"), 0),
                Column(_("Put up by"), 190),
                Column("", 150),
            ],
            _("Agenda"),
            Empty(
                _("No topics yet"), _("Put the first topic on the agenda."), _("Topic…"), self._add
            ),
            (self.accept, self.refuse, self.change, secondary(_("Remove"), self._remove)),
            (secondary(_("Topic…"), self._add),),
            self._menu,
        )
        self.table.activated_row.connect(lambda _id: self._accept())

    def show_view(self, view: MeetingView) -> None:
        """Show the agenda of this meeting."""
        self.view = view
        self.show_rows([_topic_row(topic) for topic in view.topics])

    @property
    def chosen(self) -> TopicLine | None:
        """The topic that the cursor is on."""
        topics = self.view.topics if self.view is not None else ()
        return next((t for t in topics if t.id == self.table.chosen_id), None)

    def offer(self) -> None:
        super().offer()
        topic = self.chosen
        if topic is not None:
            self.accept.set_reason(_("It is on the agenda.") if topic.accepted else None)

    def _add(self) -> None:
        if self.view is not None:
            topic_dialogs.add(self._desk, self.view.line, self.window())

    def _accept(self) -> None:
        topic, desk = self.chosen, self._desk
        if topic is not None and not topic.accepted:
            desk.did(partial(accept_item, desk.store, desk.who, topic.id), self)

    def _refuse(self) -> None:
        if self.chosen is not None:
            topic_dialogs.refuse(self._desk, self.chosen, self.window())

    def _change(self) -> None:
        if self.view is not None and self.chosen is not None:
            topic_dialogs.change(self._desk, self.view.line, self.chosen, self.window())

    def _place(self, steps: int) -> None:
        topic, desk = self.chosen, self._desk
        if topic is not None:
            place = topic.position + steps
            desk.did(partial(place_item, desk.store, desk.who, topic.id, place), self)

    def _remove(self) -> None:
        topic, desk = self.chosen, self._desk
        if topic is not None:
            desk.did(partial(take_off, desk.store, desk.who, topic.id), self)

    def _menu(self, _topic_id: int) -> Entries:
        return [
            (_("On the agenda"), self._accept),
            (_("Not on the agenda…"), self._refuse),
            (_("Change…"), self._change),
            (_("Earlier on the agenda"), partial(self._place, -1)),
            (_("Later on the agenda"), partial(self._place, 1)),
            (_("Remove"), self._remove),
        ]


def _topic_row(topic: TopicLine) -> TableRow:
    state = {
        True: Cell(_("On the agenda"), Tone.GREEN),
        False: Cell(_("Not on the agenda"), Tone.GREY),
        None: Cell(_("Not decided yet"), Tone.AMBER),
    }[topic.accepted]
    by = Cell(topic.proposed_by, Tone.BRAND if topic.of_tenants else None)
    return TableRow(
        topic.id,
        (
            Cell(str(topic.position), sort=topic.position),
            Cell(" · ".join(filter(None, (topic.title, topic.refusal_reason)))),
            by,
            state,
        ),
    )
