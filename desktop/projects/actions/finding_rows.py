"""Findings that come in from a list: new ones, and what changed in those that are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, fill
from desktop.language import _
from desktop.language.format import AMSTERDAM
from desktop.projects.exchange.finding_rows import FIELDS, finding_row
from desktop.projects.exchange.records import FindingRow
from desktop.projects.exchange.sheets import completed
from desktop.projects.model import Finding, FindingStep, Inspection, Project
from desktop.projects.rules.findings import check_outcome, check_place
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.states import InspectionKind
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found

NOON = time(12)
FIRST_ROW = 2  # the headings are the first


@dataclass(frozen=True)
class Brought:
    """How many findings of a list are new, changed, and as they were."""

    new: int
    changed: int
    same: int


def take_in_findings(
    store: Store, who: Actor, project_id: int, rows: Sequence[FindingRow]
) -> Brought:
    """Bring findings in. A route, a day and a number say which one a row is; a walk that is not
    there is made. Refuses the whole list, with the row: a finding that stands in it twice, one
    that nobody can go to, and a state that does not have what belongs to it."""
    counted = {"new": 0, "changed": 0, "same": 0}
    with store.act(who, "projects.findings.import", undo=_("Read in findings")) as act:
        session = act.session
        check_at_work(found(session, Project, project_id).state)
        walks = {(walk.route, walk.held_on): walk for walk in _walks(session, project_id)}
        seen: set[tuple[str, date, int]] = set()
        for at, row in enumerate(rows, FIRST_ROW):
            try:
                if (key := (row.route, row.held_on, row.number)) in seen:
                    raise Refused(_("This finding stands in the list twice."), "file")
                seen.add(key)
                counted[_bring(store, session, walks, project_id, row)] += 1
            except Refused as refused:
                words = _("Row {n}: {why} Nothing was read in.")
                raise Refused(words.format(n=at, why=refused.sentence), "file") from refused
    return Brought(**counted)


def _walks(session: Session, project_id: int) -> Sequence[Inspection]:
    return session.scalars(select(Inspection).where(Inspection.project_id == project_id)).all()


def _bring(
    store: Store,
    session: Session,
    walks: dict[tuple[str, date], Inspection],
    project_id: int,
    row: FindingRow,
) -> str:
    walk = walks.get((row.route, row.held_on))
    if walk is None:
        walk = Inspection(
            project_id=project_id,
            kind=InspectionKind.WALK,
            held_on=day_of(store, row.held_on),
            finished_at=store.now(),
        )
        fill(walk, {"route": row.route}, {"route": str})
        session.add(walk)
        session.flush()
        walks[row.route, row.held_on] = walk
    one = next((one for one in walk.findings if one.number == row.number), None)
    row = completed(row, finding_row(one) if one is not None else None)
    if one is not None and finding_row(one) == row:
        return "same"
    what = "changed"
    if one is None:
        if row.number < 1:
            raise Refused(_("A number begins at 1."), "file")
        what = "new"
        one = Finding(
            number=row.number,
            found_at=datetime.combine(row.held_on, NOON, tzinfo=AMSTERDAM),
        )
        walk.findings.append(one)
    before = one.state
    fill(one, {name: getattr(row, name) for name in FIELDS}, dict.fromkeys(FIELDS))
    check_place(one.place, one.x, one.y)
    check_outcome(
        one.state,
        one.owner,
        one.due_on,
        one.solved_on,
        one.referred_to,
        one.reason,
        row.held_on,
    )
    session.flush()
    if one.state is not before:
        session.add(
            FindingStep(finding_id=one.id, state=one.state, taken_on=day_of(store, None), note="")
        )
    return what
