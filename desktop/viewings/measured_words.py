"""What people call the fields by which a pilot is measured."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_

MEASURED: Mapping[str, Mapping[str, str]] = {
    "pilot": {
        "role": N_("part in the pilot"),
        "starts_on": N_("start"),
        "ends_on": N_("end"),
        "turnover_percent": N_("dwellings that change tenant, % a year"),
        "thresholds": N_("thresholds"),
        "fixed_on": N_("fixed on"),
    },
    "candidate_survey": {
        "month": N_("month"),
        "priority": N_("priority"),
        "mark": N_("mark"),
        "welcome": N_("felt welcome"),
        "judged": N_("felt judged"),
        "understands": N_("understands the allocation"),
        "names_known": N_("names known in the complex"),
    },
    "cohesion_survey": {
        "wave": N_("months after the start"),
        "is_host": N_("is a host"),
        "age_band": N_("age group"),
        "answers": N_("answers"),
        "understands": N_("understands the allocation"),
    },
    "staff_time": {
        "minutes": N_("minutes"),
        "usual_minutes": N_("minutes the usual way"),
        "noted_on": N_("noted on"),
    },
    "evaluation_snapshot": {
        "scope": N_("complexes"),
        "first_day": N_("from"),
        "last_day": N_("until"),
        "kept_at": N_("kept on"),
        "measures": N_("measures"),
    },
}
