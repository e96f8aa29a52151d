"""Stembiljet: what a household fills in to say what the money is spent on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import Box, Ticks, text
from desktop.documents.letterhead import Letterhead, letterhead
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, in_language
from desktop.language.format import day_long, local, money
from desktop.projects.queries.budgets import BudgetView, IdeaLine, budget_view
from desktop.refused import Refused

WIDTHS = [13 * mm, 12 * mm, 112 * mm, 28 * mm]
TICK, LEAST_HEIGHT = 6 * mm, 13 * mm


def make(session: Session, round_id: int, now: datetime) -> Paper:
    """The ideas with their cost and a box to tick, room for the number of the household, the
    rules, until when, and where to hand it in. Refuses a budget of which an idea was not tested
    yet, and one without ideas to choose from."""
    made_on = local(now).date()
    view = budget_view(session, round_id)
    waiting = [idea.name for idea in view.ideas if idea.feasible is None]
    if waiting:
        raise Refused(
            _("“{idea}” was not tested yet: what does it cost, and can it be done?").format(
                idea=waiting[0]
            )
        )
    offered = [idea for idea in view.ideas if idea.feasible]
    if not offered:
        raise Refused(_("There are fewer than two ideas to choose from."))
    head = letterhead(session)
    with in_language("nl"):
        title = _("Ballot: {name}").format(name=view.name)
        part = Part(list(_story(view, offered, title, head)), "", title)
    return letter.finish(
        "budget-ballot", lambda: _("Ballot: {name}").format(name=view.name), [part], head, made_on
    )


def _story(
    view: BudgetView, offered: list[IdeaLine], title: str, head: Letterhead
) -> Iterator[Flowable]:
    yield text(title, "title")
    yield text(
        _(
            "There is {amount} for your neighbourhood, and you decide with your neighbours what it "
            "is spent on. Tick everything that you want: one idea, several, or all of them."
        ).format(amount=money(view.amount_cents))
    )
    yield table(
        ["", _("Nr"), _("Idea"), _("Cost")],
        [
            [
                Ticks([""], side=TICK),
                text(str(idea.number), "large bold"),
                [text(idea.name, "cell bold"), *([text(idea.what, "cell")] if idea.what else [])],
                text(money(idea.cost_cents or 0), "cell bold"),
            ]
            for idea in offered
        ],
        WIDTHS,
        least_height=LEAST_HEIGHT,
        figures=(3,),
    )
    rows = [(text(_("Your number"), "box label"), text("…" * 16, "box"))]
    if view.vote_until is not None:
        until = _("up to and including {day}").format(day=day_long(view.vote_until))
        rows.append((text(_("Hand it in"), "box label"), text(until, "box")))
    rows.append((text(_("To whom"), "box label"), text(view.contact or head.name, "box")))
    yield Box(rows)
    if view.rules:
        yield text(_("These are the rules"), "question")
        yield text(view.rules)
    yield text(_("How is it counted?"), "question")
    yield text(
        _(
            "Each household votes once and has the same share of the money. An idea is carried out "
            "when those who want it can pay for it together out of their shares."
        )
    )
    yield text(_("What do we do with your number?"), "question")
    yield text(
        _(
            "The number of your house only shows that each household votes once. Once the result "
            "is there we wipe it: then nobody sees who wanted what."
        )
    )
