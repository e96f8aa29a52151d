"""What a tab may offer the window beside itself. A tab has those that fit it, and no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place


@runtime_checkable
class ShowsPlaces(Protocol):
    """A tab that can show one thing of its own."""

    def show_place(self, place: Place) -> None: ...


@runtime_checkable
class TellsPlace(Protocol):
    """A tab that can tell the place of what is on view, to come back to it."""

    def place_on_view(self) -> Place: ...


@runtime_checkable
class HasParts(Protocol):
    """A tab of several screens: the words of each, and its place."""

    def part_places(self) -> Sequence[tuple[str, Place]]: ...


@runtime_checkable
class Prints(Protocol):
    """A tab that knows the paper of what is on the screen; None when there is none now."""

    def print_what(self) -> Callable[[Session], Paper] | None: ...


@runtime_checkable
class HasManualPage(Protocol):
    """A tab that knows the manual page of what is on the screen."""

    def manual_page(self) -> str: ...


@runtime_checkable
class LendsScreen(Protocol):
    """A tab that has a screen for tenants of what is on view; None when there is none now."""

    def tenant_screen(self) -> QWidget | None: ...


@runtime_checkable
class UndoesItself(Protocol):
    """A tab with an undo of its own, such as a drawing. Each tells whether there was something;
    when not, the window undoes the last action."""

    def undo(self) -> bool: ...

    def redo(self) -> bool: ...
