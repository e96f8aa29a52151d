"""What a home is held to: the rules of a day, and what this household wishes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partialmethod

from desktop.floorplans.checks.findings import (
    WELL,
    Finding,
    Grade,
    Judge,
    Mend,
    Numbers,
    Ways,
    Wish,
)
from desktop.floorplans.checks.rules import Rule, Rules
from desktop.floorplans.plan import Point


@dataclass(frozen=True)
class Asked:
    rules: Rules
    wishes: frozenset[Wish]
    new_judge: Callable[[], Judge]

    def rule(self, check: str) -> Rule:
        return self.rules[check]

    def found(
        self,
        grade: Grade,
        check: str,
        case: str,
        numbers: Numbers,
        level: int = 0,
        place: Point | None = None,
        mend: Mend | None = None,
    ) -> Finding:
        return Finding(check, grade, case, numbers, level, place, self.rules[check].article, mend)

    # A finding of what cannot be, and one to think about.
    fail = partialmethod(found, Grade.FAIL)
    warn = partialmethod(found, Grade.WARN)

    def well(self, check: str, numbers: Numbers | None = None) -> Finding:
        """The finding of a check that found nothing wrong."""
        rule = self.rules[check]
        told = rule.numbers if numbers is None else numbers
        return Finding(check, Grade.GOOD, WELL, told, article=rule.article)

    def mend(self, name: str, check: str, level: int, place: Point | None, ways: Ways) -> Mend:
        return Mend(name, check, level, place, ways, self.new_judge)
