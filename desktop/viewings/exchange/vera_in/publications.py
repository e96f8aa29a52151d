"""VERA messages Publicatie: the dwelling, the advert and when it can be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.language import _
from desktop.viewings import codes
from desktop.viewings.exchange.values import WrongValueError
from desktop.viewings.exchange.vera_in.messages import (
    code_of,
    day_of,
    house_number_of,
    moment_of,
    number_of,
    part_of,
    parts_of,
    placed,
    read_messages,
    short_of,
    whole_of,
)


@dataclass(frozen=True)
class DwellingRow:
    """The dwelling of a publication. `kind` is a VERA EENHEIDDETAILSOORT; area in m², the rent that
    counts for allocation (rekenhuur) in whole cents."""

    code: str
    street: str
    number: str
    kind: str = ""
    postcode: str = ""
    city: str = ""
    floor: int | None = None
    rooms: int | None = None
    area_m2: Decimal | None = None
    rent_cents: int | None = None
    cluster_code: str = ""
    cluster_name: str = ""


@dataclass(frozen=True)
class PublicationRow:
    """A publication of one dwelling. `model` is a VERA PUBLICATIEMODEL; `viewing` the moment that
    the advert names, None when it names no time."""

    code: str
    dwelling: DwellingRow
    model: str = ""
    advert_from: date | None = None
    advert_until: date | None = None
    viewing: datetime | None = None
    available_on: date | None = None


def read_publications(path: Path) -> tuple[PublicationRow, ...]:
    """The publications of a file. Refuses the whole file, naming the message, for a code or an
    address that is missing, a code that is doubled, or a publication of several dwellings."""
    found = []
    seen: dict[str, int] = {}
    for number, message in enumerate(read_messages(path, "Publicatie", "publicaties"), start=1):
        with placed(path, number):
            row = _publication(message)
            if row.code in seen:
                raise WrongValueError(
                    "file", _("the publication {code} stands there twice.").format(code=row.code)
                )
        seen[row.code] = number
        found.append(row)
    return tuple(found)


def _publication(message: Mapping[str, Any]) -> PublicationRow:
    code = short_of(message, "code", 60) or short_of(message, "id", 60)
    if not code:
        raise WrongValueError("file", _("the code of the publication is missing."))
    dwellings = parts_of(message, "eenheden")
    if len(dwellings) != 1:
        raise WrongValueError(
            "file",
            _("publication {code} has {n} dwellings. This program reads one at a time.").format(
                code=code, n=len(dwellings)
            ),
        )
    model = code_of(message, "model")
    if model and model not in codes.LABELS[codes.CodeList.MODEL]:
        raise WrongValueError(
            "file", _("the model “{code}” is not a VERA code.").format(code=model)
        )
    advert_from, advert_until = day_of(message, "begindatum"), day_of(message, "einddatum")
    if advert_from is not None and advert_until is not None and advert_until < advert_from:
        raise WrongValueError("file", _("the advert ends before it begins."))
    return PublicationRow(
        code=code,
        dwelling=_dwelling(dwellings[0], _clusters(message)),
        model=model,
        advert_from=advert_from,
        advert_until=advert_until,
        viewing=moment_of(message, "bezichtigingsdatum"),
        available_on=day_of(message, "opleverdatum") or day_of(dwellings[0], "opleverdatum"),
    )


def _clusters(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    one = part_of(message, "cluster")  # obsolete in VERA, still sent
    return parts_of(message, "clusters") + ([one] if one else [])


def _dwelling(
    dwelling: Mapping[str, Any], of_publication: Sequence[Mapping[str, Any]]
) -> DwellingRow:
    code = short_of(dwelling, "code", 40) or short_of(dwelling, "id", 40)
    address = part_of(dwelling, "adres")
    street, number = short_of(address, "straatnaam", 120), house_number_of(address)
    if not code:
        raise WrongValueError("file", _("the code of the dwelling is missing."))
    if not street or not number:
        raise WrongValueError(
            "file", _("the address of dwelling {code} is missing.").format(code=code)
        )
    clusters = [*parts_of(dwelling, "clusters"), *of_publication]
    cluster = clusters[0] if clusters else {}
    rent = number_of(dwelling, "rekenhuur")
    area = number_of(dwelling, "totaleOppervlakte")
    return DwellingRow(
        code=code,
        street=street,
        number=number,
        kind=short_of(part_of(dwelling, "detailSoort"), "code", 10),
        postcode=short_of(address, "postcode", 10),
        city=short_of(part_of(address, "woonplaats"), "naam", 80),
        floor=whole_of(dwelling, "etage"),
        rooms=whole_of(dwelling, "kamersAantal"),
        area_m2=area,
        rent_cents=None if rent is None else int((rent * 100).to_integral_value()),
        cluster_code=short_of(cluster, "code", 40) or short_of(cluster, "id", 40),
        cluster_name=short_of(cluster, "naam", 120),
    )
