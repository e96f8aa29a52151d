"""What a finger hits in the field: six kinds, and the question whether two findings are one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QSizePolicy, QWidget

from desktop.language import _
from desktop.projects.panels.photo_choice import pixmap_of
from desktop.projects.queries.inspections import FindingLine
from desktop.projects.states import FindingKind
from desktop.projects.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.words import Words

ICONS = {
    FindingKind.LITTER: "trash",
    FindingKind.GREEN: "leaf",
    FindingKind.LIGHTING: "lamp",
    FindingKind.DAMAGE: "crack",
    FindingKind.UNSAFE: "warning",
    FindingKind.OTHER: "help",
}
ACROSS = 2
PHOTO_PX = 200


class KindTiles(QWidget):
    """Six tiles of which one is on; `keys` are those that stand for a kind, 1 to 6."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Kind"))
        self._group = QButtonGroup(self)
        self._kinds: dict[FindingKind, Button] = {}
        self.keys = {str(place): kind for place, kind in enumerate(FindingKind, start=1)}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.SMALL)
        for place, kind in enumerate(FindingKind):
            tile = Button(word(kind), look="large")
            tile.show_icon(ICONS[kind], word(kind), size=24)
            tile.setCheckable(True)
            tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            tile.setToolTip(_("Key {n}").format(n=place + 1))
            self._group.addButton(tile)
            self._kinds[kind] = tile
            grid.addWidget(tile, place // ACROSS, place % ACROSS)

    @property
    def kind(self) -> FindingKind | None:
        """The kind that is on; None while none is."""
        return next((kind for kind, tile in self._kinds.items() if tile.isChecked()), None)

    def choose(self, kind: FindingKind) -> None:
        """Switch a kind on, as a finger does."""
        self._kinds[kind].click()

    def clear(self) -> None:
        """No kind is on."""
        self._group.setExclusive(False)
        for tile in self._kinds.values():
            tile.setChecked(False)
        self._group.setExclusive(True)


class SameQuestion(Card):
    """ "Is dit dezelfde?": `yes` or `no`."""

    yes = Signal()
    no = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("", wraps=True)
        self._picture = QLabel()
        self.yes_button = _answer(_("Yes, the same"), self.yes.emit, "primary")
        self.no_button = _answer(_("No, another one"), self.no.emit, "")
        self.add(Words(_("Is this the same one?"), "heading", wraps=True))
        self.add(self._words)
        self.add(self._picture)
        self.add(self.yes_button)
        self.add(self.no_button)
        self.body.addStretch(1)

    def ask(self, first: FindingLine, photo: bytes | None, on_map: bool) -> None:
        """Ask it about a finding that is near on the map, or at the address that was typed."""
        words = _("Number {n}, at the same address: {what}.")
        if on_map:
            words = _("Number {n}, less than 15 metres from here: {what}.")
        named = ", ".join(part for part in (word(first.kind), first.place, first.what) if part)
        self._words.setText(words.format(n=first.number, what=named))
        self._picture.setVisible(photo is not None)
        if photo is not None:
            self._picture.setPixmap(pixmap_of(photo, PHOTO_PX))
            self._picture.setAccessibleName(_("Photo of number {n}").format(n=first.number))
            self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft)


def _answer(words: str, do: Callable[[], object], look: str) -> Button:
    made = Button(words, do, look)
    made.setProperty("finger", "true")
    return made
