"""Every action of a package, each with what it could be called with: found by looking, so that a
new action is in the tests that go through all of them from its first day."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import product
from types import ModuleType, UnionType
from typing import Any, Union, Unpack, get_args, get_origin, get_type_hints

Action = Callable[..., object]
Values = Mapping[str, Sequence[Any]]  # by name of a parameter, or as action.parameter

WORDS = "Heel andere woorden dan er stonden."


def actions(package: ModuleType) -> dict[str, Action]:
    """The public functions that act in a store, by module and name. What they have in common is
    that they begin with the store and who acts; what the program does by itself has the store
    alone."""
    found: dict[str, Action] = {}
    for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        module = importlib.import_module(info.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and list(inspect.signature(function).parameters)[:2] in (
                ["store", "who"],
                ["store"],
            ):
                found[f"{info.name.removeprefix(package.__name__ + '.')}.{name}"] = function
    return found


def calls(name: str, action: Action, values: Values, today: date) -> Iterator[dict[str, Any]]:
    """What an action could be called with: every combination of the values that are given by
    name and of the members of enums, and then each of its free facts alone."""
    hints = get_type_hints(action)
    own = name.rpartition(".")[2]
    choices: dict[str, Sequence[Any]] = {}
    facts: dict[str, Any] = {}
    for parameter in list(inspect.signature(action).parameters.values()):
        key, hint = parameter.name, hints[parameter.name]
        if key in ("store", "who"):
            continue
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            facts = _facts(hint, values.get(f"{own}.{key}", ()))
        elif f"{own}.{key}" in values or (key in values and _is_needed(parameter, hint)):
            choices[key] = values.get(f"{own}.{key}", values.get(key, ()))
        elif _is_needed(parameter, hint):
            choices[key] = _some(key, hint, today)
    for chosen in product(*choices.values()):
        base = dict(zip(choices, chosen, strict=True))
        yield base
        for fact, hint in facts.items():
            for value in values.get(fact, ()) or _some(fact, hint, today):
                yield base | {fact: value}


def _is_needed(parameter: inspect.Parameter, hint: Any) -> bool:
    """Whether a value must be chosen: there is none, or it is one of a few."""
    return parameter.default is inspect.Parameter.empty or bool(_members(hint))


def _facts(hint: Any, named: Sequence[str]) -> dict[str, Any]:
    """The facts that may come by name, from a typed dictionary or as they are named."""
    if get_origin(hint) is Unpack:
        return get_type_hints(get_args(hint)[0])
    return dict.fromkeys(named, str)


def _members(hint: Any) -> list[Enum]:
    return list(hint) if isinstance(hint, type) and issubclass(hint, Enum) else []


def _some(key: str, hint: Any, today: date) -> list[Any]:
    """Some values of a type. A type that is not known here fails: whoever adds an action says
    what it can be called with."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(kind for kind in get_args(hint) if kind is not type(None))
    if members := _members(hint):
        return list(members)
    plain: dict[Any, Any] = {
        int: 1,
        str: WORDS,
        bool: True,
        date: today,
        Decimal: Decimal(7),
        bytes: b"%PDF-1.7",
    }
    if hint in plain:
        return [plain[hint]]
    raise LookupError(f"nothing is known to give for “{key}”, a {hint}")
