"""Words for the fields of `model.shares`."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_

THINGS: Mapping[str, str] = {
    "ballot": N_("ballot"),
    "ballot_choice": N_("choice on a ballot"),
    "budget_idea": N_("idea for the budget"),
    "budget_round": N_("residents’ budget"),
    "project_evaluation": N_("look back at a project"),
    "project_evaluation_score": N_("score of tenants"),
}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "ballot": {
        "household": N_("household"),
        "cast_at": N_("voted on"),
    },
    "budget_idea": {
        "number": N_("number"),
        "name": N_("name"),
        "what": N_("what"),
        "cost_cents": N_("cost in cents"),
        "feasible": N_("feasible"),
        "reason": N_("reason"),
        "owner": N_("who does it"),
        "due_on": N_("before"),
        "done_on": N_("done on"),
    },
    "budget_round": {
        "name": N_("name"),
        "amount_cents": N_("amount in cents"),
        "rules": N_("rules"),
        "households": N_("number of households"),
        "state": N_("state"),
        "vote_until": N_("vote until"),
        "result_on": N_("result on"),
    },
    "project_evaluation": {
        "held_on": N_("held on"),
        "went_well": N_("what went well"),
        "lessons": N_("lessons"),
    },
    "project_evaluation_score": {
        "position": N_("place in the order"),
        "question": N_("question to tenants"),
        "answers": N_("number of answers"),
        "mean": N_("mean"),
    },
}
