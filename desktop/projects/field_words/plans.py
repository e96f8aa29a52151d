"""Words for the fields of `model.plans`."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_

THINGS: Mapping[str, str] = {
    "project": N_("project"),
    "project_baseline": N_("kept plan"),
    "project_baseline_task": N_("task of a kept plan"),
    "project_budget_line": N_("budget line"),
    "project_complex": N_("complex of a project"),
    "project_cost": N_("cost"),
    "project_dwelling": N_("dwelling of a project"),
    "project_phase": N_("phase"),
    "project_sketch": N_("drawing of a project"),
    "project_step": N_("step of a project"),
    "project_task": N_("task"),
    "project_task_link": N_("order of tasks"),
}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "project": {
        "code": N_("code"),
        "name": N_("name"),
        "kind": N_("kind"),
        "state": N_("state"),
        "leader": N_("project leader"),
        "contact": N_("for questions"),
        "participation": N_("promise to tenants"),
        "may_decide": N_("what tenants decide about"),
        "may_not_decide": N_("what is fixed already"),
        "starts_on": N_("begins on"),
        "works_on_5_may": N_("work on 5 May"),
        "homes": N_("homes to be built"),
        "budget_cents": N_("budget in cents"),
        "halted_reason": N_("why it waits"),
        "halted_until": N_("waits until"),
        "state_before": N_("state before it was halted"),
        "no_presumption_reason": N_("why it goes on without 70 % consent"),
    },
    "project_baseline": {
        "number": N_("number"),
        "name": N_("name"),
        "kept_on": N_("kept on"),
    },
    "project_baseline_task": {
        "task_number": N_("number of the task"),
        "name": N_("name"),
        "start": N_("first day"),
        "finish": N_("last day"),
    },
    "project_budget_line": {
        "position": N_("place in the order"),
        "name": N_("name"),
        "planned_cents": N_("planned in cents"),
    },
    "project_cost": {
        "kind": N_("kind"),
        "booked_on": N_("booked on"),
        "cents": N_("amount in cents"),
        "what": N_("what"),
        "note": N_("note"),
    },
    "project_phase": {
        "position": N_("place in the order"),
        "name": N_("name"),
    },
    "project_sketch": {
        "home": N_("home"),
    },
    "project_step": {
        "state": N_("state"),
        "taken_on": N_("taken on"),
        "reason": N_("reason"),
    },
    "project_task": {
        "number": N_("number"),
        "position": N_("place in the order"),
        "name": N_("name"),
        "days": N_("working days"),
        "not_before": N_("not before"),
        "started_on": N_("begun on"),
        "finished_on": N_("finished on"),
        "percent_done": N_("percentage done"),
        "owner": N_("who does it"),
        "decision": N_("moment of decision"),
    },
    "project_task_link": {
        "kind": N_("kind of order"),
        "lag": N_("days between"),
    },
}
