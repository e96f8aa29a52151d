"""Stembiljet: what a household fills in to say what the money is spent on, on a page of its own or
two to a sheet that is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Frame
from sqlalchemy.orm import Session

from desktop.documents import letter, styles
from desktop.documents.fitting import height_of
from desktop.documents.flowables import Box, Ticks, text
from desktop.documents.letterhead import Letterhead, letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, in_language
from desktop.language.format import day_long, local, money
from desktop.projects.queries.budgets import BudgetView, budget_view
from desktop.projects.wording.budget import how_it_is_counted, how_to_choose, what_of_the_number
from desktop.refused import Refused

TOP = 15 * mm  # of a bare page
CUT = 20 * mm  # wide: the paper around the line along which a sheet is cut
HALF_WIDTH = styles.WIDE[0] / 2 - styles.LEFT - CUT / 2  # what the left ballot has
HALF_HEIGHT = styles.WIDE[1] - TOP - styles.FOOT


@dataclass(frozen=True)
class Room:
    """How much of it the ideas take, in points: their columns, and each at least."""

    widths: tuple[float, ...]
    tick: float
    number: str
    row: float


WHOLE_PAGE = Room((13 * mm, 12 * mm, 112 * mm, 28 * mm), 6 * mm, "large bold", 13 * mm)
HALF_PAGE = Room((10 * mm, 9 * mm, HALF_WIDTH - 44 * mm, 25 * mm), 5 * mm, "cell bold", 9 * mm)


def make(session: Session, round_id: int, now: datetime) -> Paper:
    """The ideas with their cost and a box to tick, room for the number of the household, the
    rules, until when, and where to hand it in. Refuses a budget of which an idea was not tested
    yet, and one without ideas to choose from."""
    view, head = _offered(session, round_id), letterhead(session)
    with in_language("nl"):
        title = _("Ballot: {name}").format(name=view.name)
        part = Part(list(_page(view, title, head)), "", title)
    return letter.finish(
        "budget-ballot",
        lambda: _("Ballot: {name}").format(name=view.name),
        [part],
        head,
        local(now).date(),
    )


def two_to_a_sheet(session: Session, round_id: int, now: datetime) -> Paper:
    """The same ballot twice on a sheet that is cut in the middle. Refuses what `make` refuses, and
    a list of ideas that needs more than half a page."""
    view, head = _offered(session, round_id), letterhead(session)
    with in_language("nl"):
        title = _("Ballot: {name}").format(name=view.name)
        if height_of(_half(view, title, head), HALF_WIDTH, HALF_HEIGHT) > HALF_HEIGHT:
            raise Refused(_("These ideas do not fit on half a page. Print one ballot to a page."))
        halves = [list(_half(view, title, head)) for _side in range(2)]
        part = Part([Beside(*halves)], "", title, sheet=Sheet.WIDE_BARE)
    return letter.finish(
        "budget-ballots",
        lambda: _("Ballots, two to a sheet: {name}").format(name=view.name),
        [part],
        head,
        local(now).date(),
    )


def _offered(session: Session, round_id: int) -> BudgetView:
    view = budget_view(session, round_id)
    waiting = [idea.name for idea in view.ideas if idea.feasible is None]
    if waiting:
        raise Refused(
            _("“{idea}” was not tested yet: what does it cost, and can it be done?").format(
                idea=waiting[0]
            )
        )
    if not view.on_ballot:
        raise Refused(_("There are fewer than two ideas to choose from."))
    return view


def _page(view: BudgetView, title: str, head: Letterhead) -> Iterator[Flowable]:
    yield from _filled_in(view, title, head, WHOLE_PAGE)
    if view.rules:
        yield text(_("These are the rules"), "question")
        yield text(view.rules)
    yield text(_("How is it counted?"), "question")
    yield text(how_it_is_counted())
    yield text(_("What do we do with your number?"), "question")
    yield text(what_of_the_number())


def _half(view: BudgetView, title: str, head: Letterhead) -> Iterator[Flowable]:
    yield from _filled_in(view, title, head, HALF_PAGE)
    yield text(
        " ".join(part for part in (view.rules, how_it_is_counted(), what_of_the_number()) if part),
        "small",
    )


def _filled_in(view: BudgetView, title: str, head: Letterhead, room: Room) -> Iterator[Flowable]:
    yield text(title, "title")
    yield text(how_to_choose(view.amount_cents))
    yield table(
        ["", _("Nr"), _("Idea"), _("Cost")],
        [
            [
                Ticks([""], side=room.tick),
                text(str(idea.number), room.number),
                [text(idea.name, "cell bold"), *([text(idea.what, "cell")] if idea.what else [])],
                text(money(idea.cost_cents or 0), "cell bold"),
            ]
            for idea in view.on_ballot
        ],
        room.widths,
        least_height=room.row,
        figures=(3,),
    )
    rows = [(text(_("Your number"), "box label"), text("…" * 16, "box"))]
    if view.vote_until is not None:
        until = _("up to and including {day}").format(day=day_long(view.vote_until))
        rows.append((text(_("Hand it in"), "box label"), text(until, "box")))
    rows.append((text(_("To whom"), "box label"), text(view.contact or head.name, "box")))
    yield Box(rows)


class Beside(Flowable):
    """Two stories beside each other, with the line between them along which the sheet is cut."""

    def __init__(self, left: list[Flowable], right: list[Flowable]) -> None:
        super().__init__()
        self.halves = (left, right)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, HALF_HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        canvas, middle = self.canv, styles.WIDE[0] / 2 - styles.LEFT
        for left, story in zip((0, middle + CUT / 2), self.halves, strict=True):
            half = Frame(left, 0, HALF_WIDTH, HALF_HEIGHT, 0, 0, 0, 0)
            half.addFromList(story, canvas)
        canvas.setStrokeColor(styles.SOFT)
        canvas.setLineWidth(0.6)
        canvas.setDash(4, 3)
        canvas.line(middle, -styles.FOOT, middle, HALF_HEIGHT + TOP)
        canvas.setDash()
