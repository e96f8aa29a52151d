"""What the audit trail calls an action, for who reads the trail."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _

ACTIONS: Mapping[str, str] = {
    "agreements.agreement.add": N_("Agreement added"),
    "agreements.agreement.change": N_("Agreement changed"),
    "agreements.agreement.move": N_("Agreement brought to another stage"),
    "agreements.amend": N_("Agreement amended by all parties"),
    "agreements.clause.share": N_("Text shared with the tenants’ organisation"),
    "agreements.clause.write": N_("New version of the text"),
    "agreements.commitment.add": N_("What a party does added"),
    "agreements.commitment.change": N_("What a party does changed"),
    "agreements.commitment.done": N_("What a party does is done"),
    "agreements.commitment.remove": N_("What a party does removed"),
    "agreements.contact.add": N_("Contact added"),
    "agreements.contact.left": N_("Contact left"),
    "agreements.contacts.erase": N_("Names of people who left removed"),
    "agreements.cycle.move": N_("Year brought to another stage"),
    "agreements.cycle.period": N_("Period changed"),
    "agreements.cycle.policy": N_("Policy of the municipality received"),
    "agreements.cycle.seat": N_("Party took its seat"),
    "agreements.cycle.start": N_("Year begun"),
    "agreements.look_back": N_("Looked back on an agreement"),
    "agreements.party.add": N_("Party added"),
    "agreements.party.change": N_("Party changed"),
    "agreements.party.looked": N_("Party looked at the agreements"),
    "agreements.policy.add": N_("Policy of the municipality added"),
    "agreements.position.settle": N_("Position settled by the party"),
    "agreements.position.take": N_("Position of a party"),
    "agreements.seeds": N_("Chapters and priorities put in"),
}


def action_word(action: str) -> str:
    """What an action of the audit trail is called; its own name when it has no words."""
    undone, _colon, name = action.rpartition(":")
    words = _(ACTIONS[name]) if name in ACTIONS else name
    return _("{action} (undone or done again)").format(action=words) if undone else words
