"""One agreement in the document: its text at the left, who does what at the right, and below how
it is measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from desktop.agreements.queries.papers.full_text import Deed, FullAgreement, Yardstick
from desktop.agreements.states import Direction
from desktop.agreements.wording import quantity
from desktop.documents import letter, styles
from desktop.documents.flowables import Words, text
from desktop.language import _
from desktop.language.format import day_plain

RIGHT = 56 * mm
LEFT = letter.WIDTH - RIGHT


def clause_block(agreement: FullAgreement) -> Iterator[Flowable]:
    """The agreement as the parties sign it."""
    title = f"{agreement.code}  {agreement.title}"
    yield text(title, "form question", bookmark=title)
    yield Beside(_text(agreement), _who_does_what(agreement.deeds))
    for yardstick in agreement.measured:
        words = _("How we measure it: {words}").format(words=_measured(yardstick))
        yield text(words, "small")


class Beside(Flowable):
    """The text at the left and who does what at the right, on a grey ground.

    ReportLab's table does the same in twice the time, and a document has hundreds; it is used for
    what is too long for one page."""

    GAP, PAD = 10.0, 8.0

    def __init__(self, left: list[Words], right: list[Words]) -> None:
        super().__init__()
        self.left, self.right = left, right
        self.spaceAfter = 4

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        left = sum(words.wrap(LEFT - self.GAP, height)[1] for words in self.left)
        right = sum(words.wrap(RIGHT - 2 * self.PAD, height)[1] for words in self.right)
        self.width, self.height = width, max(left, right + self.PAD)
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(styles.CANVAS)
        canvas.rect(LEFT, 0, RIGHT, self.height, stroke=0, fill=1)
        for column, x, above in ((self.left, 0.0, 0.0), (self.right, LEFT + self.PAD, 4.0)):
            top = self.height - above
            for words in column:
                top -= words.height
                words.drawOn(canvas, x, top)

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.height < styles.PORTRAIT[1] / 2:
            return []  # to the next page as a whole
        made = Table(
            [[self.left, self.right]],
            colWidths=[LEFT, RIGHT],
            hAlign="LEFT",
            splitInRow=1,
            style=[
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("RIGHTPADDING", (0, 0), (0, -1), self.GAP),
                ("LEFTPADDING", (1, 0), (1, -1), self.PAD),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BACKGROUND", (1, 0), (1, -1), styles.CANVAS),
            ],
        )
        made.wrap(width, height)
        parts: list[Flowable] = made.split(width, height)
        return parts


def _text(agreement: FullAgreement) -> list[Words]:
    shown = [text(agreement.text or _("There is no text yet."))]
    if agreement.place:
        shown.append(text(_("Where: {place}").format(place=agreement.place), "small"))
    if agreement.holds:
        first, last = (day_plain(day) for day in agreement.holds)
        shown.append(
            text(_("Holds from {first} to {last}").format(first=first, last=last), "small")
        )
    return shown


def _who_does_what(deeds: tuple[Deed, ...]) -> list[Words]:
    shown = [text(_("Who does what"), "head")]
    for deed in deeds:
        # Paragraphs without markup are broken in lines twice as fast, and there are many.
        shown.append(text(deed.party, "cell bold"))
        until = _("before {day}").format(day=day_plain(deed.due_on)) if deed.due_on else ""
        shown.append(text(f"{deed.what} {until}".strip(), "cell"))
    if not deeds:
        shown.append(text(_("Nobody has promised anything yet."), "cell"))
    return shown


def _measured(one: Yardstick) -> str:
    parts = [_goal(one), *(_step(one, step) for step in one.steps)]
    if one.norm:
        parts.append(_("Norm: {norm}.").format(norm=one.norm))
    if one.source:
        parts.append(_("Source: {source}.").format(source=one.source))
    return " ".join(parts)


def _goal(one: Yardstick) -> str:
    day = day_plain(one.goal_on)
    if one.direction is Direction.YESNO:
        return _("{name}, by {day}.").format(name=one.name, day=day)
    if one.direction is Direction.BETWEEN:
        return _("{name}, between {low} and {high} on {day}.").format(
            name=one.name, low=_value(one, one.low), high=_value(one, one.high), day=day
        )
    goal = _value(one, one.goal)
    if one.cumulative and one.direction is Direction.DOWN:
        return _("{name}, at most {goal} on {day}.").format(name=one.name, goal=goal, day=day)
    if one.baseline is None:
        return _("{name}, {goal} on {day}.").format(name=one.name, goal=goal, day=day)
    return _("{name}, from {baseline} to {goal} on {day}.").format(
        name=one.name, baseline=_value(one, one.baseline), goal=goal, day=day
    )


def _step(one: Yardstick, step: tuple[date, Decimal]) -> str:
    due_on, value = step
    return _("{value} on {day}.").format(value=_value(one, value), day=day_plain(due_on))


def _value(one: Yardstick, value: Decimal | None) -> str:
    return "–" if value is None else quantity(value, one.unit, one.decimals)
