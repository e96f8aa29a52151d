"""A story on a line of time: what happened on which day, and the way to where it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.agreements.queries.story import StoryEvent, StoryKind
from desktop.language import _
from desktop.language.format import day_year
from desktop.widgets import theme
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import link
from desktop.widgets.desk import Desk
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

SIGNS = {
    StoryKind.ASKED: ("?", Tone.AMBER),
    StoryKind.DISCUSSED: ("…", Tone.GREY),
    StoryKind.DECIDED: ("!", Tone.BLUE),
    StoryKind.TEXT: ("T", Tone.GREY),
    StoryKind.AGREED: ("✓", Tone.GREEN),
    StoryKind.SIGNED: ("✓", Tone.BRAND),
    StoryKind.AMENDED: ("T", Tone.BRAND),
    StoryKind.DONE: ("✓", Tone.BLUE),
    StoryKind.MEASURED: ("#", Tone.GREY),
    StoryKind.ENDED: ("■", Tone.BRAND),
}
ANSWERED = (">", Tone.GREEN)


class StoryLines(QWidget):
    """The events below each other, the day at the left. What is elsewhere can be opened."""

    def __init__(self, desk: Desk, events: Sequence[StoryEvent], here: tuple[str, int]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.MEDIUM)
        grid.setVerticalSpacing(theme.MEDIUM)
        grid.setColumnStretch(2, 1)
        before: date | None = None
        for row, event in enumerate(events):
            day = "" if event.on == before else day_year(event.on)
            before = event.on
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Words(day, "soft"), row, 0, top)
            grid.addWidget(Badge(*SIGNS.get(event.kind, ANSWERED)), row, 1, top)
            said = Words(f"{event.heading}\n{event.words}".strip(), wraps=True)
            said.setAccessibleName(f"{day_year(event.on)}: {said.text()}")
            grid.addWidget(said, row, 2, top)
            if (event.place.kind, event.place.id) != here:
                show = link(_("Show"), partial(desk.open, event.place))
                show.setAccessibleName(_("Show: {what}").format(what=event.heading))
                grid.addWidget(show, row, 3, top)
        grid.setRowStretch(len(events), 1)
