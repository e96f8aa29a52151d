"""What a paper shows, as text that can be kept and read back: canonical JSON.

The values are frozen dataclasses; their types say how each field is read. The same values give
the same text on every machine (agreements, 7, property 5). A field that a later version of the
program adds takes its default when an older text is read, so it needs one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from desktop.store.audit import canonical, plain

Thing = TypeVar("Thing")
Reader = Callable[[Any], Any]


def as_payload(thing: Any) -> str:
    """A frozen dataclass as canonical JSON: one way to write each value."""
    return canonical(_plain(thing))


def from_payload(kind: type[Thing], text: str) -> Thing:
    """The value that `as_payload` wrote."""
    any_kind: Any = kind
    thing: Thing = _reader(any_kind)(json.loads(text))
    return thing


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return plain(value)


@cache
def _reader(kind: Any) -> Reader:
    """How a value of a type is read back."""
    if get_origin(kind) in (Union, UnionType):
        [some] = [one for one in get_args(kind) if one is not NoneType]
        read = _reader(some)
        return lambda value: None if value is None else read(value)
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    if is_dataclass(kind):
        return _fields_reader(kind)
    if isinstance(kind, type) and issubclass(kind, Enum | Decimal):
        return kind
    if kind in (date, datetime):
        return kind.fromisoformat  # type: ignore[no-any-return]
    if kind in (int, str, bool):
        return lambda value: value
    raise TypeError(f"no way to read {kind} back")


def _tuple_reader(items: tuple[Any, ...]) -> Reader:
    if len(items) == 2 and items[1] is Ellipsis:
        read = _reader(items[0])
        return lambda values: tuple(map(read, values))
    readers = [_reader(item) for item in items]
    return lambda values: tuple(read(value) for read, value in zip(readers, values, strict=True))


def _fields_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}

    def read(values: dict[str, Any]) -> Any:
        known = {name: values[name] for name in readers if name in values}
        return kind(**{name: readers[name](value) for name, value in known.items()})

    return read
