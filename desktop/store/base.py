"""What every table shares: naming, aware times, version numbers, the mark on personal data."""

from __future__ import annotations

import enum
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, Integer, MetaData, String
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedColumn,
    declared_attr,
    mapped_column,
    registry,
)
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. Refuses a time without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs a time zone: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal number exactly as it was given: SQLite's own numbers are binary fractions.
    Refuses a float, and what is no number."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if not isinstance(value, Decimal) or not value.is_finite():
            raise ValueError(f"not an exact number: {value!r}")
        return format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


# Of what was loaded so far; `store.tables` has all.
METADATA = MetaData(naming_convention=NAMES)


def own_registry() -> registry:
    """A registry for the entities of one feature.

    The first query for an entity sets up the relations of all entities in its registry. With one
    registry for all, a query of one thread would fail while another thread has loaded half of the
    entities of another feature; and every feature would have to be loaded before the first query.
    """
    return registry(metadata=METADATA, type_annotation_map={datetime: Moment(), Decimal: Exact()})


class Base(DeclarativeBase):
    """What all entities are. None hangs on it directly: the model of a feature begins with

        class FeatureBase(Base, DeclarativeBase):
            registry = own_registry()

    and its entities are `class Thing(FeatureBase, Versioned)`. A relation within the feature needs
    no more than its annotation. One to an entity elsewhere, which is to say in estate, is given the
    class: `staff: Mapped[StaffUser] = relationship(StaffUser)`. A model of several files is a
    package whose `__init__` loads all of them, and the rest of the program imports from that.
    """

    registry = own_registry()


class Versioned:
    """A row that two people may edit: the second writer is told (`store.conflict`)."""

    version: Mapped[int] = mapped_column(Integer, default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.version}


def words(kind: type[enum.Enum], **options: Any) -> MappedColumn[Any]:
    """A column for an enum, kept as its value: a word that can be read in the database."""
    values = Enum(
        kind,
        native_enum=False,
        length=40,
        values_callable=lambda members: [m.value for m in members],
    )
    return mapped_column(values, **options)


def personal(*arguments: Any, **options: Any) -> MappedColumn[Any]:
    """A column that holds data of a person: erasable, and never in the audit chain itself."""
    return mapped_column(*arguments, info={"personal": True}, **options)
