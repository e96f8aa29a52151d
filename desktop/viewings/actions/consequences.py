"""What a refusal or no-show means for somebody with priority, per region (C3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.model import PolicyVersion, PriorityConsequence


@dataclass(frozen=True)
class ConsequenceFacts:
    """What a refusal means in a region, where that is written, and when it was read there. An
    empty English text is the Dutch one."""

    region: str
    text_nl: str
    text_en: str
    refusals_allowed: int
    source: str
    read_on: date


def add_consequence(store: Store, who: Actor, facts: ConsequenceFacts) -> int:
    """What a refusal means for priority in a region, with where and when that was read (C3)."""
    row = PriorityConsequence()
    _fill(row, facts)
    with store.act(who, "viewings.consequence.add", undo=_("Add consequence")) as act:
        act.session.add(row)
        act.session.flush()
        return row.id


def change_consequence(
    store: Store, who: Actor, consequence_id: int, facts: ConsequenceFacts
) -> None:
    """Change what a refusal means in a region. Refuses it once a fixed way of working uses the
    text: candidates have read it, so a newer text is a row of its own."""
    with store.act(who, "viewings.consequence.change", undo=_("Change consequence")) as act:
        row = found(act.session, PriorityConsequence, consequence_id)
        _refuse_in_use(act.session, row)
        _fill(row, facts)


def remove_consequence(store: Store, who: Actor, consequence_id: int) -> None:
    """Remove a consequence that no way of working uses."""
    with store.act(who, "viewings.consequence.remove", undo=_("Remove consequence")) as act:
        row = found(act.session, PriorityConsequence, consequence_id)
        used = act.session.scalar(
            select(PolicyVersion.id).where(PolicyVersion.consequence_id == row.id).limit(1)
        )
        if used is not None:
            raise Refused(_("A way of working uses this text, so it stays."), "region")
        act.session.delete(row)


def _refuse_in_use(session: Session, row: PriorityConsequence) -> None:
    fixed = session.scalar(
        select(PolicyVersion.id)
        .where(PolicyVersion.consequence_id == row.id, PolicyVersion.fixed_on.is_not(None))
        .limit(1)
    )
    if fixed is not None:
        raise Refused(
            _(
                "A fixed way of working uses this text and candidates have read it. Add a newer "
                "text for this region; old cases keep theirs."
            ),
            "region",
        )


def _fill(row: PriorityConsequence, facts: ConsequenceFacts) -> None:
    for value, field, sentence in (
        (facts.region, "region", _("Fill in the region.")),
        (facts.text_nl, "text_nl", _("Write what a refusal means.")),
        (facts.source, "source", _("Fill in where you read this.")),
    ):
        if not value.strip():
            raise Refused(sentence, field)
    if facts.refusals_allowed < 0:
        raise Refused(_("The number of refusals cannot be below 0."), "refusals_allowed")
    row.region, row.source, row.read_on = facts.region.strip(), facts.source.strip(), facts.read_on
    row.text_nl = facts.text_nl.strip()
    row.text_en = facts.text_en.strip() or row.text_nl
    row.refusals_allowed = facts.refusals_allowed
