"""What people call the fields of the tables of Beheer. Without words are the numbers by which rows
know each other, pictures, and what the program keeps for itself."""

from __future__ import annotations

from desktop.projects.field_words import (
    consulting,
    inspections,
    photos,
    plans,
    shares,
    voices,
)
from desktop.projects.wording import WORDS
from desktop.wording import Wording

PARTS = (plans, voices, photos, consulting, inspections, shares)

WORDING = Wording(
    {table: word for part in PARTS for table, word in part.THINGS.items()},
    {table: words for part in PARTS for table, words in part.FIELDS.items()},
    WORDS,
)
