"""The files of Beheer that come in and go out, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.feature import Exportable, Importable, ImportReport, ImportWish
from desktop.language import _, ngettext
from desktop.projects.actions.reading_plans import BroughtPlan, look_at_plan, take_in_plan
from desktop.projects.actions.reading_sheets import Brought, look_at, take_in
from desktop.projects.exchange.calendars import write_project
from desktop.projects.exchange.plans import SUFFIXES, read_plan_file
from desktop.projects.exchange.records import read_project
from desktop.projects.exchange.writing import write_whole_project
from desktop.projects.model import Project
from desktop.refused import Refused
from desktop.store import Actor, Store


def importables() -> Sequence[Importable]:
    """What `samenspraak import` knows of Beheer."""
    return (
        Importable("project", lambda: _("A project (xlsx) or its plan (gan, xml)"), import_file),
    )


def exportables() -> Sequence[Exportable]:
    """What `samenspraak export` knows of Beheer."""
    return (
        Exportable("project", lambda: _("A project (xlsx)"), export_project),
        Exportable(
            "project-calendar",
            lambda: _("The dates of projects for a calendar (ics)"),
            export_dates,
        ),
    )


def import_file(store: Store, who: Actor, path: Path, wish: ImportWish) -> ImportReport:
    """Read a workbook or a plan into the project with the code `wish.into`; the only project there
    is when no code is given."""
    with store.reading() as session:
        project_id = asked_project(session, wish.into)
    if path.suffix.lower() in SUFFIXES:
        plan = read_plan_file(path)
        work = look_at_plan if wish.dry_run else take_in_plan
        return plan_report(work(store, who, project_id, plan), wish.dry_run)
    sheets = read_project(path)
    read = look_at if wish.dry_run else take_in
    return sheets_report(read(store, who, project_id, sheets), wish.dry_run)


def export_project(session: Session, path: Path, asked: Sequence[str], now: datetime) -> int:
    """Write the project with this code as a workbook. Returns how many rows it has."""
    return write_whole_project(session, path, asked_project(session, next(iter(asked), None)))


def export_dates(session: Session, path: Path, asked: Sequence[str], now: datetime) -> int:
    """Write every date of the projects with these codes, and without codes of all of them. Returns
    how many dates there are."""
    ids = [asked_project(session, code) for code in asked]
    return write_project(
        session, path, ids or list(session.scalars(select(Project.id).order_by(Project.id))), now
    )


def asked_project(session: Session, code: str | None) -> int:
    """The project with a code. Refuses a code that is not there, and none when there are more."""
    projects: dict[str, int] = dict(session.execute(select(Project.code, Project.id)).all())
    if code is None and len(projects) == 1:
        return next(iter(projects.values()))
    if code is None or code not in projects:
        raise Refused(
            _("Name a project by its code. There are: {codes}.").format(
                codes=", ".join(sorted(projects)) or _("none")
            ),
            "into",
        )
    return projects[code]


def sheets_report(brought: Mapping[str, Brought], dry_run: bool) -> ImportReport:
    """What a workbook brought, sheet by sheet."""
    names = {
        "tasks": _("Tasks"),
        "findings": _("Findings"),
        "promises": _("Promises"),
        "budget": _("Budget lines"),
        "costs": _("Costs"),
    }
    sentences = [
        _("{sheet}: {new} new, {changed} changed, {same} unchanged").format(
            sheet=names[key], new=one.new, changed=one.changed, same=one.same
        )
        for key, one in brought.items()
    ]
    if dry_run:
        sentences.append(_("This is a try: nothing was changed."))
    elif not any(one.new or one.changed for one in brought.values()):
        sentences.append(_("Everything in this file is already known. Nothing changes."))
    values = {key: asdict(one) for key, one in brought.items()}
    return ImportReport(tuple(sentences), {"dry_run": dry_run, **values})


def plan_report(brought: BroughtPlan, dry_run: bool) -> ImportReport:
    """What a plan brought, and what counts in another way here."""
    counted = ngettext("{n} task", "{n} tasks", brought.tasks).format(n=brought.tasks)
    place = (
        _("They take the place of the plan that nobody worked on yet.")
        if brought.replaces
        else _("They come behind the tasks that are there.")
    )
    sentences = [counted, place, *brought.remarks]
    if dry_run:
        sentences.append(_("This is a try: nothing was changed."))
    return ImportReport(tuple(sentences), {"dry_run": dry_run, **asdict(brought)})
