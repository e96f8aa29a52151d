"""Deurlijst: who goes to which door, a page for each staircase. It says who answered what, not
why: nobody asks that on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import Ticks, text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import Cell, table
from desktop.language import _, in_language, ngettext
from desktop.language.format import day_figures, day_tiny, local
from desktop.projects.queries.consent import HomeLine, RoundView, round_view
from desktop.projects.states import ConsentAnswer
from desktop.projects.wording import word

WIDTHS = [30 * mm, 33 * mm, 19 * mm, 21 * mm, 62 * mm]


def make(session: Session, round_id: int, now: datetime) -> Paper:
    """Every dwelling by staircase: its name, its answer, when it was tried, and room to tick."""
    made_on = local(now).date()
    view = round_view(session, round_id, made_on)
    with in_language("nl"):
        parts = [
            Part(list(_story(view, stairwell, homes)), bookmark, footer)
            for stairwell, homes in _staircases(view)
            for bookmark in [_named(stairwell)]
            for footer in [
                _("{project} · {stairs} · made on {day} · do not leave this lying about").format(
                    project=view.project, stairs=_named(stairwell), day=day_figures(made_on)
                )
            ]
        ]
    return letter.finish(
        "consent-doors",
        lambda: _("Door list: {project}").format(project=view.project),
        parts,
        letterhead(session),
        made_on,
    )


def _staircases(view: RoundView) -> Iterator[tuple[str, Sequence[HomeLine]]]:
    for stairwell, homes in groupby(view.homes, key=lambda home: home.stairwell):
        yield stairwell, list(homes)


def _named(stairwell: str) -> str:
    if not stairwell:
        return _("without a staircase")
    return _("Staircase {name}").format(name=stairwell)


def _story(view: RoundView, stairwell: str, homes: Sequence[HomeLine]) -> Iterator[Flowable]:
    yield text(
        _("Door list: {project}, {stairs}").format(project=view.project, stairs=_named(stairwell)),
        "title",
    )
    yield text(_to_do(homes))
    heads = [_("Dwelling"), _("Name"), _("Answer"), _("Tried on"), _("Today")]
    yield table(heads, [_row(home) for home in homes], WIDTHS, least_height=11 * mm)


def _to_do(homes: Sequence[HomeLine]) -> str:
    """How many doors are left on this staircase."""
    waiting = sum(home.unanswered for home in homes)
    if not waiting:
        return _("Everybody here has answered.")
    said = ngettext(
        "{n} household has not answered.", "{n} households have not answered.", waiting
    ).format(n=waiting)
    never = sum(home.not_visited for home in homes)
    if not never:
        return said
    unseen = ngettext("{n} was not visited yet.", "{n} were not visited yet.", never)
    return f"{said} {unseen.format(n=never)}"


def _row(home: HomeLine) -> list[Cell]:
    if home.vacant:
        return [text(home.address, "cell bold"), _("vacant"), "–", "–", ""]
    said = home.answer is not ConsentAnswer.NOT_SPOKEN
    ticks: Cell = ""
    if home.unanswered:
        ticks = Ticks([_("yes"), _("no"), _("thinks"), _("not home")], side=3.4 * mm, size=8)
    return [
        text(home.address, "cell bold"),
        home.name,
        word(home.answer) if said else "–",
        ", ".join(day_tiny(day) for day in home.tried) or "–",
        ticks,
    ]
