"""Keeping an evaluation as it stands (section 2, "Meting")."""

from __future__ import annotations

from datetime import datetime

from desktop.language import _
from desktop.store import Actor, Store
from desktop.viewings.model import EvaluationSnapshot
from desktop.viewings.queries.evaluation.kept import measures_of, scope_of
from desktop.viewings.queries.evaluation.whole import Evaluation


def keep_evaluation(store: Store, who: Actor, evaluation: Evaluation) -> int:
    """Keep the measures of an evaluation with its complexes, period, moment and who kept it.
    Aggregated only: cells of fewer than five people stay hidden, and no dwelling is named."""
    with store.act(who, "viewings.evaluation.keep", undo=_("Evaluation kept")) as act:
        snapshot = snapshot_of(evaluation, store.now(), who.id)
        act.session.add(snapshot)
        act.session.flush()
        return snapshot.id


def snapshot_of(
    evaluation: Evaluation, kept_at: datetime, staff_id: int | None
) -> EvaluationSnapshot:
    """An evaluation as it is kept; `staff_id` is None when the program keeps it by itself."""
    return EvaluationSnapshot(
        scope=scope_of(evaluation),
        first_day=evaluation.first_day,
        last_day=evaluation.last_day,
        kept_at=kept_at,
        staff_id=staff_id,
        measures=measures_of(evaluation),
    )
