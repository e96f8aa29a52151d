"""Tekst: tap a place and type."""

from __future__ import annotations

from dataclasses import replace

from desktop.floorplans.edits import change, put, remove
from desktop.floorplans.plan import Point, Text
from desktop.floorplans.tools.overlay import Overlay, Question
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.select.hit import hit
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State, Tool
from desktop.language import N_, _


class Idle(State):
    def release(self, pointer: Pointer) -> State:
        # On release, or the click that ends here would take the focus from the field.
        there = hit(self.sheet.derived, pointer)
        if there is not None and there in self.sheet.plan.texts:
            return Writing(self.sheet, self.sheet.plan.texts[there].at, there)
        return Writing(self.sheet, pointer.at, None)

    def overlay(self) -> Overlay:
        return Overlay(first_hint=_("Tap where the text should come. Tap a text to change it."))


class Writing(State):
    """The field is open: at a new place, or over the text that has number `id`."""

    def __init__(self, sheet: Sheet, at: Point, id: int | None) -> None:
        super().__init__(sheet)
        self._at, self._id = at, id

    def press(self, pointer: Pointer) -> State:
        return Idle(self.sheet)

    def escape(self) -> State:
        return Idle(self.sheet)

    def _write(self, words: str) -> State:
        """A text that is made empty goes."""
        words, plan = words.strip(), self.sheet.plan
        if self._id is not None and words:
            plan = change(plan, self._id, replace(plan.texts[self._id], words=words))
        elif self._id is not None:
            plan = remove(plan, [self._id])
        elif words:
            plan, _new = put(plan, Text(self._at, words))
        self.sheet.commit(_("Text written"), plan)
        return Idle(self.sheet)

    def overlay(self) -> Overlay:
        old = "" if self._id is None else self.sheet.plan.texts[self._id].words
        return Overlay(question=Question(self._at, _("Text on the drawing"), self._write, old))


TOOL = Tool("text", N_("Text"), "text", "T", Idle)
