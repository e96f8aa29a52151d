"""The screens of the tabs: each is built when it is first shown, and kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.feature import Feature, Place
from desktop.widgets.desk import Desk
from desktop.widgets.screen import HasManualPage, TellsPlace
from desktop.widgets.stack import Stack


class Screens(Stack):
    """One screen on view, of the features that have one, in the order of their tabs."""

    def __init__(self, desk: Desk, features: Sequence[Feature]) -> None:
        super().__init__()
        self._desk = desk
        self.features = [f for f in features if f.tab is not None]
        self._built: dict[str, QWidget] = {}
        self._on_view = 0

    @property
    def current(self) -> QWidget:
        """The screen on view."""
        return self._screen(self.features[self._on_view])

    def show_tab(self, place: int) -> None:
        """Show the screen of the tab at this place."""
        self._on_view = place
        self.setCurrentWidget(self.current)

    def place_of(self, key: str) -> int | None:
        """Where the tab of a feature stands; None when it has none."""
        return next((n for n, f in enumerate(self.features) if f.key == key), None)

    def place_on_view(self) -> Place:
        """Where the user is, to come back to."""
        if isinstance(self.current, TellsPlace):
            return self.current.place_on_view()
        return Place(self.features[self._on_view].key)

    def manual_page(self) -> str:
        """The page about the screen on view."""
        if isinstance(self.current, HasManualPage):
            return self.current.manual_page()
        return self.features[self._on_view].manual

    def _screen(self, feature: Feature) -> QWidget:
        if feature.key not in self._built:
            assert feature.tab is not None  # `features` holds only those with a tab
            screen = feature.tab(self._desk)
            self._built[feature.key] = screen
            self.addWidget(screen)
        return self._built[feature.key]
