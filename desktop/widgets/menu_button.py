"""A button that opens a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from desktop.widgets.buttons import Button, secondary


def menu_button(words: str, fill: Callable[[QMenu], object]) -> Button:
    """A button whose menu is made when it opens: nothing to make while somebody leafs through."""
    button = secondary(words)
    menu = QMenu(button)

    def refill() -> None:
        menu.clear()
        fill(menu)

    menu.aboutToShow.connect(refill)
    button.setMenu(menu)
    return button


def add_entry(
    menu: QMenu, words: str, do: Callable[[], object], possible: bool = True, why_not: str = ""
) -> None:
    """An entry of such a menu; one that cannot be chosen now says why when it can."""
    entry = menu.addAction(words)
    entry.setEnabled(possible)
    if why_not and not possible:
        entry.setText(f"{words}   ({why_not})")
    entry.triggered.connect(lambda _checked=False: do())
