"""What tenants ask, from the question to the answer that they heard (agreements, 2.2).

A question is kept without who asked it: a text that seems to tell is refused until whoever writes
it down confirms that it may stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import (
    Agreement,
    Cycle,
    InputAgreement,
    Meeting,
    Party,
    Reply,
    TenantInput,
    Theme,
)
from desktop.agreements.rules.personal import Spot, sentence, spots
from desktop.agreements.states import InputChannel, InputState, ReplyDecision
from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale

CODE = re.compile(r"INB-(\d+)")


class InputChange(TypedDict, total=False):
    """What can change of a question besides its words. A theme or a number of people that nobody
    knows is None; the day None is today."""

    channel: InputChannel
    received_on: date | None
    theme_id: int | None
    group_size: int | None
    may_quote: bool
    is_written_advice: bool


class PersonalFound(Refused):
    """A text seems to tell who somebody is; `found` are the places. The user may confirm that
    they stay."""

    def __init__(self, found: tuple[Spot, ...], field: str) -> None:
        super().__init__(sentence(found), field)
        self.found = found


def add_input(
    store: Store,
    who: Actor,
    cycle_id: int,
    text: str,
    channel: InputChannel,
    received_on: date | None = None,
    place: str = "",
    theme_id: int | None = None,
    group_size: int | None = None,
    may_quote: bool = False,
    is_written_advice: bool = False,
    agreement_ids: Iterable[int] = (),
    meeting_id: int | None = None,
    confirmed: bool = False,
    code: str = "",
) -> int:
    """Write down what tenants ask. It gets the next number, INB-11; `code` is that of a list made
    elsewhere. `received_on` None is today.

    Refuses an empty text, a day to come, a group of nobody, a code in use, and (PersonalFound)
    what may tell who asks, unless `confirmed`."""
    text, place = _checked(text, place, confirmed)
    received_on = day_of(store, received_on, "received_on")
    _check_group(group_size)
    with store.act(who, "agreements.input.add", undo=_("Write down a question")) as act:
        session = act.session
        found(session, Cycle, cycle_id)
        if theme_id is not None:
            found(session, Theme, theme_id)
        if meeting_id is not None:
            found(session, Meeting, meeting_id)
        asked = TenantInput(
            cycle_id=cycle_id,
            code=_new_code(session, code),
            received_on=received_on,
            channel=channel,
            group_size=group_size,
            place=place,
            text=text,
            theme_id=theme_id,
            may_quote=may_quote,
            is_written_advice=is_written_advice,
            meeting_id=meeting_id,
        )
        session.add(asked)
        link(session, asked, agreement_ids)
        session.flush()
        return asked.id


def change_input(
    store: Store,
    who: Actor,
    input_id: int,
    version: int | None = None,
    agreement_ids: Iterable[int] | None = None,
    **facts: Unpack[InputChange],
) -> None:
    """Put right what stands with a question: its theme, how and when it came, by how many people.
    `version` is the one that was shown; `agreement_ids` are the agreements that it is about, None
    leaves them as they are. Refuses as `add_input`, and a day after the answer."""
    _check_group(facts.get("group_size"))
    if "received_on" in facts:
        facts["received_on"] = day_of(store, facts["received_on"], "received_on")
    with store.act(who, "agreements.input.change", undo=_("Change a question")) as act:
        asked = found(act.session, TenantInput, input_id)
        stale(asked, version, dict(facts))
        if (theme_id := facts.get("theme_id")) is not None:
            found(act.session, Theme, theme_id)
        received_on, reply = facts.get("received_on"), asked.reply
        if received_on is not None and reply is not None and received_on > reply.replied_on:
            sentence = _("This question was answered on {day}. It came on that day or before.")
            raise Refused(sentence.format(day=day_plain(reply.replied_on)), "received_on")
        fill(asked, facts, InputChange.__annotations__)
        if agreement_ids is not None:
            link(act.session, asked, agreement_ids)


def rewrite_input(
    store: Store, who: Actor, input_id: int, text: str, place: str = "", confirmed: bool = False
) -> None:
    """Write a question down in other words, such as without a name that slipped in. The words that
    stood there go from the trail too, and from the file when the program closes; so neither this
    nor what was done before can be undone. Refuses as `add_input` does."""
    text, place = _checked(text, place, confirmed)
    with store.act(who, "agreements.input.rewrite") as act:
        asked = found(act.session, TenantInput, input_id)
        asked.text, asked.place = text, place
        act.erase[TenantInput.__tablename__] = [asked.id]
    store.forget_undo()


def discuss_input(store: Store, who: Actor, input_id: int, meeting_id: int | None = None) -> None:
    """The parties talked about a question, at `meeting_id` when it was at a meeting. One that has
    its answer stays answered."""
    with store.act(who, "agreements.input.discuss", undo=_("Mark a question as discussed")) as act:
        asked = found(act.session, TenantInput, input_id)
        if meeting_id is not None:
            asked.meeting_id = found(act.session, Meeting, meeting_id).id
        if asked.state is InputState.RECEIVED:
            asked.state = InputState.DISCUSSED


def reply_to(
    store: Store,
    who: Actor,
    input_id: int,
    decision: ReplyDecision,
    reason: str,
    party_id: int,
    on: date | None = None,
    agreement_ids: Iterable[int] | None = None,
) -> int:
    """A party answers a question. `agreement_ids` are the agreements that it led to; None leaves
    them as they are. Until tenants heard the answer it can be given again in other words.

    Refuses no reason (except when the wish is taken over), a day to come or before the question,
    and another answer than the one that tenants heard."""
    reason = written(Reply, "reason", reason)
    if not reason and decision is not ReplyDecision.TAKEN:
        raise Refused(_("Tell tenants why. Fill in the reason."), "reason")
    with store.act(who, "agreements.input.reply", undo=_("Answer a question")) as act:
        session = act.session
        asked = found(session, TenantInput, input_id)
        found(session, Party, party_id)
        replied_on = _not_before(asked.received_on, day_of(store, on))
        reply = asked.reply
        if reply is None:
            reply = Reply(input=asked)
            session.add(reply)
        elif reply.told_on is not None:
            sentence = _(
                "Tenants heard this answer already. Write down a new question for what changed "
                "since."
            )
            raise Refused(sentence, "decision")
        reply.decision, reply.reason = decision, reason
        reply.replied_on, reply.party_id = replied_on, party_id
        asked.state = InputState.ANSWERED
        if agreement_ids is not None:
            link(session, asked, agreement_ids)
        session.flush()
        return reply.id


def told(store: Store, who: Actor, input_id: int, on: date | None, via: str) -> None:
    """Tenants heard the answer, on a day (None is today) and through a channel, such as "brief".
    Refuses when there is no answer, a day to come or before the answer, and no channel."""
    via = written(Reply, "told_via", via, needed=True)
    with store.act(who, "agreements.input.told", undo=_("Tell tenants the answer")) as act:
        asked = found(act.session, TenantInput, input_id)
        if asked.reply is None:
            raise Refused(_("There is no answer yet. Answer the question first."), "input")
        asked.reply.told_on = _not_before(asked.reply.replied_on, day_of(store, on))
        asked.reply.told_via = via
        asked.state = InputState.REPORTED_BACK


def _checked(text: str, place: str, confirmed: bool) -> tuple[str, str]:
    """Both texts fit to be kept."""
    text = written(TenantInput, "text", text, needed=True)
    place = written(TenantInput, "place", place)
    if not confirmed:
        for words, field in ((text, "text"), (place, "place")):
            if places := spots(words):
                raise PersonalFound(places, field)
    return text, place


def _check_group(group_size: int | None) -> None:
    if group_size is not None and group_size < 1:
        raise Refused(
            _("A group is at least one person. Leave this empty if nobody counted."), "group_size"
        )


def _not_before(first: date, on: date) -> date:
    """The day of a step. Refuses one before `first`, the day of the step that it follows."""
    if on < first:
        sentence = _("This cannot have been before {day}. Fill in a later day.")
        raise Refused(sentence.format(day=day_plain(first)), "on")
    return on


def link(session: Session, asked: TenantInput, agreement_ids: Iterable[int]) -> None:
    """Say which agreements a question is about: these and no others. Part of other actions."""
    wanted = list(dict.fromkeys(agreement_ids))
    for agreement_id in wanted:
        found(session, Agreement, agreement_id)
    kept = [link for link in asked.links if link.agreement_id in wanted]
    there = {link.agreement_id for link in kept}
    added = [InputAgreement(agreement_id=id) for id in wanted if id not in there]
    asked.links = kept + added


def _new_code(session: Session, wished: str) -> str:
    """The code of a new question. The numbers run on over the years."""
    wished = written(TenantInput, "code", wished)
    if wished:
        if session.scalar(select(TenantInput.id).where(TenantInput.code == wished)) is not None:
            sentence = _("There is a question {code} already. Choose another code.")
            raise Refused(sentence.format(code=wished), "code")
        return wished
    codes = session.scalars(select(TenantInput.code))
    numbers = (int(match[1]) for code in codes if (match := CODE.fullmatch(code)))
    return f"INB-{max(numbers, default=0) + 1:02d}"
