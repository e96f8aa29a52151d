"""What everybody may read of the promises of a project: nothing that leads to one dwelling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop.projects.queries.promises import PromiseLine, promises_of
from desktop.projects.states import PromiseState


@dataclass(frozen=True)
class PublicPromise:
    """A promise to a group of tenants, without what they said about it."""

    what: str
    for_whom: str
    made_on: date
    session_id: int | None
    gathering: str
    due_on: date
    owner: str
    state: PromiseState
    settled_on: date | None
    told: str  # what shows that it was kept, or why it was not
    is_open: bool
    late: bool


@dataclass(frozen=True)
class PublicPromises:
    """`to_dwellings` counts those that were made to the people of one dwelling: these stand on no
    list, for their words may say who lives there."""

    lines: tuple[PublicPromise, ...]
    to_dwellings: int

    @property
    def open_ones(self) -> tuple[PublicPromise, ...]:
        return tuple(line for line in self.lines if line.is_open)


def public_promises(session: Session, project_id: int, today: date) -> PublicPromises:
    """The promises of a project: what is open by its day, then what was settled, newest first."""
    lines = promises_of(session, project_id, today)
    shared = tuple(_public(line) for line in lines if not line.address)
    return PublicPromises(shared, len(lines) - len(shared))


def _public(line: PromiseLine) -> PublicPromise:
    return PublicPromise(
        what=line.what,
        for_whom=line.for_whom,
        made_on=line.made_on,
        session_id=line.session_id,
        gathering=line.gathering,
        due_on=line.due_on,
        owner=line.handed_to or line.owner,
        state=line.state,
        settled_on=line.settled_on,
        told=line.evidence if line.state is PromiseState.KEPT else line.reason,
        is_open=line.is_open,
        late=line.late,
    )
