"""The words for rooms, sizes and findings, for screen, paper and command line."""

from desktop.floorplans.wording.findings import (
    disclaimer,
    good_ones,
    grade_word,
    mend_words,
    sentence,
    source,
    title,
)
from desktop.floorplans.wording.sizes import floor_area, floor_area_m2, metres, room_name, room_word

__all__ = [
    "disclaimer",
    "floor_area",
    "floor_area_m2",
    "good_ones",
    "grade_word",
    "mend_words",
    "metres",
    "room_name",
    "room_word",
    "sentence",
    "source",
    "title",
]
