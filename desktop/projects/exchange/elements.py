"""Elements of XML by their own names, whatever namespace they are in."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element


def name_of(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def children(element: Element, *path: str) -> Sequence[Element]:
    """All elements at the end of a path of names."""
    found: list[Element] = [element]
    for name in path:
        found = [child for one in found for child in one if name_of(child) == name]
    return found


def fields(element: Element) -> dict[str, str]:
    """The children that hold only text, by name; the first of each."""
    found: dict[str, str] = {}
    for child in element:
        text = (child.text or "").strip()
        if text and not len(child):
            found.setdefault(name_of(child), text)
    return found
