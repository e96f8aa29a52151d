"""VERA messages Kandidaat: only whitelisted fields enter.

A message may hold income, birth dates, nationality, children, signals and the kind of urgency. None
of it is looked at; every field that stays outside is named with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop.language import _
from desktop.viewings import codes
from desktop.viewings.exchange import values
from desktop.viewings.exchange.candidates import (
    CandidateList,
    CandidateRow,
    check_no_doubles,
    digest_of,
)
from desktop.viewings.exchange.dropped import Dropped, DropReason, reason_for
from desktop.viewings.exchange.values import WrongValueError
from desktop.viewings.exchange.vera_in.messages import (
    code_of,
    day_of,
    house_number_of,
    part_of,
    parts_of,
    placed,
    read_messages,
    text_of,
    whole_of,
)

# What enters, by path; a path ends where a value is read. Names and kinds that only serve to read
# another field (the kind of a contact) are listed too: they are used and not kept.
_CANDIDATE_FIELDS = frozenset(
    {
        "id",
        "code",
        "positie",
        "aantalVolwassenen",
        "aantalKinderen",
        "relatie.soort",
        "relatie.initialen",
        "relatie.voornaam",
        "relatie.roepnaam",
        "relatie.tussenvoegsels",
        "relatie.achternaam",
        "relatie.naam",
        "relatie.voorkeurstaal",
        "relatie.contactgegevens.soort",
        "relatie.contactgegevens.waarde",
        "relatie.contactgegevens.vertrouwelijkheid",
        "relatie.adressen.soort",
        "relatie.adressen.begindatum",
        "relatie.adressen.einddatum",
        "relatie.adressen.adres.straatnaam",
        "relatie.adressen.adres.huisnummer",
        "relatie.adressen.adres.huisletter",
        "relatie.adressen.adres.huisnummerToevoeging",
        "relatie.adressen.adres.postcode",
        "relatie.adressen.adres.woonplaats",
        "relatie.overeenkomsten.soort",
        "relatie.overeenkomsten.begindatum",
        "relatie.voorrangsregelingen.soort",
        "relatie.voorrangsregelingen.begindatum",
        "relatie.voorrangsregelingen.einddatum",
    }
)
_INSIDE = frozenset(
    path[:at] for path in _CANDIDATE_FIELDS for at, sign in enumerate(path) if sign == "."
)
_PRIORITY_PATH = "relatie.voorrangsregelingen."


def read_candidates(path: Path, on: date) -> CandidateList:
    """The candidates of a file; priority is what is valid `on` that day. Refuses the whole file,
    naming the message, as a table would be."""
    rows, numbers = [], []
    dropped: dict[str, Dropped] = {}
    for number, message in enumerate(read_messages(path, "Kandidaat", "kandidaten"), start=1):
        with placed(path, number):
            rows.append(_candidate(message, on))
        numbers.append(number)
        for field in _left_out(message):
            if field not in dropped:
                dropped[field] = Dropped(field, _reason(field))
    check_no_doubles(rows, numbers, path.name)
    return CandidateList(tuple(rows), tuple(dropped.values()), digest_of(path, {}))


def _candidate(message: Mapping[str, Any], on: date) -> CandidateRow:
    person = part_of(message, "relatie")
    last_name = _text(person, "last_name", "achternaam") or _text(person, "last_name", "naam")
    if not last_name:
        raise WrongValueError("last_name", _("the last name is missing."))
    contacts = parts_of(person, "contactgegevens")
    address = _address(person, on)
    number = house_number_of(address)
    return CandidateRow(
        rank=values.rank(text_of(message, "positie")),
        last_name=last_name,
        number=_text(message, "number", "code"),
        external_ref=_text(message, "external_ref", "id"),
        initials=_text(person, "initials", "initialen"),
        first_name=_text(person, "first_name", "roepnaam")
        or _text(person, "first_name", "voornaam"),
        prefix=_text(person, "prefix", "tussenvoegsels"),
        email=_contact(contacts, "email", "EMA"),
        phone=_contact(contacts, "phone", "MOB") or _contact(contacts, "phone", "TEL"),
        street=values.text("street", f"{text_of(address, 'straatnaam')} {number}"),
        postcode=_text(address, "postcode", "postcode"),
        city=_text(part_of(address, "woonplaats"), "city", "naam"),
        language=codes.LETTER_LANGUAGE.get(code_of(person, "voorkeurstaal"), "nl"),
        registered_on=_registered(person),
        priority=any(_valid_urgency(rule, on) for rule in parts_of(person, "voorrangsregelingen")),
        protected=any(code_of(contact, "vertrouwelijkheid") == "GEH" for contact in contacts),
        persons=_persons(message),
    )


def _text(message: Mapping[str, Any], field: str, key: str) -> str:
    return values.text(field, text_of(message, key))


def _contact(contacts: Sequence[Mapping[str, Any]], field: str, code: str) -> str:
    found = next((c for c in contacts if code_of(c, "soort") == code), {})
    return _text(found, field, "waarde")


def _address(person: Mapping[str, Any], on: date) -> Mapping[str, Any]:
    """The address where somebody lives now; else the first that is given."""
    given = parts_of(person, "adressen")
    now = [a for a in given if _valid(a, on)]
    home = next((a for a in now if code_of(a, "soort") == "WOO"), None)
    return part_of(home or (now or given or [{}])[0], "adres")


def _registered(person: Mapping[str, Any]) -> date | None:
    """The first day of the registration as home seeker."""
    for agreement in parts_of(person, "overeenkomsten"):
        if code_of(agreement, "soort") == "INS":
            return day_of(agreement, "begindatum")
    return None


def _valid_urgency(rule: Mapping[str, Any], on: date) -> bool:
    return code_of(rule, "soort") == "URG" and _valid(rule, on)


def _valid(part: Mapping[str, Any], on: date) -> bool:
    first, last = day_of(part, "begindatum"), day_of(part, "einddatum")
    return (first is None or first <= on) and (last is None or on <= last)


def _persons(message: Mapping[str, Any]) -> int:
    """Grown-ups and children together: how many come is kept, who they are is not."""
    count = (whole_of(message, "aantalVolwassenen") or 0) + (
        whole_of(message, "aantalKinderen") or 0
    )
    return values.persons(str(count) if count else "")


def _left_out(message: Mapping[str, Any], inside: str = "") -> Iterator[str]:
    """The paths of a message that do not enter."""
    for key, value in message.items():
        path = f"{inside}{key}"
        if path in _CANDIDATE_FIELDS:
            if key == "aantalKinderen":
                yield path  # counted with the persons, not kept
        elif path in _INSIDE:
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    yield from _left_out(part, f"{path}.")
        else:
            yield path


def _reason(path: str) -> DropReason:
    if path.startswith(_PRIORITY_PATH):
        return DropReason.URGENCY
    return reason_for(path.rpartition(".")[2])
