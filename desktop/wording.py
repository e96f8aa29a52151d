"""What people call the fields of the database and the values in them.

Each feature names its own (`Feature.wording`); whoever shows what changed asks them all together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from desktop.language import _
from desktop.language.format import day_year, moment_short

LONGEST = 300  # of a text that is shown beside another one, in characters


@dataclass(frozen=True)
class Wording:
    """Words marked with `N_`: of things by their table, of fields by table and column, of the
    members of enums. A field without words is of the program itself: a number, a fingerprint."""

    things: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    values: Mapping[Enum, str] = field(default_factory=dict)

    @classmethod
    def together(cls, several: Iterable[Wording]) -> Wording:
        """The words of several features as one."""
        things: dict[str, str] = {}
        fields: dict[str, Mapping[str, str]] = {}
        values: dict[Enum, str] = {}
        for one in several:
            things.update(one.things)
            fields.update(one.fields)
            values.update(one.values)
        return cls(things, fields, values)

    def names(self, table: str, column: str) -> bool:
        """Whether people have a word for this field."""
        return column in self.fields.get(table, {})

    def thing(self, table: str) -> str:
        """A kind of thing in the language in use: "viewing"; its table's name without words."""
        return _(self.things[table]) if table in self.things else table

    def field(self, table: str, column: str) -> str:
        """A field in the language in use: "phone number"; the column's own name without words."""
        return _(self.fields[table][column]) if self.names(table, column) else column

    def value(self, value: object) -> str:
        """A value as people write it; nothing reads as a dash."""
        if isinstance(value, Enum):
            return _(self.values[value]) if value in self.values else str(value.value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, datetime):
            return moment_short(value)
        if isinstance(value, date):
            return day_year(value)
        if isinstance(value, float | Decimal):
            return str(value).replace(".", ",")
        if isinstance(value, Mapping):
            return self._listed(f"{key}: {self.value(of)}" for key, of in value.items())
        if isinstance(value, list | tuple):
            return self._listed(self.value(one) for one in value)
        return _shortened(str(value)) if value not in (None, "") else "–"

    def _listed(self, values: Iterable[str]) -> str:
        return _shortened(", ".join(values)) or "–"


def action_word(actions: Mapping[str, str], action: str) -> str:
    """What an action of the audit trail is called by these words (marked with `N_`); its own name
    when it has none."""
    undone, _colon, name = action.rpartition(":")
    words = _(actions[name]) if name in actions else name
    return _("{action} (undone or done again)").format(action=words) if undone else words


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
