"""Uitslag bewonersbudget: what is carried out, and why these ideas, for everybody who voted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import bullet, text
from desktop.documents.fonts import printable
from desktop.documents.letterhead import letterhead
from desktop.documents.markdown import escaped
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.round_sign import Became, RoundSign
from desktop.documents.tables import Cell, table
from desktop.language import _, in_language
from desktop.language.format import day_figures, day_plain, local
from desktop.projects.queries.budgets import BudgetView, IdeaLine, budget_view
from desktop.projects.rules.budget import Told, ToldIdea
from desktop.projects.wording.budget import explained, in_money, turnout
from desktop.refused import Refused

SIGN = 12.0  # points
WIDTHS = [10 * mm, 52 * mm, 25 * mm, 24 * mm, 54 * mm]


def make(session: Session, round_id: int, now: datetime) -> Paper:
    """The ideas with their cost and how many households want them, what is carried out by whom and
    when, and why. Refuses it while there is no result."""
    made_on = local(now).date()
    view = budget_view(session, round_id)
    if view.result is None or view.result_on is None:
        raise Refused(_("There is no result yet. Fix it first."))
    with in_language("nl"):
        title = _("Result: {name}").format(name=view.name)
        footer = _("{title} · made on {day}").format(title=title, day=day_figures(made_on))
        story = _story(view, view.result, view.result_on, title)
        part = Part(list(story), "", footer)
    return letter.finish(
        "budget-result",
        lambda: _("Result: {name}").format(name=view.name),
        [part],
        letterhead(session),
        made_on,
    )


def _story(view: BudgetView, result: Told, told_on: date, title: str) -> Iterator[Flowable]:
    yield text(title, "title")
    yield text(
        _("{turnout} The result is of {day}. There was {amount} to divide. {left}").format(
            turnout=turnout(view.voted, view.households),
            day=day_plain(told_on),
            amount=in_money(view.amount_cents),
            left=_("{amount} is left.").format(amount=in_money(result.left))
            if result.left
            else _("All of it is spent."),
        )
    )
    lines = {idea.name: idea for idea in view.ideas}
    yield table(
        ["", _("Idea"), _("Cost"), _("Households"), _("What happens")],
        [
            *(_row(idea, lines.get(idea.name), True) for idea in result.funded),
            *(_row(idea, lines.get(idea.name), False) for idea in result.not_funded),
        ],
        WIDTHS,
        figures=(2, 3),
    )
    yield text(_("Why these ideas?"), "question")
    for sentence in explained(result, in_money):
        yield bullet("•", escaped(printable(sentence)))
    refused = [idea for idea in view.ideas if idea.feasible is False]
    if refused:
        yield text(_("This could not be on the ballot"), "question")
        for idea in refused:
            yield bullet("•", escaped(printable(f"{idea.name}: {idea.reason}")))
    yield text(
        _("We wiped the numbers of the households: nobody can see who wanted what."), "small"
    )
    if view.contact:
        yield text(_("Questions? {contact}").format(contact=view.contact))


def _row(idea: ToldIdea, line: IdeaLine | None, funded: bool) -> list[Cell]:
    return [
        RoundSign(Became.YES if funded else Became.NO, SIGN),
        text(idea.name, "cell bold"),
        in_money(idea.cost),
        str(idea.votes),
        _happens(line) if funded else _("There is no money for this."),
    ]


def _happens(line: IdeaLine | None) -> str:
    if line is None or not line.owner or line.due_on is None:
        return _("This is carried out.")
    if line.done_on is not None:
        return _("Done on {day}.").format(day=day_plain(line.done_on))
    return _("{who} does this before {day}.").format(who=line.owner, day=day_plain(line.due_on))
