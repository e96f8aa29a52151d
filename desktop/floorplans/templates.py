"""The homes that come with the program: shells to begin in, and examples with rooms."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache

from desktop.assets import resources
from desktop.floorplans.codec import from_json
from desktop.floorplans.plan import Home, Plan
from desktop.language import N_, _, language


@dataclass(frozen=True)
class Template:
    """`word` and `description` are in English, to be translated."""

    key: str
    word: str
    description: str
    is_shell: bool

    @property
    def home(self) -> Home:
        """With the names of its storeys and rooms in the language in use."""
        return _home("shells" if self.is_shell else "examples", self.key, language())


def shells() -> tuple[Template, ...]:
    """Buildings without rooms: locked outer walls, shafts, windows and the front door."""
    return _SHELLS


def examples() -> tuple[Template, ...]:
    """Small homes with rooms and furniture, in shells of `shells`."""
    return _EXAMPLES


def demonstration() -> Home:
    """The home of the demo world and the manual: 8.60 by 6.70 m with five rooms."""
    return _home("examples", "houbenstaete", language())


@cache
def _home(folder: str, key: str, _language: str) -> Home:
    """The home of a file, once in each language."""
    text = (resources() / "floorplans" / folder / f"{key}.json").read_text("utf-8")
    home = from_json(json.loads(text))
    return replace(home, levels=tuple(_translated(level) for level in home.levels))


def _translated(level: Plan) -> Plan:
    labels = level.labels
    for id, label in labels.items():
        if label.name:
            labels = labels.set(id, replace(label, name=_(label.name)))
    return replace(level, name=_(level.name) if level.name else "", labels=labels)


# The names in the files, for the translators.
NAMES = (
    N_("Ground floor"),
    N_("First floor"),
    N_("Attic"),
    N_("Garden"),
    N_("Balcony"),
    N_("Terrace"),
    N_("Landing"),
    N_("Corridor"),
    N_("Guest room"),
    N_("Bedroom 1"),
    N_("Bedroom 2"),
    N_("Bedroom 3"),
)
_SHELLS = (
    Template(
        "row-house",
        N_("Row house"),
        N_("5.40 by 9.00 m, two storeys and an attic under a sloping roof."),
        True,
    ),
    Template(
        "gallery-flat",
        N_("Gallery flat"),
        N_("7.20 by 10.20 m, windows on two sides and a balcony."),
        True,
    ),
    Template(
        "corner-flat",
        N_("Corner flat"),
        N_("9.00 by 8.40 m, windows on three sides and a balcony."),
        True,
    ),
    Template(
        "life-long-home",
        N_("Life-long home"),
        N_("7.50 by 10.50 m on the ground floor, with a terrace."),
        True,
    ),
    Template("studio", N_("Studio"), N_("6.00 by 5.40 m, for one person."), True),
)
_EXAMPLES = (
    Template(
        "gallery-flat-two-bedrooms",
        N_("Flat with two bedrooms"),
        N_("A living room with an open kitchen, two bedrooms and a storage room."),
        False,
    ),
    Template(
        "life-long-home-one-storey",
        N_("Home without a stair"),
        N_("Everything on the ground floor, with room for a wheelchair."),
        False,
    ),
    Template(
        "row-house-family",
        N_("Family home"),
        N_("Three bedrooms on two storeys, and an attic."),
        False,
    ),
)
