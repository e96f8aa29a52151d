"""Files of the drawing in hand: saved, read in, and a picture put under it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.floorplans import actions
from desktop.floorplans.editing import Editing
from desktop.floorplans.exchange import backdrop
from desktop.floorplans.exchange.limits import content_of
from desktop.floorplans.exchange.placing import FileRead
from desktop.floorplans.exchange.reading import home_in
from desktop.floorplans.exchange.told import told
from desktop.floorplans.exchange.writing import write_home
from desktop.floorplans.plan import Background
from desktop.floorplans.queries import SketchView
from desktop.language import _, ngettext
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.job import Progress

if TYPE_CHECKING:
    from desktop.floorplans.exchange.dxf_in import NoUnit

DRAWINGS = "JSON (*.json);;DXF (*.dxf);;SVG (*.svg);;PNG (*.png);;IFC (*.ifc)"
READABLE = "*.json *.dxf *.sh3d *.sh3x"
PICTURES = "*.png *.jpg *.jpeg *.gif *.bmp *.tif *.tiff *.pdf"


def save(desk: Desk, view: SketchView, editing: Editing, near: QWidget) -> None:
    """Ask where, and write the drawing in the format that its name says."""
    name = f"{desk.today().isoformat()} {view.line.title}.json"
    path = desk.save_file(near, _("Save the drawing as a file"), name, DRAWINGS)
    if path is None:
        return
    home, title = editing.kept, view.line.title

    def work(_progress: Progress) -> Path:
        write_home(home, path, title)
        return path

    desk.run(_("The drawing is being saved"), work, lambda done: desk.said.emit(_saved(done)), near)


def _saved(path: Path) -> str:
    return _("Saved: {name}").format(name=path.name)


# Reading in ---------------------------------------------------------------------------------


def read_in(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Ask which file, and put what it holds in the place of the drawing; undo brings it back."""
    path = desk.ask_file(near, _("Read in a drawing"), _("Drawings") + f" ({READABLE})")
    if path is None:
        return
    found: list[bytes] = []
    if not desk.did(lambda: found.append(content_of(path)), near):
        return
    (content,) = found
    if path.suffix.lower() == ".dxf":
        _ask_layers(desk, editing, near, content)
    else:
        _read(desk, editing, near, content)


def _ask_layers(desk: Desk, editing: Editing, near: QWidget, content: bytes) -> None:
    """A drawing of an architect has much that is no wall: ask which layers are."""
    from desktop.floorplans.exchange.dxf_in import layers_of
    from desktop.floorplans.exchange.dxf_marks import WALLS, says

    found: list[dict[str, int]] = []
    if not desk.did(lambda: found.append(dict(layers_of(content))), near):
        return
    (layers,) = found
    if len(layers) < 2:
        _read(desk, editing, near, content)
        return
    form = Form()
    for number, (layer, lines) in enumerate(sorted(layers.items(), key=lambda one: -one[1])):
        counted = ngettext("{n} line", "{n} lines", lines).format(n=lines)
        form.check(str(number), f"{layer} ({counted})", says(layer, WALLS))
    names = [layer for layer, _lines in sorted(layers.items(), key=lambda one: -one[1])]

    def work() -> None:
        chosen = [name for number, name in enumerate(names) if form.value(str(number))]
        _read(desk, editing, near, content, layers=chosen or None)

    Dialog(
        desk,
        _("Which layers hold the walls?"),
        form,
        _("Read in"),
        work,
        near,
        explanation=_("Without a choice the program looks for layers that are called after walls."),
    ).open()


def _read(
    desk: Desk,
    editing: Editing,
    near: QWidget,
    content: bytes,
    mm_a_unit: float | None = None,
    layers: Collection[str] | None = None,
) -> None:
    from desktop.floorplans.exchange.dxf_in import NoUnit

    def work(_progress: Progress) -> FileRead | NoUnit:
        try:
            return home_in(content, mm_a_unit, layers)
        except NoUnit as no_unit:
            return no_unit

    def done(read: FileRead | NoUnit) -> None:
        if isinstance(read, NoUnit):
            _ask_length(desk, editing, near, content, read, layers)
        else:
            _take_over(desk, editing, near, read)

    desk.run(_("The drawing is being read in"), work, done, near)


def _ask_length(
    desk: Desk,
    editing: Editing,
    near: QWidget,
    content: bytes,
    no_unit: NoUnit,
    layers: Collection[str] | None,
) -> None:
    """How long the longest line is in reality says what the numbers of the file are."""
    form = Form()
    form.number(
        "length",
        _("Length of the longest line, in centimetres"),
        round(no_unit.longest / 10) or 1,
        1,
        100_000,
    )

    def work() -> None:
        mm_a_unit = form.value("length") * 10 / no_unit.longest
        _read(desk, editing, near, content, mm_a_unit, layers)

    Dialog(
        desk,
        _("How large is this drawing?"),
        form,
        _("Read in"),
        work,
        near,
        explanation=no_unit.sentence,
    ).open()


def _take_over(desk: Desk, editing: Editing, near: QWidget, read: FileRead) -> None:
    # The wish of the tenant is text of its own: a file without words takes none away.
    home = replace(read.home, wish=read.home.wish or editing.kept.wish)
    if not desk.did(lambda: editing.commit_home(_("File read in"), home), near):
        return
    stands = _("This drawing stands in the place of the one before. Undo brings it back.")
    sentences = told(read)
    if not sentences:
        desk.said.emit(stands)
        return
    # More than goes by in a moment: it stays until it is read.
    box = QMessageBox(QMessageBox.Icon.Information, _("Read in a drawing"), stands, parent=near)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText("\n\n".join(sentences))
    box.open()


# A picture under it -------------------------------------------------------------------------


def put_under(desk: Desk, editing: Editing, near: QWidget) -> None:
    """Ask which picture or page, and put it under the drawing to trace."""
    path = desk.ask_file(near, _("Choose a picture to trace"), _("Pictures") + f" ({PICTURES})")
    if path is None:
        return

    found: list[bytes] = []
    if not desk.did(lambda: found.append(content_of(path)), near):
        return
    (content,) = found
    if backdrop.is_pdf(content):
        _ask_page(desk, editing, near, content)
    else:
        _put_under(desk, editing, near, content)


def _ask_page(desk: Desk, editing: Editing, near: QWidget, content: bytes) -> None:
    from desktop.floorplans.panels.pdf_page import ask_page

    def taken(page: int, scale: int | None) -> None:
        _put_under(desk, editing, near, content, page, scale)

    desk.run(
        _("The pages are being read"),
        lambda progress: backdrop.small_pages(content, progress.step),
        lambda pictures: ask_page(desk, pictures, near, taken),
        near,
    )


def _put_under(
    desk: Desk,
    editing: Editing,
    near: QWidget,
    content: bytes,
    page: int = 0,
    scale: int | None = None,
) -> None:
    def work(_progress: Progress) -> Background:
        picture = backdrop.read_backdrop(content, page)
        actions.keep_picture(desk.store, desk.who, picture.content)
        return backdrop.placed(picture, scale)

    def done(background: Background) -> None:
        plan = replace(editing.kept_plan, background=background)
        if desk.did(lambda: editing.commit(_("Picture put under it"), plan), near) and not scale:
            desk.said.emit(_("Now give it its size: take Underlay, and tap two points."))

    desk.run(_("The picture is being read"), work, done, near)
