"""What turned orange or red and still has to be explained: now, or later."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.panels.light_sign import LightSign
from desktop.agreements.panels.meeting.entry import Entry
from desktop.agreements.queries.evening import Known
from desktop.agreements.rules.rounds import is_new_trouble
from desktop.agreements.wording import light_sentence
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.empty import Empty
from desktop.widgets.scroll import Scroll
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words


@dataclass(frozen=True)
class Asking:
    """An agreement that asks for an explanation, with the entries that it has."""

    agreement_id: int
    entries: tuple[Entry, ...]
    known: Known

    @property
    def is_new(self) -> bool:
        """Whether it is orange or red since the last report."""
        return is_new_trouble(self.known.reported, self.entries[0].agreement_light)


class ExplainingPage(Swapped):
    """`why_asked` tells the agreement that somebody explains, `later_asked` one that waits, and
    `emptied` that the last one went while the keyboard was here."""

    why_asked = Signal(int)
    later_asked = Signal(int)
    emptied = Signal()

    def show_asking(self, asking: Sequence[Asking], is_over: bool) -> None:
        """Show these, those that turned orange or red first. The keyboard goes on with the first
        of them."""
        had_keyboard = self._has_keyboard()
        self._show(asking, is_over)
        if had_keyboard:
            if asking:
                self.setFocus()
            else:
                self.emptied.emit()

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show(self, asking: Sequence[Asking], is_over: bool) -> None:
        if not asking:
            self.show_content(
                Empty(
                    _("Nothing to explain"),
                    _("What turns orange or red this evening comes here."),
                )
            )
            return
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        ordered = sorted(asking, key=lambda one: (not one.is_new, one.known.put_off))
        for place, one in enumerate(ordered):
            column.addWidget(self._card(one, primary if place == 0 else secondary, is_over))
        column.addStretch(1)
        self.show_content(Scroll(content))
        first = content.findChild(Button)
        if first is not None:
            self.setFocusProxy(first)

    def _card(self, one: Asking, make: Callable[..., Button], is_over: bool) -> QWidget:
        first = one.entries[0]
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        asked = first.row.asked
        head.addWidget(Words(f"{asked.agreement_code}  {asked.agreement}", "strong", wraps=True), 1)
        if one.known.put_off:
            head.addWidget(Words(_("put off"), "soft"))
        head.addWidget(LightSign(first.agreement_light))
        card.add_layout(head)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(Words(_sentences(one.entries), wraps=True), 1)
        explain = make(_("Explain…"), partial(self.why_asked.emit, one.agreement_id))
        explain.setAccessibleName(_("Explain {code}").format(code=asked.agreement_code))
        explain.set_reason(_("This year is closed.") if is_over else None)
        row.addWidget(explain)
        if not one.known.put_off and not is_over:
            later = secondary(_("Later"), partial(self.later_asked.emit, one.agreement_id))
            later.setAccessibleName(_("Explain {code} later").format(code=asked.agreement_code))
            row.addWidget(later)
        card.add_layout(row)
        return card


def asking(entries: Sequence[Entry], known: Mapping[int, Known]) -> list[Asking]:
    """The agreements that ask for an explanation, as their lights are now."""
    by_agreement: dict[int, list[Entry]] = {}
    for entry in entries:
        by_agreement.setdefault(entry.row.asked.agreement_id, []).append(entry)
    return [
        Asking(agreement_id, tuple(of_one), known[agreement_id])
        for agreement_id, of_one in by_agreement.items()
        if known[agreement_id].asks(of_one[0].agreement_light)
    ]


def _sentences(entries: Sequence[Entry]) -> str:
    """Why, of the indicators that have the light of the agreement."""
    same = [entry for entry in entries if entry.light.light is entry.agreement_light]
    return "\n".join(
        light_sentence(one.light.reckoned, one.light.target, one.light.unit)
        for one in same or entries
    )
