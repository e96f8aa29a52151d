"""The numbered lists of visitors that hosts take to the door come back afterwards (R5)."""

from __future__ import annotations

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.model import Shift
from desktop.viewings.states import ShiftState


def record_list_back(store: Store, who: Actor, shift_id: int) -> None:
    """A host handed in the list of visitors or destroyed it (R5). Also after the report is closed:
    a list says nothing of what happened. Refuses before the start, a host who was not there, and a
    list that came back already."""
    with store.act(who, "viewings.list_back", undo=_("List handed in")) as act:
        shift = found(act.session, Shift, shift_id)
        if store.now() < shift.viewing.starts_at:
            raise Refused(_("The viewing has not begun yet."), "state")
        if shift.state not in (ShiftState.CONFIRMED, ShiftState.HELD):
            raise Refused(_("This host was not at this viewing."), "host")
        if shift.list_back_on is not None:
            raise Refused(_("This list was handed in already."), "list_back_on")
        shift.list_back_on = local(store.now()).date()
