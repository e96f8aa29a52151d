"""Language, light or dark, and the size of text: of this user, at this computer."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, language
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from desktop.widgets.look import remembered_look
from desktop.widgets.remembered import remembered
from desktop.widgets.theme import Scheme


class AppearancePanel(QWidget):
    """What is chosen counts at once; the window opens anew for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = remembered_look()
        self.form = Form()
        self.form.choice(
            "language", _("Language"), [("nl", "Nederlands"), ("en", "English")], language()
        )
        self.form.choice(
            "scheme",
            _("Colours"),
            [
                (Scheme.SYSTEM, _("as this computer")),
                (Scheme.LIGHT, _("light")),
                (Scheme.DARK, _("dark")),
            ],
            look.scheme,
        )
        self.form.choice(
            "large_print", _("Text"), [(False, _("normal")), (True, _("large"))], look.large_print
        )
        self.form.changed.connect(self.use)
        card = Card(_("Language and look"), _("for you, at this computer"))
        card.add(self.form)
        card.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def use(self) -> None:
        values = self.form.values()
        kept = remembered()
        kept.setValue("language", values["language"])
        kept.setValue("scheme", values["scheme"].value)
        kept.setValue("large_print", "true" if values["large_print"] else "false")
        kept.sync()
        self._desk.ask_to_open_anew()
