"""What rooms are called in files of others, as types of rooms."""

from __future__ import annotations

from functools import cache

from desktop.floorplans.plan import RoomType
from desktop.floorplans.wording import room_word
from desktop.language import LANGUAGES, in_language
from desktop.language.fold import fold

# Beside our own words, in Dutch and English. Parts of words: "master bedroom", "toiletruimte".
_OTHERS: dict[RoomType, tuple[str, ...]] = {
    RoomType.LIVING: ("woonkamer", "woonk", "living", "huiskamer", "zitkamer"),
    RoomType.KITCHEN: ("keuken", "kitchen"),
    RoomType.BEDROOM: ("slaapkamer", "slaapk", "bedroom"),
    RoomType.BATHROOM: ("badkamer", "bathroom", "douche", "shower"),
    RoomType.TOILET: ("toilet", "wc"),
    RoomType.HALL: ("hal", "gang", "entree", "overloop", "corridor", "hallway", "entrance"),
    RoomType.STORAGE: ("berging", "storage", "bergruimte", "kast", "closet"),
    RoomType.OUTDOOR: ("balkon", "terras", "buitenruimte", "tuin", "balcony", "terrace", "loggia"),
    RoomType.SHAFT: ("schacht", "shaft", "leidingkoker"),
}


def type_of(words: str) -> RoomType | None:
    """The type that a room with this name has; None when its name does not tell."""
    folded = fold(words).strip()
    if folded in _own_words():
        return _own_words()[folded]
    for type, parts in _OTHERS.items():
        if any(_is_in(part, folded) for part in parts):
            return type
    return None


def _is_in(part: str, folded: str) -> bool:
    """Short words count only as a whole word: "hal" is no part of "schaal"."""
    return part in folded.split() if len(part) < 5 else part in folded


@cache
def _own_words() -> dict[str, RoomType]:
    found: dict[str, RoomType] = {}
    for code in LANGUAGES:
        with in_language(code):
            found |= {fold(room_word(type)): type for type in RoomType}
    return found
