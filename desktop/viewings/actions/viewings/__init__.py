"""Viewings: planned, staffed, moved, called off, held."""

from desktop.viewings.actions.viewings.planning import (
    ViewingPlan,
    ask_anew,
    call_off,
    cancel_viewing,
    close_viewing,
    hold,
    mark_held,
    move_viewing,
    plan_viewing,
    take_back,
)
from desktop.viewings.actions.viewings.staffing import (
    PLANNED,
    ask_hosts,
    assign_hosts,
    fall_back,
    hand_to_staff,
    record_host_absent,
    record_host_answer,
    replace_host,
    staff_receive,
)

__all__ = [
    "PLANNED",
    "ViewingPlan",
    "ask_anew",
    "ask_hosts",
    "assign_hosts",
    "call_off",
    "cancel_viewing",
    "close_viewing",
    "fall_back",
    "hand_to_staff",
    "hold",
    "mark_held",
    "move_viewing",
    "plan_viewing",
    "record_host_absent",
    "record_host_answer",
    "replace_host",
    "staff_receive",
    "take_back",
]
