"""The photos of a gathering: those that are there, and another one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.language import _
from desktop.projects.actions.sessions import add_session_photo, remove_session_photo
from desktop.projects.panels.photo_choice import PhotoChoice, pixmap_of
from desktop.projects.queries.inspections import small_photo
from desktop.projects.queries.voices import SessionLine, SessionPhotoLine, photos_at
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.words import Words

SHOWN_PX = 96


def ask_photos(desk: Desk, line: SessionLine, parent: QWidget) -> None:
    """Show the photos of a gathering, and ask for another one."""
    with desk.reading() as session:
        there = [(one, small_photo(session, one.photo_id)) for one in photos_at(session, line.id)]
    form = Form()
    for one, small in there:
        form.add(_shown(desk, one, small, form))
    form.note(_("Ask the people on a photo whether it may stand in the report."))
    form.field("photo", _("Another photo"), PhotoChoice(desk))
    form.text("caption", _("What does it show?"))

    def work() -> None:
        values = form.values()
        if values["photo"] is None:
            raise Refused(_("Choose a photo first."), "photo")
        add_session_photo(desk.store, desk.who, line.id, values["photo"], values["caption"])

    Dialog(desk, _("Photos of the gathering"), form, _("Add"), work, parent, width=640).open()


def _shown(desk: Desk, one: SessionPhotoLine, small: bytes, near: QWidget) -> QWidget:
    shown = QWidget()
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.MEDIUM)
    picture = QLabel()
    picture.setPixmap(pixmap_of(small, SHOWN_PX))
    picture.setAccessibleName(one.caption or _("Photo"))
    row.addWidget(picture)
    row.addWidget(Words(one.caption, wraps=True), 1)
    button = Button("", lambda: take_away(), "plain")
    button.show_icon("close", _("Take this photo away"), size=16)

    def take_away() -> None:
        if desk.did(lambda: remove_session_photo(desk.store, desk.who, one.id), near):
            shown.hide()

    row.addWidget(button)
    return shown
