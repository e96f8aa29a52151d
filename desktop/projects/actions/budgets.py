"""A budget that residents divide: its money, its ideas, what is possible, and what is done with
those that were funded. Ballots and the result are in `ballots`."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.projects.model import BudgetIdea, BudgetRound, Project
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.states import BudgetRoundState
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import stale

R = BudgetRoundState
MOST_CENTS = 100_000_000  # a million euro; more is a typing error
MOST_HOUSEHOLDS = 100_000


def start_budget(
    store: Store,
    who: Actor,
    project_id: int,
    name: str,
    amount_cents: int,
    households: int,
    rules: str = "",
    vote_until: date | None = None,
) -> int:
    """Residents get money to divide. Refuses no name, no money, and no household."""
    with store.act(who, "projects.budget_round.start", undo=_("New residents’ budget")) as act:
        session = act.session
        check_at_work(found(session, Project, project_id).state)
        row = BudgetRound(project_id=project_id)
        _fill(row, name, amount_cents, households, rules, vote_until)
        session.add(row)
        session.flush()
        return row.id


def change_budget(
    store: Store,
    who: Actor,
    round_id: int,
    name: str,
    amount_cents: int,
    households: int,
    rules: str = "",
    vote_until: date | None = None,
    version: int | None = None,
) -> None:
    """Change the money, the rules or who may vote. Refuses it once people vote."""
    with store.act(who, "projects.budget_round.change", undo=_("Change residents’ budget")) as act:
        row = _before_voting(act.session, round_id)
        stale(row, version, {"name": name, "amount_cents": amount_cents})
        _fill(row, name, amount_cents, households, rules, vote_until)


def add_idea(store: Store, who: Actor, round_id: int, name: str, what: str = "") -> int:
    """An idea of residents. Refuses one without a name, the same name twice, and once people
    vote."""
    with store.act(who, "projects.idea.add", undo=_("New idea")) as act:
        session = act.session
        held(session, BudgetRound, round_id)
        row = _before_voting(session, round_id)
        last = session.scalar(
            select(func.max(BudgetIdea.number)).where(BudgetIdea.round_id == round_id)
        )
        idea = BudgetIdea(
            round_id=row.id,
            number=(last or 0) + 1,
            name=_name(row, name),
            what=written(BudgetIdea, "what", what),
        )
        row.state = R.COLLECTING
        session.add(idea)
        session.flush()
        return idea.id


def change_idea(
    store: Store, who: Actor, idea_id: int, name: str, what: str, version: int | None = None
) -> None:
    """Correct the words of an idea. Refuses it once people vote."""
    with store.act(who, "projects.idea.change", undo=_("Change idea")) as act:
        idea = found(act.session, BudgetIdea, idea_id)
        _before_voting(act.session, idea.round_id)
        stale(idea, version, {"name": name, "what": what})
        idea.name = _name(idea.round, name, idea.id)
        idea.what = written(BudgetIdea, "what", what)


def judge_idea(
    store: Store,
    who: Actor,
    idea_id: int,
    cost_cents: int | None,
    feasible: bool,
    reason: str = "",
) -> None:
    """What an idea costs and whether it can be done. Refuses one that can be done without its
    cost, and one that cannot be done without the reason."""
    with store.act(who, "projects.idea.test", undo=_("Test idea")) as act:
        idea = found(act.session, BudgetIdea, idea_id)
        row = _before_voting(act.session, idea.round_id)
        if feasible:
            if cost_cents is None or cost_cents <= 0:
                raise Refused(_("What does it cost? Fill in an amount of more than € 0."), "cost")
            if cost_cents > row.amount_cents:
                raise Refused(
                    _("This costs more than there is. Make it smaller, or say why it cannot be."),
                    "cost",
                )
        elif not reason.strip():
            raise Refused(_("Explain why not. Tenants read this."), "reason")
        idea.feasible, idea.cost_cents = feasible, cost_cents
        idea.reason = written(BudgetIdea, "reason", reason)
        row.state = _before(row)


def remove_idea(store: Store, who: Actor, idea_id: int) -> None:
    """Take an idea away that was noted by mistake. Refuses it once people vote."""
    with store.act(who, "projects.idea.remove", undo=_("Remove idea")) as act:
        idea = found(act.session, BudgetIdea, idea_id)
        row = _before_voting(act.session, idea.round_id)
        row.ideas.remove(idea)
        act.session.delete(idea)
        row.state = _before(row)


def open_voting(store: Store, who: Actor, round_id: int, vote_until: date | None = None) -> None:
    """The ballots go out. Refuses it while an idea was not tested, with one that costs more than
    there is, and with fewer than two ideas to choose from."""
    with store.act(who, "projects.budget_round.open", undo=_("Begin the voting")) as act:
        row = _before_voting(act.session, round_id)
        untested = [idea.name for idea in row.ideas if idea.feasible is None]
        if untested:
            raise Refused(
                _("“{idea}” was not tested yet: what does it cost, and can it be done?").format(
                    idea=untested[0]
                ),
                "ideas",
            )
        offered = [idea for idea in row.ideas if idea.feasible]
        for idea in offered:
            if (idea.cost_cents or 0) > row.amount_cents:
                sentence = _("“{idea}” costs more than there is to divide. Test it again.")
                raise Refused(sentence.format(idea=idea.name), "ideas")
        if len(offered) < 2:
            raise Refused(_("There are fewer than two ideas to choose from."), "ideas")
        row.state = R.VOTING
        row.vote_until = vote_until or row.vote_until


def carry_out_idea(
    store: Store, who: Actor, idea_id: int, owner: str, due_on: date | None, done: bool
) -> None:
    """Who carries out an idea that was funded, before when, and that it is done; also after the
    project, for residents were told that it comes. Refuses an idea that was not funded, one without
    somebody, and one without a day."""
    with store.act(who, "projects.idea.carry_out", undo=_("Carry out idea")) as act:
        idea = found(act.session, BudgetIdea, idea_id)
        funded = (idea.round.result or {}).get("funded", [])
        if not any(one["name"] == idea.name for one in funded):
            raise Refused(_("There was no money for this idea."), "idea")
        if not owner.strip():
            raise Refused(_("Who does this, and when is it done?"), "owner")
        if due_on is None:
            raise Refused(_("Who does this, and when is it done?"), "due_on")
        idea.owner, idea.due_on = written(BudgetIdea, "owner", owner), due_on
        idea.done_on = (idea.done_on or day_of(store, None)) if done else None


def _fill(
    row: BudgetRound,
    name: str,
    amount_cents: int,
    households: int,
    rules: str,
    vote_until: date | None,
) -> None:
    if not 0 < amount_cents <= MOST_CENTS:
        raise Refused(_("There must be money to divide. Fill in an amount above 0."), "amount")
    if not 0 < households <= MOST_HOUSEHOLDS:
        raise Refused(_("How many households may vote?"), "households")
    row.name = written(BudgetRound, "name", name, needed=True)
    row.rules = written(BudgetRound, "rules", rules)
    row.amount_cents, row.households, row.vote_until = amount_cents, households, vote_until


def _before(row: BudgetRound) -> BudgetRoundState:
    """Whether every idea was tested."""
    tested = bool(row.ideas) and all(idea.feasible is not None for idea in row.ideas)
    return R.TESTED if tested else R.COLLECTING


def _before_voting(session: Session, round_id: int) -> BudgetRound:
    row = found(session, BudgetRound, round_id)
    check_at_work(row.project.state)
    if row.state not in (R.COLLECTING, R.TESTED):
        raise Refused(_("People vote already, so the ideas stay as they are."), "state")
    return row


def _name(row: BudgetRound, name: str, own_id: int | None = None) -> str:
    words = written(BudgetIdea, "name", name, needed=True)
    if any(one.name.lower() == words.lower() and one.id != own_id for one in row.ideas):
        raise Refused(
            _("There are two ideas called “{name}”. Give one another name.").format(name=words),
            "name",
        )
    return words
