"""What "Undo" finds, as who presses it would."""

from __future__ import annotations

from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store


def nothing_to_undo(store: Store, who: Actor) -> bool:
    """Whether "Undo" says that there is nothing; what there is, is undone."""
    try:
        store.undo(who)
    except Refused as refused:
        return refused.sentence == _("There is nothing to undo.")
    return False
