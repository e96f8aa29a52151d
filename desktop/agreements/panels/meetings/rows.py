"""The rows of the list of meetings, and what is said about their papers."""

from __future__ import annotations

from desktop.agreements.queries.meetings import MeetingLine
from desktop.agreements.wording import word
from desktop.language import _, ngettext
from desktop.language.fold import fold
from desktop.language.format import day_plain, day_year
from desktop.widgets.choice_list import ListRow
from desktop.widgets.theme import Tone


def list_row(line: MeetingLine) -> ListRow:
    """One row: what it is and whether the papers were in time, and under it when and where."""
    words, colour = papers_chip(line)
    when = " · ".join(part for part in (day_year(line.held_on), line.starts, line.place) if part)
    return ListRow(line.id, word(line.kind), words, colour, when, _waiting(line))


def papers_chip(line: MeetingLine) -> tuple[str, Tone]:
    """How it is with the papers, in a word or two."""
    if line.papers_late:
        sent = line.papers_sent_on is not None
        return _("Papers too late"), Tone.AMBER if sent or line.is_over else Tone.RED
    if line.is_over:
        return _("Held"), Tone.GREY
    if line.papers_sent_on is not None:
        return _("Papers sent"), Tone.GREEN
    return _("Planned"), Tone.BLUE


def papers_words(line: MeetingLine) -> str:
    """When the papers went out, and whether that was in time."""
    due = day_plain(line.papers_due_on)
    if line.papers_sent_on is None or line.papers_days is None:
        if line.papers_late:
            return _("The papers had to go out by {day}.").format(day=due)
        return _("The papers go out by {day}.").format(day=due)
    sent = ngettext(
        "The papers went out on {day}, {n} day before.",
        "The papers went out on {day}, {n} days before.",
        line.papers_days,
    ).format(day=day_plain(line.papers_sent_on), n=line.papers_days)
    return sent + " " + _("That was after {day}.").format(day=due) if line.papers_late else sent


def words_of(line: MeetingLine) -> str:
    """What the filter looks in."""
    return fold(" ".join((word(line.kind), line.place, day_plain(line.held_on))))


def _waiting(line: MeetingLine) -> str:
    if line.waiting:
        return ngettext("{n} waits", "{n} wait", line.waiting).format(n=line.waiting)
    return ngettext("{n} topic", "{n} topics", line.topics).format(n=line.topics)
