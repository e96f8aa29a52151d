"""Words for the fields of `model.inspections`."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_

THINGS: Mapping[str, str] = {
    "finding": N_("finding"),
    "finding_photo": N_("photo of a finding"),
    "finding_step": N_("step of a finding"),
    "inspection": N_("neighbourhood walk"),
    "project_map": N_("map"),
}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "finding": {
        "number": N_("number"),
        "kind": N_("kind"),
        "severity": N_("how urgent"),
        "place": N_("place"),
        "x": N_("place on the map, from the left"),
        "y": N_("place on the map, from the top"),
        "what": N_("what"),
        "state": N_("state"),
        "found_at": N_("found on"),
        "owner": N_("who does it"),
        "due_on": N_("before"),
        "solved_on": N_("solved on"),
        "referred_to": N_("passed on to"),
        "referred_on": N_("passed on, on"),
        "their_answer": N_("their answer"),
        "reason": N_("reason"),
        "reporter": N_("who reported it"),
        "reporter_told_on": N_("who reported it was told on"),
        "handed_to": N_("handed over to"),
    },
    "finding_photo": {
        "moment": N_("before or after"),
    },
    "finding_step": {
        "state": N_("state"),
        "taken_on": N_("taken on"),
        "note": N_("note"),
    },
    "inspection": {
        "kind": N_("kind"),
        "route": N_("route"),
        "held_on": N_("held on"),
        "walkers": N_("number of walkers"),
        "finished_at": N_("finished on"),
    },
    "project_map": {
        "name": N_("name"),
        "width_m": N_("width in metres"),
    },
}
