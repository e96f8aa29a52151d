"""VERA messages (4.3.0) that go out: Aanbieding, Puntengebeurtenis, Toewijzing and Afspraak.

They are built from plain values. What VERA has no field for (level of influence, policy version,
second reader, slots, hosts) goes along as extra attributes. Nothing of a person goes out but the
reference that the allocation system gave itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.exchange.files import write_whole
from desktop.language import in_language
from desktop.language.format import local
from desktop.viewings import codes
from desktop.viewings.codes import CodeList, Status
from desktop.viewings.states import Level, ViewingKind

Message = dict[str, Any]

_KINDS = {
    ViewingKind.GROUP: "groep",
    ViewingKind.INDIVIDUAL: "individueel",
    ViewingKind.ADAPTED: "aangepast",
    ViewingKind.STAFF: "medewerker",
}


@dataclass(frozen=True)
class PolicyOut:
    """Under which published rules something happened."""

    level: Level
    number: int


@dataclass(frozen=True)
class OfferOut:
    """An offer of a publication to a candidate, by the reference of the allocation system."""

    id: str
    publication: str
    candidate: str
    status: Status
    made_at: datetime
    deadline_at: datetime
    policy: PolicyOut
    answered_at: datetime | None = None
    viewing: str = ""


@dataclass(frozen=True)
class NoShowOut:
    """Somebody who was not at a viewing that was confirmed and of which a reminder was sent."""

    id: str
    publication: str
    candidate: str
    at: datetime
    policy: PolicyOut


@dataclass(frozen=True)
class AllocationOut:
    """A settled decision: which candidate gets the dwelling, from which place in the order."""

    id: str
    publication: str
    dwelling: str
    candidate: str
    rank: int
    persons: int
    settled_at: datetime
    second_reader: bool
    policy: PolicyOut
    rent_cents: int | None = None


@dataclass(frozen=True)
class AppointmentOut:
    """A viewing as an appointment; hosts only as a number."""

    id: str
    publication: str
    address: str
    status: Status
    kind: ViewingKind
    starts_at: datetime
    ends_at: datetime
    slots: int
    households_per_slot: int
    hosts: int
    policy: PolicyOut


def offer_message(offer: OfferOut) -> Message:
    """An Aanbieding."""
    return _without_empty(
        {
            "id": offer.id,
            "status": _reference(CodeList.OFFER_STATUS, offer.status.code),
            "detailStatus": _reference(CodeList.OFFER_DETAIL, offer.status.detail),
            "datum": _moment(offer.made_at),
            "vervaldatum": _moment(offer.deadline_at),
            "antwoorddatum": _moment(offer.answered_at),
            "bezichtiging": appointment_uri(offer.viewing) if offer.viewing else None,
            "kandidaat": _key(offer.candidate),
            "publicatie": {"code": offer.publication},
            "extra-attributen": _extra(offer.policy),
        }
    )


def no_show_message(no_show: NoShowOut) -> Message:
    """A Puntengebeurtenis "not present at a confirmed viewing" (NOS)."""
    return _event(no_show, "NOS", no_show.id, no_show.at)


def taken_back_message(no_show: NoShowOut, id: str, at: datetime, reason: str) -> Message:
    """The Puntengebeurtenis that takes a no-show back (INS), with the event that it is about."""
    event = _event(no_show, "INS", id, at)
    extra = [*event["extra-attributen"], {"naam": "reden", "waarde": reason}]
    return {
        **event,
        "gerelateerdeGebeurtenis": {"id": no_show.id},
        "extra-attributen": extra,
    }


def allocation_message(allocation: AllocationOut) -> Message:
    """A Toewijzing without income and without the kind of priority: neither is known here."""
    rent = allocation.rent_cents
    return _without_empty(
        {
            "id": allocation.id,
            "datum": _moment(allocation.settled_at),
            "eenheid": {"code": allocation.dwelling},
            "huishoudgrootte": allocation.persons,
            "kandidaat": {
                **_key(allocation.candidate),
                "status": _reference(CodeList.CANDIDATE_STATUS, "TOE"),
                "positie": allocation.rank,
            },
            "publicatie": {"code": allocation.publication},
            "rekenhuur": None if rent is None else rent / 100,
            "extra-attributen": _extra(
                allocation.policy, tweedeLezer="ja" if allocation.second_reader else "nee"
            ),
        }
    )


def appointment_message(viewing: AppointmentOut) -> Message:
    """An Afspraak: when, how many slots and hosts; nobody's name."""
    return {
        "id": viewing.id,
        "onderwerp": f"Bezichtiging {viewing.address}",
        "status": _reference(CodeList.APPOINTMENT_STATUS, viewing.status.code),
        "begindatum": _moment(viewing.starts_at),
        "einddatum": _moment(viewing.ends_at),
        "extra-attributen": _extra(
            viewing.policy,
            publicatie=viewing.publication,
            soortBezichtiging=_KINDS[viewing.kind],
            tijdvakken=viewing.slots,
            huishoudensPerTijdvak=viewing.households_per_slot,
            gastheren=viewing.hosts,
        ),
    }


def appointment_uri(id: str) -> str:
    """How another message names one of our appointments."""
    return f"urn:samenspraak:afspraak:{id}"


def write_messages(path: Path, messages: Iterable[Message]) -> int:
    """Write a list of messages as JSON; returns how many. Refuses a place that cannot be
    written."""
    every = list(messages)
    write_whole(path, json.dumps(every, ensure_ascii=False, indent=1).encode())
    return len(every)


def _event(no_show: NoShowOut, code: str, id: str, at: datetime) -> Message:
    return {
        "id": id,
        "soort": _reference(CodeList.EVENT, code),
        "datum": _moment(at),
        "contextId": no_show.publication,
        "extra-attributen": _extra(no_show.policy, kandidaat=no_show.candidate),
    }


def _reference(of: CodeList, code: str | None) -> Message | None:
    """A reference value with its Dutch name: the standard is Dutch, whatever the screen is in."""
    if code is None:
        return None
    with in_language("nl"):
        return {"code": code, "naam": codes.label(of, code)}


def _key(reference: str) -> Message:
    return {"id": reference}


def _moment(at: datetime | None) -> str | None:
    return None if at is None else local(at).isoformat(timespec="seconds")


def _extra(policy: PolicyOut, **more: object) -> list[Message]:
    attributes = {"mateVanInvloed": policy.level.value, "werkwijzeVersie": policy.number, **more}
    return [{"naam": name, "waarde": str(value)} for name, value in attributes.items()]


def _without_empty(message: Message) -> Message:
    return {key: value for key, value in message.items() if value is not None}
