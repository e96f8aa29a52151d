"""Planning: A3 lying, on as many sheets as it takes, a phase whole where that can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak
from sqlalchemy.orm import Session

from desktop.documents import charts_pdf, styles
from desktop.documents.dated import paper
from desktop.documents.fitting import height_of
from desktop.documents.flowables import text
from desktop.documents.pages import Sheet
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.projects.charts.plan_sheet import FOOT, HEAD, ROW, PlanSheet
from desktop.projects.queries.plan import baselines_of, plan_of
from desktop.projects.queries.projects import ProjectView, project_view
from desktop.projects.rules.timeline.plan import Plan
from desktop.projects.rules.timeline.sheets import sheets
from desktop.projects.rules.timeline.words import critical_words, end_in_words
from desktop.refused import Refused

WIDTH = styles.WIDE_POSTER[0] - styles.LEFT - styles.RIGHT
UNDER_TITLE = 6.0  # points
FIRST = styles.WIDE_POSTER[1] - 15 * mm - styles.FOOT - HEAD - FOOT
LATER = styles.WIDE_POSTER[1] - 20 * mm - styles.FOOT - HEAD - FOOT


def make(session: Session, project_id: int, now: datetime) -> Paper:
    """The tasks of a project with what they wait for. Refuses a project without tasks."""
    today = local(now).date()
    view, plan = project_view(session, project_id, today), plan_of(session, project_id)
    if not plan.bars:
        raise Refused(_("There are no tasks to print. Add the first one."))
    kept = next((one.name for one in baselines_of(session, project_id)), "")
    return paper(
        session,
        "project-plan",
        lambda: _("Planning: {project}").format(project=view.name),
        lambda: list(_story(view, plan, kept, today)),
        now,
        Sheet.WIDE_POSTER,
    )


def _story(view: ProjectView, plan: Plan, kept: str, today: date) -> Iterator[Flowable]:
    above = list(_above(view, plan, kept, today))
    yield from above
    first = FIRST - height_of(above, WIDTH) - UNDER_TITLE
    rows = sheets(plan, int(first // ROW), int(LATER // ROW))
    for place, sheet in enumerate(rows):
        if place:
            yield PageBreak()
        yield charts_pdf.drawing(PlanSheet(plan, sheet, today, LATER if place else first), WIDTH)


def _above(view: ProjectView, plan: Plan, kept: str, today: date) -> Iterator[Flowable]:
    """The title of the first sheet, and the sentences under it."""
    yield text(
        _("Planning of {project}, as on {day}").format(project=view.name, day=day_plain(today)),
        "title",
    )
    said = [end_in_words(plan)]
    path = critical_words(plan)
    if path:
        said.append(path[0].upper() + path[1:] + ("" if path.endswith("…") else "."))
    if kept:
        said.append(_("The low strips are the plan that was kept as “{name}”.").format(name=kept))
    yield text(" ".join(said), "small")
