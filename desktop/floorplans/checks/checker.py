"""All checks of a home, again and again while it is drawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from desktop.floorplans.checks import stairs
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import Finding, Grade, Judge, Place, Wish, where
from desktop.floorplans.checks.needs import NEEDS, Whole
from desktop.floorplans.checks.overlaps import CHECK, Overlaps, double_walls
from desktop.floorplans.checks.reach import RoomKey, Routes, reachable
from desktop.floorplans.checks.reports import Report, report_of
from desktop.floorplans.checks.rules import Rules
from desktop.floorplans.checks.stair_doors import stair_doors
from desktop.floorplans.checks.survey import Survey
from desktop.floorplans.geometry import Derived, derive, derive_home, settle, usable_area_mm2
from desktop.floorplans.geometry.ordered import exchanged
from desktop.floorplans.plan import Home, Plan, RoomType


def check_home(
    home: Home,
    derived: Sequence[Derived],
    rules: Rules,
    wishes: frozenset[Wish] = frozenset(),
) -> tuple[Finding, ...]:
    """What is found of a home, as in `Checker.check`, for who looks once."""
    return Checker(rules, wishes).check(home, derived)


class Checker:
    """Checks one home after every edit: a room that is not touched is not looked at again."""

    def __init__(self, rules: Rules, wishes: frozenset[Wish] = frozenset()) -> None:
        self._asked = Asked(rules, wishes, partial(_new_judge, rules, wishes))
        self._surveys: list[Survey] = []
        self._overlaps: list[Overlaps] = []
        self._reports: dict[RoomKey, Report] = {}
        self._by_type: dict[RoomType, dict[RoomKey, Report]] = {type: {} for type in RoomType}
        self._outer: dict[RoomKey, Report] = {}  # the rooms with a door to the open air
        self._applied: Counter[str] = Counter()  # to how many rooms each check applies
        self._wrong = Pile()
        self._routes = Routes()

    def check(self, home: Home, derived: Sequence[Derived]) -> tuple[Finding, ...]:
        """What is found, the worst first: all that is wrong, and one finding for each check with
        which nothing is. `derived` is what follows from each storey, the lowest first."""
        self._look(home, derived)
        of_home = self._check_whole(home, derived)
        findings: dict[Grade, list[Finding]] = {grade: [] for grade in Grade}
        for rule in self._asked.rules:
            found, wrong = of_home.get(rule.id), self._wrong.of(rule.id)
            for finding in found or ():
                findings[finding.grade].append(finding)
            for grade, pile in wrong.items():
                findings[grade] += pile
            applies = found is not None or self._applied[rule.id] > 0
            if applies and not found and not wrong:
                findings[Grade.GOOD].append(self._asked.well(rule.id))
        return (*findings[Grade.FAIL], *findings[Grade.WARN], *findings[Grade.GOOD])

    def _check_whole(
        self, home: Home, derived: Sequence[Derived]
    ) -> dict[str, list[Finding] | None]:
        usable_mm2 = usable_area_mm2(derived)
        by_type = {type: reports.values() for type, reports in self._by_type.items()}
        whole = Whole(home, by_type, self._outer.values(), usable_mm2)
        found = {id: check(whole, self._asked) for id, check in NEEDS.items()}
        found["reachable"] = reachable(self._routes, self._reports, self._asked)
        found[CHECK] = double_walls(self._overlaps, self._asked)
        found["stair"] = stairs.stairs(home, derived, self._asked)
        found["landing"] = stairs.landings(home, derived, self._asked)
        found["stair-door"] = stair_doors(home, derived, self._reports, self._asked)
        return found

    def _look(self, home: Home, derived: Sequence[Derived]) -> None:
        """Look at the rooms that are new, and at those that are touched by what changed."""
        while len(self._surveys) < len(home.levels):
            self._overlaps.append(Overlaps(len(self._surveys)))
            self._surveys.append(Survey(len(self._surveys)))
        all_gone: list[RoomKey] = []
        fresh: dict[RoomKey, Report] = {}
        for level, survey in enumerate(self._surveys):
            storey = derived[level] if level < len(derived) else derive(Plan())
            self._overlaps[level].update(storey)
            gone, views = survey.update(storey)
            all_gone += [(level, key) for key in gone]
            fresh |= {(level, view.room.floor): report_of(view, self._asked) for view in views}
        self._file(all_gone, fresh)
        self._routes.update(
            all_gone,
            {key: report.parts for key, report in fresh.items()},
            frozenset(
                ((level, below.floor), (level + 1, above.floor))
                for level, below, above in stairs.joined_rooms(home, derived)
            ),
        )

    def _file(self, gone: Iterable[RoomKey], fresh: Mapping[RoomKey, Report]) -> None:
        """Put the new reports in the place of the old ones."""
        old = {key: self._reports.pop(key) for key in {*gone, *fresh} & self._reports.keys()}
        for key, report in old.items():
            del self._by_type[report.view.type][key]
            self._outer.pop(key, None)
            self._applied.subtract(report.applied)
        for key, report in fresh.items():
            self._by_type[report.view.type][key] = report
            if report.ways_out:
                self._outer[key] = report
            self._applied.update(report.applied)
        self._reports |= fresh
        self._wrong.exchange(
            (finding for report in old.values() for finding in report.findings),
            (finding for report in fresh.values() for finding in report.findings),
        )


class Pile:
    """The findings of all rooms by check and grade, in the order of level and place."""

    def __init__(self) -> None:
        self._piles: dict[str, dict[Grade, tuple[Finding, ...]]] = {}

    def exchange(self, gone: Iterable[Finding], new: Iterable[Finding]) -> None:
        lost: dict[tuple[str, Grade], list[Place]] = defaultdict(list)
        added: dict[tuple[str, Grade], list[Finding]] = defaultdict(list)
        for finding in gone:
            lost[finding.check, finding.grade].append(where(finding))
        for finding in new:
            added[finding.check, finding.grade].append(finding)
        for kind in {*lost, *added}:
            check, grade = kind
            piles = self._piles.setdefault(check, {})
            pile = exchanged(piles.pop(grade, ()), lost[kind], added[kind], where)
            if pile:
                piles[grade] = pile

    def of(self, check: str) -> Mapping[Grade, tuple[Finding, ...]]:
        """What a check found, by grade; empty when nothing is wrong."""
        return self._piles.get(check, {})


def _new_judge(rules: Rules, wishes: frozenset[Wish]) -> Judge:
    checker = Checker(rules, wishes)
    first: tuple[Derived, ...] = ()

    def judge(home: Home) -> tuple[Home, tuple[Finding, ...]]:
        nonlocal first
        home = settle(home, first)
        derived = derive_home(home, first)
        first = first or derived
        return home, checker.check(home, derived)

    return judge
