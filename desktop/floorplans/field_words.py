"""What people call the fields of evenings and drawings. The journal of a drawing and the files of
pictures are of the program itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from desktop.floorplans.model import SketchRole
from desktop.language import N_
from desktop.wording import Wording

THINGS: Mapping[str, str] = {
    "design_evening": N_("drawing evening"),
    "sketch": N_("drawing"),
    "sketch_version": N_("kept version"),
}
FIELDS: Mapping[str, Mapping[str, str]] = {
    "design_evening": {
        "project": N_("project"),
        "home_type": N_("type of home"),
        "held_on": N_("day"),
        "open": N_("open"),
    },
    "sketch": {
        "role": N_("kind"),
        "title": N_("name"),
        "variant": N_("variant"),
        "language": N_("language"),
        "wanted": N_("what is asked for"),
        "begun_at": N_("begun"),
        "done_at": N_("done"),
        "removed_at": N_("removed"),
    },
    "sketch_version": {
        "number": N_("number"),
        "name": N_("name"),
        "kept_at": N_("kept"),
    },
}
VALUES: Mapping[Enum, str] = {
    SketchRole.SHELL: N_("shell"),
    SketchRole.EXAMPLE: N_("example"),
    SketchRole.SKETCH: N_("sketch"),
}
WORDING = Wording(THINGS, FIELDS, VALUES)
