"""The bars of a plan on paper, as on the timeline: the critical path has a thick edge and slanting
lines, what was agreed is a low strip under its bar. Neither is told by colour alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.documents.charts import Area, Block, Line, Mark, Tone, Trail
from desktop.language.format import day_tiny, day_year
from desktop.projects.rules.timeline.layout import Box, Point
from desktop.projects.rules.timeline.plan import BarKind, PlanBar, Span

EDGE, CRITICAL_EDGE = 0.6, 1.5
SLANT = 4.0  # points between two slanting lines
STRIP = 3.0  # height of what was agreed
HEAD = 4.0  # length of the head of an arrow
DONE = 100


def days_words(span: Span, today: date) -> str:
    """`15 feb – 14 jun`, with the year at the end when it is another one."""
    written = day_tiny if span.finish.year == today.year else day_year
    if span.start == span.finish:
        return written(span.finish)
    return f"{day_tiny(span.start)} – {written(span.finish)}"


def bar_marks(bar: PlanBar, box: Box) -> list[Mark]:
    """One bar of its kind."""
    match bar.kind:
        case BarKind.TASK:
            return list(task(box, bar.percent / DONE, bar.is_critical))
        case BarKind.MILESTONE:
            return list(_diamond(bar, box))
        case BarKind.SUMMARY:
            return [_bracket(box)]


def task(box: Box, done: float, is_critical: bool) -> Iterator[Mark]:
    """A bar of which a part was done, from 0 to 1."""
    top, height = box.middle - box.half, 2 * box.half
    ground = Tone.RED_SOFT if is_critical else Tone.GREY_SOFT
    yield Block(box.left, top, box.width, height, ground)
    if is_critical:
        yield from slanting(box, Tone.RED)
    if done:
        yield Block(box.left, top, box.width * min(done, 1.0), height, Tone.BRAND)
    yield _edge(box, is_critical)


def slanting(box: Box, tone: Tone) -> Iterator[Mark]:
    """Slanting lines within a box."""
    top, bottom = box.middle - box.half, box.middle + box.half
    height = bottom - top
    foot = box.left - height + SLANT / 2
    while foot < box.right:
        left, right = max(foot, box.left), min(foot + height, box.right)
        if right > left:
            yield Line(left, bottom - (left - foot), right, bottom - (right - foot), tone, 0.6)
        foot += SLANT


def agreed(left: float, right: float, middle: float) -> Iterator[Mark]:
    """The low strip of the days that were agreed; `middle` is that of its bar's row."""
    box = Box(left, max(right, left + STRIP), middle, STRIP / 2)
    yield Block(box.left, box.middle - box.half, box.width, STRIP, Tone.LINE)
    yield _outline(box, Tone.GREY, 0.5)


def arrow_marks(corners: Sequence[Point], tone: Tone) -> Iterator[Mark]:
    """A line through its corners with a head at the end."""
    (x1, y1), (x2, y2) = corners[-2:]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    if not length:
        return
    along_x, along_y = (x2 - x1) / length * HEAD, (y2 - y1) / length * HEAD
    neck = (x2 - along_x, y2 - along_y)
    yield Trail((*corners[:-1], neck), tone, 0.7)
    yield Area(
        (
            (x2, y2),
            (neck[0] - along_y * 0.6, neck[1] + along_x * 0.6),
            (neck[0] + along_y * 0.6, neck[1] - along_x * 0.6),
        ),
        tone,
    )


def _diamond(bar: PlanBar, box: Box) -> Iterator[Mark]:
    half, x, y = box.half * 1.15, (box.left + box.right) / 2, box.middle
    corners = ((x - half, y), (x, y - half), (x + half, y), (x, y + half))
    reached = bar.percent >= DONE
    ground = Tone.BRAND if reached else Tone.RED_SOFT if bar.is_critical else Tone.PAPER
    yield Area(corners, ground)
    tone = Tone.RED if bar.is_critical else Tone.INK
    width = CRITICAL_EDGE if bar.is_critical else EDGE * 1.5
    yield Trail((*corners, corners[0], corners[1]), tone, width)


def _bracket(box: Box) -> Mark:
    """A bar with a foot at each end."""
    top, low = box.middle - box.half * 0.7, box.middle + box.half * 0.8
    thick, foot = box.half * 0.6, min(box.half, box.width / 2)
    return Area(
        (
            (box.left, top), (box.right, top), (box.right, low), (box.right - foot, top + thick),
            (box.left + foot, top + thick), (box.left, low),
        ),
        Tone.INK,
    )  # fmt: skip


def _edge(box: Box, is_critical: bool) -> Mark:
    if is_critical:
        return _outline(box, Tone.RED, CRITICAL_EDGE)
    return _outline(box, Tone.GREY, EDGE)


def _outline(box: Box, tone: Tone, width: float) -> Mark:
    top, bottom, inset = box.middle - box.half, box.middle + box.half, width / 2
    left, right = box.left + inset, max(box.right - inset, box.left + inset)
    top, bottom = top + inset, bottom - inset
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Trail((*corners, corners[0], corners[1]), tone, width)
