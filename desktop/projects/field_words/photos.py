"""Words for the fields of `model.photos`."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_

THINGS: Mapping[str, str] = {
    "photo": N_("photo"),
}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "photo": {
        "width": N_("width"),
        "height": N_("height"),
        "added_at": N_("added on"),
    },
}
