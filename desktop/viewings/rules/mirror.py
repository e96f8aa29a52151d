"""How far the hosts are like the residents of their complex (viewings, section 6, question 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.viewings.rules.retention import shown

# What hosts and residents may tell of their age; nobody has to.
AGE_BANDS = ("18-34", "35-44", "45-54", "55-64", "65-74", "75+")


def likeness(hosts: Sequence[str], residents: Sequence[str]) -> float | None:
    """The share of hosts who would stay where they are if hosts were spread over the groups as
    the residents are: 1 is a mirror, 0 is nobody alike. None with fewer than five on a side,
    since they could be recognised (R14)."""
    if not shown(len(hosts)) or not shown(len(residents)):
        return None
    of_hosts, of_all = Counter(hosts), Counter(residents)
    return sum(min(of_hosts[group] / len(hosts), n / len(residents)) for group, n in of_all.items())
