"""What each letter text is called on the screen."""

from __future__ import annotations

from desktop.language import N_, _

NAMES = {
    "advert": N_("Text for the advert"),
    "agreements-cooperation": N_("Agreements: how the parties work together"),
    "agreements-glossary": N_("Agreements: list of words"),
    "agreements-housing-report": N_("Agreements: text for the housing report"),
    "agreements-why": N_("Agreements: why we make them"),
    "answer-form": N_("Answer form of a candidate"),
    "backed-out": N_("The chosen candidate backs out"),
    "bid-letter": N_("Letter with the bid"),
    "consent-notice": N_("Notice that 70 % of the tenants agree"),
    "consent-proposal": N_("Proposal for a renovation"),
    "complaint-receipt": N_("Receipt of a complaint"),
    "decision-chosen": N_("Decision: who gets the dwelling"),
    "decision-others": N_("Decision: who does not get the dwelling"),
    "gathering-invitation": N_("Invitation to a gathering"),
    "host-instruction": N_("Instruction for hosts"),
    "host-question": N_("Question to hosts"),
    "host-statement": N_("Statement of hosts"),
    "invitation": N_("Invitation"),
    "offer": N_("Offer"),
    "offer-withdrawn": N_("Offer taken back"),
    "processing-register": N_("Line in the register of personal data"),
    "reminder": N_("Reminder"),
    "viewing-cancelled": N_("The viewing is cancelled"),
    "wipe-certificate": N_("Certificate of wiping"),
    "working-method": N_("Way of working"),
}


def letter_name(key: str) -> str:
    """Its name; a text that came later, by its key."""
    return _(NAMES[key]) if key in NAMES else key
