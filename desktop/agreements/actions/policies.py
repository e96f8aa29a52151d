"""The policy of a municipality on housing, with its goals (Woningwet, art. 42(1))."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from desktop.agreements.model import Party, PolicyDocument, PolicyGoal
from desktop.agreements.states import PartyKind, PolicyKind
from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


class PolicyChange(TypedDict, total=False):
    """What can change of a policy."""

    title: str
    kind: PolicyKind
    valid_from: date | None
    valid_to: date | None
    received_on: date | None


def add_policy(
    store: Store,
    who: Actor,
    party_id: int,
    title: str,
    valid_from: date | None,
    valid_to: date | None,
    received_on: date | None,
    goals: Sequence[str] = (),
    kind: PolicyKind = PolicyKind.VISION,
) -> int:
    """A municipality's policy on housing with its goals, in order. Refuses one of another party,
    one that ends before it begins, and one that is still to be received."""
    with store.act(who, "agreements.policy.add", undo=_("New policy")) as act:
        party = found(act.session, Party, party_id)
        if party.kind is not PartyKind.MUNICIPALITY:
            raise Refused(_("Policy on housing is of a municipality. Choose one."), "party_id")
        _check_period(valid_from, valid_to)
        document = PolicyDocument(
            party_id=party.id,
            title=written(PolicyDocument, "title", title, needed=True),
            kind=kind,
            valid_from=valid_from,
            valid_to=valid_to,
            received_on=received_on and day_of(store, received_on, "received_on"),
        )
        document.goals = [
            PolicyGoal(position=place, words=written(PolicyGoal, "words", words, needed=True))
            for place, words in enumerate(goals, start=1)
        ]
        act.session.add(document)
        act.session.flush()
        return document.id


def change_policy(
    store: Store,
    who: Actor,
    policy_id: int,
    version: int | None = None,
    **facts: Unpack[PolicyChange],
) -> None:
    """Change what is known of a policy; `version` is the row version that the screen showed."""
    with store.act(who, "agreements.policy.change", undo=_("Change policy")) as act:
        document = found(act.session, PolicyDocument, policy_id)
        stale(document, version, dict(facts))
        if "title" in facts:
            written(PolicyDocument, "title", facts["title"], needed=True)
        if facts.get("received_on") is not None:
            day_of(store, facts["received_on"], "received_on")
        fill(document, facts, PolicyChange.__annotations__)
        _check_period(document.valid_from, document.valid_to)


def add_goal(store: Store, who: Actor, policy_id: int, words: str) -> int:
    """Another goal of a policy, after the others."""
    with store.act(who, "agreements.goal.add", undo=_("New goal")) as act:
        document = found(act.session, PolicyDocument, policy_id)
        last = max((goal.position for goal in document.goals), default=0)
        goal = PolicyGoal(
            document_id=document.id,
            position=last + 1,
            words=written(PolicyGoal, "words", words, needed=True),
        )
        act.session.add(goal)
        act.session.flush()
        return goal.id


def change_goal(
    store: Store, who: Actor, goal_id: int, words: str, version: int | None = None
) -> None:
    """Say a goal in other words; the agreements that contribute to it keep doing so."""
    with store.act(who, "agreements.goal.change", undo=_("Change goal")) as act:
        goal = found(act.session, PolicyGoal, goal_id)
        stale(goal, version, {"words": words})
        goal.words = written(PolicyGoal, "words", words, needed=True)


def _check_period(valid_from: date | None, valid_to: date | None) -> None:
    if valid_from is not None and valid_to is not None and valid_to < valid_from:
        raise Refused(_("The end comes after the start. Choose a later end."), "valid_to")
