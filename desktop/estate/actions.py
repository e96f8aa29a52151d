"""What a user can change: complexes, dwellings, households, organisations, settings."""

from __future__ import annotations

import io
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.facts import (
    ComplexFacts,
    DwellingFacts,
    F,
    HouseholdFacts,
    OrganisationFacts,
    tidy,
)
from desktop.estate.model import (
    Complex,
    Dwelling,
    Household,
    Organisation,
    OrganisationKind,
    Setting,
)
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale

LOGO_BYTES = 1024 * 1024
LOGO_PIXELS = 4_000


def add_complex(store: Store, who: Actor, facts: ComplexFacts) -> int:
    """A complex comes into care. Refuses a code in use."""
    facts = tidy(Complex, facts)
    with store.act(who, "estate.complex.add", undo=_("New complex")) as act:
        _refuse_code_in_use(act.session, Complex, facts.code)
        complex_ = Complex(**asdict(facts))
        act.session.add(complex_)
        act.session.flush()
        return complex_.id


def change_complex(
    store: Store, who: Actor, complex_id: int, facts: ComplexFacts, seen: int | None = None
) -> None:
    """Change a complex; `seen` is the row version that the screen showed."""
    facts = tidy(Complex, facts)
    with store.act(who, "estate.complex.change", undo=_("Change complex")) as act:
        complex_ = found(act.session, Complex, complex_id)
        _refuse_code_in_use(act.session, Complex, facts.code, complex_id)
        write(complex_, facts, seen)


def add_dwelling(store: Store, who: Actor, complex_id: int, facts: DwellingFacts) -> int:
    """A dwelling in a complex. Refuses a code in use."""
    facts = tidy(Dwelling, facts)
    with store.act(who, "estate.dwelling.add", undo=_("New dwelling")) as act:
        complex_ = found(act.session, Complex, complex_id)
        _refuse_code_in_use(act.session, Dwelling, facts.code)
        dwelling = Dwelling(complex=complex_, **asdict(facts))
        act.session.add(dwelling)
        act.session.flush()
        return dwelling.id


def change_dwelling(
    store: Store, who: Actor, dwelling_id: int, facts: DwellingFacts, seen: int | None = None
) -> None:
    """Change a dwelling; `seen` is the row version that the screen showed."""
    facts = tidy(Dwelling, facts)
    with store.act(who, "estate.dwelling.change", undo=_("Change dwelling")) as act:
        dwelling = found(act.session, Dwelling, dwelling_id)
        _refuse_code_in_use(act.session, Dwelling, facts.code, dwelling_id)
        write(dwelling, facts, seen)


def add_household(store: Store, who: Actor, dwelling_id: int, facts: HouseholdFacts) -> int:
    """A household comes to live in a dwelling; one household a tenancy. Refuses a tenancy that
    overlaps another one of this dwelling."""
    facts = tidy(Household, facts)
    with store.act(who, "estate.household.add", undo=_("New household")) as act:
        dwelling = found(act.session, Dwelling, dwelling_id)
        _check_tenancy(act.session, dwelling_id, facts)
        household = Household(dwelling=dwelling, **asdict(facts))
        act.session.add(household)
        act.session.flush()
        return household.id


def change_household(
    store: Store, who: Actor, household_id: int, facts: HouseholdFacts, seen: int | None = None
) -> None:
    """Change the name or the days of a tenancy; `until` is the last day of it."""
    facts = tidy(Household, facts)
    with store.act(who, "estate.household.change", undo=_("Change household")) as act:
        household = found(act.session, Household, household_id)
        _check_tenancy(act.session, household.dwelling_id, facts, household_id)
        write(household, facts, seen)


def _check_tenancy(
    session: Session, dwelling_id: int, facts: HouseholdFacts, own: int | None = None
) -> None:
    if facts.since and facts.until and facts.until < facts.since:
        raise Refused(_("The last day is before the first day."), "until")
    others = select(Household).where(Household.dwelling_id == dwelling_id)
    for other in session.scalars(others):
        ended_before = other.until is not None and facts.since and other.until < facts.since
        begins_after = facts.until is not None and other.since and other.since > facts.until
        if other.id != own and not ended_before and not begins_after:
            raise Refused(
                _(
                    "Another household lives here in these days. First fill in the last day of "
                    "that tenancy."
                ),
                "since",
            )


def add_organisation(store: Store, who: Actor, facts: OrganisationFacts) -> int:
    """An organisation that the corporation works with. Refuses a second corporation."""
    facts = tidy(Organisation, facts)
    with store.act(who, "estate.organisation.add", undo=_("New organisation")) as act:
        if facts.kind is OrganisationKind.CORPORATION and _corporation(act.session):
            raise Refused(_("There is one corporation. Change that one."), "kind")
        organisation = Organisation(**asdict(facts))
        act.session.add(organisation)
        act.session.flush()
        return organisation.id


def change_organisation(
    store: Store,
    who: Actor,
    organisation_id: int,
    facts: OrganisationFacts,
    seen: int | None = None,
) -> None:
    """Change what stands on letters and lists. An organisation stays of its kind."""
    facts = tidy(Organisation, facts)
    with store.act(who, "estate.organisation.change", undo=_("Change organisation")) as act:
        organisation = found(act.session, Organisation, organisation_id)
        if facts.kind is not organisation.kind:
            raise Refused(_("Add another organisation instead of changing its kind."), "kind")
        write(organisation, facts, seen)


def set_logo(store: Store, who: Actor, logo: bytes | None) -> None:
    """The logo on the letterhead of the corporation; None takes it away.

    Refuses what is no PNG or JPEG, is larger than 1 MB, or has a side of more than 4,000 dots."""
    if logo is not None:
        _check_logo(logo)
    with store.act(who, "estate.logo", undo=_("Change logo")) as act:
        corporation = _corporation(act.session)
        if corporation is None:
            raise Refused(_("First fill in the name of the corporation."), "name")
        corporation.logo = logo


def _check_logo(logo: bytes) -> None:
    from PIL import Image, UnidentifiedImageError

    if len(logo) > LOGO_BYTES:
        raise Refused(_("The logo is larger than 1 MB. Save it smaller."), "logo")
    no_picture = Refused(_("The logo is no PNG or JPEG picture. Save it as one of these."), "logo")
    try:
        with Image.open(io.BytesIO(logo), formats=("PNG", "JPEG")) as picture:
            if max(picture.size) > LOGO_PIXELS:
                raise Refused(
                    _("The logo is wider or higher than 4,000 dots. Make it smaller."), "logo"
                )
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise no_picture from error


def put_setting(session: Session, key: str, value: object) -> None:
    """Set a setting of the corporation, the same at every desk, inside an action. `value` is plain
    JSON."""
    row = session.scalar(select(Setting).where(Setting.key == key))
    if row is None:
        session.add(Setting(key=key, value=value))
    else:
        row.value = value


def write(row: Any, facts: F, seen: int | None) -> None:
    """Put facts in a row; refuses with both values when somebody changed it after `seen`."""
    values = asdict(facts)
    stale(row, seen, values)
    for name, value in values.items():
        setattr(row, name, value)


def _refuse_code_in_use(
    session: Session, kind: type[Complex] | type[Dwelling], code: str, own: int | None = None
) -> None:
    other = session.scalar(select(kind.id).where(kind.code == code))
    if other is not None and other != own:
        raise Refused(_("The code {code} is in use already.").format(code=code), "code")


def _corporation(session: Session) -> Organisation | None:
    return session.scalar(
        select(Organisation).where(Organisation.kind == OrganisationKind.CORPORATION)
    )
