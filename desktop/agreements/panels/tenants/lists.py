"""The lists for tenants: what was agreed, how it goes, what they asked, and what waits for them to
settle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.panels.big_type import BigSign
from desktop.agreements.panels.tenants.parts import RowButton, column_of
from desktop.agreements.panels.tenants.position import said_words
from desktop.agreements.queries.overview import AgreementRow
from desktop.agreements.queries.tenants import Draft
from desktop.agreements.queries.voices import InputLine
from desktop.agreements.rules.rounds import count
from desktop.agreements.states import Light
from desktop.agreements.wording import plain_sentence, word
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.scroll import Scroll
from desktop.widgets.tenant_page import TEXT, Page
from desktop.widgets.words import Words


class AgreementsPage(Page):
    """The agreements by theme, with their lights when it is about how they go. `agreement_asked`
    tells the one that was tapped."""

    agreement_asked = Signal(int)

    def __init__(self, rows: Sequence[AgreementRow], with_lights: bool) -> None:
        title = _("How does it go?") if with_lights else _("What was agreed?")
        super().__init__(title, _("To the start"))
        if with_lights:
            self.column.addLayout(_counts(rows))
        parts: list[QWidget] = []
        for theme_name, of_theme in groupby(rows, key=lambda row: row.theme):
            parts.append(Words(theme_name, "section", wraps=True))
            parts += [
                RowButton(
                    row.title,
                    partial(self.agreement_asked.emit, row.id),
                    row.light.light if with_lights and row.is_measured else None,
                    "" if not with_lights or row.is_measured else _("not measured yet"),
                )
                for row in of_theme
            ]
        if not parts:
            parts.append(Words(_("There are no agreements in this year yet."), "soft", wraps=True))
        self.column.addWidget(Scroll(column_of(*parts)), 1)


def _counts(rows: Sequence[AgreementRow]) -> QHBoxLayout:
    """How many have each light, with what it means."""
    counts = count(row.light.light for row in rows if row.is_measured)
    row = QHBoxLayout()
    row.setSpacing(theme.MEDIUM)
    for light in Light:
        column = QVBoxLayout()
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        sign = BigSign(theme.scaled(TEXT - 1))
        sign.set(light, theme.scaled(TEXT - 1))
        head.addWidget(Words(str(counts.of(light)), "figure"))
        head.addWidget(sign)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(Words(plain_sentence(light), "small", wraps=True))
        row.addLayout(column, 1)
    return row


class AskedPage(Page):
    """What tenants asked, with the answer and why. Nobody's name is in it."""

    def __init__(self, lines: Sequence[InputLine]) -> None:
        super().__init__(_("What did we ask?"), _("To the start"))
        cards: list[QWidget] = [_asked(line) for line in reversed(lines)]
        if not cards:
            words = _("Nobody asked anything in this year yet. You can be the first.")
            cards.append(Words(words, "soft", wraps=True))
        self.column.addWidget(Scroll(column_of(*cards)), 1)


def _asked(line: InputLine) -> QWidget:
    card = Card()
    where = " · ".join(
        part for part in (line.code, day_plain(line.received_on), line.place) if part
    )
    card.add(Words(where, "small"))
    card.add(Words(line.text, "section", wraps=True))
    reply = line.reply
    if reply is None:
        words = _("No answer yet. You hear from us by {day} at the latest.")
        card.add(Words(words.format(day=day_plain(line.due_on)), "amber", wraps=True))
    else:
        card.add(Words(_("Answer: {answer}").format(answer=word(reply.decision)), "strong"))
        if reply.reason:
            card.add(Words(reply.reason, wraps=True))
    return card


class DraftsPage(Page):
    """What was said at the table and is not settled yet. `agreement_asked` tells the one that was
    tapped: it is settled there, with the text in view."""

    agreement_asked = Signal(int)

    def __init__(self, drafts: Sequence[Draft], party: str) -> None:
        super().__init__(
            _("Positions to settle"),
            _("To the start"),
            _("The contact of {party} settles them, with the text in view.").format(party=party),
        )
        rows: list[QWidget] = [
            RowButton(
                one.title,
                partial(self.agreement_asked.emit, one.agreement_id),
                note=said_words(one.said.value),
            )
            for one in drafts
        ]
        if not rows:
            rows.append(Words(_("Everything is settled."), "soft", wraps=True))
        self.column.addWidget(Scroll(column_of(*rows)), 1)
