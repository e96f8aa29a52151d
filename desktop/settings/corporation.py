"""The corporation as it stands on letters: name, address, signature, logo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.estate import queries
from desktop.estate.actions import add_organisation, change_organisation, set_logo
from desktop.estate.facts import OrganisationFacts
from desktop.estate.model import OrganisationKind
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from desktop.widgets.scroll import Scroll


class CorporationPanel(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: queries.Corporation | None = None
        self.form = Form()
        self.form.text("name", _("Name"))
        self.form.text("department", _("Department"))
        self.form.row()
        self.form.text("street", _("Street and number"))
        self.form.text("postcode", _("Postcode"))
        self.form.text("city", _("Town"))
        self.form.end_row()
        self.form.row()
        self.form.text("phone", _("Telephone"))
        self.form.text("email", _("E-mail"))
        self.form.end_row()
        self.form.row()
        self.form.text("website", _("Website"))
        self.form.text("signature", _("Name under letters"))
        self.form.end_row()
        self._logo = QLabel()
        self._logo.setMinimumHeight(theme.scaled(56))
        self._logo.setAccessibleName(_("Logo"))
        self._no_logo = secondary(_("Take the logo away"), self._remove_logo)
        card = Card(_("Corporation"), _("as it stands on letters"))
        card.add(Scroll(self.form), 1)
        card.add(self._logo)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(secondary(_("Choose a logo…"), self._choose_logo))
        row.addWidget(self._no_logo)
        row.addStretch(1)
        row.addWidget(primary(_("Save"), self.save))
        card.add_layout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.reload()

    def reload(self) -> None:
        with self._desk.reading() as session:
            self._shown = queries.corporation(session)
        if self._shown is not None:
            for key in self.form.fields:
                self.form.set_value(key, getattr(self._shown.facts, key))
        logo = self._shown.logo if self._shown else None
        self._no_logo.setVisible(logo is not None)
        picture = QPixmap()
        if logo is not None and picture.loadFromData(logo):
            self._logo.setPixmap(
                picture.scaledToHeight(theme.scaled(48), Qt.TransformationMode.SmoothTransformation)
            )
        else:
            self._logo.setText(_("No logo yet: letters show the name in words."))

    def save(self) -> None:
        """Save what stands in the fields; when another wrote first, the user chooses."""
        facts = OrganisationFacts(kind=OrganisationKind.CORPORATION, **self.form.values())
        shown = self._shown
        store, who = self._desk.store, self._desk.who
        if shown is None:
            done = self._desk.did(lambda: add_organisation(store, who, facts), self.form)
        else:
            done = self._desk.did(
                lambda: change_organisation(store, who, shown.id, facts, shown.version),
                self.form,
                again=lambda: change_organisation(store, who, shown.id, facts),
            )
        if done:
            self.reload()
            self._desk.said.emit(_("Saved."))

    def _choose_logo(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg)")
        path = self._desk.ask_file(self, _("Choose a logo"), kinds)
        if path is not None:
            self.use_logo(path)

    def use_logo(self, path: Path) -> None:
        """Take the logo from a file."""

        def work() -> None:
            set_logo(self._desk.store, self._desk.who, _read(path))

        if self._desk.did(work, self):
            self.reload()

    def _remove_logo(self) -> None:
        if self._desk.did(lambda: set_logo(self._desk.store, self._desk.who, None), self):
            self.reload()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            _("{name} cannot be read. Choose another file.").format(name=path.name), "logo"
        ) from error
