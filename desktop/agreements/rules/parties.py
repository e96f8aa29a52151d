"""What the Overlegwet asks of who speaks for tenants: an organisation (art. 1(1)f) or a residents'
committee (art. 1(1)g)."""

from __future__ import annotations

from datetime import date

from desktop.agreements.states import PartyKind

# In the order of art. 1(1)f. A committee is of one complex: its board is not asked about.
ASKED = {
    PartyKind.TENANTS: ("board_of_tenants", "informs_tenants", "meets_yearly", "open_to_all"),
    PartyKind.RESIDENTS: ("informs_tenants", "meets_yearly", "open_to_all"),
}


def asked_of(kind: PartyKind) -> tuple[str, ...]:
    """What is looked at of a party, by the field that says so; nothing of who speaks for others."""
    return ASKED.get(kind, ())


def meeting_is_due(last_on: date | None, today: date) -> bool:
    """Whether the yearly meeting with tenants is longer than a year ago, or not known."""
    if last_on is None:
        return True
    return (last_on.year + 1, last_on.month, last_on.day) < (today.year, today.month, today.day)
