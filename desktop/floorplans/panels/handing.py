"""Handing drawings of an evening to the architect, all in one go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.floorplans.exchange.handover import file_name, files_of, write_folder, write_zip
from desktop.floorplans.queries import EveningLine, SketchView
from desktop.floorplans.titles import title_of
from desktop.language import _, ngettext
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.job import Progress

ENDINGS = (".dxf", ".ifc", ".json")


def hand_over(desk: Desk, evening: EveningLine, views: Sequence[SketchView], near: QWidget) -> None:
    """Ask in which formats and where, and write a file of each of these drawings."""
    form = Form()
    form.check("dxf", _("DXF, for a drawing program"), True)
    form.check("ifc", _("IFC, for a building model"))
    form.check("json", _("JSON, to read in here again"))
    form.choice(
        "into",
        _("Where do the files go?"),
        [("zip", _("In one zip file, to send")), ("folder", _("In a folder"))],
        "zip",
    )

    def work() -> None:
        endings = [ending for ending in ENDINGS if form.value(ending[1:])]
        if not endings:
            raise Refused(_("Choose at least one kind of file."), "dxf")
        name = f"{evening.held_on.isoformat()} {file_name(evening.title)}"
        into_zip = form.value("into") == "zip"
        if into_zip:
            place = desk.save_file(near, _("Hand over drawings"), f"{name}.zip", "Zip (*.zip)")
        else:
            folder = desk.ask_folder(near, _("Hand over drawings"))
            place = None if folder is None else folder / name
        if place is not None:
            _write(desk, views, endings, place, into_zip, near)

    counted = ngettext(
        "{n} drawing goes along, with all its storeys.",
        "{n} drawings go along, with all their storeys.",
        len(views),
    ).format(n=len(views))
    Dialog(
        desk, _("Hand over drawings"), form, _("Choose where…"), work, near, explanation=counted
    ).open()


def _write(
    desk: Desk,
    views: Sequence[SketchView],
    endings: Sequence[str],
    place: Path,
    into_zip: bool,
    near: QWidget,
) -> None:
    drawings = [(title_of(view.line), view.home) for view in views]

    def work(progress: Progress) -> str:
        files = files_of(drawings, endings, progress.step)
        write = write_zip if into_zip else write_folder
        write(place, files)
        saved = ngettext("{n} file saved: {name}", "{n} files saved: {name}", len(files))
        return saved.format(n=len(files), name=place.name)

    desk.run(_("The drawings are being saved"), work, desk.said.emit, near)
