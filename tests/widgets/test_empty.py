from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.form import Form


def windows_on_view() -> set[QWidget]:
    return {window for window in QApplication.topLevelWidgets() if window.isVisible()}


def test_making_parts_of_a_screen_shows_no_window_of_their_own(desk: Desk) -> None:
    before = windows_on_view()
    form = Form()
    form.text("name", "Naam")
    made = [Empty("Niets", "Nog niet."), Card("Titel", "x"), HeaderCard("Titel", "x"), form]
    assert windows_on_view() <= before
    assert len(made) == 4
