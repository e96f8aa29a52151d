"""The numbers that a home is held to, as dated rows with their article
(`resources/floorplans/rules.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from desktop.assets import resources


@dataclass(frozen=True)
class Rule:
    """The numbers of one check in one period. `article` is empty for our own advice."""

    id: str
    valid_from: date
    numbers: Mapping[str, float]
    article: str = ""
    valid_to: date | None = None

    def __getitem__(self, number: str) -> float:
        """A number by its name; `KeyError` when the rule has none of that name."""
        return self.numbers[number]

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Rules:
    """The rules of one day, in the order in which they are told."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._ranks = {id: rank for rank, id in enumerate(self._rules)}

    def __getitem__(self, id: str) -> Rule:
        return self._rules[id]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def rank(self, id: str) -> int:
        """The place of a check in the list."""
        return self._ranks[id]


@cache
def rules_on(day: date) -> Rules:
    """The rules in force on a day. `ValueError` when a rule has two rows for it, or none: checking
    with half of the rules would be worse than stopping."""
    rows = all_rules()
    rules = tuple(row for row in rows if row.holds_on(day))
    ids = [rule.id for rule in rules]
    if len(ids) != len(set(ids)) or set(ids) != {row.id for row in rows}:
        raise ValueError(f"not exactly one row for each rule on {day}")
    return Rules(rules)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every row of the file."""
    text = (resources() / "floorplans" / "rules.toml").read_text("utf-8")
    return tuple(_rule(values) for values in tomllib.loads(text)["rule"])


def _rule(values: dict[str, Any]) -> Rule:
    return Rule(**values)
