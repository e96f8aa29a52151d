"""Actions as tests need them."""

from __future__ import annotations

from desktop.store import Actor, Base, Store


class HalfwayError(Exception):
    """What goes wrong in `fail_halfway`."""


def fail_halfway(store: Store, who: Actor, thing: Base) -> None:
    """An action that writes `thing` to the database and then fails."""
    try:
        with store.act(who, "test.fail") as act:
            act.session.add(thing)
            act.session.flush()
            raise HalfwayError
    except HalfwayError:
        return
