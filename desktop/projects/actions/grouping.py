"""Bringing together what several people said, and taking it apart again: on the evening itself and
afterwards in the list of proposals."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

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
        if proposal_id == onto_id:
            raise Refused(_("Choose another proposal to put it with."))
        moved, onto = _of_one_project(act.session, (proposal_id, onto_id))
        _put_under(onto.theme or subject_of(onto.text), (moved, onto))


def group_under(store: Store, who: Actor, proposal_ids: Collection[int], theme: str) -> None:
    """Put proposals under a subject, a new one or one that others have already. Refuses an empty
    name, and proposals of two projects."""
    with store.act(who, "projects.proposal.group", undo=_("Put proposals together")) as act:
        named = written(Proposal, "theme", theme, needed=True)
        _put_under(named, _of_one_project(act.session, proposal_ids))


def take_apart(store: Store, who: Actor, proposal_ids: Collection[int]) -> None:
    """Let proposals stand alone; those that they stood with keep their subject."""
    with store.act(who, "projects.proposal.apart", undo=_("Take proposals apart")) as act:
        _put_under("", _of_one_project(act.session, proposal_ids))


def name_subject(store: Store, who: Actor, project_id: int, theme: str, name: str) -> None:
    """Give a subject another name; one that another subject has brings both together. Refuses an
    empty name."""
    with store.act(who, "projects.proposal.subject", undo=_("Name the subject")) as act:
        named = written(Proposal, "theme", name, needed=True)
        about = Proposal.project_id == project_id, Proposal.theme == theme
        _put_under(named, act.session.scalars(select(Proposal).where(*about)).all())


def _of_one_project(session: Session, ids: Collection[int]) -> Sequence[Proposal]:
    proposals = [found(session, Proposal, id) for id in ids]
    if len({proposal.project_id for proposal in proposals}) > 1:
        raise Refused(_("These proposals are of two projects."))
    return proposals


def _put_under(theme: str, proposals: Sequence[Proposal]) -> None:
    for proposal in proposals:
        check_at_work(proposal.project.state)
        proposal.theme = theme
