"""The ballots of a residents' budget for whoever enters them, until the result is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import Dwelling
from desktop.language.fold import fold
from desktop.language.format import local
from desktop.projects.model import Ballot, BallotChoice, BudgetRound, ProjectDwelling
from desktop.store.found import found


@dataclass(frozen=True)
class BallotLine:
    """That a household voted, and when its ballot was entered, in local time. What it wants is no
    part of it: who looks for a mistake need not see that of everybody."""

    id: int
    household: str
    cast_at: datetime


def ballots_of(session: Session, round_id: int) -> list[BallotLine]:
    """The ballots that were entered, the newest first; none once the result is there, for then
    nobody knows whose they are."""
    rows = session.scalars(
        select(Ballot)
        .where(Ballot.round_id == round_id, Ballot.household.is_not(None))
        .order_by(Ballot.cast_at.desc(), Ballot.id.desc())
    )
    return [BallotLine(row.id, row.household or "", local(row.cast_at)) for row in rows]


def wanted_on(session: Session, ballot_id: int) -> list[int]:
    """The ideas that one ballot is for, by their number in the database."""
    return list(
        session.scalars(select(BallotChoice.idea_id).where(BallotChoice.ballot_id == ballot_id))
    )


def may_live_there(session: Session, round_id: int, household: str) -> bool:
    """Whether a dwelling of the project has this number, typed alone or with its street. Where
    fewer dwellings are known than households may vote, any number may be right."""
    round = found(session, BudgetRound, round_id)
    homes = session.execute(
        select(Dwelling.street, Dwelling.house_number)
        .join(ProjectDwelling, ProjectDwelling.dwelling_id == Dwelling.id)
        .where(ProjectDwelling.project_id == round.project_id)
    ).all()
    typed = _as_one_word(household)
    return len(homes) < round.households or any(
        typed in map(_as_one_word, (number, street + number, number + street))
        for street, number in homes
    )


def _as_one_word(words: str) -> str:
    """`14 A`, `14-a` and `14A` are one number."""
    return fold(words).replace(" ", "")
