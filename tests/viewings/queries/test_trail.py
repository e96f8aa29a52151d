"""The trail of a vacancy says whom an entry is about."""

from __future__ import annotations

from desktop.store import Store
from desktop.viewings.queries.decisions import trail
from tests.support import steps
from tests.support.clock import Clock


def test_an_entry_about_one_person_says_who(store: Store, clock: Clock) -> None:
    letting = steps.bring(steps.begin(store, clock), steps.offer)
    with store.reading() as session:
        about = [(row.action, row.about) for row in trail(session, letting.vacancy)]
    assert ("viewings.offer", "kandidaat 1") in about
    assert ("viewings.answer", "kandidaat 3") in about
    assert ("viewings.invite", "") in about
    hosts = {name for action, name in about if action == "viewings.hosts.answer"}
    assert len(hosts) == 2
    assert "" not in hosts
