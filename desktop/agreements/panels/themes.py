"""Settings: the themes of the agreements, with the letters of the law that they answer to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.agreements.actions.themes import add_theme, change_theme, remove_theme
from desktop.agreements.queries.policy import priorities
from desktop.agreements.queries.themes import ThemeFacts, all_themes
from desktop.agreements.states import THEME_COLOURS
from desktop.language import N_, _
from desktop.store import Changed
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.words import Words

COLOURS = {
    "blue": N_("Blue"),
    "brand": N_("Sea green"),
    "green": N_("Green"),
    "amber": N_("Amber"),
    "purple": N_("Purple"),
    "red": N_("Red"),
}


class ThemesPanel(QWidget):
    """A row for each theme. Enter changes it; one that is used cannot be removed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._themes: Sequence[ThemeFacts] = ()
        self.table = Table(
            "themes",
            [
                Column(_("Code"), 80),
                Column(_("Theme"), 170),
                Column(_("For tenants"), 0),
                Column(_("Part of the bid"), 110),
                Column(_("Agreements"), 100, Align.RIGHT),
            ],
            _("Themes of agreements"),
            menu=self._menu,
        )
        self.table.activated_row.connect(self._change)
        self.table.chosen.connect(lambda _id: self._offer())
        self.change = secondary(_("Change…"), self._change_chosen)
        add = secondary(_("New theme…"), self._add)
        card = Card(_("Themes of agreements"), actions=[self.change, add])
        card.add(Words(_("Each agreement stands under one theme."), "soft", wraps=True))
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        desk.changed.connect(self._changed)
        self._read()

    def _changed(self, changed: Changed) -> None:
        if changed.tables & {"theme", "agreement"}:
            self._read()

    def _read(self) -> None:
        with self._desk.reading() as session:
            self._themes = all_themes(session)
        self.table.show_rows([_row(one) for one in self._themes])
        self._offer()

    def _offer(self) -> None:
        chosen = self.table.chosen_id is not None
        self.change.set_reason(None if chosen else _("Choose a row first."))

    def _change_chosen(self) -> None:
        if self.table.chosen_id is not None:
            self._change(self.table.chosen_id)

    def _menu(self, theme_id: int) -> Sequence[tuple[str, Callable[[], object]]]:
        desk = self._desk
        remove = partial(remove_theme, desk.store, desk.who, theme_id)
        return [
            (_("Change…"), partial(self._change, theme_id)),
            (_("Remove"), partial(desk.did, remove, self)),
        ]

    def _add(self) -> None:
        desk = self._desk
        form = Form()
        form.text(
            "code", _("Code"), hint=_("For example BES. It stands in front of each agreement.")
        )
        self._ask(form, None)

        def work() -> None:
            add_theme(desk.store, desk.who, **form.values())

        Dialog(desk, _("New theme"), form, _("Add"), work, self.window()).open()

    def _change(self, theme_id: int) -> None:
        desk = self._desk
        theme = next(one for one in self._themes if one.id == theme_id)
        form = Form()
        self._ask(form, theme)

        def work(seen: int | None = theme.version) -> None:
            change_theme(desk.store, desk.who, theme_id, seen, **form.values())

        title = _("Change {code}").format(code=theme.code)
        parent = self.window()
        Dialog(desk, title, form, _("Save"), work, parent, again=lambda: work(None)).open()

    def _ask(self, form: Form, theme: ThemeFacts | None) -> None:
        with self._desk.reading() as session:
            national = priorities(session)
        form.text("name", _("Name"), theme.name if theme else "")
        form.text("plain_name", _("For tenants"), theme.plain_name if theme else "")
        form.row()
        form.choice(
            "colour",
            _("Colour"),
            [(colour, _(COLOURS[colour])) for colour in THEME_COLOURS],
            theme.colour if theme else THEME_COLOURS[0],
        )
        form.text(
            "bid_letters",
            _("Part of the bid"),
            theme.bid_letters if theme else "",
            hint=_("Letters of Btiv 2015, art. 39(1), such as ac."),
        )
        form.text(
            "consultation_topic",
            _("Topic of the Overlegwet"),
            theme.consultation_topic if theme else "",
            hint=_("Letters of art. 3(2)."),
        )
        form.end_row()
        form.choice(
            "priority_id",
            _("National priority"),
            [(None, _("None")), *national],
            theme.priority_id if theme else None,
        )


def _row(theme: ThemeFacts) -> TableRow:
    return TableRow(
        theme.id,
        (
            Cell(theme.code, bold=True),
            theme.name,
            theme.plain_name,
            theme.bid_letters,
            Cell(str(theme.used), sort=theme.used),
        ),
    )
