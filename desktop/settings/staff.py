"""Colleagues: who may do what, and one's own PIN."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.estate import pins, queries
from desktop.estate.facts import StaffFacts
from desktop.estate.field_words import WORDING
from desktop.estate.model import Role
from desktop.estate.staff import add_staff, change_staff
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class StaffPanel(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: dict[int, queries.StaffLine] = {}
        self.table = Table(
            "staff",
            [
                Column(_("Name"), 0),
                Column(_("User name"), 130),
                Column(_("Role"), 150),
                Column(_("PIN"), 110),
                Column(_("State"), 110),
            ],
            _("Colleagues"),
            menu=lambda row: [(_("Change…"), lambda: self.change(row))],
        )
        self.table.activated_row.connect(self.change)
        card = Card(_("Colleagues"), actions=[secondary(_("New colleague…"), self.add)])
        card.add(self.table, 1)
        card.add(
            Words(
                _(
                    "You sign in with the user name of this computer. With your PIN you read along "
                    "at a colleague's desk, and you leave tenant mode."
                ),
                "soft",
                wraps=True,
            )
        )
        self._change = secondary(_("Change…"), self._change_chosen)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self._change)
        row.addStretch(1)
        row.addWidget(secondary(_("Choose my PIN…"), self.choose_pin))
        card.add_layout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        desk.changed.connect(self.reload)
        self.table.chosen.connect(lambda _id: self._change.set_reason(None))
        self._change.set_reason(_("First choose a colleague in the list."))
        self.reload()

    def reload(self) -> None:
        with self._desk.reading() as session:
            self._lines = {line.id: line for line in queries.staff(session)}
        self.table.show_rows([_row(line) for line in self._lines.values()])

    def add(self) -> None:
        form = _form(StaffFacts(login="", name=""))
        store, who = self._desk.store, self._desk.who
        Dialog(
            self._desk,
            _("New colleague"),
            form,
            _("Add"),
            lambda: add_staff(store, who, StaffFacts(**form.values())),
            self,
        ).open()

    def _change_chosen(self) -> None:
        if self.table.chosen_id is not None:
            self.change(self.table.chosen_id)

    def change(self, user_id: int) -> None:
        line = self._lines[user_id]
        form = _form(line.facts)
        store, who = self._desk.store, self._desk.who
        Dialog(
            self._desk,
            line.facts.name,
            form,
            _("Save"),
            lambda: change_staff(store, who, user_id, StaffFacts(**form.values()), line.version),
            self,
            again=lambda: change_staff(store, who, user_id, StaffFacts(**form.values())),
        ).open()

    def choose_pin(self) -> None:
        """One's own PIN; who has one, types that one first."""
        store, who = self._desk.store, self._desk.who
        with self._desk.reading() as session:
            has_one = who.id is not None and pins.has_pin(session, who.id)
        form = Form()
        if has_one:
            _hide(form.text("present", _("Your PIN until now")).input.inner)
        _hide(form.text("pin", _("New PIN"), hint=_("4 to 12 digits")).input.inner)
        Dialog(
            self._desk,
            _("Choose my PIN"),
            form,
            _("Save"),
            lambda: pins.set_pin(store, who, form.value("pin"), form.values().get("present")),
            self,
            width=380,
        ).open()


def _form(facts: StaffFacts) -> Form:
    form = Form()
    form.text("name", _("Name"), facts.name)
    form.text("login", _("User name on this computer"), facts.login)
    form.choice("role", _("Role"), [(role, WORDING.value(role)) for role in Role], facts.role)
    form.check("active", _("Works with this program"), facts.active)
    return form


def _hide(edit: QWidget) -> None:
    if isinstance(edit, QLineEdit):
        edit.setEchoMode(QLineEdit.EchoMode.Password)


def _row(line: queries.StaffLine) -> TableRow:
    facts = line.facts
    return TableRow(
        line.id,
        (
            Cell(facts.name, bold=True),
            facts.login,
            WORDING.value(facts.role),
            Cell(_("has a PIN"), Tone.GREEN) if line.has_pin else Cell(_("no PIN"), Tone.GREY),
            _("works here") if facts.active else Cell(_("left"), Tone.GREY),
        ),
    )
