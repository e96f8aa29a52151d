"""Lights that people decide on themselves, and parties that do not agree with them."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Indicator, Meeting, Objection, Override, Party, Seat
from desktop.agreements.rules.form import check_override_days, check_override_reason
from desktop.agreements.states import Light, PartyRole
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found


def override_light(
    store: Store,
    who: Actor,
    agreement_id: int,
    light: Light,
    reason: str,
    party_id: int,
    valid_until: date,
    indicator_id: int | None = None,
    meeting_id: int | None = None,
    decided_on: date | None = None,
) -> int:
    """A party decides on another light for an agreement, or for one of its indicators, up to and
    including a day. The computed light stays beside it, and everybody can read the reason.

    Refused: a reason of under 20 signs (E7), more than 12 months, a day of deciding that is still
    to come, and a party that is not at the table of this year.
    """
    reason = written(Override, "reason", reason)
    check_override_reason(reason)
    decided_on = day_of(store, decided_on, "decided_on")
    check_override_days(decided_on, valid_until)
    with store.act(who, "agreements.light.override", undo=_("Change of the light")) as act:
        agreement = found(act.session, Agreement, agreement_id)
        _check_at_the_table(act.session, party_id, agreement)
        _check_belongs(act.session, agreement, indicator_id, meeting_id)
        override = Override(
            agreement_id=agreement_id,
            indicator_id=indicator_id,
            light=light,
            reason=reason,
            party_id=party_id,
            meeting_id=meeting_id,
            decided_on=decided_on,
            valid_until=valid_until,
        )
        act.session.add(override)
        act.session.flush()
        return override.id


def end_override(store: Store, who: Actor, override_id: int, on: date | None = None) -> None:
    """From a day on, today when none is given, the computed light holds again. The days before it
    stay as they were. Refused: a day before it was decided, and one on which it no longer held."""
    on = day_of(store, on)
    with store.act(who, "agreements.light.end", undo=_("End of a changed light")) as act:
        override = found(act.session, Override, override_id)
        if not override.decided_on <= on <= override.valid_until:
            sentence = _("The light was changed from {first} to {last}. Choose a day in between.")
            days = {
                "first": day_plain(override.decided_on),
                "last": day_plain(override.valid_until),
            }
            raise Refused(sentence.format(**days), "on")
        override.valid_until = on - timedelta(days=1)


def object_to(store: Store, who: Actor, override_id: int, party_id: int, text: str) -> int:
    """A party says that it does not agree with a light that another party decided on. Refused:
    an objection without words, to its own decision, or a second time."""
    text = written(Objection, "text", text)
    if not text:
        raise Refused(_("Fill in why you do not agree."), "text")
    with store.act(who, "agreements.light.object", undo=_("Objection")) as act:
        override = found(act.session, Override, override_id)
        agreement = found(act.session, Agreement, override.agreement_id)
        _check_at_the_table(act.session, party_id, agreement)
        if party_id == override.party_id:
            raise Refused(_("This party decided on the light itself."), "party_id")
        if any(objection.party_id == party_id for objection in override.objections):
            raise Refused(_("This party has objected already."), "party_id")
        objection = Objection(
            override_id=override_id,
            party_id=party_id,
            text=text,
            made_on=local(store.now()).date(),
        )
        act.session.add(objection)
        act.session.flush()
        return objection.id


def _check_at_the_table(session: Session, party_id: int, agreement: Agreement) -> None:
    party = found(session, Party, party_id)
    seated = exists().where(Seat.cycle_id == agreement.cycle_id, Seat.party_id == party_id)
    if party.role is not PartyRole.MEMBER or not session.scalar(select(seated)):
        sentence = _("{party} does not sign the agreements of this year. Choose another party.")
        raise Refused(sentence.format(party=party.name), "party_id")


def _check_belongs(
    session: Session, agreement: Agreement, indicator_id: int | None, meeting_id: int | None
) -> None:
    if indicator_id is not None:
        indicator = found(session, Indicator, indicator_id)
        if indicator.agreement_id != agreement.id:
            raise ValueError(f"indicator {indicator_id} is not of agreement {agreement.id}")
    if meeting_id is not None:
        meeting = found(session, Meeting, meeting_id)
        if meeting.cycle_id != agreement.cycle_id:
            raise ValueError(f"meeting {meeting_id} is not of the year of agreement {agreement.id}")
