"""What may be said of a complex, and of a type of complexes, by what was agreed before."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import _
from desktop.viewings.queries.evaluation.groups import Member, together
from desktop.viewings.queries.evaluation.lines import LINES, Line
from desktop.viewings.queries.evaluation.results import Group
from desktop.viewings.rules.evaluation import Verdict, verdict, verdict_words
from desktop.viewings.rules.measures import DECIDING
from desktop.viewings.rules.statistics import Share


def line_of(key: str) -> Line:
    return next(line for line in LINES if line.measure.key == key)


def _shares(group: Group) -> dict[str, Share]:
    """The shares that decide."""
    found = {m.key: line_of(m.key).result(group).share for m in DECIDING}
    return {key: share for key, share in found.items() if share is not None}


def verdict_on(of_one_kind: Sequence[Member]) -> Verdict | None:
    """By the thresholds that were fixed beforehand; None when they were not."""
    agreed = of_one_kind[0].thresholds
    if any(m.fixed_on is None or m.thresholds != agreed for m in of_one_kind):
        return None
    if any(measure.key not in agreed for measure in DECIDING):
        return None
    return verdict(_shares(together(m.group for m in of_one_kind)), agreed)


def said(found: Verdict | None) -> str:
    """A verdict in words; without thresholds there is none."""
    return verdict_words(found) if found is not None else _("no thresholds were fixed")
