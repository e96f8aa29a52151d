"""Words for the fields of `model.consulting`."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_

THINGS: Mapping[str, str] = {
    "consent_note": N_("noted answer"),
    "consent_round": N_("consent round"),
    "consent_tenancy": N_("answer of a dwelling"),
    "consent_visit": N_("visit at the door"),
    "project_advice": N_("request for advice"),
    "project_advice_point": N_("point of an advice"),
}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "consent_note": {
        "answer": N_("answer"),
        "answered_on": N_("answered on"),
        "means": N_("how the answer came"),
        "noted_at": N_("noted on"),
    },
    "consent_round": {
        "number": N_("number"),
        "unit": N_("building"),
        "proposal": N_("proposal"),
        "sent_on": N_("sent on"),
        "answer_by": N_("answer before"),
        "state": N_("state"),
        "result_sent_on": N_("result sent on"),
    },
    "consent_tenancy": {
        "vacant": N_("vacant"),
        "informed_on": N_("informed on"),
        "answer": N_("answer"),
        "answered_on": N_("answered on"),
        "means": N_("how the answer came"),
        "notice_sent_on": N_("notice sent on"),
    },
    "consent_visit": {
        "visited_on": N_("visited on"),
        "at_home": N_("somebody was at home"),
    },
    "project_advice": {
        "asked_of": N_("asked of"),
        "reasons_sent_on": N_("reasons sent on"),
        "subject": N_("subject"),
        "topic": N_("letter of the Consultation Act"),
        "reasons": N_("reasons"),
        "consequences": N_("consequences"),
        "consent_required": N_("consent needed"),
        "sent_on": N_("sent on"),
        "weeks": N_("number of weeks"),
        "state": N_("state"),
        "advice_received_on": N_("advice received on"),
        "advice": N_("advice"),
        "no_objection_on": N_("no objection on"),
        "decided_on": N_("decided on"),
        "decision": N_("decision"),
        "decision_reasons": N_("reasons of the decision"),
        "reasons_received_on": N_("reasons received on"),
    },
    "project_advice_point": {
        "position": N_("place in the order"),
        "text": N_("text"),
        "decision": N_("decision"),
        "reason": N_("reason"),
    },
}
