"""One question of tenants: what was asked, what became of it, and its story."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.agreements.panels.deadline_band import left_words
from desktop.agreements.panels.story_lines import StoryLines
from desktop.agreements.panels.tones import tone
from desktop.agreements.panels.voices.dialogs import answer, change, discussed, rewrite, tell
from desktop.agreements.queries.story import story_of_input
from desktop.agreements.queries.voices import InputLine, input_line
from desktop.agreements.states import InputState
from desktop.agreements.wording import word
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import Button, link, primary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.facts import Facts
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words


class QuestionScreen(QWidget):
    """`show_question` fills it; the one next thing to do is the button at the right, `papers` are
    those of the year."""

    def __init__(self, desk: Desk, papers: Button) -> None:
        super().__init__()
        self._desk = desk
        self.line: InputLine | None = None
        self.answer = primary(_("Answer…"), self._answer)
        self.tell = primary(_("Tell tenants…"), self._tell)
        self.header = HeaderCard(
            actions=[papers, menu_button(_("More"), self._fill_more), self.answer, self.tell]
        )
        self._about = Swapped()
        self.header.add(self._about)
        self._reply = Swapped()
        self._story = Swapped()
        self._lay_out()

    def _lay_out(self) -> None:
        reply = Card(_("What became of it"))
        reply.add(self._reply)
        story = Card(_("Story of this question"))
        story.add(Scroll(self._story), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addWidget(reply)
        column.addWidget(story, 1)

    def show_question(self, input_id: int) -> None:
        """Show this question as it stands now. Refuses one that is gone."""
        with self._desk.reading() as session:
            line = input_line(session, input_id, self._desk.today())
            if line is None:
                raise Refused(_("This question is gone."))
            events = story_of_input(session, input_id)
        self.line = line
        self.header.set_title(f"{line.code}  {line.text}", _where(line))
        self._about.show_content(_facts(line))
        self._reply.show_content(self._answered(line))
        here = ("tenant_input", line.id)
        self._story.show_content(StoryLines(self._desk, events, here))
        self.answer.setVisible(line.reply is None)
        self.tell.setVisible(line.state is InputState.ANSWERED)

    def _answered(self, line: InputLine) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        reply = line.reply
        if reply is None:
            column.addWidget(Words(_("Nobody has answered yet."), "soft"))
        else:
            row = QHBoxLayout()
            row.setSpacing(theme.SMALL)
            row.addWidget(Chip(word(reply.decision), tone(reply.decision)))
            by = _("{party}, {day}").format(party=reply.party, day=day_plain(reply.replied_on))
            row.addWidget(Words(by, "soft"))
            if not line.in_time:
                row.addWidget(Words(_("after the last day"), "amber"))
            row.addStretch(1)
            column.addLayout(row)
            if reply.reason:
                column.addWidget(Words(reply.reason, wraps=True))
            column.addWidget(Words(_told(line), "soft", wraps=True))
        if line.agreements:
            column.addLayout(self._links(line))
        return made

    def _links(self, line: InputLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(Words(_("Agreements:"), "soft"))
        for agreement_id, code in line.agreements:
            place = Place("agreements", "agreement", agreement_id)
            row.addWidget(link(code, partial(self._desk.open, place)))
        row.addStretch(1)
        return row

    # What can be done --------------------------------------------------------------------------

    def _answer(self) -> None:
        if self.line is not None:
            answer(self._desk, self.line, self.window())

    def _tell(self) -> None:
        if self.line is not None:
            tell(self._desk, self.line, self.window())

    def _fill_more(self, menu: QMenu) -> None:
        line, desk, parent = self.line, self._desk, self.window()
        if line is None:
            return
        is_told = line.state is InputState.REPORTED_BACK
        add_entry(menu, _("Change…"), partial(change, desk, line, parent))
        add_entry(menu, _("Discussed at…"), partial(discussed, desk, line, parent))
        add_entry(
            menu,
            _("Change the answer…"),
            partial(answer, desk, line, parent),
            line.reply is not None and not is_told,
            _("tenants heard it already") if is_told else _("there is none yet"),
        )
        menu.addSeparator()
        add_entry(menu, _("Other words…"), partial(rewrite, desk, line, parent))


def _where(line: InputLine) -> str:
    parts = [
        word(line.channel),
        _("asked on {day}").format(day=day_plain(line.received_on)),
        line.place,
        line.theme,
    ]
    if line.group_size is not None:
        parts.append(
            ngettext("{n} person", "{n} people", line.group_size).format(n=line.group_size)
        )
    return " · ".join(part for part in parts if part)


def _facts(line: InputLine) -> Facts:
    last_day = day_plain(line.due_on)
    if line.days_left is not None:
        last_day = f"{last_day} · {left_words(line.days_left)}"
    kind = _("Written advice") if line.is_written_advice else _("Question")
    quote = _("may be quoted") if line.may_quote else _("do not quote")
    return Facts(
        [
            (_("Last day to answer"), f"{last_day} · {line.article}"),
            (_("Kind"), f"{kind} · {quote}"),
        ]
    )


def _told(line: InputLine) -> str:
    reply = line.reply
    if reply is None or reply.told_on is None:
        return _("Tenants have not heard this yet.")
    return _("Told to tenants on {day}: {via}").format(
        day=day_plain(reply.told_on), via=reply.told_via
    )
