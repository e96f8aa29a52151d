"""Bringing together what several people said at a gathering, and taking it apart again."""

from __future__ import annotations

from sqlalchemy import select

from desktop.estate.texts import written
from desktop.language import _
from desktop.projects.model import Proposal
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.rules.voices import subject_of
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found


def put_together(store: Store, who: Actor, proposal_id: int, onto_id: int) -> None:
    """Put a proposal with another one: under the subject of that one, which gets one from its own
    words when it stood alone. Refuses a proposal of another project, and one with itself."""
    with store.act(who, "projects.proposal.together", undo=_("Put proposals together")) as act:
        moved = found(act.session, Proposal, proposal_id)
        onto = found(act.session, Proposal, onto_id)
        check_at_work(moved.project.state)
        if moved.project_id != onto.project_id:
            raise Refused(_("These proposals are of two projects."))
        if moved is onto:
            raise Refused(_("Choose another proposal to put it with."))
        if not onto.theme:
            onto.theme = subject_of(onto.text)
        moved.theme = onto.theme


def take_apart(store: Store, who: Actor, proposal_id: int) -> None:
    """Let a proposal stand alone; those that it stood with keep their subject."""
    with store.act(who, "projects.proposal.apart", undo=_("Take proposals apart")) as act:
        proposal = found(act.session, Proposal, proposal_id)
        check_at_work(proposal.project.state)
        proposal.theme = ""


def name_subject(store: Store, who: Actor, project_id: int, theme: str, name: str) -> None:
    """Give a subject another name; one that another subject has brings both together. Refuses an
    empty name."""
    with store.act(who, "projects.proposal.subject", undo=_("Name the subject")) as act:
        session = act.session
        named = written(Proposal, "theme", name, needed=True)
        for proposal in session.scalars(
            select(Proposal).where(Proposal.project_id == project_id, Proposal.theme == theme)
        ):
            check_at_work(proposal.project.state)
            proposal.theme = named
