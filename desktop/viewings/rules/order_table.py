"""The order table of a decision: everybody on the list with the code in force (R10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.rules.order import PassCode, Standing, in_order, pass_code
from desktop.viewings.states import Want


@dataclass(frozen=True)
class OrderRow:
    """One line of the order table of a decision."""

    rank: int
    number: str
    priority: bool
    invited: bool
    came: bool | None
    wants: Want | None
    offered: bool
    answer: str
    code: PassCode | None
    vera: str
    chosen: bool
    id: int


def order_table(
    candidates: Sequence[Standing],
    chosen: int,
    participation_required: bool,
    offered: Iterable[int],
    came: Mapping[int, bool],
    deviations: Mapping[int, PassCode] | None = None,
) -> list[OrderRow]:
    """The order table of a decision: each candidate in order with the code in force."""
    given = deviations or {}
    offers = set(offered)
    rows, before = [], True
    for candidate in in_order(candidates):
        is_chosen = candidate.id == chosen
        code = pass_code(candidate, participation_required)
        if is_chosen:
            code, before = None, False
        elif before:
            code = code or given.get(candidate.id)
        else:
            code = code or PassCode.BEHIND
        rows.append(
            OrderRow(
                rank=candidate.rank,
                number=candidate.number,
                priority=candidate.priority,
                invited=candidate.invited,
                came=came.get(candidate.id),
                wants=candidate.want,
                offered=candidate.id in offers,
                answer=candidate.state.value,
                code=code,
                vera=candidate.offer_code,
                chosen=is_chosen,
                id=candidate.id,
            )
        )
    return rows


def without_code(rows: Iterable[OrderRow]) -> list[OrderRow]:
    """The candidates passed over without a code: must be empty before a decision (R10)."""
    return [row for row in rows if not row.chosen and row.code is None]


def check_complete(rows: Iterable[OrderRow]) -> None:
    """R10: refuses a decision that passes somebody over without a code."""
    missing = without_code(rows)
    if missing:
        raise Refused(
            _(
                "Candidate {rank} comes before the chosen candidate and has no reason yet. Record "
                "the answer of candidate {rank}, or offer the dwelling there first."
            ).format(rank=missing[0].rank),
            "order",
        )
