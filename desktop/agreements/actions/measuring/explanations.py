"""Why something does not go as agreed, and what is done about it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from desktop.agreements.model import Agreement, Explanation
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


def explain(
    store: Store,
    who: Actor,
    agreement_id: int,
    reference_date: date,
    cause: str = "",
    measure: str = "",
    who_does: str = "",
    due_on: date | None = None,
    version: int | None = None,
) -> int:
    """Why an agreement does not go as agreed on a day, and what is done about it. Said again for
    the same day it replaces what was said, unless that changed after `version` was shown. Without
    words it is put off, which keeps it on the list of what is open. Refused: half of it, and a
    day that is still to come."""
    values = {
        "cause": written(Explanation, "cause", cause),
        "measure": written(Explanation, "measure", measure),
        "who": written(Explanation, "who", who_does),
        "due_on": due_on,
    }
    day_of(store, reference_date, "reference_date")
    if values["cause"] and not values["measure"]:
        raise Refused(_("Fill in what is done about it."), "measure")
    if values["measure"] and not values["cause"]:
        raise Refused(_("Fill in why it does not go as agreed."), "cause")
    with store.act(who, "agreements.explain", undo=_("Explanation")) as act:
        found(act.session, Agreement, agreement_id)
        explanation = act.session.scalar(
            select(Explanation)
            .where(
                Explanation.agreement_id == agreement_id,
                Explanation.reference_date == reference_date,
            )
            .limit(1)
        )
        if explanation is None:
            explanation = Explanation(agreement_id=agreement_id, reference_date=reference_date)
            act.session.add(explanation)
        stale(explanation, version, values)
        for key, value in values.items():
            setattr(explanation, key, value)
        act.session.flush()
        return explanation.id


def explained_done(store: Store, who: Actor, explanation_id: int, on: date | None) -> None:
    """What was to be done about it is done; None when it is not after all."""
    day_of(store, on)
    with store.act(who, "agreements.explanation.done", undo=_("Done")) as act:
        found(act.session, Explanation, explanation_id).done_on = on
