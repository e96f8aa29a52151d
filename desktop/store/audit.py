"""The audit trail: a hash chain of who changed what, from which value to which.

Each entry holds the SHA-256 of the entry before it, so nothing can be changed, removed or
put in between unseen. Values of persons are not in the chain: `erasable_value` holds them
with a random salt, and the chain holds only the digest of salt and value. Erasing a person
deletes those rows; the chain stays whole, because nothing in it was computed from what is gone
except a digest that can no longer be traced back (AVG art. 17; R14 and R15 of the viewings).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Date,
    ForeignKey,
    Integer,
    Numeric,
    String,
    Text,
    and_,
    delete,
    insert,
    inspect,
    or_,
    select,
    update,
)
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.orm.attributes import get_history

from desktop.store.base import Base, Moment, own_registry

GENESIS = "0" * 64
Chain = BigInteger().with_variant(Integer, "sqlite")


@dataclass(frozen=True)
class Actor:
    """Who does something: a staff user. `id` is None only for the program itself."""

    id: int | None
    name: str
    role: str = "consultant"


PROGRAM = Actor(None, "Samenspraak", "program")


class StoreBase(Base, DeclarativeBase):
    """An entity of the store itself."""

    registry = own_registry()


class AuditEntry(StoreBase):
    __tablename__ = "audit_entry"

    seq: Mapped[int] = mapped_column(Chain, primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(32))
    actor_id: Mapped[int | None]
    actor: Mapped[str] = mapped_column(String(120))
    action: Mapped[str] = mapped_column(String(80), index=True)
    changes: Mapped[str] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))


class AuditSubject(StoreBase):
    """Which rows an entry touched, to find a row's history without reading the whole chain."""

    __tablename__ = "audit_subject"

    table: Mapped[str] = mapped_column("table_name", String(60), primary_key=True)
    row_id: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(ForeignKey("audit_entry.seq"), primary_key=True)


class ErasableValue(StoreBase):
    __tablename__ = "erasable_value"

    id: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(ForeignKey("audit_entry.seq"), index=True)
    table: Mapped[str] = mapped_column("table_name", String(60), index=True)
    row_id: Mapped[int] = mapped_column(index=True)
    field: Mapped[str] = mapped_column(String(60))
    salt: Mapped[str] = mapped_column(String(32))
    values: Mapped[str] = mapped_column(Text)


class AuditHead(StoreBase):
    """One row: the newest entry. Locked while an entry is added, so the chain has one end."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(Chain)
    digest: Mapped[str] = mapped_column(String(64))


@dataclass(frozen=True)
class RowChange:
    """One row as one flush changed it; `fields` maps a column to (old, new)."""

    kind: type[Base]
    id: int
    operation: str  # "insert", "update" or "delete"
    fields: dict[str, tuple[Any, Any]]


# The trail does not trail itself.
UNTRACKED = {"audit_entry", "audit_subject", "erasable_value", "audit_head"}


def changes_of(session: Session) -> Iterator[RowChange]:
    """What the flush that has just run changed; call it in `after_flush`."""
    for operation, found in (
        ("insert", session.new),
        ("update", session.dirty),
        # Undo goes from the last to the first: what owns others must come back first.
        ("delete", _owned_first(session.deleted)),
    ):
        for thing in found:
            state = inspect(thing)
            if state.mapper.local_table.name in UNTRACKED:
                continue
            fields = {}
            for column in state.mapper.column_attrs:
                if operation == "insert":
                    new = getattr(thing, column.key)
                    if new is not None:
                        fields[column.key] = (None, new)
                elif operation == "delete":
                    fields[column.key] = (getattr(thing, column.key), None)
                elif (history := get_history(thing, column.key)).has_changes():
                    old = history.deleted[0] if history.deleted else None
                    new = history.added[0] if history.added else None
                    if old != new:
                        fields[column.key] = (old, new)
            if fields:
                yield RowChange(type(thing), thing.id, operation, fields)


def _owned_first(things: Iterable[Any]) -> list[Any]:
    """Things in the order in which a database deletes them: what names others goes before those."""
    rows = list(things)
    if len({row.__tablename__ for row in rows}) < 2:
        return rows
    tables = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
    return sorted(rows, key=lambda row: -tables[row.__tablename__])


def plain(value: Any) -> Any:
    """A value as JSON can hold it, the same on every machine."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value


