"""What the table of a residents' budget says of each idea."""

from __future__ import annotations

from desktop.language import _, ngettext
from desktop.language.format import day_short, money
from desktop.projects.queries.budgets import BudgetView, IdeaLine
from desktop.projects.states import BudgetRoundState
from desktop.projects.wording import word
from desktop.widgets.table import Cell, TableRow
from desktop.widgets.theme import Tone

R = BudgetRoundState


def subtitle(view: BudgetView) -> str:
    """`€ 10.000 · Stemmen · 112 van 376 huishoudens · tot ma 7 dec`."""
    parts = [money(view.amount_cents), word(view.state)]
    if view.state in (R.VOTING, R.RESULT):
        voted = ngettext(
            "{n} of {all} household voted", "{n} of {all} households voted", view.voted
        )
        parts.append(voted.format(n=view.voted, all=view.households))
    if view.state is R.VOTING and view.vote_until is not None:
        parts.append(_("until {day}").format(day=day_short(view.vote_until)))
    return " · ".join(parts)


def row(view: BudgetView, idea: IdeaLine) -> TableRow:
    """One idea as a row of the table."""
    return TableRow(
        idea.id,
        (
            Cell(str(idea.number), sort=idea.number),
            Cell(idea.name, bold=True, note=idea.what),
            Cell(money(idea.cost_cents) if idea.cost_cents else "", sort=idea.cost_cents or 0),
            Cell("" if idea.votes is None else str(idea.votes), sort=idea.votes or 0),
            _state(view, idea),
        ),
    )


def left_to_test(view: BudgetView) -> str:
    """How many ideas must be tested before people can vote; nothing when none must."""
    left = sum(idea.feasible is None for idea in view.ideas)
    if not left:
        return ""
    return ngettext(
        "{n} idea was not tested yet. After that the voting can begin.",
        "{n} ideas were not tested yet. After that the voting can begin.",
        left,
    ).format(n=left)


def ballot_choices(view: BudgetView) -> list[tuple[int, str]]:
    """The ideas that a household can tick, by their id, such as `1. Bankjes · € 3.000`."""
    return [
        (idea.id, f"{idea.number}. {idea.name} · {money(idea.cost_cents or 0)}")
        for idea in view.on_ballot
    ]


def _state(view: BudgetView, idea: IdeaLine) -> Cell:
    if idea.feasible is None:
        return Cell(_("Not tested yet"), Tone.AMBER)
    if not idea.feasible:
        return Cell(_("Cannot be done"), Tone.GREY, note=idea.reason)
    if view.result is None:
        return Cell(_("On the ballot"), Tone.BLUE)
    if not any(one.name == idea.name for one in view.result.funded):
        return Cell(_("Not funded"), Tone.GREY)
    if idea.done_on is not None:
        return Cell(_("Done {day}").format(day=day_short(idea.done_on)), Tone.GREEN)
    if idea.due_on is not None:
        before = _("before {day}").format(day=day_short(idea.due_on))
        return Cell(f"{idea.owner}, {before}", Tone.AMBER)
    return Cell(_("Funded"), Tone.GREEN)
