"""Requests for data: who is at the table asks, the corporation answers (Woningwet, art. 44b;
Overlegwet, art. 3)."""

from __future__ import annotations

from datetime import date

from desktop.agreements.model import Cycle, InformationRequest
from desktop.agreements.queries.facts import seated_parties
from desktop.agreements.rules.answering import check_asker
from desktop.agreements.rules.lifecycle import check_open
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found


def ask_information(
    store: Store, who: Actor, cycle_id: int, party_id: int, what: str, asked_on: date | None = None
) -> int:
    """A party asked for data on a day (None is today). Whoever asks decides that they are needed
    (art. 44b(1)b), so no reason is asked.

    Refuses a party that is not at the table, the corporation itself, and a day to come."""
    day = day_of(store, asked_on, "asked_on")
    words = written(InformationRequest, "what", what, needed=True)
    with store.act(who, "agreements.information.ask", undo=_("Request for data")) as act:
        cycle = found(act.session, Cycle, cycle_id)
        check_open(cycle.state)
        kinds = {party.id: party.kind for party in seated_parties(act.session, cycle_id)}
        check_asker(kinds.get(party_id))
        request = InformationRequest(
            cycle_id=cycle_id, party_id=party_id, what=words, asked_on=day, answer=""
        )
        act.session.add(request)
        act.session.flush()
        return request.id


def answer_information(
    store: Store, who: Actor, request_id: int, given: bool, answer: str, on: date | None = None
) -> None:
    """The party got the data, or not, on a day (None is today). `answer` says what it got.

    Refuses a request that was answered, a day before it was asked or still to come, and not
    giving the data without a reason."""
    words = written(InformationRequest, "answer", answer)
    if not given and not words:
        raise Refused(_("Write to the party why it does not get the data."), "answer")
    day = day_of(store, on)
    with store.act(who, "agreements.information.answer", undo=_("Answer to a request")) as act:
        request = found(act.session, InformationRequest, request_id)
        check_open(found(act.session, Cycle, request.cycle_id).state)
        if request.answered_on is not None:
            sentence = _(
                "This was answered on {day}. Undo that first, or write down a new request."
            )
            raise Refused(sentence.format(day=day_plain(request.answered_on)), "answer")
        if day < request.asked_on:
            sentence = _("This cannot have been before {day}. Fill in a later day.")
            raise Refused(sentence.format(day=day_plain(request.asked_on)), "on")
        request.answered_on, request.given, request.answer = day, given, words
