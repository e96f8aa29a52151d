"""The files of Plattegronden that the command line brings in and takes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.feature import Exportable, Importable, ImportReport, ImportWish
from desktop.floorplans import queries
from desktop.floorplans.actions import NewSketch, begin_sketch
from desktop.floorplans.model import SketchRole
from desktop.language import _, ngettext
from desktop.refused import Refused
from desktop.store import Actor, Store


def exportables() -> Sequence[Exportable]:
    """A drawing, in the format that the name of the file says."""
    return (Exportable("floorplan", lambda: _("A drawing as a file"), _write),)


def importables() -> Sequence[Importable]:
    """A drawing of the architect, as a shell to begin with."""
    return (Importable("floorplan", lambda: _("A shell from a file"), _read),)


def _write(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    from desktop.floorplans.exchange.writing import write_home

    if len(numbers) != 1 or not numbers[0].isdecimal():
        raise Refused(_("Say which drawing: give its number."), "numbers")
    view = queries.sketch(session, int(numbers[0]))
    write_home(view.home, path, view.line.title)
    return 1


def _read(store: Store, who: Actor, path: Path, wish: ImportWish) -> ImportReport:
    """`wish.into` is the number of the evening that the shell is for."""
    from desktop.floorplans.exchange.reading import read_home
    from desktop.floorplans.exchange.told import told

    evening = wish.into
    if evening is not None and not evening.isdecimal():
        raise Refused(_("Say of which evening: give its number."), "into")
    read = read_home(path)
    walls = sum(len(level.walls) for level in read.home.levels)
    counted = ngettext("{n} wall read in.", "{n} walls read in.", walls).format(n=walls)
    lines = (counted, *told(read))
    values = {"walls": walls, "left_out": read.left_out}
    if wish.dry_run:
        return ImportReport(lines, values)
    into = None if evening is None else int(evening)
    new = NewSketch(path.stem, read.home, SketchRole.SHELL, into)
    return ImportReport(lines, values | {"drawing": begin_sketch(store, who, new)})
