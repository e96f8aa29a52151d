"""What people do with measurements: enter and correct them, decide on another light, explain."""

from desktop.agreements.actions.measuring.explanations import explain, explained_done
from desktop.agreements.actions.measuring.overrides import (
    end_override,
    object_to,
    override_light,
)
from desktop.agreements.actions.measuring.values import correct, measure, yesno_done

__all__ = [
    "correct",
    "end_override",
    "explain",
    "explained_done",
    "measure",
    "object_to",
    "override_light",
    "yesno_done",
]
