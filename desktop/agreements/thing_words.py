"""What people call a row of each table of Beleid."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_

THINGS: Mapping[str, str] = {
    "action_point": N_("action point"),
    "agenda_item": N_("topic on the agenda"),
    "agreement": N_("agreement"),
    "agreement_step": N_("step of an agreement"),
    "amendment": N_("change of a signed text"),
    "attendance": N_("presence at a meeting"),
    "bid": N_("bid"),
    "bid_item": N_("intended work"),
    "clause": N_("version of a text"),
    "commitment": N_("what a party does"),
    "cycle": N_("year of agreements"),
    "cycle_step": N_("step of a year"),
    "delivery": N_("document sent"),
    "dispute": N_("dispute"),
    "dispute_extension": N_("longer term of the minister"),
    "extra_power": N_("power that the law does not give"),
    "formal_advice": N_("request for advice"),
    "indicator": N_("indicator"),
    "information_request": N_("request for data"),
    "indicator_step": N_("goal on the way"),
    "input_reply": N_("answer to a question"),
    "light_explanation": N_("explanation of a light"),
    "light_objection": N_("objection to a light"),
    "light_override": N_("light decided by people"),
    "look_back": N_("look back"),
    "measurement": N_("measurement"),
    "meeting": N_("meeting"),
    "meeting_decision": N_("decision of a meeting"),
    "national_priority": N_("priority of the minister"),
    "party": N_("party"),
    "party_contact": N_("contact of a party"),
    "policy_document": N_("policy of a municipality"),
    "policy_goal": N_("goal of the policy"),
    "position": N_("position of a party"),
    "report_snapshot": N_("kept report"),
    "seal": N_("sealed text"),
    "seat": N_("place at the table"),
    "signature": N_("signature"),
    "tenant_input": N_("question of tenants"),
    "tenant_input_agreement": N_("agreement that a question is about"),
    "tenants_budget": N_("budget of the tenants"),
    "tenants_expense": N_("expense of the tenants"),
    "theme": N_("theme"),
    "training_day": N_("training"),
}
