"""Which thing of the catalogue a piece of furniture is that a file of another program names."""

from __future__ import annotations

from desktop.floorplans.catalogue import item
from desktop.language.fold import fold

# Words in such names, in English and Dutch, with the things they may mean: of these the one that
# is nearest in size. The first line with a word in the name counts.
_MEANT: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("armchair", "fauteuil", "leunstoel"), ("armchair",)),
    (("coffee table", "coffeetable", "salontafel"), ("coffee-table", "coffee-table-round")),
    (("bedside", "nightstand", "nachtkast"), ("nightstand",)),
    (("bunk", "stapelbed"), ("bunk-bed",)),
    (("crib", "cradle", "wieg", "ledikant"), ("cot",)),
    (("washing machine", "washer", "wasmachine"), ("washing-machine",)),
    (("dryer", "droger"), ("tumble-dryer",)),
    (("dishwasher", "vaatwas"), ("dishwasher",)),
    (("fridge", "koelkast", "refrigerator"), ("fridge",)),
    (("cooker", "stove", "fornuis", "kookplaat", "oven"), ("cooker", "oven-tower")),
    (("kitchen sink", "kitchensink", "gootsteen", "spoelbak"), ("kitchen-sink",)),
    (("kitchen", "keuken"), ("kitchen-cabinet", "kitchen-drawers", "kitchen-block")),
    (("toilet", "wc"), ("toilet", "toilet-accessible")),
    (
        ("washbasin", "wastafel", "lavabo", "sink", "fontein"),
        ("hand-basin", "washbasin", "washbasin-double"),
    ),
    (("shower", "douche"), ("shower", "shower-wide")),
    (("bath", "ligbad"), ("bath",)),
    (("sofa", "couch", "bank", "divan"), ("sofa", "sofa-two", "sofa-corner")),
    (("television", "tv"), ("tv-unit",)),
    (("bookcase", "boekenkast", "shelves"), ("bookcase",)),
    (("wardrobe", "kledingkast", "closet"), ("wardrobe", "wardrobe-wide")),
    (("chest of drawers", "dresser", "ladekast", "commode"), ("chest-of-drawers",)),
    (("desk", "bureau"), ("desk",)),
    (("bed",), ("bed-double", "bed-queen", "bed-single")),
    (("garden table", "tuintafel"), ("garden-table",)),
    (("table", "tafel"), ("table", "table-six", "table-two", "table-round")),
    (("chair", "stoel"), ("chair",)),
    (("piano",), ("piano",)),
    (("plant",), ("plant",)),
    (("bicycle", "fiets"), ("bicycle",)),
    (("wheelchair", "rolstoel"), ("wheelchair",)),
)


def key_for(name: str, width_mm: int, depth_mm: int) -> str:
    """The key of the thing that a name means, nearest to this size; the name itself when it means
    none: that is drawn as an outline."""
    folded = fold(name)
    for words, keys in _MEANT:
        if any(word in folded for word in words):
            return min(keys, key=lambda key: _off(key, width_mm, depth_mm))
    return " ".join(name.split())[:60] or "thing"


def _off(key: str, width_mm: int, depth_mm: int) -> int:
    known = item(key)
    assert known is not None
    return abs(known.width_mm - width_mm) + abs(known.depth_mm - depth_mm)
