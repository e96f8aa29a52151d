"""Showing a refusal where it happened."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from desktop.refused import Refused


@runtime_checkable
class ShowsRefusal(Protocol):
    """A field or dialog that has room for a sentence."""

    def show_refusal(self, sentence: str) -> None:
        """Show the sentence until the user changes something."""


def shown_at(near: QWidget | None, refused: Refused) -> bool:
    """Show the sentence at the field that it names inside `near`, else in the dialog around
    it; False when there is no such place."""
    if near is None:
        return False
    if refused.field:
        field = near.findChild(QWidget, refused.field)
        if isinstance(field, ShowsRefusal):
            field.show_refusal(refused.sentence)
            return True
        if field is not None:
            field.setFocus()
    around: QWidget | None = near
    while around is not None:
        if isinstance(around, ShowsRefusal):
            around.show_refusal(refused.sentence)
            return True
        around = around.parentWidget()
    return False