def canonical(value: Any) -> str:
    """JSON with one way to write each value (sorted keys, no spaces)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def entry_digest(entry: AuditEntry) -> str:
    return sha256(
        canonical(
            [
                entry.seq,
                entry.at,
                entry.actor_id,
                entry.actor,
                entry.action,
                entry.changes,
                entry.previous,
            ]
        )
    )


def append(
    session: Session,
    who: Actor,
    action: str,
    changes: list[RowChange],
    facts: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> AuditEntry:
    """Add one entry for one action. `facts` are non-personal values that no row holds, such as
    the digest and the number of rows of an imported file."""
    # The head, the entry and what belongs to it are no entities here: nobody works on with them,
    # and it takes half as long.
    newest = select(AuditHead.seq, AuditHead.digest).with_for_update()
    last, previous = session.execute(newest).one()
    seq = last + 1
    written: list[dict[str, Any]] = []
    erasable: list[dict[str, Any]] = []
    for change in changes:
        table = change.kind.__table__
        name = str(table.name)  # type: ignore[attr-defined]
        fields: dict[str, Any] = {}
        for key, (old, new) in sorted(change.fields.items()):
            column = change.kind.__mapper__.column_attrs[key].columns[0]
            values = [plain(old), plain(new)]
            if column.info.get("personal"):
                salt = secrets.token_hex(16)
                text = canonical(values)
                fields[key] = {"digest": sha256(salt + text)}
                erasable.append(
                    {
                        "seq": seq,
                        "table": name,
                        "row_id": change.id,
                        "field": key,
                        "salt": salt,
                        "values": text,
                    }
                )
            else:
                fields[key] = values
        written.append({"table": name, "id": change.id, "op": change.operation, "fields": fields})
    entry = AuditEntry(
        seq=seq,
        at=(at or datetime.now(UTC)).astimezone(UTC).isoformat(),
        actor_id=who.id,
        actor=who.name,
        action=action,
        changes=canonical({"rows": written, **({"facts": facts} if facts else {})}),
        previous=previous,
    )
    entry.digest = entry_digest(entry)
    names = [column.key for column in AuditEntry.__table__.columns]
    entry_values = {name: getattr(entry, name) for name in names}
    session.execute(insert(AuditEntry.__table__), entry_values)  # type: ignore[arg-type]
    new_head = {"seq": seq, "digest": entry.digest}
    session.execute(update(AuditHead.__table__), new_head)  # type: ignore[arg-type]
    subjects = [
        {"table": table, "row_id": row_id, "seq": seq}
        for table, row_id in sorted({(w["table"], w["id"]) for w in written})
    ]
    for kind, rows in ((ErasableValue, erasable), (AuditSubject, subjects)):
        if rows:
            session.execute(insert(kind), rows)
    return entry


def erase(session: Session, table: str, row_ids: list[int]) -> int:
    """Delete every personal value that the trail keeps of these rows; returns how many."""
    result = session.execute(
        delete(ErasableValue).where(ErasableValue.table == table, ErasableValue.row_id.in_(row_ids))
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class FieldChange:
    """What happened to one field of a row, as Python values: enum members, dates, moments. Of an
    `erased` one the old and the new value are gone; nothing that was empty is erased."""

    table: str
    id: int
    field: str
    old: Any
    new: Any
    erased: bool = False


@dataclass(frozen=True)
class TrailLine:
    """One entry for people to read."""

    seq: int
    at: datetime
    actor: str
    action: str
    changes: tuple[FieldChange, ...]
    digest: str


def history(session: Session, subjects: Mapping[str, Iterable[int]]) -> list[TrailLine]:
    """The entries that touched any of these rows (ids by table), oldest first, each with all that
    it changed."""
    touched = or_(
        *(
            and_(AuditSubject.table == table, AuditSubject.row_id.in_(list(ids)))
            for table, ids in subjects.items()
        )
    )
    seqs = select(AuditSubject.seq).where(touched)
    kept = {
        (value.seq, value.table, value.row_id, value.field): json.loads(value.values)
        for value in session.scalars(select(ErasableValue).where(ErasableValue.seq.in_(seqs)))
    }
    entries = select(AuditEntry).where(AuditEntry.seq.in_(seqs)).order_by(AuditEntry.seq)
    return [
        TrailLine(
            entry.seq,
            datetime.fromisoformat(entry.at),
            entry.actor,
            entry.action,
            tuple(_changes_in(entry, kept)),
            entry.digest,
        )
        for entry in session.scalars(entries)
    ]


def deleted(session: Session, field: str, value: int) -> Iterator[tuple[str, int]]:
    """The table and number of each row that was deleted while this field, which is none of a
    person, held this value."""
    gone = [value, None]
    written = canonical({field: gone})[1:-1]
    for changes in session.scalars(
        select(AuditEntry.changes).where(AuditEntry.changes.contains(written, autoescape=True))
    ):
        for row in json.loads(changes)["rows"]:
            if row["op"] == "delete" and row["fields"].get(field) == gone:
                yield row["table"], row["id"]


def _changes_in(
    entry: AuditEntry, kept: Mapping[tuple[int, str, int, str], list[Any]]
) -> Iterator[FieldChange]:
    for row in json.loads(entry.changes)["rows"]:
        table, id = row["table"], row["id"]
        for field, values in row["fields"].items():
            # A personal value stands elsewhere; when it no longer does, somebody was wiped.
            if isinstance(values, dict):
                values = kept.get((entry.seq, table, id, field))
            if values is None:
                yield FieldChange(table, id, field, None, None, erased=True)
            else:
                old, new = (restored(table, field, value) for value in values)
                yield FieldChange(table, id, field, old, new)


def restored(table: str, field: str, value: Any) -> Any:
    """A value as it was before `plain`; as it stands in the trail when its column is no more, or
    when the words of its enum changed since."""
    # The trail is of all features, and not each of them is loaded where it is read.
    from desktop.store.tables import metadata

    known = metadata.tables.get(table)
    column = None if known is None else known.columns.get(field)
    if value is None or column is None:
        return value
    kind = column.type
    if isinstance(kind, SqlEnum) and kind.enum_class is not None:
        members = {member.value: member for member in kind.enum_class}
        return members.get(value, value)
    if isinstance(kind, Moment):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Numeric) and kind.asdecimal:
        return Decimal(value)
    return value
