"""What people call the fields of complexes, dwellings, households, organisations and staff.

The numbers by which rows know each other, and the proof of a PIN, have no words.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from desktop.estate.model import BuildingKind, OrganisationKind, Role
from desktop.language import N_
from desktop.wording import Wording

THINGS: Mapping[str, str] = {
    "organisation": N_("organisation"),
    "staff_user": N_("colleague"),
    "setting": N_("setting"),
    "letter_text_change": N_("letter text"),
    "complex": N_("complex"),
    "dwelling": N_("dwelling"),
    "household": N_("household"),
}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "organisation": {
        "kind": N_("kind"),
        "name": N_("name"),
        "department": N_("department"),
        "street": N_("street"),
        "postcode": N_("postcode"),
        "city": N_("town"),
        "phone": N_("phone number"),
        "email": N_("e-mail address"),
        "website": N_("website"),
        "signature": N_("signature"),
        "logo": N_("logo"),
    },
    "staff_user": {
        "login": N_("user name"),
        "name": N_("name"),
        "role": N_("role"),
        "active": N_("works here"),
    },
    "setting": {"key": N_("setting"), "value": N_("value")},
    "letter_text_change": {
        "key": N_("letter"),
        "language": N_("language"),
        "source": N_("text"),
    },
    "complex": {
        "code": N_("code"),
        "name": N_("name"),
        "city": N_("town"),
        "addresses": N_("addresses"),
        "dwelling_count": N_("number of dwellings"),
        "building": N_("kind of building"),
        "living_form": N_("form of living"),
        "target_group": N_("for whom"),
        "age_from": N_("for people from this age"),
        "age_to": N_("for people up to this age"),
        "shared_rooms": N_("shared rooms"),
        "meeting_point": N_("meeting point"),
        "vera_cluster": N_("cluster in VERA"),
    },
    "dwelling": {
        "code": N_("code"),
        "street": N_("street"),
        "house_number": N_("house number"),
        "postcode": N_("postcode"),
        "city": N_("town"),
        "kind": N_("kind"),
        "floor": N_("floor"),
        "rooms": N_("rooms"),
        "area_m2": N_("area in m²"),
        "rent_cents": N_("rent in cents"),
        "energy_label": N_("energy label"),
        "stairwell": N_("stairwell"),
        "step_free": N_("without steps"),
        "reserved_for_priority": N_("only for priority"),
    },
    "household": {
        "name": N_("name"),
        "since": N_("lives there since"),
        "until": N_("lived there until"),
    },
}

VALUES: Mapping[Enum, str] = {
    OrganisationKind.CORPORATION: N_("corporation"),
    OrganisationKind.MUNICIPALITY: N_("municipality"),
    OrganisationKind.TENANTS: N_("tenants' organisation"),
    OrganisationKind.OTHER: N_("other"),
    Role.CONSULTANT: N_("letting consultant"),
    Role.MANAGER: N_("manager"),
    Role.AUDITOR: N_("auditor"),
    BuildingKind.GALLERY: N_("gallery flat"),
    BuildingKind.STAIRWELL: N_("stairwell flat"),
    BuildingKind.GROUND: N_("ground-level houses"),
    BuildingKind.TOWER: N_("tower"),
}

WORDING = Wording(THINGS, FIELDS, VALUES)
