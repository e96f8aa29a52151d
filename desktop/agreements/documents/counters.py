"""How many agreements have each light, in blocks that are read from afar."""

from __future__ import annotations

from desktop.agreements.charts import sign
from desktop.agreements.rules.rounds import LightCounts
from desktop.agreements.states import Light
from desktop.documents import charts_pdf
from desktop.documents.charts import Picture
from desktop.documents.charts.signs import drawn
from desktop.documents.counters import SIGN, Counter, Counters


def light_counters(counts: LightCounts) -> Counters:
    """How many agreements have each light: shape, number and word (agreements, 2.3)."""
    return Counters([_of_light(light, counts.of(light)) for light in Light])


def _of_light(light: Light, count: int) -> Counter:
    what = sign(light)
    shape = drawn(what.shape, what.tone, SIGN / 2, SIGN / 2, SIGN)
    picture = charts_pdf.drawn(Picture(SIGN, SIGN, tuple(shape)))
    return Counter(count, what.word, picture, what.tone.value, what.ground.value)
