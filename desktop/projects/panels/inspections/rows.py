"""Findings and walks in the words of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial

from PySide6.QtGui import QPixmap

from desktop.language import _, ngettext
from desktop.language.format import day_short
from desktop.projects.panels.inspections.ground import Mark
from desktop.projects.panels.tones import tone
from desktop.projects.queries.inspections import OPEN, FindingLine, InspectionLine
from desktop.projects.states import FindingState
from desktop.projects.wording import word
from desktop.widgets.table import Align, Cell, Column, TableRow
from desktop.widgets.theme import Tone


class Shown(Enum):
    """Which findings are on view."""

    ALL = "all"
    OPEN = "open"
    LATE = "late"
    NEW = "new"


def wanted(line: FindingLine, shown: Shown) -> bool:
    """Whether a finding is on view."""
    return {
        Shown.ALL: True,
        Shown.OPEN: line.state in OPEN,
        Shown.LATE: line.late,
        Shown.NEW: line.state is FindingState.REPORTED,
    }[shown]


def columns(with_photos: bool) -> list[Column]:
    """The headings of the table of findings."""
    photo = [Column(_("Photo"), 64)] if with_photos else []
    return [
        Column(_("Nr"), 40, Align.RIGHT),
        *photo,
        Column(_("Kind"), 110),
        Column(_("Place"), 0),
        Column(_("How urgent"), 110),
        Column(_("Who does it"), 160),
        Column(_("Before"), 90),
        Column(_("State"), 130),
    ]


def row(line: FindingLine, picture: Callable[[int], QPixmap] | None) -> TableRow:
    """One finding as a row of the table; `picture` gives a photo by its number, for a table that
    has photos."""
    return TableRow(
        line.id,
        (
            Cell(str(line.number), sort=line.number),
            *([photo_cell(line, picture)] if picture is not None else []),
            Cell(word(line.kind), bold=True),
            Cell(line.place or _("on the map")),
            Cell(word(line.severity), sort=list(type(line.severity)).index(line.severity)),
            Cell(doer(line)),
            Cell(day_short(line.due_on) if line.due_on else "", sort=line.due_on),
            state_cell(line),
        ),
    )


def photo_cell(line: FindingLine, picture: Callable[[int], QPixmap]) -> Cell:
    """The newest photo of what was wrong; of how it was solved when there is none."""
    photos = line.before or line.after
    if not photos:
        return Cell()
    return Cell(_("yes"), picture=partial(picture, photos[-1]))


def state_cell(line: FindingLine) -> Cell:
    """Its state; that it is late goes before."""
    return Cell(_("Too late"), Tone.RED) if line.late else Cell(word(line.state), tone(line.state))


def doer(line: FindingLine) -> str:
    """Who solves it: whoever it was handed over or passed on to goes before."""
    referred = line.referred_to if line.state is FindingState.REFERRED else ""
    return line.handed_to or referred or line.owner


def mark(line: FindingLine) -> Mark | None:
    """Its point on the map; None when it has none."""
    if line.x is None or line.y is None:
        return None
    colour = Tone.RED if line.late else tone(line.state)
    words = ", ".join(
        part
        for part in (
            f"{line.number} {word(line.kind)}",
            line.place,
            _("too late") if line.late else word(line.state).lower(),
        )
        if part
    )
    return Mark(line.id, line.number, line.x, line.y, colour, words)


def story(line: FindingLine) -> str:
    """What became of a finding, in sentences."""
    parts = [line.what] if line.what else []
    parts.append(_("Found on {day}.").format(day=day_short(line.found_on)))
    if line.state is FindingState.TAKEN_UP and line.due_on is not None:
        words = _("{who} solves it before {day}.")
        parts.append(words.format(who=doer(line), day=day_short(line.due_on)))
    if line.solved_on is not None:
        parts.append(_("Solved on {day}.").format(day=day_short(line.solved_on)))
    if line.referred_on is not None:
        words = _("Passed on to {who} on {day}.")
        parts.append(words.format(who=line.referred_to, day=day_short(line.referred_on)))
    if line.their_answer:
        parts.append(_("They say: {words}").format(words=line.their_answer))
    if line.state is FindingState.NOT_DONE:
        parts.append(_("We do not do this: {why}").format(why=line.reason))
    if line.handed_to:
        parts.append(_("Handed over to {who}.").format(who=line.handed_to))
    if line.has_reporter:
        parts.append(_("Reported by {who}, who waits for an answer.").format(who=line.reporter))
    elif line.reporter_told_on is not None:
        words = _("Who reported it was told on {day}.")
        parts.append(words.format(day=day_short(line.reporter_told_on)))
    return " ".join(parts)


def counted(lines: Sequence[FindingLine]) -> str:
    """`23 bevindingen · 15 open · 4 te laat`."""
    parts = [ngettext("{n} finding", "{n} findings", len(lines)).format(n=len(lines))]
    still_open = sum(wanted(line, Shown.OPEN) for line in lines)
    late = sum(line.late for line in lines)
    parts.append(ngettext("{n} open", "{n} open", still_open).format(n=still_open))
    if late:
        parts.append(ngettext("{n} too late", "{n} too late", late).format(n=late))
    return " · ".join(parts)


def walk_words(walk: InspectionLine) -> str:
    """`Rondje Noord, di 10 nov`, and that it still goes on."""
    words = f"{walk.route}, {day_short(walk.held_on)}"
    return words if walk.finished_at is not None else _("{walk} (goes on)").format(walk=words)
