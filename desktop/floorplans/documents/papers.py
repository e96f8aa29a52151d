"""The papers of Plattegronden as they are asked for: a plan, one drawing of the database, a whole
evening, and several drawings compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from desktop.documents.paper import Paper
from desktop.floorplans.checks import check_home, rules_on
from desktop.floorplans.documents.fitting import SCALES
from desktop.floorplans.documents.sheets import Drawn, begun, draw_sheets
from desktop.floorplans.geometry.derived import derive_home
from desktop.floorplans.plan import Home
from desktop.language import _, in_language


def plan_paper(
    home: Home, title: str, made_on: date, language: str, scales: Sequence[int] | None = None
) -> Paper:
    """A home on paper, to the largest of `scales` that fits; 1:50 or 1:100 by itself."""
    storeys = derive_home(home)
    findings = check_home(home, storeys, rules_on(made_on))
    drawn = Drawn(home, storeys, findings, made_on, sketch_of=title)
    return _paper("plan", title, drawn, language, scales or SCALES)


def _paper(
    key: str, title: str, drawn: Drawn, language: str, scales: Sequence[int] = SCALES
) -> Paper:
    with in_language(language):
        called = _("Floor plan {name}").format(name=title)
        file = BytesIO()
        canvas = begun(file, called, drawn.drawn_for or "Samenspraak", language)
        draw_sheets(canvas, drawn, scales)
        canvas.save()
    return Paper(key, called, drawn.made_on, language, file.getvalue())
