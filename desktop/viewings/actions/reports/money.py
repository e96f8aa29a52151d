"""The alarm that somebody asked a candidate for money (R11)."""

from __future__ import annotations

from desktop.language import _
from desktop.language.format import local
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.model import (
    Candidate,
)


def handle_money(store: Store, who: Actor, candidate_id: int) -> None:
    """Staff dealt with the alarm that somebody asked for money (R11)."""
    with store.act(who, "viewings.money.handled", undo=_("Money alarm handled")) as act:
        candidate = found(act.session, Candidate, candidate_id)
        candidate.money_handled_on = local(store.now()).date()
