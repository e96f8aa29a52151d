"""The rows of the list of questions, and which of them it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from desktop.agreements.panels.deadline_band import left_words
from desktop.agreements.panels.tones import tone
from desktop.agreements.queries.voices import InputCounts, InputLine
from desktop.agreements.states import InputState
from desktop.agreements.wording import word
from desktop.language import _, ngettext
from desktop.language.fold import fold
from desktop.widgets.choice_list import ListRow
from desktop.widgets.theme import Tone


class Which(Enum):
    """Which questions are shown."""

    ALL = "all"
    WAITING = "waiting"
    LATE = "late"
    TO_TELL = "to tell"
    TOLD = "told"


SHOWS: dict[Which, Callable[[InputLine], bool]] = {
    Which.ALL: lambda line: True,
    Which.WAITING: lambda line: line.reply is None,
    Which.LATE: lambda line: line.is_late,
    Which.TO_TELL: lambda line: line.state is InputState.ANSWERED,
    Which.TOLD: lambda line: line.state is InputState.REPORTED_BACK,
}


def filters(lines: Sequence[InputLine]) -> list[tuple[Which, str]]:
    """What the list can be limited to, with how many there are."""
    words = {
        Which.ALL: _("All questions"),
        Which.WAITING: _("Waits for an answer"),
        Which.LATE: _("Answer is late"),
        Which.TO_TELL: _("Answer not told yet"),
        Which.TOLD: _("Answer told"),
    }
    counted = {which: sum(map(shows, lines)) for which, shows in SHOWS.items()}
    return [
        (which, f"{words[which]} ({count})")
        for which, count in counted.items()
        if count or which is Which.ALL
    ]


def list_row(line: InputLine) -> ListRow:
    """One row: what was asked and how far it is, and under it the code, theme and days left."""
    if line.reply is not None:
        chip, colour = word(line.reply.decision), tone(line.reply.decision)
    else:
        chip, colour = word(line.state), Tone.RED if line.is_late else tone(line.state)
    return ListRow(
        line.id,
        line.text.replace("\n", " "),
        chip,
        colour,
        " · ".join(part for part in (line.code, line.theme or line.place) if part),
        left_words(line.days_left) if line.days_left is not None else "",
    )


def words_of(line: InputLine) -> str:
    """What the filter looks in."""
    codes = (code for _id, code in line.agreements)
    return fold(" ".join((line.code, line.text, line.place, line.theme, *codes)))


def counted(counts: InputCounts) -> str:
    """How many questions there are, how many wait, and how often the answer came in time."""
    parts = [ngettext("{n} answered", "{n} answered", counts.answered).format(n=counts.answered)]
    parts.append(ngettext("{n} waits", "{n} wait", counts.unanswered).format(n=counts.unanswered))
    if counts.late:
        parts.append(ngettext("{n} is late", "{n} are late", counts.late).format(n=counts.late))
    if counts.percent_in_time is not None:
        parts.append(_("{n} % of the answers in time").format(n=counts.percent_in_time))
    return " · ".join(parts)
