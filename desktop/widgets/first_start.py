"""The first start, and the way out when the database does not open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QDialog, QMessageBox, QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import day_long, local
from desktop.refused import Refused
from desktop.store.backup import newest_good, restore
from desktop.store.engine import CannotOpen, Trouble, is_server
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import HeaderCard
from desktop.widgets.choose_file import file_to_read
from desktop.widgets.words import Words

DATABASES = "Samenspraak (*.db *.samenspraak *.sqlite);;* (*)"


class Start(Enum):
    DEMO = "demo"
    NEW = "new"
    EXISTING = "existing"


@dataclass(frozen=True)
class Chosen:
    """How to begin, and with which file (not for the demo)."""

    what: Start
    path: Path


class FirstStart(QDialog):
    """Three ways to begin; `chosen` holds the answer."""

    def __init__(self, own: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.chosen: Chosen | None = None
        self.setWindowTitle("Samenspraak")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(Words(_("Welcome to Samenspraak"), "heading"))
        column.addWidget(Words(_("How do you want to begin?"), "soft"))
        for title, explanation, verb, make, do in (
            (
                _("Look around first"),
                _("A made-up corporation with complexes, hosts and viewings. Nothing is real."),
                _("Open the demo"),
                primary,
                self.demo,
            ),
            (
                _("Begin anew"),
                _("An empty database on this computer, for your own corporation."),
                _("Create a database"),
                secondary,
                self.new,
            ),
            (
                _("Go on with a database"),
                _("A file that a colleague made, for example on a shared disk."),
                _("Choose a file…"),
                secondary,
                self.existing,
            ),
        ):
            self._add(title, explanation, make(verb, do))
        self.resize(theme.scaled(560), self.sizeHint().height())

    def _add(self, title: str, explanation: str, button: QWidget) -> None:
        card = HeaderCard("", explanation, [button])
        card.title.set_look("section")
        card.set_title(title, explanation)
        column = self.layout()
        if column is not None:
            column.addWidget(card)

    def demo(self) -> None:
        self._choose(Start.DEMO, self._own)

    def new(self) -> None:
        self._choose(Start.NEW, self._own)

    def existing(self) -> None:
        name = file_to_read(self, _("Choose a database"), str(Path.home()), DATABASES)
        if name:
            self._choose(Start.EXISTING, Path(name))

    def _choose(self, what: Start, path: Path) -> None:
        self.chosen = Chosen(what, path)
        self.accept()


def ask_start(own: Path) -> Chosen | None:
    """Ask how to begin; None when the user closes the program instead."""
    dialog = FirstStart(own)
    dialog.exec()
    return dialog.chosen


class WayOut(QMessageBox):
    """Says why the database does not open, and what can be done: the newest good backup of a
    damaged one, another file, trying again. `address` holds what to open then."""

    def __init__(self, refused: Refused, address: str | Path) -> None:
        super().__init__()
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(_("The database cannot be opened"))
        self.setText(refused.sentence)
        self.address: str | Path | None = None
        self._asked = address
        self._ways: dict[object, Callable[[], str | Path | None]] = {}
        self._offer_backup(refused)
        self._offer(_("Try again"), lambda: address)
        self._offer(_("Choose another file…"), self._other_file)
        self.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)

    def _offer(self, words: str, way: Callable[[], str | Path | None]) -> None:
        button = self.addButton(words, QMessageBox.ButtonRole.ActionRole)
        self._ways[button] = way

    def _offer_backup(self, refused: Refused) -> None:
        broken = (Trouble.DAMAGED, Trouble.NOT_A_DATABASE)
        if not isinstance(refused, CannotOpen) or refused.trouble not in broken:
            return
        if is_server(str(self._asked)):
            return
        data = Path(self._asked)
        good = newest_good(data)
        if good is None:
            self.setInformativeText(_("There is no good backup beside it."))
            return
        path = good.path
        self.setInformativeText(
            _(
                "The newest good backup is of {day}. What was there is set aside, not thrown away."
            ).format(day=day_long(local(good.made).date()))
        )

        def put_back() -> Path:
            restore(path, data, datetime.now().astimezone())
            return data

        self._offer(_("Restore this backup"), put_back)

    def _other_file(self) -> str | Path | None:
        name = file_to_read(None, _("Choose a database"), str(Path.home()), DATABASES)
        return name or self._asked

    def take(self) -> str | Path | None:
        """What the pressed button leads to. Refuses a backup that cannot be put back."""
        way = self._ways.get(self.clickedButton())
        return way() if way is not None else None


def offer_way_out(refused: Refused, address: str | Path) -> str | Path | None:
    """Ask what to do; the address to open next, or None when the user gives up."""
    while True:
        box = WayOut(refused, address)
        box.exec()
        try:
            return box.take()
        except Refused as still:
            refused = still
