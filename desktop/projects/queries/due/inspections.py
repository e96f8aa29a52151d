"""Findings on Vandaag: those that are late, those that nobody checked yet, people who reported one
and wait for an answer, and walks of which nothing was handed out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from desktop.feature import Due, Figure, Place
from desktop.language import _, ngettext
from desktop.language.format import local
from desktop.projects.model import Finding, Inspection, Project
from desktop.projects.states import FindingState, ProjectState
from desktop.projects.wording import word
from desktop.urgency import end_of, urgency

TAB = "projects"
RESTING = (ProjectState.CLOSED, ProjectState.HALTED)
# What somebody took over by name goes on after the project.
FOUND = Project.state.not_in(RESTING) | (
    (Project.state == ProjectState.CLOSED) & (Finding.handed_to != "")
)
CHECK_DAYS = 7  # a working agreement: somebody looks within a week
ANSWER_DAYS = 14  # and who reported it hears within two what is done with it
AHEAD_DAYS = 14


def due(session: Session, now: datetime) -> list[Due]:
    """Everything about findings that somebody must do, in no order."""
    today = local(now).date()
    return [
        *_to_solve(session, now, today),
        *_to_check(session, now),
        *_to_tell(session, now),
        *_to_hand_out(session, now),
    ]


def _of_work() -> Select[Finding]:
    return (
        select(Finding)
        .join(Inspection, Inspection.id == Finding.inspection_id)
        .join(Project, Project.id == Inspection.project_id)
        .options(joinedload(Finding.inspection).joinedload(Inspection.project))
        .where(FOUND)
    )


def _to_solve(session: Session, now: datetime, today: date) -> Iterator[Due]:
    rows = session.scalars(
        _of_work().where(
            Finding.state == FindingState.TAKEN_UP,
            Finding.due_on <= today + timedelta(days=AHEAD_DAYS),
        )
    )
    for one in rows:
        if one.due_on is not None:
            what = f"{word(one.kind).lower()}, {one.place or _('on the map')}"
            yield Due(
                "!",
                _("Solve: {what}").format(what=what),
                f"{one.inspection.project.name} · {one.handed_to or one.owner}",
                urgency(end_of(one.due_on), now),
                _("Open the finding"),
                Place(TAB, "finding", one.id),
                end_of(one.due_on),
            )


def _to_check(session: Session, now: datetime) -> Iterator[Due]:
    for walk, findings in _by_walk(session, _of_work().where(Finding.state == FindingState.SOLVED)):
        days = [one.solved_on for one in findings if one.solved_on is not None]
        if not days:
            continue
        last = end_of(min(days) + timedelta(days=CHECK_DAYS))
        words = ngettext(
            "Look whether {n} finding is solved", "Look whether {n} findings are solved",
            len(findings),
        )  # fmt: skip
        yield _of_walk(walk, words, len(findings), findings[0].id, last, now)


def _to_tell(session: Session, now: datetime) -> Iterator[Due]:
    waiting = _of_work().where(Finding.reporter != "", Finding.reporter_told_on.is_(None))
    for walk, findings in _by_walk(session, waiting):
        first = min(local(one.found_at).date() for one in findings)
        last = end_of(first + timedelta(days=ANSWER_DAYS))
        words = ngettext(
            "Tell who reported it what is done ({n} finding)",
            "Tell who reported it what is done ({n} findings)",
            len(findings),
        )
        yield _of_walk(walk, words, len(findings), findings[0].id, last, now)


def _to_hand_out(session: Session, now: datetime) -> Iterator[Due]:
    new = _of_work().where(
        Finding.state == FindingState.REPORTED, Inspection.finished_at.is_not(None)
    )
    for walk, findings in _by_walk(session, new):
        words = ngettext("Hand out {n} new finding", "Hand out {n} new findings", len(findings))
        last = end_of(walk.held_on + timedelta(days=CHECK_DAYS))
        yield _of_walk(walk, words, len(findings), findings[0].id, last, now)


def _by_walk(
    session: Session, wanted: Select[Finding]
) -> Iterator[tuple[Inspection, list[Finding]]]:
    found: dict[int, list[Finding]] = {}
    for one in session.scalars(wanted.order_by(Finding.inspection_id, Finding.number)):
        found.setdefault(one.inspection_id, []).append(one)
    for findings in found.values():
        yield findings[0].inspection, findings


def _of_walk(
    walk: Inspection, words: str, count: int, finding_id: int, last: datetime, now: datetime
) -> Due:
    return Due(
        str(count) if count < 100 else "99+",
        words.format(n=count),
        f"{walk.project.name} · {walk.route}",
        urgency(last, now),
        _("Open the walk"),
        Place(TAB, "finding", finding_id),
        last,
    )


def figures(session: Session, now: datetime) -> list[Figure]:
    """How many findings are late; nothing while none is."""
    today = local(now).date()
    count = session.scalar(
        select(func.count(Finding.id))
        .join(Inspection, Inspection.id == Finding.inspection_id)
        .join(Project, Project.id == Inspection.project_id)
        .where(
            Finding.state == FindingState.TAKEN_UP,
            Finding.due_on < today,
            FOUND,
        )
    )
    if not count:
        return []
    meaning = ngettext("finding is late", "findings are late", count)
    return [Figure(str(count), meaning, Place(TAB), "red")]
