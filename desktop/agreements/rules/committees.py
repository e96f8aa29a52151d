"""Where residents can set up a committee, and what the corporation then must do (Overlegwet)."""

from __future__ import annotations

from enum import Enum

# Art. 1(1)c: a housing complex has at least so many dwellings close together that are one unit.
LEAST_DWELLINGS = 25


class Duty(Enum):
    """What the corporation must do for residents of a complex, in the order of the articles."""

    RECOGNISE = "recognise"  # art. 1(1)g and 2a(2), (3)
    FACILITATE = "facilitate"  # art. 2a(1)
    INFORM = "inform"  # art. 3 and 4
    ADVICE = "advice"  # art. 5
    TALK = "talk"  # art. 5b(3)
    AGENDA = "agenda"  # art. 5b(4)
    BID = "bid"  # Woningwet, art. 43(2) and 44(1)


def is_housing_complex(dwellings: int) -> bool:
    """Whether a complex by itself has the dwellings that art. 1(1)c asks for."""
    return dwellings >= LEAST_DWELLINGS


def duties(dwellings: int, has_committee: bool) -> tuple[Duty, ...]:
    """What the corporation must do for a complex: nothing by itself when it is too small; with no
    committee yet, let residents set one up."""
    if not is_housing_complex(dwellings):
        return ()
    if not has_committee:
        return (Duty.RECOGNISE, Duty.FACILITATE)
    return tuple(duty for duty in Duty if duty is not Duty.RECOGNISE)
