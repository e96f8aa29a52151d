"""The papers of Plattegronden as they are asked for: a plan, drawings of the database, a whole
evening, and several drawings compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from sqlalchemy.orm import Session

from desktop.documents.letterhead import letterhead
from desktop.documents.paper import Paper
from desktop.floorplans import queries
from desktop.floorplans.checks import Wish, check_home, rules_on
from desktop.floorplans.documents.comparison import draw_comparison
from desktop.floorplans.documents.cover import bookmark_of, draw_cover
from desktop.floorplans.documents.fitting import SCALES
from desktop.floorplans.documents.sheets import Drawn, begun, draw_sheets
from desktop.floorplans.geometry.derived import derive_home
from desktop.floorplans.plan import Home
from desktop.floorplans.queries import Compared, SketchView
from desktop.floorplans.titles import title_among, title_of
from desktop.language import _, language
from desktop.language.format import local
from desktop.refused import Refused


def plan_paper(home: Home, title: str, made_on: date, scales: Sequence[int] = SCALES) -> Paper:
    """A home on paper, to the largest of `scales` that fits; 1:50 or 1:100 by itself."""
    storeys = derive_home(home)
    findings = check_home(home, storeys, rules_on(made_on))
    drawn = Drawn(home, storeys, findings, made_on, sketch_of=title)
    called = _("Floor plan {name}").format(name=title)
    return _paper("plan", called, "", made_on, lambda canvas: draw_sheets(canvas, drawn, scales))


def sketches_paper(session: Session, ids: Sequence[int], now: datetime) -> Paper:
    """The sheets of these drawings, with a bookmark for each when there are more. Refuses numbers
    that do not exist."""
    drawn = [_drawn(session, id, now) for id in ids]
    if not drawn:
        raise _none()
    names = ", ".join(one.sketch_of for one in drawn[:3]) + (", …" if len(drawn) > 3 else "")
    called = _("Floor plan {name}").format(name=names)
    return _paper(
        "plan", called, drawn[0].drawn_for, local(now).date(), lambda canvas: _all(canvas, drawn)
    )


def evening_paper(session: Session, evening_id: int, now: datetime) -> Paper:
    """Everything of an evening: a cover, and the sheets of each drawing with its name as bookmark.
    Refuses an evening without drawings."""
    evening = queries.evening(session, evening_id)
    drawn = [_drawn(session, line.id, now) for line in queries.sketches(session, evening_id)]
    if not drawn:
        raise _none()

    def draw(canvas: Canvas) -> None:
        draw_cover(canvas, evening, drawn)
        _all(canvas, drawn)

    called = _("Drawing evening {name}").format(name=evening.title)
    return _paper("plan-evening", called, drawn[0].drawn_for, local(now).date(), draw)


def comparison_paper(session: Session, ids: Sequence[int], now: datetime) -> Paper:
    """Two to six drawings on one sheet, to one scale."""
    return _comparison([_drawn(session, id, now) for id in ids], now)


def compared_paper(
    session: Session,
    compared: Sequence[Compared],
    now: datetime,
    draw: Callable[[Canvas, Sequence[Drawn]], None] = draw_comparison,
) -> Paper:
    """As `comparison_paper`, of drawings as they are now and versions of them as they were kept;
    side by side, or as `draw` lays them on the sheet."""
    drawn = []
    for one in compared:
        view = queries.sketch(session, one.line.id)
        drawn.append(_drawn_of(session, replace(view, home=one.home), title_among(one), now))
    return _comparison(drawn, now, draw)


def _comparison(
    drawn: Sequence[Drawn],
    now: datetime,
    draw: Callable[[Canvas, Sequence[Drawn]], None] = draw_comparison,
) -> Paper:
    called = _("Drawings compared: {names}").format(names=", ".join(one.sketch_of for one in drawn))
    return _paper(
        "plan-comparison",
        called,
        drawn[0].drawn_for if drawn else "",
        local(now).date(),
        lambda canvas: draw(canvas, drawn),
    )


def _none() -> Refused:
    return Refused(_("There is no drawing to print yet."), "numbers")


def _drawn(session: Session, sketch_id: int, now: datetime) -> Drawn:
    view = queries.sketch(session, sketch_id)
    return _drawn_of(session, view, title_of(view.line), now)


def _drawn_of(session: Session, view: SketchView, title: str, now: datetime) -> Drawn:
    evening = view.line.evening_id and queries.evening(session, view.line.evening_id)
    made_on = local(now).date()
    storeys = derive_home(view.home)
    wishes = frozenset(Wish(wanted) for wanted in view.wanted)
    return Drawn(
        view.home,
        storeys,
        check_home(view.home, storeys, rules_on(made_on), wishes),
        made_on,
        title,
        evening.project if evening else "",
        evening.home_type if evening else "",
        letterhead(session).name,
    )


def _all(canvas: Canvas, drawn: Sequence[Drawn]) -> None:
    for place, one in enumerate(drawn):
        key = bookmark_of(place)
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(one.sketch_of, key, 0)
        draw_sheets(canvas, one)


def _paper(
    key: str, title: str, author: str, made_on: date, draw: Callable[[Canvas], None]
) -> Paper:
    file = BytesIO()
    canvas = begun(file, title, author or "Samenspraak", language())
    draw(canvas)
    canvas.save()
    return Paper(key, title, made_on, language(), file.getvalue())
