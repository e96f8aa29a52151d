"""The eighteen agreements of Morgenveld for 2026, with what their lights are on 15 July 2026."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.agreements.rules.light import Reading, Target
from desktop.agreements.states import Direction, Light, LightReason, PathShape

ON = date(2026, 7, 15)
BASELINE_ON = date(2025, 12, 31)
GOAL_ON = date(2026, 12, 31)
MEASURED_ON = date(2026, 7, 1)


@dataclass(frozen=True)
class Row:
    """One indicator as it stands on `ON`. Numbers are as in a table of the paper: "6.9"."""

    code: str
    light: Light
    reason: LightReason
    direction: Direction = Direction.UP
    cumulative: bool = False
    baseline: str | None = None
    goal: str | None = None
    low: str | None = None
    high: str | None = None
    steps: tuple[tuple[date, Decimal], ...] = ()
    margin_absolute: str | None = None
    max_age_days: int = 245
    decimals: int = 0
    goal_on: date = GOAL_ON
    measured: str | None = None
    measured_on: date = MEASURED_ON
    expected: str | None = None
    gap: str | None = None
    tolerance: str | None = None
    days: int | None = None

    def target(self) -> Target:
        return Target(
            direction=self.direction,
            cumulative=self.cumulative,
            baseline=decimal(self.baseline),
            baseline_on=BASELINE_ON,
            goal=decimal(self.goal),
            goal_on=self.goal_on,
            low=decimal(self.low),
            high=decimal(self.high),
            path=PathShape.SCHEDULE if self.steps else PathShape.LINEAR,
            steps=self.steps,
            margin_percent=Decimal(10),
            margin_absolute=decimal(self.margin_absolute),
            max_age_days=self.max_age_days,
            decimals=self.decimals,
            done_on=None,
        )

    def readings(self) -> list[Reading]:
        value = decimal(self.measured)
        if value is None:
            return []
        return [Reading(1, self.measured_on, value, provisional=False, superseded=False)]

    def numbers(self) -> tuple[Decimal | None, ...]:
        """What was expected, how far off it is, and the margin."""
        return decimal(self.expected), decimal(self.gap), decimal(self.tolerance)


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


UP, DOWN = Direction.UP, Direction.DOWN
ON_PATH = (Light.ON, LightReason.ON_PATH)
WITHIN = (Light.RISK, LightReason.WITHIN_MARGIN)
BEYOND = (Light.OFF, LightReason.BEYOND_MARGIN)

MORGENVELD_2026 = (
    Row("BES-01", *ON_PATH, UP, True, "0", "60", steps=((MEASURED_ON, Decimal(18)),),
        measured="18", expected="18", gap="0", tolerance="6"),
    Row("BES-02", *BEYOND, DOWN, False, "58", "54",
        measured="57", expected="56", gap="-1", tolerance="0.4"),
    Row("BES-03", *WITHIN, UP, False, "4200", "4200", margin_absolute="20",
        measured="4188", expected="4200", gap="-12", tolerance="20"),
    Row("BET-01", *ON_PATH, Direction.BETWEEN, low="95", high="100", margin_absolute="0.5",
        decimals=1, measured="97.2", gap="2.2", tolerance="0.5"),
    Row("BET-02", *ON_PATH, DOWN, True, "0", "8",
        measured="3", expected="4", gap="1", tolerance="0.8"),
    Row("BET-03", *ON_PATH, UP, False, "70", "85",
        measured="79", expected="77", gap="2", tolerance="1.5"),
    Row("VER-01", *BEYOND, DOWN, False, "640", "560",
        measured="610", expected="600", gap="-10", tolerance="8"),
    Row("VER-02", *WITHIN, UP, True, "0", "150",
        measured="66", expected="75", gap="-9", tolerance="15"),
    Row("VER-03", Light.ON, LightReason.DUE_LATER, Direction.YESNO,
        goal_on=date(2026, 10, 1), days=78),
    Row("LEE-01", Light.NM, LightReason.NO_MEASUREMENT, UP, False, "6.9", "7.2", decimals=1),
    Row("LEE-02", *ON_PATH, UP, True, "0", "8",
        measured="5", expected="4", gap="1", tolerance="0.8"),
    Row("LEE-03", *WITHIN, UP, False, "78", "90",
        measured="83", expected="84", gap="-1", tolerance="1.2"),
    Row("ZOR-01", Light.DONE, LightReason.REACHED, UP, True, "0", "40", measured="40", gap="0"),
    Row("ZOR-02", *BEYOND, UP, True, "0", "12",
        measured="4", expected="6", gap="-2", tolerance="1.2"),
    Row("ZOR-03", *ON_PATH, UP, True, "0", "34",
        measured="17", expected="17", gap="0", tolerance="3.4"),
    Row("PAR-01", *ON_PATH, UP, False, "60", "90",
        measured="88", expected="75", gap="13", tolerance="3"),
    Row("PAR-02", *ON_PATH, UP, True, "0", "4",
        measured="2", expected="2", gap="0", tolerance="0.4"),
    Row("PAR-03", Light.NM, LightReason.OUTDATED, UP, False, "50", "100", max_age_days=120,
        measured="60", measured_on=date(2026, 1, 31), days=165),
)  # fmt: skip
