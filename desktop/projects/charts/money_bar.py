"""What a project may cost: spent, committed, and what is left, on one bar."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.documents.charts import Block, Mark, Picture, Tone, Trail
from desktop.documents.charts.legend import SAMPLE, Drawn, legend
from desktop.language import _
from desktop.language.format import money
from desktop.projects.charts.bars import slanting
from desktop.projects.rules.timeline.layout import Box

HEIGHT, HALF = 13.0, 4.0


@dataclass(frozen=True)
class MoneyBar:
    """Whole cents. `reserved` is committed and not yet spent; a negative `left` is what it costs
    more than the budget."""

    budget: int
    spent: int
    reserved: int
    left: int

    def lay_out(self, width: float) -> Picture:
        whole = max(self.budget, self.spent + self.reserved, 1)
        spent = width * self.spent / whole
        reserved = width * self.reserved / whole
        marks: list[Mark] = [Block(0, 0, width, HEIGHT, Tone.GREY_SOFT)]
        marks += _reserved(Box(spent, spent + reserved, HEIGHT / 2, HEIGHT / 2))
        marks.append(Block(0, 0, spent, HEIGHT, Tone.BRAND))
        if self.left < 0:
            edge = width * self.budget / whole
            marks.append(Trail(((edge, -2.0), (edge, HEIGHT + 2)), Tone.RED, 2.0))
        samples: tuple[Drawn, ...] = (
            lambda x, y: [Block(x, y - HALF, SAMPLE, 2 * HALF, Tone.BRAND)],
            lambda x, y: _reserved(Box(x, x + SAMPLE, y, HALF)),
            lambda x, y: [Block(x, y - HALF, SAMPLE, 2 * HALF, Tone.GREY_SOFT)],
        )
        explained, height = legend(
            list(zip(samples, self._words(), strict=True)), 0, HEIGHT + 3, width
        )
        return Picture(width, HEIGHT + 3 + height, (*marks, *explained))

    def in_words(self) -> str:
        return " · ".join(self._words())

    def _words(self) -> tuple[str, str, str]:
        left = _("still free: {amount}") if self.left >= 0 else _("over the budget: {amount}")
        return (
            _("spent: {amount}").format(amount=money(self.spent)),
            _("committed: {amount}").format(amount=money(self.reserved)),
            left.format(amount=money(abs(self.left))),
        )


def _reserved(box: Box) -> list[Mark]:
    ground = Block(box.left, box.middle - box.half, box.width, 2 * box.half, Tone.BRAND_SOFT)
    return [ground, *slanting(box, Tone.BRAND)]
