"""What tenants were promised, as screens and papers show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.projects.model import Promise
from desktop.projects.rules.voices import SETTLED
from desktop.projects.states import PromiseState
from desktop.projects.wording import word


@dataclass(frozen=True)
class PromiseLine:
    """A promise. `for_whom` is a group of tenants; `address` the dwelling that it was made to,
    which never stands on a list for others; `gathering` where it was made, when that was at one."""

    id: int
    version: int
    project_id: int
    what: str
    for_whom: str
    address: str
    made_on: date
    session_id: int | None
    gathering: str
    due_on: date
    owner: str
    state: PromiseState
    settled_on: date | None
    evidence: str
    agreed_with: str
    reason: str
    reaction: str
    handed_to: str
    late: bool

    @property
    def is_open(self) -> bool:
        return self.state not in SETTLED


def promises_of(session: Session, project_id: int, today: date) -> list[PromiseLine]:
    """The promises of a project: what is open by its day, then what was settled, newest first."""
    rows = session.scalars(
        select(Promise)
        .options(joinedload(Promise.dwelling), joinedload(Promise.session))
        .where(Promise.project_id == project_id)
        .order_by(Promise.due_on, Promise.id)
    )
    lines = [_promise(row, today) for row in rows]
    settled = [line for line in lines if not line.is_open]
    settled.sort(key=lambda line: line.settled_on or line.due_on, reverse=True)
    return [*(line for line in lines if line.is_open), *settled]


def _promise(row: Promise, today: date) -> PromiseLine:
    return PromiseLine(
        id=row.id,
        version=row.version,
        project_id=row.project_id,
        what=row.what,
        for_whom=row.to_whom,
        address=row.dwelling.address if row.dwelling is not None else "",
        made_on=row.made_on,
        session_id=row.session_id,
        gathering=row.session.title or word(row.session.kind) if row.session is not None else "",
        due_on=row.due_on,
        owner=row.owner,
        state=row.state,
        settled_on=row.settled_on,
        evidence=row.evidence,
        agreed_with=row.agreed_with,
        reason=row.reason,
        reaction=row.reaction,
        handed_to=row.handed_to,
        late=row.state not in SETTLED and row.due_on < today,
    )
