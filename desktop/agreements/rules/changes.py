"""What changed between two reports: which agreements go better, worse, or are newly known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from desktop.agreements.states import Light

# From bad to good; "not measurable" has no place between them.
ORDER = (Light.OFF, Light.RISK, Light.ON, Light.DONE)


class ChangeKind(Enum):
    BETTER = "better"
    WORSE = "worse"
    NEWLY_MEASURED = "newly measured"
    NO_LONGER_MEASURABLE = "no longer measurable"


@dataclass(frozen=True)
class Change:
    """The light of one agreement in the report before and in this one."""

    code: str
    kind: ChangeKind
    before: Light
    now: Light


def change_kind(before: Light, now: Light) -> ChangeKind | None:
    """What a change of light is called; None when the light stayed."""
    if before is now:
        return None
    if before is Light.NM:
        return ChangeKind.NEWLY_MEASURED
    if now is Light.NM:
        return ChangeKind.NO_LONGER_MEASURABLE
    better = ORDER.index(now) > ORDER.index(before)
    return ChangeKind.BETTER if better else ChangeKind.WORSE


def changes(before: Mapping[str, Light], now: Mapping[str, Light]) -> tuple[Change, ...]:
    """The changes by code of agreement, in the order of `now`. An agreement that only one of the
    reports has did not change: there is nothing to compare it with."""
    both = ((code, before[code], light) for code, light in now.items() if code in before)
    kinds = ((code, change_kind(old, new), old, new) for code, old, new in both)
    return tuple(Change(code, kind, old, new) for code, kind, old, new in kinds if kind)
