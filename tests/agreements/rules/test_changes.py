"""What changed since the report before."""

from __future__ import annotations

import pytest

from desktop.agreements.rules.changes import Change, ChangeKind, change_kind, changes
from desktop.agreements.states import Light

ON, RISK, OFF, NM, DONE = Light.ON, Light.RISK, Light.OFF, Light.NM, Light.DONE


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        (OFF, RISK, ChangeKind.BETTER),
        (RISK, ON, ChangeKind.BETTER),
        (ON, DONE, ChangeKind.BETTER),
        (DONE, OFF, ChangeKind.WORSE),
        (ON, RISK, ChangeKind.WORSE),
        (NM, OFF, ChangeKind.NEWLY_MEASURED),
        (DONE, NM, ChangeKind.NO_LONGER_MEASURABLE),
        (ON, ON, None),
        (NM, NM, None),
    ],
)
def test_a_change_is_called_by_its_direction(
    before: Light, now: Light, kind: ChangeKind | None
) -> None:
    assert change_kind(before, now) is kind


def test_only_agreements_of_both_reports_can_change() -> None:
    before = {"BES-01": ON, "BES-02": OFF, "BES-03": ON}
    now = {"BES-02": RISK, "BES-01": ON, "VER-01": OFF}
    assert changes(before, now) == (Change("BES-02", ChangeKind.BETTER, OFF, RISK),)
