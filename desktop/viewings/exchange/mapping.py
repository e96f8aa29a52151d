"""Which column of a table means which field of a candidate, and which may mean none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.exchange.tables import Table
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused
from desktop.viewings.exchange.dropped import DropReason, reason_for, why
from desktop.viewings.exchange.values import field_word

REQUIRED = ("rank", "last_name")

# Folded headings, the likeliest first. A field is guessed once, by the first that is there.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "rank": (
        "volgorde",
        "rang",
        "rangnummer",
        "positie",
        "volgnummer",
        "rank",
        "position",
        "order",
        "nr",
        "nummer",
    ),
    "number": ("kandidaatnummer", "kandidaatnr", "kandidaat nr", "candidate number", "kandidaat"),
    "external_ref": (
        "inschrijfnummer",
        "registratienummer",
        "relatienummer",
        "referentie",
        "kenmerk",
        "registration number",
        "reference",
        "id",
    ),
    "initials": ("voorletters", "voorletter", "initialen", "initials"),
    "first_name": ("voornaam", "roepnaam", "first name", "firstname", "given name"),
    "prefix": ("tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "prefix"),
    "last_name": (
        "achternaam",
        "geslachtsnaam",
        "familienaam",
        "last name",
        "lastname",
        "surname",
        "family name",
        "naam",
        "name",
    ),
    "email": ("e mail", "email", "e mailadres", "emailadres", "mail", "e mail address"),
    "phone": (
        "telefoon",
        "telefoonnummer",
        "mobiel",
        "mobiel nummer",
        "tel",
        "phone",
        "phone number",
        "mobile",
    ),
    "street": ("straat", "straatnaam", "adres", "straat en huisnummer", "street", "address"),
    "house_number": ("huisnummer", "huisnr", "house number"),
    "postcode": ("postcode", "postal code", "zip"),
    "city": ("woonplaats", "plaats", "plaatsnaam", "city", "town"),
    "language": ("taal", "voorkeurstaal", "taal brieven", "language", "preferred language"),
    "visit_need": (
        "wens bij bezichtiging",
        "wens voor bezichtiging",
        "hulp bij bezichtiging",
        "aangepaste bezichtiging",
        "visit need",
        "wish for the visit",
    ),
    "registered_on": (
        "inschrijfdatum",
        "datum inschrijving",
        "ingeschreven op",
        "registration date",
        "registered on",
    ),
    "priority": ("voorrang", "voorrang j n", "urgent", "urgent j n", "urgentie", "priority"),
    "protected": ("afgeschermd", "geheim adres", "geheim", "protected"),
    "persons": (
        "aantal personen",
        "personen",
        "huishoudgrootte",
        "grootte huishouden",
        "persons",
        "number of persons",
        "household size",
    ),
}


def guess_mapping(headings: Sequence[str]) -> dict[str, str]:
    """Which heading means which field, by Dutch and English names; what is not recognised is
    left out."""
    by_name = {fold(heading.replace("_", " ")): heading for heading in headings}
    found: dict[str, str] = {}
    for field, names in SYNONYMS.items():
        heading = next((by_name[name] for name in names if name in by_name), None)
        if heading is not None and heading not in found.values():
            found[field] = heading
    return found


def check_mapping(headings: Sequence[str], mapping: Mapping[str, str]) -> None:
    """Refuses a mapping without rank or name, to a heading that is not there or used twice, or
    of a column that must stay outside."""
    for field in REQUIRED:
        if field not in mapping:
            raise Refused(
                _("Choose which column is the {field}.").format(field=field_word(field)),
                f"mapping:{field}",
            )
    seen: dict[str, str] = {}
    for field, heading in mapping.items():
        if heading not in headings:
            raise Refused(
                _("The column “{column}” is not in this file.").format(column=heading),
                f"mapping:{field}",
            )
        if heading in seen:
            raise Refused(
                _("The column “{column}” is used twice. Choose one use.").format(column=heading),
                f"mapping:{field}",
            )
        seen[heading] = field
        reason = reason_for(heading)
        if reason is not DropReason.OTHER and heading != guess_mapping([heading]).get(field):
            raise Refused(
                _("The column “{column}” cannot be imported: {why}").format(
                    column=heading, why=why(reason)
                ),
                f"mapping:{field}",
            )


def check_no_bsn(table: Table, mapping: Mapping[str, str]) -> None:
    """Refuses citizen service numbers under another name: a column of numbers that all pass the
    eleven test."""
    for field in ("number", "external_ref"):
        if field not in mapping or len(table.rows) < 3:
            continue
        place = table.headings.index(mapping[field])
        if all(is_bsn(row[place]) for row in table.rows):
            raise Refused(
                _(
                    "The column “{column}” seems to hold citizen service numbers. This program "
                    "keeps none: leave the column out."
                ).format(column=mapping[field]),
                f"mapping:{field}",
            )


def is_bsn(value: str) -> bool:
    """Whether a value has the form of a citizen service number: nine digits that pass the eleven
    test (weights 9 to 2 and −1)."""
    if not (len(value) == 9 and value.isascii() and value.isdigit()):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, value, strict=True))
    return total > 0 and total % 11 == 0
