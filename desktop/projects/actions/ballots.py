"""Ballots of a residents' budget: what households want, and the result that follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import clock_letter, day_plain, local
from desktop.projects.model import Ballot, BallotChoice, BudgetRound
from desktop.projects.queries.budgets import as_plain, outcome_of
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.states import BudgetRoundState
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from desktop.store.audit import AuditSubject
from desktop.store.found import found, held

R = BudgetRoundState


class VotedAlready(Refused):
    """A ballot of this household is there."""


def cast_ballot(
    store: Store, who: Actor, round_id: int, household: str, idea_ids: Collection[int]
) -> int:
    """What a household wants: any number of ideas, none too. Refuses a household that voted
    already, an idea that is not on the ballot, and more households than live there."""
    with store.act(who, "projects.ballot.cast", undo=_("Enter ballot")) as act:
        row = held(act.session, BudgetRound, round_id)
        _check_voting(row)
        ballot = _ballot(store, row, household, idea_ids, _voted(act.session, round_id))
        act.session.add(ballot)
        act.session.flush()
        return ballot.id


def cast_ballots(
    store: Store, who: Actor, round_id: int, wishes: Mapping[str, Collection[str]]
) -> int:
    """Enter all ballots of a file, the names of ideas by household; returns how many. Refuses what
    `cast_ballot` refuses, and then enters none."""
    with store.act(who, "projects.ballot.read", undo=_("Read in ballots")) as act:
        row = held(act.session, BudgetRound, round_id)
        _check_voting(row)
        ids = {idea.name: idea.id for idea in row.ideas}
        there = _voted(act.session, round_id)
        for household, names in wishes.items():
            ballot = _ballot(store, row, household, [ids.get(name, 0) for name in names], there)
            there[ballot.household or ""] = ballot.cast_at
            act.session.add(ballot)
        return len(wishes)


def change_ballot(
    store: Store,
    who: Actor,
    ballot_id: int,
    household: str,
    idea_ids: Collection[int],
    shown: tuple[str, Collection[int]] | None = None,
) -> None:
    """Correct a ballot that was entered wrong; the moment at which it was entered stays. `shown`
    are its household and ideas as they were on the screen. Refuses what `cast_ballot` refuses, it
    after the result, and (Conflict) what somebody else changed since."""
    with store.act(who, "projects.ballot.change", undo=_("Change ballot")) as act:
        session = act.session
        ballot = found(session, Ballot, ballot_id)
        row = held(session, BudgetRound, ballot.round_id)
        _check_voting(row)
        others = _voted(session, row.id, but=ballot_id)
        name = _household(store, row, household, others)
        wanted = _on_the_ballot(row, idea_ids)
        _check_as_shown(row, ballot, shown, (name, wanted))
        ballot.household = name
        ballot.choices = [
            *(choice for choice in ballot.choices if choice.idea_id in wanted),
            *_choices(wanted - {choice.idea_id for choice in ballot.choices}),
        ]


def _check_as_shown(
    row: BudgetRound,
    ballot: Ballot,
    shown: tuple[str, Collection[int]] | None,
    mine: tuple[str, Collection[int]],
) -> None:
    """The version of a ballot tells nothing of its ticks: they are rows of their own."""
    now = (ballot.household or "", [choice.idea_id for choice in ballot.choices])

    def as_read(household: str, idea_ids: Collection[int]) -> dict[str, object]:
        return {"household": {household: [i.name for i in row.ideas if i.id in set(idea_ids)]}}

    theirs = as_read(*now)
    if shown is not None and theirs not in (as_read(*shown), as_read(*mine)):
        raise Conflict(
            _("Somebody else changed this while you were typing. Choose which value stays."),
            Ballot.__tablename__,
            theirs,
            as_read(*mine),
        )


def remove_ballot(store: Store, who: Actor, ballot_id: int) -> None:
    """Take a ballot away that was entered by mistake. Refuses it after the result."""
    with store.act(who, "projects.ballot.remove", undo=_("Remove ballot")) as act:
        ballot = found(act.session, Ballot, ballot_id)
        _check_voting(found(act.session, BudgetRound, ballot.round_id))
        act.session.delete(ballot)


def fix_result(store: Store, who: Actor, round_id: int) -> None:
    """The result stands. The numbers of households on the ballots are wiped, also of those that
    were taken away: nobody needs to know any more who wanted what. Refuses it while nobody
    voted."""
    with store.act(who, "projects.budget_round.result") as act:
        session = act.session
        row = held(session, BudgetRound, round_id)
        _check_voting(row)
        row.result = as_plain(outcome_of(session, round_id))
        row.result_on = day_of(store, None)
        row.state = R.RESULT
        for ballot in session.scalars(select(Ballot).where(Ballot.round_id == round_id)):
            ballot.household = None
        act.erase.setdefault(Ballot.__tablename__, []).extend(_ever_there(session, round_id))
    store.scrub()


def _ever_there(session: Session, round_id: int) -> Sequence[int]:
    """The ballots that the trail tells of, but for those that people vote with elsewhere. One that
    was taken away, or undone, is in no table any more."""
    elsewhere = select(Ballot.id).where(Ballot.round_id != round_id)
    return session.scalars(
        select(AuditSubject.row_id)
        .where(AuditSubject.table == Ballot.__tablename__, AuditSubject.row_id.not_in(elsewhere))
        .distinct()
    ).all()


def _voted(session: Session, round_id: int, but: int | None = None) -> dict[str, datetime]:
    """When each household voted; `but` is a ballot that does not count."""
    rows = session.execute(
        select(Ballot.id, Ballot.household, Ballot.cast_at).where(Ballot.round_id == round_id)
    )
    return {household or "": cast_at for id, household, cast_at in rows if id != but}


def _ballot(
    store: Store,
    row: BudgetRound,
    household: str,
    idea_ids: Collection[int],
    voted: Mapping[str, datetime],
) -> Ballot:
    name = _household(store, row, household, voted)
    choices = _choices(_on_the_ballot(row, idea_ids))
    return Ballot(round_id=row.id, household=name, cast_at=store.now(), choices=choices)


def _household(
    store: Store, row: BudgetRound, household: str, voted: Mapping[str, datetime]
) -> str:
    """The number of a household that has not voted, beside those that `voted`."""
    name = household_name(written(Ballot, "household", household, needed=True))
    if name in voted:
        raise VotedAlready(_voted_already(store, name, local(voted[name])), "household")
    if len(voted) >= row.households:
        raise Refused(
            _("There are {n} households, and all of them voted.").format(n=row.households),
            "household",
        )
    return name


def household_name(typed: str) -> str:
    """One spelling for each household: 14a and 14A are the same."""
    return " ".join(typed.upper().split())


def _on_the_ballot(row: BudgetRound, idea_ids: Collection[int]) -> set[int]:
    wanted = set(idea_ids)
    if not wanted <= {idea.id for idea in row.ideas if idea.feasible}:
        raise Refused(_("This idea is not on the ballot."), "ideas")
    return wanted


def _choices(idea_ids: Collection[int]) -> list[BallotChoice]:
    return [BallotChoice(idea_id=id) for id in sorted(idea_ids)]


def _voted_already(store: Store, household: str, moment: datetime) -> str:
    if moment.date() == local(store.now()).date():
        sentence = _("Household {household} voted already at {time}.")
        return sentence.format(household=household, time=clock_letter(moment))
    sentence = _("Household {household} voted already on {day}.")
    return sentence.format(household=household, day=day_plain(moment.date()))


def _check_voting(row: BudgetRound) -> None:
    check_at_work(row.project.state)
    if row.state is R.RESULT:
        raise Refused(
            _("The result was told on {day}, so it stays.").format(
                day=day_plain(row.result_on) if row.result_on else ""
            ),
            "state",
        )
    if row.state is not R.VOTING:
        raise Refused(_("The voting has not begun. Test the ideas first."), "state")
