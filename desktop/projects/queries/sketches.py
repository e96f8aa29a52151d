"""The drawings of tenants that belong to a project: who drew which home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.feature import Drawn
from desktop.projects.model import ProjectSketch


@dataclass(frozen=True)
class SketchLine:
    """A drawing of the project; `home` is empty until somebody filled it in."""

    id: int
    version: int
    home: str
    drawn: Drawn


def sketches_of(session: Session, project_id: int, drawn: Sequence[Drawn]) -> list[SketchLine]:
    """The drawings of a project by home, those without one at the end. What was removed in
    Plattegronden is not among `drawn`, and so not here."""
    by_id = {one.id: one for one in drawn}
    rows = session.scalars(select(ProjectSketch).where(ProjectSketch.project_id == project_id))
    lines = [
        SketchLine(row.id, row.version, row.home, by_id[row.sketch_id])
        for row in rows
        if row.sketch_id in by_id
    ]
    return sorted(lines, key=lambda line: (not line.home, line.home, line.drawn.title))
