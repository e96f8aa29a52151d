"""Names that came with the program, of which the drawing holds a translation.

A shell is made ready in the language of the staff; a tenant who chose another one reads "First
floor" and "Balcony". What people typed themselves stays as they typed it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from desktop.floorplans.plan import Home, Plan
from desktop.floorplans.templates import NAMES, examples, shells
from desktop.language import LANGUAGES, _, in_language


@cache
def _sources() -> dict[str, str]:
    """The English source of each name, by the name in every language."""
    words = (*NAMES, *(template.word for template in (*shells(), *examples())))
    found: dict[str, str] = {}
    for code in LANGUAGES:
        with in_language(code):
            found |= {_(word): word for word in words}
    return found


def supplied_name(name: str) -> str:
    """The name in the language in use when it came with the program, else as it is."""
    source = _sources().get(name)
    return name if source is None else _(source)


def with_supplied_names(home: Home) -> Home:
    """The home with the names of its storeys and rooms in the language in use."""
    return replace(home, levels=tuple(_translated(level) for level in home.levels))


def _translated(level: Plan) -> Plan:
    labels = level.labels
    for id, label in labels.items():
        labels = labels.set(id, replace(label, name=supplied_name(label.name)))
    return replace(level, name=supplied_name(level.name), labels=labels)
