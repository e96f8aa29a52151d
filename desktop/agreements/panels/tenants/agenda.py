"""A topic that tenants put up for a meeting, and what became of the ones before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.agreements.actions.agenda import add_item
from desktop.agreements.panels.tenants.parts import column_of
from desktop.agreements.queries.meetings import MeetingLine
from desktop.agreements.queries.tenants import TenantParty, Topic
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from desktop.widgets.scroll import Scroll
from desktop.widgets.tenant_page import Page, large
from desktop.widgets.words import Words


class AgendaPage(Page):
    """`put_up` tells that a topic was put up: the page is read again."""

    put_up = Signal()

    def __init__(
        self,
        desk: Desk,
        party: TenantParty,
        meetings: Sequence[MeetingLine],
        topics: Sequence[Topic],
    ) -> None:
        super().__init__(
            _("Topic for the agenda"),
            _("To the start"),
            _("Everybody sees that {party} put it up.").format(party=party.called),
        )
        self._desk, self._party = desk, party
        if meetings:
            self.column.addWidget(self._ask(meetings))
        else:
            words = _("No meeting is planned yet. Ask the corporation when the next one is.")
            self.column.addWidget(Words(words, "section", wraps=True))
        if topics:
            self.column.addWidget(Words(_("What we put up before"), "section"))
            cards = column_of(*(_before(one) for one in topics))
            self.column.addWidget(Scroll(cards), 1)
        else:
            self.column.addStretch(1)

    def _ask(self, meetings: Sequence[MeetingLine]) -> QWidget:
        self.form = Form()
        self.form.choice(
            "meeting_id",
            _("For which meeting?"),
            [(one.id, f"{word(one.kind)}, {day_plain(one.held_on)}") for one in meetings],
        )
        field = self.form.text("title", _("What do you want to talk about?"))
        # The menu of Qt speaks the language of the staff.
        field.input.inner.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.send = large(_("Put it up"), self._put_up, "primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.send)
        card = Card()
        card.add(self.form)
        card.add_layout(row)
        self.begins_at = field
        return card

    def _put_up(self) -> None:
        values, desk, party = self.form.values(), self._desk, self._party.id

        def work() -> None:
            add_item(desk.store, desk.who, values["meeting_id"], values["title"], party)

        if desk.did(work, self):
            desk.store.forget_undo()
            self.put_up.emit()


def _before(topic: Topic) -> QWidget:
    card = Card()
    card.add(Words(f"{day_plain(topic.held_on)} · {_('put up by tenants')}", "small"))
    card.add(Words(topic.title, "section", wraps=True))
    if topic.accepted is None:
        card.add(Words(_("Waits for an answer."), "soft", wraps=True))
    elif topic.accepted:
        card.add(Words(_("Is on the agenda."), "strong", wraps=True))
    else:
        words = _("Is not on the agenda. Why: {reason}").format(reason=topic.reason)
        card.add(Words(words, "amber", wraps=True))
    return card
