"""Words for the fields of `model.voices`."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_

THINGS: Mapping[str, str] = {
    "project_message": N_("message to tenants"),
    "project_proposal": N_("proposal of tenants"),
    "project_session": N_("gathering with tenants"),
    "project_session_photo": N_("photo of a gathering"),
    "promise": N_("promise"),
}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "project_message": {
        "sent_on": N_("sent on"),
        "channel": N_("how it was sent"),
        "subject": N_("subject"),
    },
    "project_proposal": {
        "number": N_("number"),
        "raised_on": N_("raised on"),
        "text": N_("text"),
        "theme": N_("subject"),
        "support": N_("number of dots"),
        "state": N_("state"),
        "answer": N_("answer"),
        "reason": N_("reason"),
        "answered_on": N_("answered on"),
        "answered_by": N_("answered by"),
        "told_on": N_("tenants told on"),
        "told_via": N_("tenants told via"),
    },
    "project_session": {
        "kind": N_("kind"),
        "title": N_("title"),
        "held_on": N_("held on"),
        "starts": N_("begins at"),
        "ends": N_("ends at"),
        "place": N_("place"),
        "question": N_("question to tenants"),
        "invited": N_("number invited"),
        "invited_on": N_("invited on"),
        "present": N_("number present"),
        "notes": N_("notes"),
        "minutes_sent_on": N_("minutes sent on"),
        "cancelled_on": N_("called off on"),
    },
    "project_session_photo": {
        "caption": N_("caption"),
    },
    "promise": {
        "what": N_("what"),
        "to_whom": N_("to whom"),
        "made_on": N_("made on"),
        "due_on": N_("before"),
        "owner": N_("who does it"),
        "state": N_("state"),
        "settled_on": N_("settled on"),
        "evidence": N_("how it was kept"),
        "agreed_with": N_("agreed with"),
        "reason": N_("reason"),
        "reaction": N_("reaction of the tenants"),
        "handed_to": N_("handed over to"),
    },
}
