"""What the audit trail calls an action, for who reads the trail."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _

ACTIONS: Mapping[str, str] = {
    "agreements.agenda.accept": N_("Topic accepted"),
    "agreements.agenda.add": N_("Topic put on the agenda"),
    "agreements.agenda.refuse": N_("Topic refused"),
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
    "agreements.input.add": N_("Question of tenants written down"),
    "agreements.input.discuss": N_("Question of tenants discussed"),
    "agreements.input.reply": N_("Question of tenants answered"),
    "agreements.input.rewrite": N_("Question of tenants written in other words"),
    "agreements.input.told": N_("Answer told to tenants"),
    "agreements.look_back": N_("Looked back on an agreement"),
    "agreements.meeting.action": N_("Action written down"),
    "agreements.meeting.action.done": N_("Action done"),
    "agreements.meeting.attendance": N_("Noted who was there"),
    "agreements.meeting.change": N_("Meeting changed"),
    "agreements.meeting.decision": N_("Decision of a meeting written down"),
    "agreements.meeting.minutes": N_("Minutes written"),
    "agreements.meeting.papers": N_("Papers of a meeting sent"),
    "agreements.meeting.plan": N_("Meeting planned"),
    "agreements.party.add": N_("Party added"),
    "agreements.party.change": N_("Party changed"),
    "agreements.party.looked": N_("Party looked at the agreements"),
    "agreements.policy.add": N_("Policy of the municipality added"),
    "agreements.position.settle": N_("Position settled by the party"),
    "agreements.position.take": N_("Position of a party"),
    "agreements.seeds": N_("Chapters and priorities put in"),
    "agreements.signing.conclude": N_("Signing completed"),
    "agreements.signing.pass": N_("Signing goes on without every reply"),
    "agreements.signing.scan": N_("Scan of a signature kept"),
    "agreements.signing.seal": N_("Text made ready to sign"),
    "agreements.signing.sign": N_("Signature of a party"),
    "agreements.signing.strike": N_("Signature taken out"),
}


def action_word(action: str) -> str:
    """What an action of the audit trail is called; its own name when it has no words."""
    undone, _colon, name = action.rpartition(":")
    words = _(ACTIONS[name]) if name in ACTIONS else name
    return _("{action} (undone or done again)").format(action=words) if undone else words
